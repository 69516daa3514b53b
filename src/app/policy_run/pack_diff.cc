#include "app/policy_run/pack_diff.h"

#include <fmt/format.h>

#include <algorithm>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>
#include <map>
#include <set>

#include "domain/department/department.h"
#include "policy/explain/sentence.h"

namespace tz {
namespace {

namespace json = boost::json;
using policy::Verdict;

constexpr std::string_view kCompanion = "!holds";

using Says = std::vector<std::string>;

const policy::Rule* find_rule(const CheckRun& run, std::string_view name) {
    for (const policy::Rule& rule : run.packs().rules)
        if (rule.name == name) return &rule;
    return nullptr;
}

std::size_t place_of(const CheckRun& run, const policy::Rule& rule) {
    return static_cast<std::size_t>(&rule - run.packs().rules.data());
}

// The parameters that an expression looks at.
class Parameters {
  public:
    void add(const policy::NodePtr& node) {
        if (!node || !seen_.insert(node.get()).second) return;
        if (node->op == policy::Op::kParameter) found_.insert(node->index);
        for (const policy::NodePtr& argument : node->args) add(argument);
    }
    const std::set<int>& found() const { return found_; }

  private:
    std::set<const policy::Node*> seen_{};
    std::set<int> found_{};
};

std::string row_text(const policy::Parameter& parameter, const policy::ParameterRow& row,
                     Language language) {
    const std::string value =
        row.is_set ? shown_value(parameter.type, row.int_value, row.text_value, language) : "unset";
    return fmt::format("{} {} {}..{} = {}", parameter.title,
                       row.division.code == 0 ? "" : short_code(row.division), to_string(row.from),
                       row.to ? to_string(*row.to) : "", value);
}

// All that decides a rule's answer, as lines.
Says says_of(const CheckRun& run, const policy::Rule& rule, Language language) {
    const policy::CompiledPacks& packs = run.packs();
    const policy::Labels labels{.departments = &kDepartments, .categories = nullptr};
    Says out;
    const std::string text = sentence(rule, packs, language, labels);
    for (const std::string_view line : split(text, '\n'))
        if (!trim(line).empty()) out.emplace_back(trim(line));
    for (std::string& line : replacements(rule, packs, language)) out.push_back(std::move(line));
    Parameters parameters;
    parameters.add(rule.when);
    parameters.add(rule.that);
    for (const policy::Exception& exception : rule.exceptions) parameters.add(exception.when);
    for (const int index : parameters.found()) {
        const policy::Parameter& parameter = packs.parameters[static_cast<std::size_t>(index)];
        for (const policy::ParameterRow& row : parameter.rows)
            out.push_back(row_text(parameter, row, language));
    }
    const policy::PackInfo& pack = packs.packs[static_cast<std::size_t>(rule.pack)];
    out.push_back(fmt::format("{} {}..{} @ {}",
                              pack.division.code == 0 ? "" : short_code(pack.division),
                              to_string(pack.from), pack.to ? to_string(*pack.to) : "",
                              to_string(run.dates_of(rule.pack).law_date)));
    return out;
}

Says only_in(const Says& here, const Says& there) {
    Says out;
    for (const std::string& line : here)
        if (std::ranges::find(there, line) == there.end()) out.push_back(line);
    return out;
}

struct Judged {
    Division division{};
    Verdict verdict = Verdict::kNotApplicable;
};
using Verdicts = std::map<Id, Judged>;

// Of every record to which the rule applies.
class Collector {
  public:
    explicit Collector(const CheckRun& run) : run_(run) {}

    Verdicts collect(const policy::Rule* rule) {
        if (!rule) return {};
        const auto& result = run_.result().rules[place_of(run_, *rule)];
        add(*rule, result.fails, Verdict::kFails);
        add(*rule, result.unknowns, Verdict::kUnknown);
        const policy::Rule* companion = find_rule(run_, rule->name + std::string(kCompanion));
        if (companion) {
            const auto& held = run_.result().rules[place_of(run_, *companion)];
            add(*rule, held.fails, Verdict::kHolds);
            // The rule is known there: only an exception that would not matter is not.
            add(*rule, held.unknowns, Verdict::kHolds);
        }
        return std::move(out_);
    }

  private:
    void add(const policy::Rule& rule, const policy::RowSet& rows, Verdict verdict) {
        rows.for_each([&](std::uint32_t row) {
            out_.try_emplace(run_.image().id(*rule.entity, row),
                             Judged{run_.image().division(*rule.entity, row), verdict});
        });
    }

