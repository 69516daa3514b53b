#include "app/write_behind.h"

#include <utility>

namespace tz {
namespace {

constexpr std::size_t kWorksAPiece = 64;  // handed over together
constexpr std::size_t kPiecesMax = 8;

}  // namespace

WriteBehind::~WriteBehind() {
    if (!thread_.joinable()) return;
    belt_->end();
    thread_.join();
}

Status WriteBehind::fetch(const Entity& entity, Id id, const Scope& scope) {
    area_ = scope.area();
    const auto [place, is_new] = kept_.try_emplace(Key{&entity, id});
    if (!is_new) return ok();
    ASSIGN_OR_RETURN(std::optional<Record> found, inner_.get(entity, id, scope));
    if (found) place->second = std::make_shared<const Record>(*std::move(found));
    return ok();
}

Status WriteBehind::do_all(const std::vector<Work>& works) {
    for (const Work& work : works) {
        const auto* put = std::get_if<Put>(&work);
        RETURN_IF_ERROR(put != nullptr ? inner_.put(*put->entity, *put->record, put->expected)
                                       : inner_.append(std::get<AuditLink>(work)));
    }
    return ok();
}

void WriteBehind::start() {
    belt_.emplace(kPiecesMax);
    thread_ = std::thread([this] {
        std::vector<Work> works;
        while (belt_->pop(works))
            if (written_) written_ = do_all(works);
    });
}

Status WriteBehind::add(Work work) {
    works_.push_back(std::move(work));
    if (works_.size() < kWorksAPiece) return ok();
    if (!belt_) start();
    belt_->push(std::exchange(works_, {}));
    works_.reserve(kWorksAPiece);
    return ok();
}

Status WriteBehind::settle() {
    if (belt_) {
        belt_->end();
        thread_.join();
        belt_.reset();
    }
    if (written_) written_ = do_all(works_);
    works_.clear();
    return written_;
}

// A record that moves to another county is two for a while: the next question goes to the store.
void WriteBehind::keep(const Entity& entity, const Kept& record) {
    const auto known = kept_.find(Key{&entity, record->id});
    if (known == kept_.end()) return;
    const auto county = [&](const Record& r) { return county_key(division_of(entity, r.values)); };
    if (known->second && county(*known->second) != county(*record))
        kept_.erase(known);
    else
        known->second = record;
}

Status WriteBehind::put(const Entity& entity, const Record& record, std::int64_t expected) {
    const auto kept = std::make_shared<const Record>(record);
    keep(entity, kept);
    return add(Put{&entity, kept, expected});
}

Status WriteBehind::append(const AuditLink& link) { return add(link); }

Result<std::optional<Record>> WriteBehind::get(const Entity& entity, Id id, const Scope& scope) {
    const auto known = scope.area() == area_ ? kept_.find(Key{&entity, id}) : kept_.end();
    if (known != kept_.end())
        return known->second ? std::optional(*known->second) : std::optional<Record>();
    RETURN_IF_ERROR(settle());
    return inner_.get(entity, id, scope);
}

Result<std::vector<Record>> WriteBehind::find(const Entity& entity, const Query& query,
                                              const Scope& scope) {
    RETURN_IF_ERROR(settle());
    return inner_.find(entity, query, scope);
}

Result<std::int64_t> WriteBehind::count(const Entity& entity, const Query& query,
                                        const Scope& scope) {
    RETURN_IF_ERROR(settle());
    return inner_.count(entity, query, scope);
}

Status WriteBehind::scan(const Entity& entity, const std::vector<std::size_t>& columns,
                         const When& when, const Scope& scope, const RecordSink& sink) {
    RETURN_IF_ERROR(settle());
    return inner_.scan(entity, columns, when, scope, sink);
}

Status WriteBehind::said_by(const Entity& entity, std::string_view source, const Scope& scope,
                            const RecordSink& sink) {
    RETURN_IF_ERROR(settle());
    return inner_.said_by(entity, source, scope, sink);
}

Result<std::vector<Version>> WriteBehind::history(const Entity& entity, Id id, const Scope& scope) {
    RETURN_IF_ERROR(settle());
    return inner_.history(entity, id, scope);
}

Result<std::optional<AuditLink>> WriteBehind::head(std::int64_t county) {
    RETURN_IF_ERROR(settle());
    return inner_.head(county);
}

Result<std::vector<std::int64_t>> WriteBehind::chains() {
    RETURN_IF_ERROR(settle());
    return inner_.chains();
}

Status WriteBehind::links(std::int64_t county, std::int64_t from_sequence, const LinkSink& sink) {
    RETURN_IF_ERROR(settle());
    return inner_.links(county, from_sequence, sink);
}

Result<std::optional<std::string>> WriteBehind::receipt(Id command) {
    RETURN_IF_ERROR(settle());
    return inner_.receipt(command);
}

Status WriteBehind::put_receipt(Id command, std::string_view receipt) {
    RETURN_IF_ERROR(settle());
    return inner_.put_receipt(command, receipt);
}

Result<std::optional<std::string>> WriteBehind::setting(std::string_view name) {
    RETURN_IF_ERROR(settle());
    return inner_.setting(name);
}

Status WriteBehind::put_setting(std::string_view name, std::string_view value) {
    RETURN_IF_ERROR(settle());
    return inner_.put_setting(name, value);
}

Status WriteBehind::commit() {
    RETURN_IF_ERROR(settle());
    return inner_.commit();
}

}  // namespace tz
