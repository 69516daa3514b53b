// The audit chain of each county: one link for every version of every record, each bound to the
// one before. Writing belongs to the command path; anybody may verify. Format:
// docs/formats/audit.md. One thread at a time.
#pragma once
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "port/store.h"

namespace tz {

// What one link says: who did what to which record. Digests are of salted values, so the chain
// itself holds nothing personal.
struct AuditEntry {
    std::int64_t sequence = 0;
    std::int64_t time_ms = 0;
    std::string actor{};
    std::string command{};
    std::string register_name{};
    Id id{};
    std::int64_t version_before = 0;  // 0: there was none
    std::int64_t version_after = 0;
    std::optional<Digest> digest_before{};
    Digest digest_after{};
    std::string evidence{};  // one address a line
};
std::string encode_audit(const AuditEntry& entry);
// Nothing when the bytes are not exactly one entry.
std::optional<AuditEntry> parse_audit(std::string_view body);

// By what a store's chains are made: one kind of digest and one salt for all its time.
struct AuditKey {
    std::string salt{};
    DigestKind kind = DigestKind::kSha256;
};
// Everything a version of a record says, under the salt.
Digest record_digest(const AuditKey& key, const Entity& entity, const Record& record);
Digest first_hash(std::int64_t county, DigestKind kind);  // what stands before link 1
Digest link_hash(const Digest& previous, std::string_view body, DigestKind kind);

// Without a salt: no chain has begun.
Result<AuditKey> read_audit_key(Transaction& transaction);
Result<AuditKey> read_or_make_audit_key(Transaction& transaction, Random& random);
// Refused once a chain has begun with another kind.
Status choose_digest(Store& store, DigestKind kind);

// Appends links and keeps the heads of the chains it touches, so a chunk reads each head once.
class AuditWriter {
  public:
    AuditWriter(Transaction& transaction, DigestKind kind)
        : transaction_(transaction), kind_(kind) {}
    // Fills in the sequence; gives it back.
    Result<std::int64_t> add(std::int64_t county, AuditEntry entry);

  private:
    struct Head {
        std::int64_t sequence = 0;
        Digest hash{};
    };
    Result<Head*> head(std::int64_t county);
    Transaction& transaction_;
    DigestKind kind_;
    std::unordered_map<std::int64_t, Head> heads_;
};

enum class FaultKind : std::uint8_t {
    kUnreadable,  // the body of a link is not an entry
    kSequence,    // links are missing, or stand in another order
    kHash,        // this link or the one before was changed
    kVersions,    // this link does not follow the record's link before
    kRecord,      // the record is not what its last link says
    kHistory,     // a former version is not what its link says
    kLost,        // the record is gone
    kUnrecorded,  // a record, or a version of it, that no link speaks of
};

struct AuditFault {
    FaultKind kind = FaultKind::kHash;
    std::int64_t county = 0;
    std::int64_t sequence = 0;  // the link it is about; 0: none
    std::string register_name{};
    Id id{};
    Text text{};
};

// Note these down elsewhere: they are what tells a chain from one that was cut and grown again.
struct ChainHead {
    std::int64_t county = 0;
    std::int64_t sequence = 0;
    Digest hash{};
};

struct AuditSummary {
    std::int64_t links = 0;
    std::int64_t records = 0;
    std::int64_t faults = 0;
    std::vector<ChainHead> heads{};
};

// What was done, in the order it was done: the links of the scope's chains (never less than a
// county) from `from_sequence` of each. Written in the transaction of the change itself, so who
// keeps his place in a chain misses nothing and learns of nothing that did not happen.
using EntrySink = std::function<Status(std::int64_t county, const AuditEntry&)>;
Status follow_audit(Store& store, const Scope& scope, std::int64_t from_sequence,
                    const EntrySink& sink);

using FaultSink = std::function<void(const AuditFault&)>;

// Walks every chain of the scope (never less than a county) and compares every record and every
// former version with its link. Faults go to the sink; an error means that it could not be read.
Result<AuditSummary> verify_audit(Store& store, Catalog catalog, const Scope& scope,
                                  const FaultSink& sink, Progress* progress = nullptr);

}  // namespace tz
