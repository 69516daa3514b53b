#include "app/cross_check/problems.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <unordered_map>
#include <unordered_set>

#include "app/cross_check/view.h"
#include "app/ledger/problem_fields.h"
#include "app/ledger/reconcile.h"

namespace tz::cross_check {
namespace {

using namespace problem_field;

constexpr std::size_t kChunk = 500;
constexpr std::int64_t kFails = 1;  // kVerdicts

std::string rule_prefix(const Comparison& comparison) {
    return fmt::format("compare_{}_", comparison.list.comparing.list->name);
}

Value text_value(std::string text) { return text.empty() ? Value{} : Value{std::move(text)}; }

// The outcomes of one rule and person together.
struct Item {
    std::string rule{};
    OutcomeView view{};
    std::string facts{};
    std::string fields{};
};
using Items = std::map<Id, Item>;  // by id of the ledger item

void add_fact(Item& item, const OutcomeView& seen) {
    if (!item.facts.empty()) item.facts += "；";
    if (!seen.item.empty()) item.facts += seen.item + "：";
    item.facts +=
        fmt::format("名单={}，登记册={}", seen.list_value.empty() ? "（空）" : seen.list_value,
                    seen.register_value.empty() ? "（空）" : seen.register_value);
    const std::size_t dot = seen.field.find('.');
    if (dot == std::string::npos || !seen.field.starts_with("person.")) return;
    if (!item.fields.empty()) item.fields += ",";
    item.fields += seen.field.substr(dot + 1);
}

Items items_of(const Comparison& comparison) {
    Items items;
    for (const OutcomeRow& row : comparison.outcomes) {
        if (row.person == kNone || !info(row.kind).makes_item) continue;
        std::string rule = rule_prefix(comparison) + std::string(info(row.kind).name);
        Item& item = items[problem_id(rule, comparison.index.id(row.person))];
        OutcomeView seen = view(comparison, row);
        add_fact(item, seen);
        if (!item.rule.empty()) continue;
        item.rule = std::move(rule);
        item.view = std::move(seen);
    }
    return items;
}

std::string source_line(const Comparison& comparison, const OutcomeView& seen) {
    return seen.row == 0 ? comparison.list.file
                         : fmt::format("{} 第{}行", comparison.list.file, seen.row);
}

class Writing {
  public:
    Writing(const Comparison& comparison, std::int64_t last_number)
        : work_(comparison),
          today_(std::int64_t{comparison.options.today.days}),
          last_number_(last_number) {}

    void take(Id id, const Item& item, const Record* before) {
        Row row = before ? before->values : Row(kProblem.fields.size());
        if (before == nullptr) open_new(row, item);
        tell(row, item);
        move(row, before == nullptr);
        queue(id, before, row);
    }

    void release(const Record& before) {
        Row row = before.values;
        row[kState] = kStateDataHold;
        row[kDataHoldOn] = today_;
        ++batch_.report.held;
        queue(before.id, &before, row);
    }

    ProblemBatch finish() { return std::move(batch_); }

  private:
    void open_new(Row& row, const Item& item) {
        row[kDivisionOf] = item.view.division.code;
        row[kRule] = item.rule;
        row[kRecord] = to_string(item.view.record);
        row[kRegister] = std::string(work_.list.comparing.against->name);
        row[kItemNumber] = ++last_number_;
        row[kSource] = std::string("数据比对");
        row[kSourceKind] = kSourceComparison;
        row[kHouseholdNumber] = text_value(item.view.household_number);
        row[kSubject] = text_value(item.view.register_name);
        row[kIdNumber] = text_value(item.view.register_id);
    }

    void tell(Row& row, const Item& item) {
        row[kTitle] = fmt::format("{}：{}", work_.list.title, info(item.view.kind).zh);
        row[kAddress] = source_line(work_, item.view);
        row[kCategory] = std::string("数据比对");
        if (const policy::Rule* rule = work_.rule_of(item.view.kind)) declared(row, *rule);
        row[kDescription] = fmt::format("{}。{}", info(item.view.kind).zh, item.facts);
        row[kFacts] = item.facts;
        row[kFields] = text_value(item.fields);
        row[kVerdictOf] = kFails;
        row[kLastSeenOn] = today_;
        const Choice* owner = kDepartments.by_name(item.view.owner);
        row[kOwner] = owner ? Value{std::int64_t{owner->code}} : Value{};
    }

    void declared(Row& row, const policy::Rule& rule) {
        row[kTitle] = rule.problem;
        row[kCategory] = rule.category;
        row[kAddress] = fmt::format("{} {}", rule.source.document, rule.source.clause);
        if (rule.due) row[kDue] = std::int64_t{rule.due->days};
        if (rule.within_days && !is_known(row[kDue]))
            row[kDue] = as_int(today_) + std::int64_t{rule.within_days};
    }

