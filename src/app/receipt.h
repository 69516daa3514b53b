// How the receipts of a command or chunk are kept in the store, and what tells the same chunk from
// another one under the same id. Pure.
#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/command.h"

namespace tz {

struct KeptReceipts {
    std::string actor{};
    std::uint64_t content = 0;  // fingerprint of the envelopes
    std::vector<Receipt> rows{};
};

std::string encode_receipts(const KeptReceipts& kept);
// Nothing when the bytes are damaged.
std::optional<KeptReceipts> parse_receipts(std::string_view bytes);
// Not a proof against forgery: it notices a sender that uses an id twice.
std::uint64_t fingerprint(std::span<const Envelope> envelopes);

}  // namespace tz
