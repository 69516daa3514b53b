#include "policy/explain/declarations.h"

#include <fmt/format.h>

#include <array>

namespace tz::policy {
namespace {

constexpr std::array<std::pair<const char*, const char*>, 11> kAnswerWords = {
    {{"是或否", "yes or no"},
     {"数值", "a number"},
     {"金额", "an amount"},
     {"文字", "text"},
     {"日期", "a date"},
     {"年月", "a month"},
     {"选一项", "one of"},
     {"可选多项", "any of"},
     {"照片", "a photo"},
     {"签字", "a signature"},
     {"位置", "a location"}}};

class Lines {
  public:
    explicit Lines(Language language) : zh_(language == Language::kChinese) {}

    template <class... A>
    void put(const char* zh, const char* en, const A&... args) {
        out_ += fmt::format(fmt::runtime(zh_ ? zh : en), args...);
    }
    void source(const Address& address) {
        if (!address.document.empty())
            put("依据：{} {}。", " From {} {}.", address.document, address.clause);
    }
    std::string take() { return std::move(out_); }

  private:
    bool zh_;
    std::string out_{};
};

void question_line(Lines& out, const Question& question, const FormSection& section,
                   const CompiledPacks& packs, Language language) {
    out.put("\n    {}（{}）", "\n    {} ({})", question.title, answer_words(question, language));
    if (question.when)
        out.put("；只在{}时问", "; asked only where {}", phrase(*question.when, packs, language));
    if (question.field)
        out.put("；填入“{}”", "; the value of \"{}\"",
                section.entity->fields[*question.field].label);
    for (const Rule& rule : packs.rules) {
        if (rule.name == question.rule)
            out.put("；查出问题记为“{}”", "; a bad answer is \"{}\"", rule.problem);
    }
    out.put("。", ".");
}

// What a define is made of, not what it is called.
std::string spelled_define(int define, const CompiledPacks& packs, Language language) {
    Node body = *packs.defines[static_cast<std::size_t>(define)].body;
    body.define = -1;
    return phrase(body, packs, language);
}

void signer_line(Lines& out, const Signer& signer, const CompiledPacks& packs, Language language) {
    out.put("\n  {}. {}", "\n  {}. {}", signer.order, signer.title);
    if (signer.asked >= 0)
        out.put("（{}）", " ({})", spelled_define(signer.asked, packs, language));
    if (signer.within_days == 0) return;
    if (signer.workdays) {
        out.put("，{}个工作日内", ", within {} working days", signer.within_days);
    } else {
        out.put("，{}天内", ", within {} days", signer.within_days);
    }
}

// Of whom a list is asked; everybody when nothing is said.
std::string whom(const Rule& rule, const CompiledPacks& packs, Language language) {
    if (rule.when_said) return phrase(*rule.when_said, packs, language);
    return language == Language::kChinese ? "全部" : "everybody";
}

}  // namespace

std::string answer_words(const Question& question, Language language) {
    const bool zh = language == Language::kChinese;
    const auto& words = kAnswerWords[static_cast<std::size_t>(question.kind)];
    std::string out = zh ? words.first : words.second;
    if (!question.unit.empty()) out += " " + question.unit;
    if (question.kind != AnswerKind::kChoice && question.kind != AnswerKind::kChoices) return out;
    std::vector<std::string> labels;
    for (const AnswerChoice& choice : question.choices) labels.push_back(choice.label);
    return out + (zh ? "：" : " ") + join(labels, zh ? "、" : ", ");
}

std::string sentence(const Form& form, const CompiledPacks& packs, Language language) {
    Lines out(language);
    out.put("【{}】对象：{}", "[{}] For each {}", form.title, form.entity->label);
    if (form.when) out.put("，其中{}", " where {}", phrase(*form.when, packs, language));
    out.put("。", ".");
    out.source(form.source);
    for (const FormSection& section : form.sections) {
        out.put("\n  {}", "\n  {}", section.title);
        if (!section.relation.empty())
            out.put("（每条{}分别问）", " (each {})", section.entity->label);
        out.put("：", ":");
        for (const Question& question : section.questions)
            question_line(out, question, section, packs, language);
    }
    return out.take();
}

std::string sentence(const Chain& chain, const CompiledPacks& packs, Language language) {
    Lines out(language);
    out.put("【{}】{}", "[{}] A record of {}", chain.title, chain.entity->label);
    if (chain.asked >= 0) out.put("（{}）", " ({})", spelled_define(chain.asked, packs, language));
    out.put("办理“{}”之前，须依次签字：",
            " needs these signatures, in order, before {}:", chain.before);
    for (const Signer& signer : chain.signers) signer_line(out, signer, packs, language);
    out.put("。", ".");
    if (chain.voided_by_change)
        out.put("签字后内容有变动的，要重签。", " A signature before a change does not count.");
    if (chain.second_person) out.put("一人不得签两次。", " No one signs twice.");
    out.source(chain.source);
    return out.take();
}

std::string sentence(const Assessment& assessment, const CompiledPacks& packs, Language language) {
    Lines out(language);
    out.put("【{}】对象：{}", "[{}] For each {}", assessment.title, assessment.entity->label);
    if (assessment.when)
        out.put("，其中{}", " where {}", phrase(*assessment.when, packs, language));
    out.put("。", ".");
    out.source(assessment.source);
    for (const ScoreItem& item : assessment.items) {
        out.put("\n    {}：{}", "\n    {}: {}", item.title,
                spelled_define(item.define, packs, language));
    }
    if (assessment.rank >= 0 && assessment.high_first) {
        out.put("\n  得分高的在前。", "\n  The highest score comes first.");
    } else if (assessment.rank >= 0) {
        out.put("\n  得分低的在前。", "\n  The lowest score comes first.");
    }
    if (assessment.place < 0) return out.take();
    const Define& place = packs.defines[static_cast<std::size_t>(assessment.place)];
    std::vector<std::string> labels;
    for (const Choice& choice : place.choices) labels.emplace_back(choice.label);
    out.put("等次：{}。", " Places: {}.",
            join(labels, language == Language::kChinese ? "、" : ", "));
    return out.take();
}

std::string sentence(const ListComparison& comparison, const CompiledPacks& packs,
                     Language language, const Labels& labels) {
    Lines out(language);
    out.put("【{}】“{}”与“{}”逐条比对。", "[{}] \"{}\" is held against \"{}\", entry by entry.",
            comparison.title, comparison.list->label, comparison.entity->label);
    for (const ComparedPair& pair : comparison.pairs) {
        out.put("\n    名单“{}”应与登记“{}”一致", "\n    \"{}\" of the list equals \"{}\"",
                comparison.list->fields[pair.source].label,
                comparison.entity->fields[pair.field].label);
        if (!pair.owner.empty())
            out.put("，由{}负责", "; {} answers for it", label_of(labels.departments, pair.owner));
    }
    if (const auto& rule = comparison.missing)
        out.put("\n  应在名单而不在：{}，记为“{}”。", "\n  Should be on it: {}; else \"{}\".",
                whom(*rule, packs, language), rule->problem);
    if (const auto& rule = comparison.found)
        out.put("\n  不应在名单而在：{}，记为“{}”。", "\n  Should not be on it: {}; else \"{}\".",
                whom(*rule, packs, language), rule->problem);
    out.source(comparison.source);
    return out.take();
}

}  // namespace tz::policy
