// The command path: the only way a register changes. Validate, authorize, decide, apply and audit
// in one transaction; a bulk import runs the same steps over a chunk. One registrar a thread.
#pragma once
#include <span>
#include <string>
#include <vector>

#include "app/audit.h"
#include "app/command.h"

namespace tz {

struct ChunkReceipt {
    std::vector<Receipt> rows{};  // one an envelope, in their order
    bool is_repeat = false;       // this chunk id was done before: these are its former receipts
};

class Registrar {
  public:
    // All are owned by the caller and outlive this.
    Registrar(Store& store, Clock& clock, Random& random, const Commands& commands)
        : store_(store), clock_(clock), random_(random), commands_(commands) {}

    // One command in its own transaction. A refusal comes as an error with all problems in its
    // text.
    Result<Receipt> execute(const Session& session, const Envelope& envelope);

    // Many commands in one transaction: refused rows say why and keep nobody else out; one audit
    // link a written record. The chunk id stands for the content: the same chunk sent twice gives
    // the former receipts (null: not remembered); the same id with other content is a conflict. An
    // error means that nothing of the chunk was kept.
    Result<ChunkReceipt> execute_all(const Session& session, Id chunk,
                                     std::span<const Envelope> envelopes);

    // What execute_all would answer, writing nothing. Rows do not see each other.
    Result<ChunkReceipt> preview(const Session& session, std::span<const Envelope> envelopes);

    // For use cases that prepare envelopes.
    Clock& clock() { return clock_; }
    const Commands& commands() const { return commands_; }

  private:
    Store& store_;
    Clock& clock_;
    Random& random_;
    const Commands& commands_;
    AuditKey key_{};  // of the store; read or made with the first command
};

}  // namespace tz
