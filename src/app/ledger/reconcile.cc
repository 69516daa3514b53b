#include "app/ledger/reconcile.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <unordered_map>
#include <unordered_set>

#include "app/ledger/problem_fields.h"
#include "app/ledger/subject.h"
#include "domain/ledger/exemption.h"
#include "domain/workflow/step.h"
#include "schema/convert.h"

namespace tz {
namespace {

using namespace problem_field;

constexpr std::size_t kChunk = 500;
constexpr std::int64_t kProgressStep = 512;

using Records = std::unordered_map<Id, Record, IdHash>;

Result<Records> load(Store& store, const Entity& entity, const Scope& scope) {
    Records out;
    ASSIGN_OR_RETURN(auto transaction, store.begin(Access::kRead));
    RETURN_IF_ERROR(transaction->scan(entity, {}, {}, scope, [&](const Record& record) {
        out.emplace(record.id, record);
        return ok();
    }));
    return out;
}

std::string facts_text(const FindingDetail& detail) {
    std::string out;
    for (const FindingDetail::Seen& seen : detail.values)
        out += fmt::format("{}{}={}", out.empty() ? "" : ";", seen.label,
                           seen.value.empty() ? "(空)" : seen.value);
    return out;
}

using Names = std::vector<std::string>;

// Whether steps alone write the field, so that nobody can correct it.
bool is_of_steps(const Entity& entity, std::string_view field) {
    const Workflow* flow = find_workflow(entity.name);
    return !entity.written_by.empty() ||
           (flow && flow->first != 0 &&
            std::ranges::find(flow->not_content, field) != flow->not_content.end());
}

// Fields of the rule's own record that a condition looks at, each once.
void collect_fields(const policy::Node& node, const Entity& entity, Names& out) {
    if (node.entity != &entity) return;
    const bool is_field = node.op == policy::Op::kField && !entity.fields[node.field].is_scope;
    const std::string name(is_field ? entity.fields[node.field].name : "");
    if (!name.empty() && !is_of_steps(entity, name) && std::ranges::find(out, name) == out.end())
        out.push_back(name);
    for (const policy::NodePtr& arg : node.args)
        if (arg) collect_fields(*arg, entity, out);
}

// What a fix sheet offers to correct for each rule: the fields its standard looks at, then those
// that say to whom it applies; but not those by which a great part of all rules choose their
// records (a member's presence, say).
std::vector<Names> correctable_fields(const std::vector<policy::Rule>& rules) {
    constexpr std::size_t kCommonShare = 4;
    std::map<const Entity*, std::size_t> rule_count;
    std::map<std::pair<const Entity*, std::string>, std::size_t> uses;
    std::vector<Names> scopes;
    for (const policy::Rule& rule : rules) {
        Names names;
        collect_fields(*rule.when, *rule.entity, names);
        ++rule_count[rule.entity];
        for (const std::string& name : names) ++uses[{rule.entity, name}];
        scopes.push_back(std::move(names));
    }
    std::vector<Names> out;
    for (std::size_t i = 0; i < rules.size(); ++i) {
        const Entity* entity = rules[i].entity;
        Names names;
        collect_fields(*rules[i].that, *entity, names);
        for (const std::string& name : scopes[i])
            if (uses[{entity, name}] * kCommonShare <= rule_count[entity] + kCommonShare &&
                std::ranges::find(names, name) == names.end())
                names.push_back(name);
        out.push_back(std::move(names));
    }
    return out;
}

Value text_value(std::string text) { return text.empty() ? Value{} : Value{std::move(text)}; }
Value date_value(Date day) { return std::int64_t{day.days}; }

// One run's findings against the items that stand.
class Reconciler {
  public:
    Reconciler(Registrar& registrar, Store& store, const Session& session, const CheckRun& run,
               Progress& progress)
        : registrar_(registrar),
          store_(store),
          session_(session),
          run_(run),
          progress_(progress),
          today_(run.options().as_of),
          source_("check:" + to_string(today_)) {}

    Result<ReconcileReport> all() {
        const Scope scope = Scope::of(run_.options().division);
        ASSIGN_OR_RETURN(items_, load(store_, kProblem, scope));
        ASSIGN_OR_RETURN(exemptions_, load(store_, kExemption, scope));
        for (const auto& [id, item] : items_)
            if (is_known(item.values[kItemNumber]))
                last_number_ = std::max(last_number_, as_int(item.values[kItemNumber]));
        look_back();
        for (const Names& names : correctable_fields(run_.packs().rules))
            fields_.push_back(join(names, ","));
        RETURN_IF_ERROR(take_findings());
        RETURN_IF_ERROR(release_others());
        RETURN_IF_ERROR(flush());
        if (why_new_) report_.why_new = why_new_->items();
        return report_;
    }

