#include "app/policy_run/check_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>

#include "domain/department/department.h"
#include "policy/syntax/report.h"

namespace tz {
namespace {

namespace json = boost::json;
using policy::Verdict;

constexpr std::size_t kRulesShown = 15;

// The law date asked for; otherwise that of the facts (each pack says its own).
std::string law_date_of(const CheckRun& run) {
    return to_string(run.options().law_date.value_or(run.options().as_of));
}

json::array packs_json(const CheckRun& run) {
    json::array out;
    for (std::size_t i = 0; i < run.packs().packs.size(); ++i) {
        const policy::PackInfo& pack = run.packs().packs[i];
        out.push_back({{"name", pack.name},
                       {"digest", pack.digest},
                       {"law_date", to_string(run.dates_of(static_cast<int>(i)).law_date)}});
    }
    return out;
}

std::string address_of(const policy::Rule& rule) {
    return rule.source.document + " @ " + rule.source.clause;
}

json::object rules_json(const CheckRun& run) {
    json::object out;
    for (std::size_t i = 0; i < run.packs().rules.size(); ++i) {
        const policy::Rule& rule = run.packs().rules[i];
        const policy::RuleResult& result = run.result().rules[i];
        out[rule.name] = {{"address", address_of(rule)},
                          {"holds", result.count(Verdict::kHolds)},
                          {"fails", result.count(Verdict::kFails)},
                          {"unknown", result.count(Verdict::kUnknown)},
                          {"not_applicable", result.count(Verdict::kNotApplicable)}};
    }
    return out;
}

json::value due_json(const CheckRun& run, const policy::Rule& rule) {
    const auto due = policy::deadline(run.packs(), rule, run.options().as_of);
    return due ? json::value(json::string(to_string(*due))) : json::value(nullptr);
}

json::object finding_json(const CheckRun& run, const Finding& finding) {
    const policy::Rule& rule = run.packs().rules[finding.rule];
    const FindingDetail detail = run.detail(finding);
    json::object values;
    for (const FindingDetail::Seen& seen : detail.values)
        values[seen.name] = seen.value.empty() ? json::value(nullptr) : json::value(seen.value);
    const bool is_item = finding.verdict == Verdict::kFails;
    return {{"rule", rule.name},
            {"address", address_of(rule)},
            {"register", rule.entity->name},
            {"record", to_string(finding.record)},
            {"division", to_string(finding.division)},
            {"verdict", policy::verdict_word(finding.verdict)},
            {"values", std::move(values)},
            {"missing", json::array(detail.missing.begin(), detail.missing.end())},
            {"owner", rule.owner},
            {"due", due_json(run, rule)},
            {"item", is_item ? json::value(to_string(problem_id(rule.name, finding.record)))
                             : json::value(nullptr)}};
}

struct Totals {
    std::int64_t fails = 0;
    std::int64_t unknown = 0;
    std::int64_t judged = 0;
};

Totals totals_of(const CheckRun& run) {
    Totals totals;
    for (const policy::RuleResult& result : run.result().rules) {
        totals.fails += result.count(Verdict::kFails);
        totals.unknown += result.count(Verdict::kUnknown);
        totals.judged += result.count(Verdict::kHolds) + result.count(Verdict::kFails) +
                         result.count(Verdict::kUnknown);
    }
    return totals;
}

std::vector<std::size_t> worst_rules(const CheckRun& run) {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < run.packs().rules.size(); ++i)
        if (run.result().rules[i].count(Verdict::kFails) > 0) order.push_back(i);
    std::ranges::stable_sort(order, std::ranges::greater{}, [&](std::size_t i) {
        return run.result().rules[i].count(Verdict::kFails);
    });
    return order;
}

Text heading(const CheckRun& run, const Totals& totals) {
    const std::string as_of = to_string(run.options().as_of);
    const std::string law = law_date_of(run);
    return {
        fmt::format("数据截至 {},规定按 {};{} 条规则,作出判定 {} 次:不符合 {},待采集 {}\n", as_of,
                    law, run.packs().rules.size(), totals.judged, totals.fails, totals.unknown),
        fmt::format("facts as of {}, law of {}; {} rules, {} judgements: {} fail, {} unknown\n",
                    as_of, law, run.packs().rules.size(), totals.judged, totals.fails,
                    totals.unknown)};
}

Text ledger_line(const ReconcileReport& ledger) {
    return {fmt::format("台账:新开 {},仍未改 {},反弹重开 {},数据已达标待验收 {},已豁免 {}\n",
                        ledger.opened, ledger.updated + ledger.unchanged, ledger.reopened,
                        ledger.held, ledger.exempted),
            fmt::format("ledger: {} opened, {} still open, {} reopened, {} waiting for acceptance, "
                        "{} exempted\n",
                        ledger.opened, ledger.updated + ledger.unchanged, ledger.reopened,
                        ledger.held, ledger.exempted)};
}

Text new_line(const CheckRun& run, const NewItems& items) {
    const std::string& title = run.packs().rules[items.rule].title;
    return {fmt::format("新开 {:>4} 个 {}：{}\n", items.count, items.why.zh, title),
            fmt::format("opened {:>4} {}: {}\n", items.count, items.why.en, title)};
}

// Why the new ones are new: the most frequent reasons.
std::string new_lines(const CheckRun& run, const std::vector<NewItems>& items, Language language) {
    std::string out;
    for (std::size_t i = 0; i < std::min(items.size(), kRulesShown); ++i)
        out += in(new_line(run, items[i]), language);
    if (items.size() > kRulesShown)
        out += in(policy::say("新开还有 {} 种\n", "opened for {} more reasons\n",
                              items.size() - kRulesShown),
                  language);
    return out;
}

}  // namespace

