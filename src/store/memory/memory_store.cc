#include "store/memory/memory_store.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "store/check.h"

namespace tz {
namespace {

using Key = std::pair<std::int64_t, Id>;  // county, id
using Versions = std::vector<Version>;    // oldest first; the last one is current
using Table = std::map<Key, Versions>;
using Chain = std::vector<AuditLink>;
using Texts = std::map<std::string, std::string, std::less<>>;

// What was committed. A transaction works on its own copy, which shares each part until it writes.
template <class T>
using Shared = std::shared_ptr<T>;
struct State {
    std::map<std::string_view, Shared<Table>> tables{};
    std::map<std::int64_t, Shared<Chain>> chains{};
    Shared<std::map<Id, std::string>> receipts{};
    Shared<Texts> settings{};
};

template <class T>
T& own(Shared<T>& part) {
    if (!part)
        part = std::make_shared<T>();
    else if (part.use_count() > 1)
        part = std::make_shared<T>(*part);
    return *part;
}

bool counts(const Record& record, const When& when) {
    return (!when.recorded_ms || record.recorded_ms <= *when.recorded_ms) &&
           (!when.held_on || record.holds_from <= *when.held_on);
}

// The newest version that counts.
const Record* seen(const Versions& versions, const When& when) {
    const auto it = std::find_if(versions.rbegin(), versions.rend(),
                                 [&](const Version& v) { return counts(v.record, when); });
    return it == versions.rend() ? nullptr : &it->record;
}

// Nothing compares with an unknown value.
bool matches(const Value& value, const Filter& filter) {
    if (filter.compare == Compare::kUnknown) return !is_known(value);
    if (filter.compare == Compare::kKnown) return is_known(value);
    if (!is_known(value) || !is_known(filter.value)) return false;
    switch (filter.compare) {
        case Compare::kEqual:
            return value == filter.value;
        case Compare::kLess:
            return value < filter.value;
        case Compare::kLessOrEqual:
            return value <= filter.value;
        case Compare::kGreater:
            return value > filter.value;
        default:
            return value >= filter.value;
    }
}

bool answers(const Record& record, const Query& query) {
    if (record.retired && !query.with_retired) return false;
    return std::ranges::all_of(query.filters, [&](const Filter& filter) {
        return matches(record.values[filter.field], filter);
    });
}

bool sees(const Scope& scope, const Entity& entity, const Record& record) {
    return scope.covers(division_of(entity, record.values));
}

class MemoryStore;

class MemoryTransaction : public Transaction {
  public:
    MemoryTransaction(MemoryStore& store, State state, Access access)
        : store_(store), state_(std::move(state)), access_(access) {}
    ~MemoryTransaction() override;

    Result<std::optional<Record>> get(const Entity& entity, Id id, const Scope& scope) override {
        std::optional<Record> best;
        for (const auto& [key, versions] : table(entity)) {
            const Record& record = versions.back().record;
            if (key.second != id || !sees(scope, entity, record)) continue;
            const auto rank = [](const Record& r) { return std::pair(!r.retired, r.recorded_ms); };
            if (!best || rank(record) > rank(*best)) best = record;
        }
        return best;
    }

    Result<std::vector<Record>> find(const Entity& entity, const Query& query,
                                     const Scope& scope) override {
        RETURN_IF_ERROR(check_query(entity, query));
        std::vector<const Record*> all = select(entity, query, scope);
        if (query.order_by)
            std::ranges::stable_sort(all, {}, [&](const Record* record) -> const Value& {
                return record->values[*query.order_by];
            });
        std::vector<Record> page;
        for (std::size_t i = query.offset; i < all.size() && page.size() < query.limit; ++i)
            page.push_back(*all[i]);
        return page;
    }

    Result<std::int64_t> count(const Entity& entity, const Query& query,
                               const Scope& scope) override {
        RETURN_IF_ERROR(check_query(entity, query));
        return static_cast<std::int64_t>(select(entity, query, scope).size());
    }

    Status scan(const Entity& entity, const std::vector<std::size_t>& columns, const When& when,
                const Scope& scope, const RecordSink& sink) override {
        RETURN_IF_ERROR(check_columns(entity, columns));
        Query query;
        query.when = when;
        for (const Record* record : select(entity, query, scope)) {
            Record given = *record;
            if (!columns.empty()) given.values.assign(record->values.size(), Value());
            for (const std::size_t i : columns) given.values[i] = record->values[i];
            RETURN_IF_ERROR(sink(given));
        }
        return ok();
    }

    Status said_by(const Entity& entity, std::string_view source, const Scope& scope,
                   const RecordSink& sink) override {
        for (const auto& [key, versions] : table(entity)) {
            const auto says = [&](const Version& v) { return v.record.source == source; };
            if (!sees(scope, entity, versions.back().record)) continue;
            if (std::ranges::any_of(versions, says)) RETURN_IF_ERROR(sink(versions.back().record));
        }
        return ok();
    }