  private:
    const policy::Rule& rule_of(const Finding& finding) const {
        return run_.packs().rules[finding.rule];
    }

    // The day of the check before, and the packs that found something then.
    void look_back() {
        std::int64_t before = 0;
        std::set<std::string> packs;
        for (const auto& [id, item] : items_) {
            if (is_known(item.values[kPack]))
                packs.insert(std::string(as_text(item.values[kPack])));
            for (const std::size_t day : {kLastSeenOn, kDataHoldOn})
                if (is_known(item.values[day]) && as_int(item.values[day]) < today_.days)
                    before = std::max(before, as_int(item.values[day]));
        }
        if (before > 0) why_new_.emplace(run_, Date{static_cast<std::int32_t>(before)}, packs);
    }

    Status take_findings() {
        ASSIGN_OR_RETURN(reader_, store_.begin(Access::kRead));
        SubjectFinder finder(*reader_, run_.packs().catalog, Scope::of(run_.options().division));
        Status status = ok();
        std::int64_t done = 0;
        run_.for_each(policy::Verdict::kFails, [&](const Finding& finding) {
            if (!status) return;
            status = take(finding, finder);
            if (++done % kProgressStep == 0) progress_.step("台账", done, 0);
        });
        reader_.reset();
        return status;
    }

    Status take(const Finding& finding, SubjectFinder& finder) {
        const policy::Rule& rule = rule_of(finding);
        const Id id = problem_id(rule.name, finding.record);
        failing_.insert(id);
        const auto it = items_.find(id);
        Row row = it == items_.end() ? Row(kProblem.fields.size()) : it->second.values;
        if (it == items_.end()) {
            open_new(row, finding, rule);
            ASSIGN_OR_RETURN(const Subject subject, finder.find(*rule.entity, finding.record));
            tell_subject(row, subject);
            if (why_new_) RETURN_IF_ERROR(why_new_->add(*reader_, finding));
        }
        tell_rule(row, finding, rule);
        move_state(row, finding, rule, it == items_.end());
        return queue(id, it == items_.end() ? nullptr : &it->second, row);
    }

    void open_new(Row& row, const Finding& finding, const policy::Rule& rule) {
        row[kDivisionOf] = finding.division.code;
        row[kRule] = rule.name;
        row[kRecord] = to_string(finding.record);
        row[kRegister] = std::string(rule.entity->name);
        row[kItemNumber] = ++last_number_;
        row[kSource] = std::string("数据核查");
        row[kSourceKind] = kSourceRule;
        start(row, rule);
    }

    // From the day an item opens (again): when it was found and by when it must be done.
    void start(Row& row, const policy::Rule& rule) {
        row[kState] = kStateOpen;
        row[kOpenedOn] = date_value(today_);
        row[kDue] = Value{};
        if (const auto due = policy::deadline(run_.packs(), rule, today_))
            row[kDue] = date_value(*due);
        for (const std::size_t field : {kDataHoldOn, kAcceptedBy, kAcceptedOn, kClosedOn})
            row[field] = Value{};
    }

    static void tell_subject(Row& row, const Subject& subject) {
        row[kHouseholdNumber] = text_value(subject.household_number);
        row[kHeadName] = text_value(subject.head_name);
        row[kSubject] = text_value(subject.name);
        row[kIdNumber] = text_value(subject.id_number);
    }

    void tell_rule(Row& row, const Finding& finding, const policy::Rule& rule) {
        row[kPack] = run_.packs().packs[static_cast<std::size_t>(rule.pack)].name;
        row[kAddress] = rule.source.clause;
        row[kTitle] = rule.title;
        row[kCategory] = text_value(rule.category);
        row[kDescription] = rule.problem.empty() ? rule.title : rule.problem;
        row[kVerdictOf] = std::int64_t{1};
        row[kFacts] = text_value(facts_text(run_.detail(finding)));
        row[kFields] = text_value(fields_[finding.rule]);
        row[kLastSeenOn] = date_value(today_);
        const Choice* owner = kDepartments.by_name(rule.owner);
        row[kOwner] = owner ? Value{std::int64_t{owner->code}} : Value{};
    }

    const Record* valid_exemption(Id record, std::string_view rule) const {
        const auto it = exemptions_.find(exemption_id(rule, record));
        if (it == exemptions_.end()) return nullptr;
        return as_int(it->second.values[at(kExemption, "until")]) >= today_.days ? &it->second
                                                                                 : nullptr;
    }

