#include "app/execute.h"

#include <fmt/format.h>

#include <algorithm>

#include "app/audit.h"
#include "app/ledger/signing.h"
#include "app/receipt.h"
#include "app/write_behind.h"

namespace tz {
namespace {

Receipt refuse(const Envelope& envelope, Error error) {
    Receipt receipt;
    receipt.record = envelope.record;
    receipt.kind = error.kind;
    receipt.problems.push_back({std::move(error.field), std::move(error.text)});
    return receipt;
}

Receipt refuse(const Envelope& envelope, std::vector<Problem> problems) {
    Receipt receipt;
    receipt.record = envelope.record;
    receipt.problems = std::move(problems);
    return receipt;
}

// The same words whether the record is missing or somebody else's.
Error out_of_sight(const Entity& entity, Id id) {
    return failure(
        ErrorKind::kNotFound,
        fmt::format("没有这条{}记录({}),或不在您的管辖范围内", entity.label, to_string(id)),
        fmt::format("no {} record {}, or it lies outside your area", entity.name, to_string(id)));
}

Error wrong_role(const CommandSpec& spec, Role role) {
    return failure(ErrorKind::kForbidden,
                   fmt::format("您的角色({})不能执行 {}", role_name(role), spec.name),
                   fmt::format("your role ({}) may not do {}", role_name(role), spec.name));
}

Error no_such_command(const Envelope& envelope) {
    return invalid(fmt::format("没有名为 {} 的命令", envelope.command),
                   fmt::format("there is no command {}", envelope.command));
}

Error changed_since(const Entity& entity, std::int64_t base, std::int64_t now) {
    return failure(
        ErrorKind::kConflict,
        fmt::format("这条{}记录现在是第 {} 版,您依据的是第 {} 版;请看过新的内容再改", entity.label,
                    now, base),
        fmt::format("this {} record is at version {}, you saw version {}; look at it again before "
                    "changing it",
                    entity.name, now, base));
}

Error id_used_twice(Id command) {
    return failure(
        ErrorKind::kConflict,
        fmt::format("命令号 {} 已用于别的内容或别的人;请换一个新号再发", to_string(command)),
        fmt::format("command id {} was used for other content or by somebody else; send it "
                    "under a new id",
                    to_string(command)));
}

Problem bad_field(const Entity& entity, std::size_t field) {
    return {"",
            {fmt::format("{}没有第 {} 个字段", entity.label, field + 1),
             fmt::format("{} has no field number {}", entity.name, field + 1)}};
}

Problem bad_unread(const Entity& entity, std::string_view line) {
    return {std::string(line.substr(0, line.find('='))),
            {fmt::format("未读单元格“{}”不是{}的“字段=内容”", line, entity.label),
             fmt::format("unread cell \"{}\" is not \"field=text\" of {}", line, entity.name)}};
}

// Step 2: what can be said of the payload before anything is loaded.
std::vector<Problem> check_payload(const Entity& entity, const Envelope& envelope) {
    std::vector<Problem> problems;
    for (const FieldValue& change : envelope.patch)
        if (change.field >= entity.fields.size())
            problems.push_back(bad_field(entity, change.field));
    if (envelope.unread.empty()) return problems;
    for (const std::string_view line : split(envelope.unread, '\n')) {
        const std::size_t equals = line.find('=');
        if (line.empty() || is_added_line(line)) continue;
        if (equals == line.npos || entity.find(line.substr(0, equals)) == nullptr)
            problems.push_back(bad_unread(entity, line));
    }
    return problems;
}

Id target_of(const Entity& entity, const Envelope& envelope) {
    if (!envelope.record.is_null()) return envelope.record;
    Row values(entity.fields.size());
    for (const FieldValue& change : envelope.patch) values[change.field] = change.value;
    return natural_id(entity, values);
}

Error no_identity(const Entity& entity) {
    return invalid(
        fmt::format("{}记录没有编号,也缺少能算出编号的关键字段", entity.label),
        fmt::format("the {} record has no id and lacks the key fields that give one", entity.name));
}

bool says_the_same(const Record& a, const Record& b) {
    return a.retired == b.retired && a.unread == b.unread && a.values == b.values;
}

std::vector<FieldValue> former_values(const Record& before, const Record& after) {
    std::vector<FieldValue> former;
    for (std::size_t i = 0; i < after.values.size(); ++i)
        if (before.values[i] != after.values[i]) former.push_back({i, before.values[i]});
    return former;
}

std::int64_t county_of_record(const Entity& entity, const Record& record) {
    return county_key(division_of(entity, record.values));
}

Outcome outcome_of(const Entity& entity, const Record* before, const Record& after) {
    if (before == nullptr) return Outcome::kAdded;
    if (after.retired != before->retired)
        return after.retired ? Outcome::kRetired : Outcome::kRestored;
    const bool moves = county_of_record(entity, *before) != county_of_record(entity, after);
    return moves ? Outcome::kMoved : Outcome::kChanged;
}

// One transaction's work: the steps for each envelope, and what they share.
class Desk {
  public:
    Desk(Transaction& transaction, const Commands& commands, const Session& session, Clock& clock,
         const AuditKey& key, bool is_preview)
        : transaction_(transaction),
          commands_(commands),
          session_(session),
          key_(key),
          now_ms_(clock.now_ms()),
          today_(clock.today()),
          is_preview_(is_preview),
          audit_(transaction, key.kind) {}