    const CheckRun& run_;
    Verdicts out_{};
};

std::vector<VerdictMove> moves_between(const Verdicts& before, const Verdicts& after) {
    std::vector<VerdictMove> out;
    for (const auto& [record, judged] : before) {
        const auto found = after.find(record);
        const Verdict now = found == after.end() ? Verdict::kNotApplicable : found->second.verdict;
        if (now != judged.verdict) out.push_back({record, judged.division, judged.verdict, now});
    }
    for (const auto& [record, judged] : after)
        if (!before.contains(record))
            out.push_back({record, judged.division, Verdict::kNotApplicable, judged.verdict});
    std::ranges::stable_sort(out, {}, [](const VerdictMove& move) {
        return std::tuple(move.division.code, move.before, move.after);
    });
    return out;
}

RuleDifference compare_rule(const CheckRun& first, const CheckRun& second, const policy::Rule* a,
                            const policy::Rule* b, Language language) {
    RuleDifference out;
    out.name = a ? a->name : b->name;
    out.title = b ? b->title : a->title;
    out.in_first = a != nullptr;
    out.in_second = b != nullptr;
    const Says before = a ? says_of(first, *a, language) : Says{};
    const Says after = b ? says_of(second, *b, language) : Says{};
    out.first_says = only_in(before, after);
    out.second_says = only_in(after, before);
    if (!out.first_says.empty() || !out.second_says.empty())
        out.moves = moves_between(Collector(first).collect(a), Collector(second).collect(b));
    return out;
}

bool is_companion(const policy::Rule& rule) { return rule.name.ends_with(kCompanion); }

const char* word(Verdict verdict) {
    constexpr const char* kWords[] = {"holds", "fails", "unknown", "not applicable"};
    return kWords[static_cast<std::size_t>(verdict)];
}

std::string said(Verdict verdict, Language language) {
    constexpr const char* kWords[] = {"符合", "不符合", "不知道", "不适用"};
    return language == Language::kChinese ? kWords[static_cast<std::size_t>(verdict)]
                                          : word(verdict);
}

std::string totals(const RuleDifference& difference, Language language) {
    std::map<std::pair<Verdict, Verdict>, std::size_t> counts;
    for (const VerdictMove& move : difference.moves) ++counts[{move.before, move.after}];
    std::string out;
    for (const auto& [pair, count] : counts)
        out += fmt::format("    {} → {}: {}\n", said(pair.first, language),
                           said(pair.second, language), count);
    return out;
}

json::array lines_json(const Says& lines) { return json::array(lines.begin(), lines.end()); }

}  // namespace

policy::CompiledPacks with_holds(policy::CompiledPacks packs) {
    const std::size_t count = packs.rules.size();
    packs.rules.reserve(2 * count);
    for (std::size_t i = 0; i < count; ++i) {
        policy::Rule rule = packs.rules[i];
        rule.name += kCompanion;
        auto opposite = std::make_shared<policy::Node>(*rule.that);
        opposite->op = policy::Op::kNot;
        opposite->args = {rule.that};
        opposite->define = -1;
        rule.that = std::move(opposite);
        packs.rules.push_back(std::move(rule));
    }
    return packs;
}

std::vector<RuleDifference> compare_runs(const CheckRun& first, const CheckRun& second,
                                         Language language) {
    std::vector<RuleDifference> out;
    const auto keep = [&](const policy::Rule* a, const policy::Rule* b) {
        RuleDifference one = compare_rule(first, second, a, b, language);
        if (!one.first_says.empty() || !one.second_says.empty()) out.push_back(std::move(one));
    };
    for (const policy::Rule& rule : first.packs().rules)
        if (!is_companion(rule)) keep(&rule, find_rule(second, rule.name));
    for (const policy::Rule& rule : second.packs().rules)
        if (!is_companion(rule) && !find_rule(first, rule.name)) keep(nullptr, &rule);
    return out;
}

std::string difference_text(const std::vector<RuleDifference>& differences, Language language,
                            std::size_t records_shown) {
    const bool zh = language == Language::kChinese;
    std::string out;
    std::size_t moved = 0;
    for (const RuleDifference& one : differences) {
        out += fmt::format("{}  {}\n", one.name, one.title);
        for (const std::string& line : one.first_says) out += "  - " + line + "\n";
        for (const std::string& line : one.second_says) out += "  + " + line + "\n";
        out += totals(one, language);
        for (std::size_t i = 0; i < std::min(one.moves.size(), records_shown); ++i) {
            const VerdictMove& move = one.moves[i];
            out += fmt::format("      {} {} {} → {}\n", to_string(move.division),
                               to_string(move.record), said(move.before, language),
                               said(move.after, language));
        }
        if (one.moves.size() > records_shown)
            out += fmt::format(fmt::runtime(zh ? "      另有 {} 条\n" : "      and {} more\n"),
                               one.moves.size() - records_shown);
        moved += one.moves.size();
    }
    return out + fmt::format(fmt::runtime(zh ? "{} 条规则不同,{} 个判定改变\n"
                                             : "{} rules differ, {} verdicts change\n"),
                             differences.size(), moved);
}

std::string difference_json(const std::vector<RuleDifference>& differences) {
    json::array rules;
    for (const RuleDifference& one : differences) {
        json::array records;
        for (const VerdictMove& move : one.moves)
            records.push_back({{"record", to_string(move.record)},
                               {"division", to_string(move.division)},
                               {"before", word(move.before)},
                               {"after", word(move.after)}});
        rules.push_back({{"rule", one.name},
                         {"title", one.title},
                         {"in", one.in_first && one.in_second ? "both"
                                : one.in_first                ? "first"
                                                              : "second"},
                         {"first_says", lines_json(one.first_says)},
                         {"second_says", lines_json(one.second_says)},
                         {"records", std::move(records)}});
    }
    return json::serialize(json::object{{"rules", std::move(rules)}}) + "\n";
}

}  // namespace tz
