// Keeps records that schema describes; knows no register by name. One implementation per engine
// (src/store). A store is used from one thread at a time unless an implementation says otherwise.
#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/digest.h"
#include "base/division.h"
#include "base/result.h"
#include "schema/record.h"

namespace tz {

// What a caller may see: a division and everything under it. Required by every read.
class Scope {
  public:
    static Scope of(Division area) { return Scope(area); }
    // Whole store; the reason is for the reader of the code and is counted by tools/tidy.py.
    static Scope everything([[maybe_unused]] std::string_view reason) { return Scope(Division{}); }
    Division area() const { return area_; }
    bool covers(Division inner) const { return contains(area_, inner); }

  private:
    explicit Scope(Division area) : area_(area) {}
    Division area_{};
};

// The 6 digits under which a division's records and their audit chain are kept.
inline std::int64_t county_key(Division division) { return division.code / 1'000'000; }

enum class Access : std::uint8_t { kRead, kWrite };

// Which state of the register: now, as it had been recorded at an instant, or as it held on a day.
struct When {
    std::optional<std::int64_t> recorded_ms{};
    std::optional<Date> held_on{};
};

enum class Compare : std::uint8_t {
    kEqual,
    kLess,
    kLessOrEqual,
    kGreater,
    kGreaterOrEqual,
    kKnown,
    kUnknown
};
struct Filter {
    std::size_t field = 0;
    Compare compare = Compare::kEqual;
    Value value{};
};
struct Query {
    std::vector<Filter> filters{};          // all must hold
    std::optional<std::size_t> order_by{};  // field position; else by id
    std::size_t limit = 1000;
    std::size_t offset = 0;
    bool with_retired = false;
    When when{};
};

// One version of a record with the instant it was replaced (0: current).
struct Version {
    Record record{};
    std::int64_t replaced_ms = 0;
};

// One link of a county's audit chain.
struct AuditLink {
    std::int64_t county = 0;    // 6 digits
    std::int64_t sequence = 0;  // 1, 2, 3 … without holes
    std::string body{};         // what was done; length-prefixed bytes, see docs/formats/audit.md
    Digest hash{};              // digest(previous hash + body)
};

using RecordSink = std::function<Status(const Record&)>;  // an error ends the scan
using LinkSink = std::function<Status(const AuditLink&)>;

class Transaction {
  public:
    virtual ~Transaction() = default;  // rolls back unless committed
    // Nothing when it isn't there or lies outside the scope. A retired record is found; of one that
    // moved between counties the one that is not retired.
    virtual Result<std::optional<Record>> get(const Entity&, Id, const Scope&) = 0;
    virtual Result<std::vector<Record>> find(const Entity&, const Query&, const Scope&) = 0;
    virtual Result<std::int64_t> count(const Entity&, const Query&, const Scope&) = 0;
    // Every record that is not retired, in order of county and id; only `columns` are filled
    // (empty: all).
    // The record given to the sink is reused: copy what is to be kept.
    virtual Status scan(const Entity&, const std::vector<std::size_t>& columns, const When&,
                        const Scope&, const RecordSink&) = 0;
    // Every record, retired ones too, of which the current or a former version has this source.
    virtual Status said_by(const Entity&, std::string_view source, const Scope&,
                           const RecordSink&) = 0;
    // All versions of one record that lay inside the scope, oldest first.
    virtual Result<std::vector<Version>> history(const Entity&, Id, const Scope&) = 0;
    // Stores record.version = expected + 1; the former version goes to the history. Conflict when
    // the stored version isn't `expected` (0: must be new). A record is kept under its county and
    // id: one that moves to another county is retired here and put as new there.
    virtual Status put(const Entity&, const Record&, std::int64_t expected) = 0;
    // Appends to a county's chain; the caller has computed sequence and hash from the head.
    virtual Status append(const AuditLink&) = 0;
    virtual Result<std::optional<AuditLink>> head(std::int64_t county) = 0;
    virtual Result<std::vector<std::int64_t>> chains() = 0;  // counties that have a chain
    virtual Status links(std::int64_t county, std::int64_t from_sequence, const LinkSink&) = 0;
    // Receipts of commands: the same command sent twice finds its former receipt.
    virtual Result<std::optional<std::string>> receipt(Id command) = 0;
    virtual Status put_receipt(Id command, std::string_view receipt) = 0;
    // Small settings of the store itself (digest salt, format version).
    virtual Result<std::optional<std::string>> setting(std::string_view name) = 0;
    virtual Status put_setting(std::string_view name, std::string_view value) = 0;
    virtual Status commit() = 0;
};

class Store {
  public:
    virtual ~Store() = default;
    virtual Status migrate(Catalog catalog) = 0;  // adds tables, columns, indexes; never drops
    virtual Result<std::unique_ptr<Transaction>> begin(Access access) = 0;
};

class Clock {
  public:
    virtual ~Clock() = default;
    virtual std::int64_t now_ms() = 0;  // milliseconds since 1970 UTC
    virtual Date today() = 0;           // civil day at UTC+8
};

// Bytes nobody can guess (salts, ids).
class Random {
  public:
    virtual ~Random() = default;
    virtual void fill(std::span<std::uint8_t> bytes) = 0;
};

// Long work tells how far it is: what it does, how many of how many (0: not known).
class Progress {
  public:
    virtual ~Progress() = default;
    virtual void step(std::string_view what, std::int64_t done, std::int64_t total) = 0;
};

}  // namespace tz
