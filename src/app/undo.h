// Takes back an import batch: every record that still says what the batch said goes back to what
// it said before, or is retired when the batch made it. Goes through the command path, so it is
// audited and can itself be undone.
#pragma once
#include <cstdint>
#include <functional>
#include <string>

#include "app/execute.h"

namespace tz {

struct UndoSummary {
    std::int64_t reverted = 0;  // went back to the version before the batch
    std::int64_t retired = 0;   // made by the batch
    std::int64_t kept = 0;      // changed later by something else: left alone, reported
    std::int64_t refused = 0;   // reported with the reason
};

// A record of the batch that was not taken back, and why.
struct UndoKept {
    std::string register_name{};
    Id id{};
    std::string later_source{};  // what changed it since; empty: see text
    Text text{};
};
using UndoSink = std::function<void(const UndoKept&)>;

// Only what lies in the session's scope. Safe to repeat: what was taken back no longer has the
// batch as its source. The new versions have the source "undo:BATCH".
Result<UndoSummary> undo_batch(Store& store, Registrar& registrar, Catalog catalog,
                               const Session& session, const std::string& batch,
                               const UndoSink& sink, Progress* progress = nullptr);

}  // namespace tz
