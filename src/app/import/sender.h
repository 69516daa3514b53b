// Sends chunks down the command path, or asks what it would do, and keeps the account. Owned by
// one import; one thread at a time.
#pragma once
#include "app/import/batch.h"
#include "app/import/draft.h"

namespace tz::intake {

class Sender {
  public:
    Sender(Registrar& registrar, const Session& session, bool applies, Batch& batch,
           Reporter& reporter, std::size_t details_max)
        : registrar_(registrar),
          session_(session),
          applies_(applies),
          batch_(batch),
          reporter_(reporter),
          details_max_(details_max) {}
    // The chunk is matched and without dropped drafts.
    Status send(const Chunk& chunk, std::uint32_t sheet);

  private:
    Result<ChunkReceipt> ask(const Chunk& chunk);
    void account(const Chunk& chunk, const ChunkReceipt& done);
    void account_change(const Chunk& chunk, std::size_t draft, const Receipt& receipt);
    void account_refusal(const Chunk& chunk, std::size_t draft, const Receipt& receipt);

    Registrar& registrar_;
    const Session& session_;
    bool applies_;
    Batch& batch_;
    Reporter& reporter_;
    std::size_t details_max_;
};

}  // namespace tz::intake