void write_check_json(const CheckRun& run, const TextSink& out) {
    const json::object head{{"as_of", to_string(run.options().as_of)},
                            {"law_date", law_date_of(run)},
                            {"packs", packs_json(run)},
                            {"rules", rules_json(run)}};
    std::string text = json::serialize(head);
    text.pop_back();
    out(text + ",\"findings\":[");
    bool is_first = true;
    const auto write = [&](const Finding& finding) {
        out((is_first ? "\n" : ",\n") + json::serialize(finding_json(run, finding)));
        is_first = false;
    };
    run.for_each(Verdict::kFails, write);
    if (run.options().list_unknowns) run.for_each(Verdict::kUnknown, write);
    out("\n]}\n");
}

std::string check_summary(const CheckRun& run, const std::optional<ReconcileReport>& ledger,
                          Language language) {
    std::string out = in(heading(run, totals_of(run)), language);
    for (const std::string& pack : run.idle_packs())
        out += in({fmt::format("政策包 {} 在该日期未生效,没有使用\n", pack),
                   fmt::format("pack {} is not in force on that date and was not used\n", pack)},
                  language);
    const std::vector<std::size_t> worst = worst_rules(run);
    for (std::size_t i = 0; i < std::min(worst.size(), kRulesShown); ++i) {
        const policy::Rule& rule = run.packs().rules[worst[i]];
        const Choice* owner = kDepartments.by_name(rule.owner);
        out += fmt::format("  {:>6}  {:<14} {}  [{}]\n",
                           run.result().rules[worst[i]].count(Verdict::kFails), rule.source.clause,
                           rule.title, owner ? owner->label : rule.owner);
    }
    if (worst.size() > kRulesShown)
        out +=
            in({fmt::format("  …… 另有 {} 条规则有不符合的记录\n", worst.size() - kRulesShown),
                fmt::format("  … and {} more rules with failures\n", worst.size() - kRulesShown)},
               language);
    if (ledger) {
        out += in(ledger_line(*ledger), language);
        out += new_lines(run, ledger->why_new, language);
    }
    return out;
}

}  // namespace tz
