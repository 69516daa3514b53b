#include "app/audit.h"

#include <algorithm>

#include "app/bytes.h"
#include "schema/record.h"

namespace tz {
namespace {

constexpr std::int64_t kLayout = 1;

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

Digest record_digest(std::string_view salt, const Entity& entity, const Record& record) {
    thread_local std::string bytes;
    bytes.assign(salt);
    put_int(bytes, record.version);
    put_int(bytes, record.holds_from.days);
    put_int(bytes, record.recorded_ms);
    put_bytes(bytes, record.source);
    bytes += encode_values(entity, record);
    return digest(bytes);
}

Digest first_hash(std::int64_t county) {
    std::string bytes = "audit chain of county ";
    put_int(bytes, county);
    return digest(bytes);
}

Digest link_hash(const Digest& previous, std::string_view body) {
    thread_local std::string bytes;
    bytes.assign(as_bytes(previous));
    bytes += body;
    return digest(bytes);
}

Result<AuditWriter::Head*> AuditWriter::head(std::int64_t county) {
    const auto known = heads_.find(county);
    if (known != heads_.end()) return &known->second;
    ASSIGN_OR_RETURN(const std::optional<AuditLink> stored, transaction_.head(county));
    const Head head = stored ? Head{stored->sequence, stored->hash} : Head{0, first_hash(county)};
    return &heads_.emplace(county, head).first->second;
}

Result<std::int64_t> AuditWriter::add(std::int64_t county, AuditEntry entry) {
    ASSIGN_OR_RETURN(Head * last, head(county));
    entry.sequence = last->sequence + 1;
    AuditLink link{county, entry.sequence, encode_audit(entry), {}};
    link.hash = link_hash(last->hash, link.body);
    RETURN_IF_ERROR(transaction_.append(link));
    *last = {link.sequence, link.hash};
    return link.sequence;
}

}  // namespace tz