    Result<std::vector<Version>> history(const Entity& entity, Id id, const Scope& scope) override {
        Versions out;
        for (const auto& [key, versions] : table(entity)) {
            if (key.second != id) continue;
            std::ranges::copy_if(versions, std::back_inserter(out), [&](const Version& version) {
                return sees(scope, entity, version.record);
            });
        }
        std::ranges::stable_sort(out, {}, [](const Version& version) {
            return std::pair(version.record.recorded_ms, version.record.version);
        });
        return out;
    }

    Status put(const Entity& entity, const Record& record, std::int64_t expected) override {
        RETURN_IF_ERROR(may_write());
        RETURN_IF_ERROR(check_row(entity, record.values));
        const Key key{county_key(division_of(entity, record.values)), record.id};
        const auto it = table(entity).find(key);
        const std::int64_t stored =
            it == table(entity).end() ? 0 : it->second.back().record.version;
        if (stored != expected) return conflict(entity, record.id, expected, stored);
        Versions& versions = own(state_.tables[entity.name])[key];
        if (!versions.empty()) versions.back().replaced_ms = record.recorded_ms;
        versions.push_back({record, 0});
        versions.back().record.version = expected + 1;
        return ok();
    }

    Status append(const AuditLink& link) override {
        RETURN_IF_ERROR(may_write());
        own(state_.chains[link.county]).push_back(link);
        return ok();
    }

    Result<std::optional<AuditLink>> head(std::int64_t county) override {
        const auto it = state_.chains.find(county);
        if (it == state_.chains.end()) return std::optional<AuditLink>();
        return std::optional<AuditLink>(it->second->back());
    }

    Result<std::vector<std::int64_t>> chains() override {
        std::vector<std::int64_t> counties;
        for (const auto& [county, chain] : state_.chains) counties.push_back(county);
        return counties;
    }

    Status links(std::int64_t county, std::int64_t from_sequence, const LinkSink& sink) override {
        const auto it = state_.chains.find(county);
        if (it == state_.chains.end()) return ok();
        for (const AuditLink& link : *it->second)
            if (link.sequence >= from_sequence) RETURN_IF_ERROR(sink(link));
        return ok();
    }

    Result<std::optional<std::string>> receipt(Id command) override {
        return value_of(state_.receipts, command);
    }

    Status put_receipt(Id command, std::string_view receipt) override {
        RETURN_IF_ERROR(may_write());
        own(state_.receipts).emplace(command, receipt);
        return ok();
    }

    Result<std::optional<std::string>> setting(std::string_view name) override {
        return value_of(state_.settings, std::string(name));
    }

    Status put_setting(std::string_view name, std::string_view value) override {
        RETURN_IF_ERROR(may_write());
        own(state_.settings).insert_or_assign(std::string(name), std::string(value));
        return ok();
    }

    Status commit() override;

  private:
    Status may_write() const {
        if (is_closed_) return closed_transaction();
        if (access_ == Access::kRead) return read_only_transaction();
        return ok();
    }

    const Table& table(const Entity& entity) const {
        static const Table kEmpty;
        const auto it = state_.tables.find(entity.name);
        return it == state_.tables.end() ? kEmpty : *it->second;
    }

    // In order of county and id.
    std::vector<const Record*> select(const Entity& entity, const Query& query,
                                      const Scope& scope) const {
        std::vector<const Record*> out;
        for (const auto& [key, versions] : table(entity)) {
            const Record* record = seen(versions, query.when);
            if (record != nullptr && sees(scope, entity, *record) && answers(*record, query))
                out.push_back(record);
        }
        return out;
    }

    template <class K>
    static std::optional<std::string> value_of(const auto& texts, const K& key) {
        if (!texts) return std::nullopt;
        const auto it = texts->find(key);
        return it == texts->end() ? std::nullopt : std::optional(it->second);
    }

    MemoryStore& store_;
    State state_;
    Access access_;
    bool is_closed_ = false;
};

class MemoryStore : public Store {
  public:
    Status migrate(Catalog) override { return ok(); }  // rows are kept by the register's own table
    Result<std::unique_ptr<Transaction>> begin(Access access) override {
        if (access == Access::kWrite && std::exchange(has_writer_, true)) return second_writer();
        return std::unique_ptr<Transaction>(
            std::make_unique<MemoryTransaction>(*this, committed_, access));
    }
    void keep(State state) { committed_ = std::move(state); }
    void end_write() { has_writer_ = false; }

  private:
    State committed_;
    bool has_writer_ = false;
};

MemoryTransaction::~MemoryTransaction() {
    if (access_ == Access::kWrite) store_.end_write();
}

Status MemoryTransaction::commit() {
    if (is_closed_) return closed_transaction();
    is_closed_ = true;
    if (access_ == Access::kWrite) store_.keep(std::move(state_));
    return ok();
}

}  // namespace

std::unique_ptr<Store> make_memory_store() { return std::make_unique<MemoryStore>(); }

}  // namespace tz
