// Sends chunks down the command path, or asks what it would do, and keeps the account. A chunk is
// on its way while the caller reads the rows of the next: until settle() only this side may touch
// the store. Owned by one import; called from one thread.
#pragma once
#include <future>
#include <optional>

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
    // The chunk is matched and without dropped drafts; in exchange the caller gets an empty one.
    // What was sent before must be settled.
    Status send(Chunk& chunk, std::uint32_t sheet);
    // Waits for what is on its way and enters it in the account.
    Status settle();

  private:
    Result<ChunkReceipt> deliver(Id chunk_id);
    Result<ChunkReceipt> ask();
    Result<std::optional<ChunkReceipt>> ask_whether_nothing_changes();
    void account(const ChunkReceipt& done);
    void account_change(std::size_t draft, const Receipt& receipt);
    void account_refusal(std::size_t draft, const Receipt& receipt);

    Registrar& registrar_;
    const Session& session_;
    bool applies_;
    Batch& batch_;
    Reporter& reporter_;
    std::size_t details_max_;
    Chunk chunk_{};  // on its way
    std::future<Result<ChunkReceipt>> answer_{};
};

}  // namespace tz::intake
