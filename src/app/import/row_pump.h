// Reads a sheet in a thread of its own while the caller works on the rows read before. Owned by
// app/import; the rows come to the calling thread, in their order.
#pragma once
#include "sheet/reader.h"

namespace tz::intake {

// As Reader::read: the same rows, the same errors, and the sink may stop it. Memory is bounded:
// the reader waits when the caller is slow. The cells live until the sink returns.
Status pump_rows(sheet::Reader& reader, std::size_t sheet, const sheet::OnRow& on_row);

}  // namespace tz::intake
