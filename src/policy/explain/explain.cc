#include "policy/explain/explain.h"

#include <fmt/format.h>

#include <set>

namespace tz::policy {
namespace {

std::string shown(const ValueType& type, const Answer& answer, Language language) {
    if (!answer.known()) return {};
    return shown_value(type, answer.number.value_or(0), answer.text.value_or(""), language);
}

// Notes what the oracle looks at, each thing once.
class Notes final : public Listener {
  public:
    Notes(const CompiledPacks& packs, Language language, Explanation& out)
        : packs_(packs), language_(language), out_(out) {}

    void on_answer(const Node& node, std::uint32_t row, const Answer& answer) override {
        if (node.op == Op::kField) field(node, row, answer);
        if (node.define < 0 || !defines_.insert({node.define, row}).second) return;
        const Define& define = packs_.defines[static_cast<std::size_t>(node.define)];
        out_.defines.push_back(
            {define.name, define.title, row, shown(node.type, answer, language_)});
    }

    void on_parameter(int parameter, const ParameterRow* row) override {
        if (!parameters_.insert({parameter, row}).second) return;
        const Parameter& found = packs_.parameters[static_cast<std::size_t>(parameter)];
        const bool set = row && row->is_set;
        out_.parameters.push_back(
            {found.name, found.title,
             set ? shown_value(found.type, row->int_value, row->text_value, language_) : "", row});
    }

  private:
    void field(const Node& node, std::uint32_t row, const Answer& answer) {
        if (!fields_.insert({node.entity->name, node.field, row}).second) return;
        const Field& field = node.entity->fields[node.field];
        out_.seen.push_back({node.entity, node.field, row,
                             fmt::format("{}·{}", node.entity->label, field.label),
                             shown(node.type, answer, language_)});
    }

    const CompiledPacks& packs_;
    Language language_;
    Explanation& out_;
    std::set<std::pair<int, std::uint32_t>> defines_{};
    std::set<std::pair<int, const ParameterRow*>> parameters_{};
    std::set<std::tuple<std::string_view, std::size_t, std::uint32_t>> fields_{};
};

// Finds the leaves of a condition that make it what it is.
class Blame {
  public:
    Blame(const Oracle& oracle, const CompiledPacks& packs, Language language,
          std::vector<std::string>& out)
        : oracle_(oracle), packs_(packs), language_(language), out_(out) {}

    void find(const Node& node, std::uint32_t row, bool wanted) {
        if (!visited_.insert({&node, row}).second) return;
        const Answer answer = oracle_.evaluate(node, row);
        if (!answer.known() || answer.is_true() != wanted) return;
        switch (node.op) {
            case Op::kAnd:
            case Op::kOr:
                find(*node.args[0], row, wanted);
                return find(*node.args[1], row, wanted);
            case Op::kNot:
                return find(*node.args[0], row, !wanted);
            case Op::kIf:
                return find(*node.args[oracle_.evaluate(*node.args[0], row).is_true() ? 1 : 2], row,
                            wanted);
            case Op::kParent:
            case Op::kChild:
                return leaf(node, row);
            default:
                return leaf(node, row);
        }
    }

  private:
    void leaf(const Node& node, std::uint32_t row) {
        std::string text = phrase(node, packs_, language_);
        const bool compares =
            node.op >= Op::kEqual && node.op <= Op::kHasOnly && !node.args.empty();
        if (compares && node.args[0]->op != Op::kConstant) {
            const Answer now = oracle_.evaluate(*node.args[0], row);
            const std::string value = shown(node.args[0]->type, now, language_);
            text += fmt::format(
                fmt::runtime(language_ == Language::kChinese ? "（现为{}）" : " (now {})"), value);
        }
        out_.push_back(std::move(text));
    }

    const Oracle& oracle_;
    const CompiledPacks& packs_;
    Language language_;
    std::vector<std::string>& out_;
    std::set<std::pair<const Node*, std::uint32_t>> visited_{};
};

}  // namespace

Explanation explain(const Rule& rule, const CompiledPacks& packs, const Facts& facts,
                    std::uint32_t row, RunDates dates, Language language, const Labels& labels) {
    Explanation out;
    out.source = rule.source;
    out.sentence = sentence(rule, packs, language, labels);
    Notes notes(packs, language, out);
    Judgement judgement = Oracle(packs, facts, dates, nullptr, &notes).judge(rule, row);
    out.verdict = judgement.verdict;
    out.missing.assign(judgement.missing.begin(), judgement.missing.end());
    const Oracle quiet(packs, facts, dates);
    Blame blame(quiet, packs, language, out.because);
    if (out.verdict == Verdict::kFails) blame.find(*rule.that, row, false);
    if (out.verdict != Verdict::kNotApplicable) return out;
    blame.find(*rule.when, row, false);
    for (const Exception& exception : rule.exceptions) blame.find(*exception.when, row, true);
    return out;
}

namespace {

std::string verdict_text(Verdict verdict, Language language) {
    static const Text kWords[] = {{"符合", "holds"},
                                  {"不符合", "fails"},
                                  {"无法判定", "unknown"},
                                  {"不适用", "not applicable"}};
    return in(kWords[static_cast<std::size_t>(verdict)], language);
}

}  // namespace

std::string show(const Explanation& e, Language language) {
    const bool zh = language == Language::kChinese;
    const auto or_unknown = [&](const std::string& text) {
        return text.empty() ? std::string(zh ? "（未知）" : "(unknown)") : text;
    };
    std::string out = fmt::format("{}\n{}\n", verdict_text(e.verdict, language), e.sentence);
    for (const std::string& text : e.because)
        out += fmt::format("  {}{}\n", zh ? "因为：" : "because: ", text);
    for (const SeenValue& seen : e.seen)
        out += fmt::format("  {} = {}\n", seen.label, or_unknown(seen.shown));
    for (const UsedDefine& define : e.defines)
        out += fmt::format("  {} = {}\n", define.title, or_unknown(define.shown));
    for (const UsedParameter& used : e.parameters) {
        const std::string where =
            used.row ? fmt::format(" ({} {})", used.row->source.document, used.row->source.clause)
                     : "";
        out += fmt::format("  {} = {}{}\n", used.title, or_unknown(used.shown), where);
    }
    for (const Missing& missing : e.missing)
        out += fmt::format("  {}{}\n", zh ? "缺少：" : "missing: ", name_of(missing));
    return out;
}

}  // namespace tz::policy
