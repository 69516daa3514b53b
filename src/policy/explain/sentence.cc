#include "policy/explain/sentence.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/date.h"
#include "base/division.h"
#include "policy/check/periods.h"

namespace tz::policy {

std::string label_of(const CodeList* labels, const std::string& name) {
    const Choice* choice = labels ? labels->by_name(name) : nullptr;
    return choice ? std::string(choice->label) : name;
}

namespace {

// Defines and replacements met in a rule, each once, in order.
struct Met {
    std::vector<const Node*> defines{};
    std::vector<const Node*> replaced{};
    std::vector<int> parameters{};
    std::set<int> seen{};
};

void walk(const Node& node, Met& met) {
    if (node.define >= 0) {
        if (!met.seen.insert(node.define).second) return;
        met.defines.push_back(&node);
    }
    if (node.op == Op::kMissingAs) met.replaced.push_back(&node);
    if (node.op == Op::kParameter &&
        std::find(met.parameters.begin(), met.parameters.end(), node.index) == met.parameters.end())
        met.parameters.push_back(node.index);
    for (const NodePtr& arg : node.args)
        if (arg) walk(*arg, met);
}

Met meet(const Rule& rule) {
    Met met;
    if (rule.when_said) walk(*rule.when_said, met);
    walk(*rule.that, met);
    for (const Exception& exception : rule.exceptions) walk(*exception.as_said, met);
    return met;
}

// "5000元（43，2020-01-01起，到2020-12-31）"
std::string row_words(const Parameter& parameter, const ParameterRow& row, Language language) {
    const bool zh = language == Language::kChinese;
    std::string out = row.is_set
                          ? shown_value(parameter.type, row.int_value, row.text_value, language)
                          : std::string(zh ? "未定" : "not set");
    out += zh ? "（" : " (";
    if (row.division.code != 0) out += short_code(row.division) + (zh ? "，" : ", ");
    out += zh ? to_string(row.from) + "起" : "from " + to_string(row.from);
    if (row.to) out += (zh ? "，到" : " to ") + to_string(*row.to);
    return out + (zh ? "）" : ")");
}

class Sentence {
  public:
    Sentence(const Rule& rule, const CompiledPacks& packs, Language language, const Labels& labels)
        : rule_(rule),
          packs_(packs),
          language_(language),
          zh_(language == Language::kChinese),
          labels_(labels) {}

    std::string write() {
        heading();
        conditions();
        consequence();
        source();
        for (const Exception& exception : rule_.exceptions) {
            put("\n  例外{}：{}（{} {}）。", "\n  Exception {}: {} ({} {}).",
                in_quotes(exception.title, language_),
                phrase(*exception.as_said, packs_, language_), exception.source.document,
                exception.source.clause);
        }
        const Met met = meet(rule_);
        for (const Node* node : met.defines) {
            const Define& define = packs_.defines[static_cast<std::size_t>(node->define)];
            put("\n  其中{}指：{}。", "\n  {} means: {}.", in_quotes(define.title, language_),
                spelled_out(*node, packs_, language_));
        }
        for (const std::string& text : replacements(rule_, packs_, language_))
            put("\n  缺值处理：{}。", "\n  Missing values: {}.", text);
        if (!rule_.note.empty()) put("\n  说明：{}。", "\n  Note: {}.", rule_.note);
        return std::move(out_);
    }

  private:
    template <class... A>
    void put(const char* zh, const char* en, const A&... args) {
        out_ += fmt::format(fmt::runtime(zh_ ? zh : en), args...);
    }

    void heading() {
        put("【{}】", "[{}] ", rule_.title);
        if (rule_.proposed) put("（拟议）", "(proposed) ");
        put("对象：{}；", "For each {}", rule_.entity->label);
    }

    void conditions() {
        if (rule_.when_said) {
            put("适用于：{}；", " where {}", phrase(*rule_.when_said, packs_, language_));
        } else {
            put("适用于：全部；", "");
        }
        if (rule_.every)
            put("按{0}考核，看最近一个完整的{0}；", ", for the last complete {1}",
                label_of(*rule_.every), word_of(*rule_.every));
        put("要求：{}；", ": {};", phrase(*rule_.that, packs_, language_));
    }

    void consequence() {
        put("否则记为{}，由{}负责", " otherwise {}, to be dealt with by {}",
            in_quotes(rule_.problem, language_), label_of(labels_.departments, rule_.owner));
        if (rule_.due) put("，限{}前", " by {}", to_string(*rule_.due));
        if (rule_.due_end)
            put("，限当{0}末前", " by the end of the {1}", label_of(*rule_.due_end),
                word_of(*rule_.due_end));
        if (rule_.within_days && rule_.workdays)
            put("，限{}个工作日内", " within {} working days", rule_.within_days);
        if (rule_.within_days && !rule_.workdays)
            put("，限{}天内", " within {} days", rule_.within_days);
        put("。", ".");
    }

    void source() {
        put("依据：{} {}。", " From {} {}.", rule_.source.document, rule_.source.clause);
    }

    const Rule& rule_;
    const CompiledPacks& packs_;
    Language language_;
    bool zh_;
    const Labels& labels_;
    std::string out_{};
};

}  // namespace

std::string sentence(const Rule& rule, const CompiledPacks& packs, Language language,
                     const Labels& labels) {
    return Sentence(rule, packs, language, labels).write();
}

std::vector<std::string> parameter_values(const Rule& rule, const CompiledPacks& packs,
                                          Language language) {
    const bool zh = language == Language::kChinese;
    std::vector<std::string> out;
    for (const int index : meet(rule).parameters) {
        const Parameter& parameter = packs.parameters[static_cast<std::size_t>(index)];
        std::vector<std::string> rows;
        for (const ParameterRow& row : parameter.rows)
            rows.push_back(row_words(parameter, row, language));
        if (rows.empty()) rows.emplace_back(zh ? "未定" : "not set");
        const std::string title = in_quotes(parameter.title, language);
        out.push_back(zh ? fmt::format("参数{}：{}。", title, join(rows, "；"))
                         : fmt::format("Parameter {}: {}.", title, join(rows, "; ")));
    }
    return out;
}

std::vector<std::string> replacements(const Rule& rule, const CompiledPacks& packs,
                                      Language language) {
    std::vector<std::string> out;
    for (const Node* node : meet(rule).replaced) {
        const std::string value = phrase(*node->args[1], packs, language);
        const std::string name = name_phrase(*node->args[0], packs, language);
        out.push_back(language == Language::kChinese ? name + "无值时按" + value
                                                     : name + " is taken as " + value);
    }
    return out;
}

}  // namespace tz::policy