    // An exempted item stays so until its day has passed.
    void move(Row& row, bool is_new) {
        const std::int64_t state = is_new ? 0 : as_int(row[kState]);
        const Value& until = row[kExemptedUntil];
        const bool is_excused =
            state == kStateExempted && is_known(until) && as_int(until) >= as_int(today_);
        if (is_excused || state == kStateOpen || state == kStateInRectification) {
            ++batch_.report.updated;
            return;
        }
        ++(is_new ? batch_.report.opened : batch_.report.reopened);
        if (!is_new) {
            const Value& count = row[kReopenedCount];
            row[kReopenedCount] = (is_known(count) ? as_int(count) : 0) + 1;
        }
        row[kState] = kStateOpen;
        row[kOpenedOn] = today_;
        for (const std::size_t field : {kDataHoldOn, kAcceptedBy, kAcceptedOn, kClosedOn})
            row[field] = Value{};
    }

    void queue(Id id, const Record* before, const Row& after) {
        Envelope envelope;
        envelope.command = "problem.run";
        envelope.record = id;
        envelope.source = fmt::format("compare:{}", work_.list.file);
        envelope.holds_from = work_.options.today;
        if (before != nullptr) envelope.base_version = before->version;
        for (std::size_t i = 0; i < after.size(); ++i)
            if (before == nullptr ? is_known(after[i]) : before->values[i] != after[i])
                envelope.patch.push_back({i, after[i]});
        batch_.envelopes.push_back(std::move(envelope));
    }

    const Comparison& work_;
    Value today_;
    std::int64_t last_number_;
    ProblemBatch batch_;
};

// Persons about whom this comparison proves that nothing is left to say: they were found, or are
// no longer in the register.
class Settled {
  public:
    explicit Settled(const Comparison& comparison) : work_(comparison) {
        for (const std::uint32_t person : comparison.person_of)
            if (person != kNone) found_.insert(to_string(comparison.index.id(person)));
        for (std::uint32_t person = 0; person < comparison.index.size(); ++person)
            registered_.insert(comparison.index.id(person));
    }
    bool contains(const Record& item) const {
        const std::string& record = as_text(item.values[kRecord]);
        const auto id = parse_id(record);
        const bool is_absence = as_text(item.values[kRule]).ends_with("_not_listed");
        if (is_absence) return work_.options.is_complete || found_.contains(record);
        return found_.contains(record) || (id && !registered_.contains(*id));
    }

  private:
    const Comparison& work_;
    std::unordered_set<std::string> found_;
    std::unordered_set<Id, IdHash> registered_;
};

bool is_open(const Record& item) {
    const std::int64_t state = as_int(item.values[kState]);
    return state == kStateOpen || state == kStateInRectification || state == kStateExempted;
}

}  // namespace

ProblemBatch to_problems(const Comparison& comparison, const std::vector<Record>& items,
                         std::int64_t last_number) {
    const Items now = items_of(comparison);
    std::unordered_map<Id, const Record*, IdHash> standing;
    for (const Record& item : items) standing.emplace(item.id, &item);
    Writing writing(comparison, last_number);
    for (const auto& [id, item] : now) {
        const auto it = standing.find(id);
        writing.take(id, item, it == standing.end() ? nullptr : it->second);
    }
    const std::string prefix = rule_prefix(comparison);
    const Settled settled(comparison);
    for (const Record& item : items)
        if (!now.contains(item.id) && is_open(item) &&
            as_text(item.values[kRule]).starts_with(prefix) && settled.contains(item))
            writing.release(item);
    return writing.finish();
}

Result<LedgerReport> write_problems(Registrar& registrar, Store& store, const Session& session,
                                    const Comparison& comparison, Progress& progress) {
    std::vector<Record> items;
    std::int64_t last_number = 0;
    {
        const std::string prefix = rule_prefix(comparison);
        ASSIGN_OR_RETURN(auto transaction, store.begin(Access::kRead));
        RETURN_IF_ERROR(transaction->scan(
            kProblem, {}, {}, Scope::of(comparison.options.division), [&](const Record& item) {
                if (is_known(item.values[kItemNumber]))
                    last_number = std::max(last_number, as_int(item.values[kItemNumber]));
                if (as_text(item.values[kRule]).starts_with(prefix)) items.push_back(item);
                return ok();
            }));
    }
    const ProblemBatch batch = to_problems(comparison, items, last_number);
    for (std::size_t first = 0; first < batch.envelopes.size(); first += kChunk) {
        const auto chunk = std::span(batch.envelopes)
                               .subspan(first, std::min(kChunk, batch.envelopes.size() - first));
        ASSIGN_OR_RETURN(const ChunkReceipt receipt, registrar.execute_all(session, Id{}, chunk));
        for (const Receipt& row : receipt.rows)
            if (row.outcome == Outcome::kRefused) return to_error(row);
        progress.step("台账", static_cast<std::int64_t>(first + chunk.size()),
                      static_cast<std::int64_t>(batch.envelopes.size()));
    }
    return batch.report;
}

}  // namespace tz::cross_check
