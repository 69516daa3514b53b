// Walks the audit chains and compares them with the registers. See app/audit.h.
#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <utility>

#include "app/audit.h"

namespace tz {
namespace {

// A record as the chains know it.
struct Key {
    std::int64_t county = 0;
    const Entity* entity = nullptr;
    Id id{};
    bool operator==(const Key&) const = default;
};
struct KeyHash {
    std::size_t operator()(const Key& key) const {
        return IdHash{}(key.id) ^ reinterpret_cast<std::size_t>(key.entity) ^
               static_cast<std::size_t>(key.county) << 20;
    }
};
// One a record, millions in a large database: what only few of them need stands elsewhere.
struct Told {
    std::int64_t sequence = 0;
    Digest digest{};
    std::int32_t version = 0;
    bool is_met = false;  // the record was found in its register
};

class Verifier {
  public:
    Verifier(Transaction& transaction, Catalog catalog, AuditKey key, const FaultSink& sink,
             Progress* progress)
        : transaction_(transaction),
          catalog_(catalog),
          key_(std::move(key)),
          sink_(sink),
          progress_(progress) {}

    Status walk_chain(std::int64_t county);
    Status compare_register(const Entity& entity, const Scope& scope);
    Status look_again();
    AuditSummary take_summary() { return std::move(summary_); }

  private:
    void fault(FaultKind kind, std::int64_t county, std::int64_t sequence, Text text) {
        report({kind, county, sequence, {}, {}, std::move(text)});
    }
    void fault(FaultKind kind, const Key& key, std::int64_t sequence, Text text) {
        report(
            {kind, key.county, sequence, std::string(key.entity->name), key.id, std::move(text)});
    }
    void report(const AuditFault& fault) {
        ++summary_.faults;
        sink_(fault);
    }
    void step(std::string_view what) {
        constexpr std::int64_t kOften = 20'000;
        const std::int64_t done = summary_.links + summary_.records;
        if (progress_ != nullptr && done % kOften == 0) progress_->step(what, done, 0);
    }
    void check_link(const AuditLink& link, const ChainHead& before);
    void follow(const AuditLink& link, const AuditEntry& entry);
    void compare(const Key& key, Told& told, const Record& record);
    Status find_retired(const Key& key, Told& told);
    Status compare_history(const Key& key, const std::vector<Digest>& former);