    Result<Receipt> take(const Envelope& envelope);

  private:
    struct Loaded {
        std::optional<Record> before{};
        std::optional<Record> former{};
    };
    Result<Loaded> load(const Entity& entity, Id id, const Envelope& envelope);
    std::optional<Error> authorize(const CommandSpec& spec, const Loaded& loaded, Id id) const;
    Result<std::optional<Error>> unsigned_step(const CommandSpec& spec, const Record& before);
    Record stamped(Record after, const Record* before, Id id, const Envelope& envelope) const;
    Result<Receipt> settle(const CommandSpec& spec, const Envelope& envelope, const Loaded& loaded,
                           Record after);
    Result<Receipt> write(const CommandSpec& spec, const Envelope& envelope, const Record* before,
                          Record& after);
    Result<std::int64_t> link(const CommandSpec& spec, const Envelope& envelope,
                              const Record* before, const Record& after);
    Result<std::optional<Record>> leave_county(const CommandSpec& spec, const Envelope& envelope,
                                               const Record& before, const Record& after);

    Transaction& transaction_;
    const Commands& commands_;
    const Session& session_;
    const AuditKey& key_;
    std::int64_t now_ms_;
    Date today_;
    bool is_preview_;
    AuditWriter audit_;
    std::optional<std::vector<ChainInForce>> chains_{};  // read with the first step
};

// Step 5. Loads from the whole county, so that a record of the next village is found and refused
// and not taken for a new one.
Result<Desk::Loaded> Desk::load(const Entity& entity, Id id, const Envelope& envelope) {
    const Scope wide = Scope::of(county_of(session_.scope.area()));
    Loaded loaded;
    ASSIGN_OR_RETURN(loaded.before, transaction_.get(entity, id, wide));
    if (!loaded.before || envelope.to_version == 0) return loaded;
    ASSIGN_OR_RETURN(const std::vector<Version> versions, transaction_.history(entity, id, wide));
    const std::int64_t county = county_of_record(entity, *loaded.before);
    for (const Version& version : versions)
        if (version.record.version == envelope.to_version &&
            county_of_record(entity, version.record) == county)
            loaded.former = version.record;
    return loaded;
}

// Step 6, first half; the second half asks the same of the record as it will be.
std::optional<Error> Desk::authorize(const CommandSpec& spec, const Loaded& loaded, Id id) const {
    const Entity& entity = *spec.entity;
    if (loaded.before && !session_.scope.covers(division_of(entity, loaded.before->values)))
        return out_of_sight(entity, id);
    if (!spec.roles.has(session_.role)) return wrong_role(spec, session_.role);
    return std::nullopt;
}

// Step 6 for workflows: the chains of signatures that stand before this step are complete.
Result<std::optional<Error>> Desk::unsigned_step(const CommandSpec& spec, const Record& before) {
    const Entity& entity = *spec.entity;
    if (!chains_) {
        ASSIGN_OR_RETURN(chains_, chains_kept(transaction_));
    }
    for (const ChainInForce& chain : chains_before(*chains_, spec.name, entity, before, today_)) {
        ASSIGN_OR_RETURN(const SignOffs sign_offs,
                         sign_offs_of(transaction_, chain, entity, before));
        const Standing standing =
            standing_of(chain, *find_workflow(entity.name), before, sign_offs);
        if (auto error = unsigned_error(chain, standing)) return error;
    }
    return std::optional<Error>();
}

Record Desk::stamped(Record after, const Record* before, Id id, const Envelope& envelope) const {
    after.id = id;
    after.version = before == nullptr ? 1 : before->version + 1;
    after.holds_from = envelope.holds_from.value_or(today_);
    // A clock that was set back must not put a version before the one it replaces.
    after.recorded_ms = before == nullptr ? now_ms_ : std::max(now_ms_, before->recorded_ms);
    after.source = envelope.source.empty() ? envelope.command : envelope.source;
    return after;
}

Result<Receipt> Desk::take(const Envelope& envelope) {
    const CommandSpec* spec = commands_.find(envelope.command);
    if (spec == nullptr) return refuse(envelope, no_such_command(envelope));
    const Entity& entity = *spec->entity;
    if (auto problems = check_payload(entity, envelope); !problems.empty())
        return refuse(envelope, std::move(problems));
    const Id id = target_of(entity, envelope);
    if (id.is_null()) return refuse(envelope, no_identity(entity));
    ASSIGN_OR_RETURN(const Loaded loaded, load(entity, id, envelope));
    if (auto error = authorize(*spec, loaded, id)) return refuse(envelope, *std::move(error));
    const Record* before = loaded.before ? &*loaded.before : nullptr;
    const std::int64_t version = before == nullptr ? 0 : before->version;
    if (envelope.base_version.value_or(version) != version)
        return refuse(envelope, changed_since(entity, *envelope.base_version, version));
    if (spec->is_step && before != nullptr) {
        ASSIGN_OR_RETURN(auto objection, unsigned_step(*spec, *before));
        if (objection) return refuse(envelope, *std::move(objection));
    }
    Result<Record> after = spec->decide(
        {entity, before, loaded.former ? &*loaded.former : nullptr, envelope, session_, today_});
    if (!after) return refuse(envelope, after.error());
    return settle(*spec, envelope, loaded, stamped(std::move(*after), before, id, envelope));
}

// Between the decision and the writing: is it allowed, is it valid, does it change anything.
Result<Receipt> Desk::settle(const CommandSpec& spec, const Envelope& envelope,
                             const Loaded& loaded, Record after) {
    const Entity& entity = *spec.entity;
    const Record* before = loaded.before ? &*loaded.before : nullptr;
    Receipt receipt;
    receipt.record = after.id;
    if (before != nullptr && says_the_same(*before, after)) {
        receipt.outcome = Outcome::kUnchanged;
        receipt.version = before->version;
        receipt.county = county_of_record(entity, *before);
        return receipt;
    }
    if (spec.is_checked)
        if (auto problems = validate(entity, after.values); !problems.empty())
            return refuse(envelope, std::move(problems));
    if (!session_.scope.covers(division_of(entity, after.values)))
        return refuse(envelope, out_of_sight(entity, after.id));
    return write(spec, envelope, before, after);
}

// A record is kept under its county: one that moves is retired there and goes on here. Gives the
// record's earlier life in the new county, if it had one.
Result<std::optional<Record>> Desk::leave_county(const CommandSpec& spec, const Envelope& envelope,
                                                 const Record& before, const Record& after) {
    const Entity& entity = *spec.entity;
    if (!before.retired && !is_preview_) {
        Record left = before;
        left.retired = true;
        left = stamped(std::move(left), &before, before.id, envelope);
        RETURN_IF_ERROR(transaction_.put(entity, left, before.version));
        RETURN_IF_ERROR(link(spec, envelope, &before, left));
    }
    const Division county = county_of(division_of(entity, after.values));
    ASSIGN_OR_RETURN(std::optional<Record> earlier,
                     transaction_.get(entity, after.id, Scope::of(county)));
    if (earlier && county_of_record(entity, *earlier) != county_key(county)) earlier.reset();
    return earlier;
}

// Steps 8 and 9.
Result<Receipt> Desk::write(const CommandSpec& spec, const Envelope& envelope, const Record* before,
                            Record& after) {
    const Entity& entity = *spec.entity;
    Receipt receipt;
    receipt.record = after.id;
    receipt.outcome = outcome_of(entity, before, after);
    receipt.county = county_of_record(entity, after);
    if (before != nullptr) receipt.former = former_values(*before, after);
    std::optional<Record> earlier;
    if (before != nullptr && county_of_record(entity, *before) != receipt.county) {
        ASSIGN_OR_RETURN(earlier, leave_county(spec, envelope, *before, after));
        before = earlier ? &*earlier : nullptr;
        after.version = before == nullptr ? 1 : before->version + 1;
    }
    receipt.version = after.version;
    if (is_preview_) return receipt;
    RETURN_IF_ERROR(transaction_.put(entity, after, after.version - 1));
    ASSIGN_OR_RETURN(receipt.sequence, link(spec, envelope, before, after));
    return receipt;
}

Result<std::int64_t> Desk::link(const CommandSpec& spec, const Envelope& envelope,
                                const Record* before, const Record& after) {
    const Entity& entity = *spec.entity;
    AuditEntry entry;
    entry.time_ms = now_ms_;
    entry.actor = session_.actor;
    entry.command = spec.name;
    entry.register_name = entity.name;
    entry.id = after.id;
    entry.version_before = before == nullptr ? 0 : before->version;
    entry.version_after = after.version;
    if (before != nullptr) entry.digest_before = record_digest(key_, entity, *before);
    entry.digest_after = record_digest(key_, entity, after);
    entry.evidence = join(envelope.evidence, "\n");
    return audit_.add(county_of_record(entity, after), std::move(entry));
}

// Step 4: the former receipts of a chunk that was done before.
Result<std::optional<ChunkReceipt>> find_repeat(Transaction& transaction, Id chunk,
                                                const Session& session, std::uint64_t content) {
    ASSIGN_OR_RETURN(const std::optional<std::string> bytes, transaction.receipt(chunk));
    if (!bytes) return std::optional<ChunkReceipt>();
    std::optional<KeptReceipts> kept = parse_receipts(*bytes);
    if (!kept || kept->actor != session.actor || kept->content != content)
        return id_used_twice(chunk);
    return std::optional(ChunkReceipt{std::move(kept->rows), true});
}

// Step 5 for the whole chunk: what its envelopes name.
Status fetch_all(WriteBehind& transaction, const Commands& commands, const Session& session,
                 std::span<const Envelope> envelopes) {
    const Scope wide = Scope::of(county_of(session.scope.area()));
    for (const Envelope& envelope : envelopes) {
        const CommandSpec* spec = commands.find(envelope.command);
        if (spec == nullptr || envelope.record.is_null()) continue;
        RETURN_IF_ERROR(transaction.fetch(*spec->entity, envelope.record, wide));
    }
    return ok();
}

Result<std::vector<Receipt>> take_all(Desk& desk, std::span<const Envelope> envelopes) {
    std::vector<Receipt> rows;
    rows.reserve(envelopes.size());
    for (const Envelope& envelope : envelopes) {
        ASSIGN_OR_RETURN(Receipt receipt, desk.take(envelope));
        rows.push_back(std::move(receipt));
    }
    return rows;
}

bool is_refused(const Receipt& receipt) { return receipt.outcome == Outcome::kRefused; }

}  // namespace

Result<ChunkReceipt> Registrar::execute_all(const Session& session, Id chunk,
                                            std::span<const Envelope> envelopes) {
    ASSIGN_OR_RETURN(const auto opened, store_.begin(Access::kWrite));
    WriteBehind transaction(*opened);
    const std::uint64_t content = chunk.is_null() ? 0 : fingerprint(envelopes);
    if (!chunk.is_null()) {
        ASSIGN_OR_RETURN(auto repeat, find_repeat(transaction, chunk, session, content));
        if (repeat) return *std::move(repeat);
    }
    AuditKey key = key_;
    if (key.salt.empty()) {
        ASSIGN_OR_RETURN(key, read_or_make_audit_key(transaction, random_));
    }
    RETURN_IF_ERROR(fetch_all(transaction, commands_, session, envelopes));
    Desk desk(transaction, commands_, session, clock_, key, false);
    ASSIGN_OR_RETURN(std::vector<Receipt> rows, take_all(desk, envelopes));
    // What was refused left no trace, so it may be sent again once the reason is gone.
    if (std::ranges::all_of(rows, is_refused)) return ChunkReceipt{std::move(rows), false};
    if (!chunk.is_null())
        RETURN_IF_ERROR(
            transaction.put_receipt(chunk, encode_receipts({session.actor, content, rows})));
    RETURN_IF_ERROR(transaction.commit());
    key_ = std::move(key);
    return ChunkReceipt{std::move(rows), false};
}

Result<ChunkReceipt> Registrar::preview(const Session& session,
                                        std::span<const Envelope> envelopes) {
    ASSIGN_OR_RETURN(const auto transaction, store_.begin(Access::kRead));
    Desk desk(*transaction, commands_, session, clock_, key_, true);
    ASSIGN_OR_RETURN(std::vector<Receipt> rows, take_all(desk, envelopes));
    return ChunkReceipt{std::move(rows), false};
}

Result<Receipt> Registrar::execute(const Session& session, const Envelope& envelope) {
    ASSIGN_OR_RETURN(ChunkReceipt done,
                     execute_all(session, envelope.command_id, std::span(&envelope, 1)));
    if (is_refused(done.rows.front())) return to_error(done.rows.front());
    return std::move(done.rows.front());
}

}  // namespace tz