    void move_state(Row& row, const Finding& finding, const policy::Rule& rule, bool is_new) {
        const std::int64_t state = as_int(row[kState]);
        const Record* exemption = valid_exemption(finding.record, rule.name);
        row[kExemptionReason] = exemption ? exemption->values[at(kExemption, "reason")] : Value{};
        row[kExemptedUntil] = exemption ? exemption->values[at(kExemption, "until")] : Value{};
        if (exemption != nullptr) {
            row[kState] = kStateExempted;
            ++report_.exempted;
        } else if (is_new) {
            ++report_.opened;
        } else if (state == kStateClosed || state == kStateDataHold) {
            reopen(row, rule);
        } else {
            if (state == kStateExempted) row[kState] = kStateOpen;
            ++report_.updated;
        }
    }

    void reopen(Row& row, const policy::Rule& rule) {
        const Value& count = row[kReopenedCount];
        row[kReopenedCount] = (is_known(count) ? as_int(count) : 0) + 1;
        start(row, rule);
        ++report_.reopened;
    }

    // Items of this run's rules that no longer fail: their data hold. An unknown verdict proves
    // nothing, so such an item stays as it is.
    Status release_others() {
        std::unordered_set<std::string> rules;
        for (const policy::Rule& rule : run_.packs().rules) rules.insert(rule.name);
        const std::unordered_set<Id, IdHash> unknown = unknown_items();
        for (const auto& [id, item] : items_) {
            const std::int64_t state = as_int(item.values[kState]);
            const bool is_open =
                state == kStateOpen || state == kStateInRectification || state == kStateExempted;
            if (!is_open || failing_.contains(id) || unknown.contains(id)) continue;
            if (!rules.contains(as_text(item.values[kRule]))) continue;
            RETURN_IF_ERROR(release(id, item));
        }
        return ok();
    }

    std::unordered_set<Id, IdHash> unknown_items() const {
        std::unordered_set<Id, IdHash> out;
        run_.for_each(policy::Verdict::kUnknown, [&](const Finding& finding) {
            const Id id = problem_id(rule_of(finding).name, finding.record);
            if (items_.contains(id)) out.insert(id);
        });
        return out;
    }

    Status release(Id id, const Record& item) {
        Row row = item.values;
        row[kState] = kStateDataHold;
        row[kDataHoldOn] = date_value(today_);
        ++report_.held;
        return queue(id, &item, row);
    }

    Status queue(Id id, const Record* before, const Row& after) {
        Envelope envelope;
        envelope.command = "problem.run";
        envelope.record = id;
        envelope.source = source_;
        envelope.holds_from = today_;
        if (before != nullptr) envelope.base_version = before->version;
        for (std::size_t i = 0; i < after.size(); ++i)
            if (before == nullptr ? is_known(after[i]) : before->values[i] != after[i])
                envelope.patch.push_back({i, after[i]});
        queue_.push_back(std::move(envelope));
        return ok();
    }

    Status flush() {
        for (std::size_t first = 0; first < queue_.size(); first += kChunk) {
            const std::size_t size = std::min(kChunk, queue_.size() - first);
            ASSIGN_OR_RETURN(
                const ChunkReceipt receipt,
                registrar_.execute_all(session_, Id{}, std::span(queue_).subspan(first, size)));
            for (const Receipt& row : receipt.rows) {
                if (row.outcome == Outcome::kRefused) return to_error(row);
                if (row.outcome == Outcome::kUnchanged) ++report_.unchanged;
            }
            progress_.step("台账", static_cast<std::int64_t>(first + size),
                           static_cast<std::int64_t>(queue_.size()));
        }
        report_.updated -= std::min(report_.updated, report_.unchanged);
        return ok();
    }

    Registrar& registrar_;
    Store& store_;
    const Session& session_;
    const CheckRun& run_;
    Progress& progress_;
    Date today_;
    std::string source_;
    Records items_;
    Records exemptions_;
    std::vector<std::string> fields_;
    std::int64_t last_number_ = 0;
    std::unique_ptr<Transaction> reader_;
    std::unordered_set<Id, IdHash> failing_;
    std::vector<Envelope> queue_;
    ReconcileReport report_;
    std::optional<WhyNew> why_new_;
};

}  // namespace

Id problem_id(std::string_view rule, Id record) {
    return derive_id("problem", fmt::format("{}/{}", rule, to_string(record)));
}

Id exemption_id(std::string_view rule, Id record) {
    return derive_id("exemption", fmt::format("{}/{}", rule, to_string(record)));
}

Result<ReconcileReport> reconcile(Registrar& registrar, Store& store, const Session& session,
                                  const CheckRun& run, Progress& progress) {
    return Reconciler(registrar, store, session, run, progress).all();
}

}  // namespace tz
