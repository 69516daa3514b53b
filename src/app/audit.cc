#include "app/audit.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "app/bytes.h"
#include "schema/record.h"

namespace tz {
namespace {

constexpr std::int64_t kLayout = 1;
constexpr std::string_view kSaltSetting = "audit_salt";
constexpr std::string_view kKindSetting = "audit_digest";  // absent: sha256
constexpr std::string_view kSha256 = "sha256", kSm3 = "sm3";

Error unreadable(const AuditLink& link) {
    return failure(ErrorKind::kPrecondition,
                   fmt::format("审计链 {} 第 {} 环读不懂;请先运行 admin verify-audit", link.county,
                               link.sequence),
                   fmt::format("link {} of chain {} cannot be read; run admin verify-audit",
                               link.sequence, link.county));
}

std::string_view as_bytes(const Digest& digest) {
    return {reinterpret_cast<const char*>(digest.data()), digest.size()};
}

Digest to_digest(std::string_view bytes) {
    Digest out{};
    std::ranges::copy(bytes, out.begin());
    return out;
}

}  // namespace

std::string encode_audit(const AuditEntry& entry) {
    std::string out;
    out.reserve(256);
    put_int(out, kLayout);
    put_int(out, entry.sequence);
    put_int(out, entry.time_ms);
    put_bytes(out, entry.actor);
    put_bytes(out, entry.command);
    put_bytes(out, entry.register_name);
    put_int(out, static_cast<std::int64_t>(entry.id.high));
    put_int(out, static_cast<std::int64_t>(entry.id.low));
    put_int(out, entry.version_before);
    put_int(out, entry.version_after);
    put_bytes(out, entry.digest_before ? as_bytes(*entry.digest_before) : std::string_view());
    put_bytes(out, as_bytes(entry.digest_after));
    put_bytes(out, entry.evidence);
    return out;
}

std::optional<AuditEntry> parse_audit(std::string_view body) {
    ByteReader reader(body);
    if (reader.whole() != kLayout) return std::nullopt;
    AuditEntry entry;
    entry.sequence = reader.whole();
    entry.time_ms = reader.whole();
    entry.actor = reader.bytes();
    entry.command = reader.bytes();
    entry.register_name = reader.bytes();
    entry.id.high = static_cast<std::uint64_t>(reader.whole());
    entry.id.low = static_cast<std::uint64_t>(reader.whole());
    entry.version_before = reader.whole();
    entry.version_after = reader.whole();
    const std::string_view before = reader.bytes(), after = reader.bytes();
    entry.evidence = reader.bytes();
    if (!reader.is_good() || !reader.at_end() || after.size() != entry.digest_after.size())
        return std::nullopt;
    if (!before.empty() && before.size() != after.size()) return std::nullopt;
    if (!before.empty()) entry.digest_before = to_digest(before);
    entry.digest_after = to_digest(after);
    return entry;
}

Digest record_digest(const AuditKey& key, const Entity& entity, const Record& record) {
    thread_local std::string bytes;
    bytes.assign(key.salt);
    put_int(bytes, record.version);
    put_int(bytes, record.holds_from.days);
    put_int(bytes, record.recorded_ms);
    put_bytes(bytes, record.source);
    bytes += encode_values(entity, record);
    return digest(bytes, key.kind);
}

Digest first_hash(std::int64_t county, DigestKind kind) {
    std::string bytes = "audit chain of county ";
    put_int(bytes, county);
    return digest(bytes, kind);
}

Digest link_hash(const Digest& previous, std::string_view body, DigestKind kind) {
    thread_local std::string bytes;
    bytes.assign(as_bytes(previous));
    bytes += body;
    return digest(bytes, kind);
}

Result<AuditKey> read_audit_key(Transaction& transaction) {
    ASSIGN_OR_RETURN(std::optional<std::string> salt, transaction.setting(kSaltSetting));
    ASSIGN_OR_RETURN(const std::optional<std::string> kind, transaction.setting(kKindSetting));
    return AuditKey{std::move(salt).value_or(""),
                    kind == kSm3 ? DigestKind::kSm3 : DigestKind::kSha256};
}

Result<AuditKey> read_or_make_audit_key(Transaction& transaction, Random& random) {
    ASSIGN_OR_RETURN(AuditKey key, read_audit_key(transaction));
    if (!key.salt.empty()) return key;
    std::array<std::uint8_t, 32> bytes{};
    random.fill(bytes);
    key.salt.assign(bytes.begin(), bytes.end());
    RETURN_IF_ERROR(transaction.put_setting(kSaltSetting, key.salt));
    return key;
}

Status choose_digest(Store& store, DigestKind kind) {
    ASSIGN_OR_RETURN(const auto transaction, store.begin(Access::kWrite));
    ASSIGN_OR_RETURN(const AuditKey key, read_audit_key(*transaction));
    if (key.kind == kind) return ok();
    if (!key.salt.empty())
        return failure(ErrorKind::kPrecondition,
                       "审计链已用另一种摘要算法开始,不能中途更换;请在新建的空数据库上选择",
                       "the audit chain has begun with another digest and keeps it; choose the "
                       "digest of a new, empty database",
                       "digest");
    RETURN_IF_ERROR(
        transaction->put_setting(kKindSetting, kind == DigestKind::kSm3 ? kSm3 : kSha256));
    return transaction->commit();
}

Status follow_audit(Store& store, const Scope& scope, std::int64_t from_sequence,
                    const EntrySink& sink) {
    ASSIGN_OR_RETURN(const auto transaction, store.begin(Access::kRead));
    ASSIGN_OR_RETURN(const std::vector<std::int64_t> counties, transaction->chains());
    const Scope area = Scope::of(county_of(scope.area()));
    const auto give = [&](const AuditLink& link) -> Status {
        const std::optional<AuditEntry> entry = parse_audit(link.body);
        return entry ? sink(link.county, *entry) : unreadable(link);
    };
    for (const std::int64_t county : counties)
        if (area.covers({county * 1'000'000}))
            RETURN_IF_ERROR(transaction->links(county, from_sequence, give));
    return ok();
}

Result<AuditWriter::Head*> AuditWriter::head(std::int64_t county) {
    const auto known = heads_.find(county);
    if (known != heads_.end()) return &known->second;
    ASSIGN_OR_RETURN(const std::optional<AuditLink> stored, transaction_.head(county));
    const Head head =
        stored ? Head{stored->sequence, stored->hash} : Head{0, first_hash(county, kind_)};
    return &heads_.emplace(county, head).first->second;
}

Result<std::int64_t> AuditWriter::add(std::int64_t county, AuditEntry entry) {
    ASSIGN_OR_RETURN(Head * last, head(county));
    entry.sequence = last->sequence + 1;
    AuditLink link{county, entry.sequence, encode_audit(entry), {}};
    link.hash = link_hash(last->hash, link.body, kind_);
    RETURN_IF_ERROR(transaction_.append(link));
    *last = {link.sequence, link.hash};
    return link.sequence;
}

}  // namespace tz
