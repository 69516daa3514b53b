#include "app/undo.h"

#include <fmt/format.h>

#include <algorithm>

namespace tz {
namespace {

constexpr std::size_t kChunk = 500;

// What is to be taken back, without the values: a batch may be large.
struct Target {
    Id id{};
    std::int64_t version = 0;
};

class Undo {
  public:
    Undo(Store& store, Registrar& registrar, const Session& session, const std::string& batch,
         const UndoSink& sink, Progress* progress)
        : store_(store),
          registrar_(registrar),
          session_(session),
          batch_(batch),
          sink_(sink),
          progress_(progress) {}

    Status take_back(const Entity& entity);
    UndoSummary summary() const { return summary_; }

  private:
    Result<std::vector<Target>> said_by_batch(Transaction& transaction, const Entity& entity);
    Result<Envelope> envelope_for(Transaction& transaction, const Entity& entity, Target target);
    Status send(const Entity& entity, const std::vector<Envelope>& envelopes);
    void keep(const Entity& entity, const Record& record);

    Store& store_;
    Registrar& registrar_;
    const Session& session_;
    const std::string& batch_;
    const UndoSink& sink_;
    Progress* progress_;
    UndoSummary summary_;
};

void Undo::keep(const Entity& entity, const Record& record) {
    ++summary_.kept;
    sink_({std::string(entity.name),
           record.id,
           record.source,
           {fmt::format("{} {} 后来被“{}”改过,保留不动", entity.label, to_string(record.id),
                        record.source),
            fmt::format("{} {} was changed later by \"{}\" and is kept", entity.name,
                        to_string(record.id), record.source)}});
}

Result<std::vector<Target>> Undo::said_by_batch(Transaction& transaction, const Entity& entity) {
    std::vector<Target> found;
    const std::string undone = "undo:" + batch_;
    RETURN_IF_ERROR(transaction.said_by(entity, batch_, session_.scope, [&](const Record& record) {
        if (record.source == undone) return ok();
        if (record.source != batch_) {
            keep(entity, record);
            return ok();
        }
        found.push_back({record.id, record.version});
        return ok();
    }));
    return found;
}

// Back to the newest version that something else said; the batch may have written several.
Result<Envelope> Undo::envelope_for(Transaction& transaction, const Entity& entity, Target target) {
    Envelope envelope;
    envelope.record = target.id;
    envelope.base_version = target.version;
    envelope.source = "undo:" + batch_;
    envelope.command = std::string(entity.name) + ".retire";
    if (target.version == 1) return envelope;
    const Scope county = Scope::of(county_of(session_.scope.area()));
    ASSIGN_OR_RETURN(const std::vector<Version> versions,
                     transaction.history(entity, target.id, county));
    const auto former = std::find_if(versions.rbegin(), versions.rend(), [&](const Version& v) {
        return v.record.version < target.version && v.record.source != batch_;
    });
    if (former == versions.rend()) return envelope;
    envelope.command = std::string(entity.name) + ".revert";
    envelope.to_version = former->record.version;
    envelope.holds_from = former->record.holds_from;
    return envelope;
}

Status Undo::send(const Entity& entity, const std::vector<Envelope>& envelopes) {
    ASSIGN_OR_RETURN(const ChunkReceipt done, registrar_.execute_all(session_, {}, envelopes));
    for (const Receipt& receipt : done.rows) {
        if (receipt.outcome == Outcome::kRetired) {
            ++summary_.retired;
        } else if (receipt.outcome != Outcome::kRefused) {
            ++summary_.reverted;
        } else {
            ++summary_.refused;
            sink_({std::string(entity.name), receipt.record, {}, to_error(receipt).text});
        }
    }
    return ok();
}

Status Undo::take_back(const Entity& entity) {
    ASSIGN_OR_RETURN(auto transaction, store_.begin(Access::kRead));
    ASSIGN_OR_RETURN(const std::vector<Target> targets, said_by_batch(*transaction, entity));
    std::vector<Envelope> chunk;
    for (std::size_t i = 0; i < targets.size(); ++i) {
        ASSIGN_OR_RETURN(Envelope envelope, envelope_for(*transaction, entity, targets[i]));
        chunk.push_back(std::move(envelope));
        if (chunk.size() < kChunk && i + 1 < targets.size()) continue;
        RETURN_IF_ERROR(send(entity, chunk));
        chunk.clear();
        if (progress_ != nullptr)
            progress_->step(entity.label, static_cast<std::int64_t>(i + 1),
                            static_cast<std::int64_t>(targets.size()));
    }
    return ok();
}

}  // namespace

Result<UndoSummary> undo_batch(Store& store, Registrar& registrar, Catalog catalog,
                               const Session& session, const std::string& batch,
                               const UndoSink& sink, Progress* progress) {
    Undo undo(store, registrar, session, batch, sink, progress);
    // What refers goes before what it refers to.
    for (auto it = catalog.rbegin(); it != catalog.rend(); ++it)
        RETURN_IF_ERROR(undo.take_back(**it));
    return undo.summary();
}

}  // namespace tz