    Transaction& transaction_;
    Catalog catalog_;
    AuditKey key_;
    const FaultSink& sink_;
    Progress* progress_;
    AuditSummary summary_;
    std::unordered_map<Key, Told, KeyHash> told_;
    std::unordered_map<const Told*, std::vector<Digest>> former_;  // of versions 1, 2, …
};

Text sequence_text(const AuditLink& link, std::int64_t expected) {
    return {fmt::format("{} 县的审计链缺第 {} 到 {} 节", link.county, expected, link.sequence - 1),
            fmt::format("the audit chain of county {} lacks links {} to {}", link.county, expected,
                        link.sequence - 1)};
}

Text hash_text(const AuditLink& link) {
    return {fmt::format("{} 县审计链第 {} 节或它的前一节被改过", link.county, link.sequence),
            fmt::format("link {} of county {} or the link before it was changed", link.sequence,
                        link.county)};
}

Text body_text(const AuditLink& link) {
    return {fmt::format("{} 县审计链第 {} 节读不懂", link.county, link.sequence),
            fmt::format("link {} of county {} can not be read", link.sequence, link.county)};
}

Text order_text(const AuditLink& link, std::int64_t said) {
    return {fmt::format("{} 县审计链第 {} 节的内容是第 {} 节的", link.county, link.sequence, said),
            fmt::format("link {} of county {} holds what link {} said", link.sequence, link.county,
                        said)};
}

Scope county_scope(const Key& key) { return Scope::of(Division{key.county * 1'000'000}); }

std::string described(const Key& key) {
    return fmt::format("{} {}", key.entity->name, to_string(key.id));
}

void Verifier::check_link(const AuditLink& link, const ChainHead& before) {
    if (link.sequence != before.sequence + 1)
        return fault(FaultKind::kSequence, link.county, link.sequence,
                     sequence_text(link, before.sequence + 1));
    if (link.hash != link_hash(before.hash, link.body, key_.kind))
        fault(FaultKind::kHash, link.county, link.sequence, hash_text(link));
}

Status Verifier::walk_chain(std::int64_t county) {
    ChainHead head{county, 0, first_hash(county, key_.kind)};
    RETURN_IF_ERROR(transaction_.links(county, 0, [&](const AuditLink& link) {
        check_link(link, head);
        head = {county, link.sequence, link.hash};
        ++summary_.links;
        step("links");
        const std::optional<AuditEntry> entry = parse_audit(link.body);
        if (!entry)
            fault(FaultKind::kUnreadable, county, link.sequence, body_text(link));
        else if (entry->sequence != link.sequence)
            fault(FaultKind::kSequence, county, link.sequence, order_text(link, entry->sequence));
        else
            follow(link, *entry);
        return ok();
    }));
    summary_.heads.push_back(head);
    return ok();
}

// Each link of a record goes on where its last one stopped.
void Verifier::follow(const AuditLink& link, const AuditEntry& entry) {
    const Entity* entity = find_entity(catalog_, entry.register_name);
    if (entity == nullptr) return;  // of a register this program doesn't know; its hash was checked
    const Key key{link.county, entity, entry.id};
    Told& told = told_[key];
    const auto known = told.version == 0 ? std::nullopt : std::optional(told.digest);
    if (entry.version_before != told.version || entry.version_after != told.version + 1 ||
        entry.digest_before != known)
        fault(FaultKind::kVersions, key, link.sequence,
              {fmt::format("{} 的第 {} 节接不上它的上一版", described(key), link.sequence),
               fmt::format("link {} of {} does not follow its version before", link.sequence,
                           described(key))});
    if (known) former_[&told].push_back(*known);
    told.version = static_cast<std::int32_t>(entry.version_after);
    told.sequence = link.sequence;
    told.digest = entry.digest_after;
}

void Verifier::compare(const Key& key, Told& told, const Record& record) {
    told.is_met = true;
    if (record.version != told.version || record_digest(key_, *key.entity, record) != told.digest)
        fault(FaultKind::kRecord, key, told.sequence,
              {fmt::format("{} 的内容和它最后一节(第 {} 节)不符,有人绕过程序改过", described(key),
                           told.sequence),
               fmt::format("{} is not what its last link ({}) says: it was changed behind the "
                           "program's back",
                           described(key), told.sequence)});
}

Status Verifier::compare_history(const Key& key, const std::vector<Digest>& former) {
    ASSIGN_OR_RETURN(const std::vector<Version> versions,
                     transaction_.history(*key.entity, key.id, county_scope(key)));
    std::size_t met = 0;
    for (const Version& version : versions) {
        const Record& record = version.record;
        const auto index = static_cast<std::size_t>(record.version) - 1;
        if (county_key(division_of(*key.entity, record.values)) != key.county) continue;
        if (index >= former.size()) continue;
        ++met;
        if (record_digest(key_, *key.entity, record) == former[index]) continue;
        fault(FaultKind::kHistory, key, 0,
              {fmt::format("{} 的历史第 {} 版和审计链不符", described(key), record.version),
               fmt::format("former version {} of {} is not what its link says", record.version,
                           described(key))});
    }
    if (met == former.size()) return ok();
    fault(FaultKind::kHistory, key, 0,
          {fmt::format("{} 的历史应有 {} 版,只找到 {} 版", described(key), former.size(), met),
           fmt::format("{} should have {} former versions, {} are left", described(key),
                       former.size(), met)});
    return ok();
}

Status Verifier::compare_register(const Entity& entity, const Scope& scope) {
    return transaction_.scan(entity, {}, {}, scope, [&](const Record& record) {
        ++summary_.records;
        step("records");
        const Key key{county_key(division_of(entity, record.values)), &entity, record.id};
        const auto told = told_.find(key);
        if (told != told_.end()) {
            compare(key, told->second, record);
            return ok();
        }
        fault(
            FaultKind::kUnrecorded, key, 0,
            {fmt::format("{} 没有审计记录,不是程序写入的", described(key)),
             fmt::format("{} is in no audit link: the program did not write it", described(key))});
        return ok();
    });
}

// Records the scan did not meet are retired, or gone; and what has former versions is compared.
Status Verifier::look_again() {
    std::vector<std::pair<const Key, Told>*> rest;
    for (auto& entry : told_)
        if (!entry.second.is_met || former_.contains(&entry.second)) rest.push_back(&entry);
    std::ranges::sort(rest, {}, [](const auto* entry) {
        return std::tuple(entry->first.county, entry->first.entity->name, entry->first.id);
    });
    for (auto* entry : rest) {
        if (!entry->second.is_met) RETURN_IF_ERROR(find_retired(entry->first, entry->second));
        if (const auto former = former_.find(&entry->second); former != former_.end())
            RETURN_IF_ERROR(compare_history(entry->first, former->second));
    }
    return ok();
}

Status Verifier::find_retired(const Key& key, Told& told) {
    ASSIGN_OR_RETURN(const auto record, transaction_.get(*key.entity, key.id, county_scope(key)));
    if (record && county_key(division_of(*key.entity, record->values)) == key.county) {
        ++summary_.records;
        compare(key, told, *record);
        return ok();
    }
    fault(FaultKind::kLost, key, told.sequence,
          {fmt::format("{} 不见了:审计链有它,登记表里没有", described(key)),
           fmt::format("{} is gone: the chain has it, the register does not", described(key))});
    return ok();
}

}  // namespace

Result<AuditSummary> verify_audit(Store& store, Catalog catalog, const Scope& scope,
                                  const FaultSink& sink, Progress* progress) {
    ASSIGN_OR_RETURN(const auto transaction, store.begin(Access::kRead));
    ASSIGN_OR_RETURN(AuditKey audit_key, read_audit_key(*transaction));
    const Scope area = Scope::of(county_of(scope.area()));
    Verifier verifier(*transaction, catalog, std::move(audit_key), sink, progress);
    ASSIGN_OR_RETURN(const std::vector<std::int64_t> counties, transaction->chains());
    for (const std::int64_t county : counties)
        if (area.covers({county * 1'000'000})) RETURN_IF_ERROR(verifier.walk_chain(county));
    for (const Entity* entity : catalog) RETURN_IF_ERROR(verifier.compare_register(*entity, area));
    RETURN_IF_ERROR(verifier.look_again());
    return verifier.take_summary();
}

}  // namespace tz
