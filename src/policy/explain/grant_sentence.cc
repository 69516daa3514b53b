#include <fmt/format.h>

#include <array>

#include "policy/explain/sentence.h"

namespace tz::policy {
namespace {

struct PerWord {
    std::string_view word{};
    std::string_view zh{};
    std::string_view en{};
};
constexpr std::array<PerWord, 7> kPerWords = {{{"once", "一次性", "once"},
                                               {"case", "每次", "each time"},
                                               {"month", "每月", "a month"},
                                               {"quarter", "每季度", "a quarter"},
                                               {"semester", "每学期", "a semester"},
                                               {"year", "每年", "a year"},
                                               {"school_year", "每学年", "a school year"}}};

std::string per(const std::string& word, bool zh) {
    for (const PerWord& per_word : kPerWords)
        if (per_word.word == word) return std::string(zh ? per_word.zh : per_word.en);
    return word;
}

}  // namespace

std::string sentence(const Grant& grant, const CompiledPacks& packs, Language language,
                     const Labels& labels) {
    const bool zh = language == Language::kChinese;
    const auto body = [&](int define) -> const Node& {
        return *packs.defines[static_cast<std::size_t>(define)].body;
    };
    const Choice* payer = labels.departments ? labels.departments->by_name(grant.payer) : nullptr;
    // The amount stands in `if entitled then amount else 0`.
    const Node& amount = *body(grant.amount).args[1];
    const char* proposed = !grant.proposed ? "" : zh ? "（拟议）" : "(proposed) ";
    std::string out =
        fmt::format(fmt::runtime(zh ? "【{}】{}对象：{}；谁应享受：{}；{}{}；由{}发放"
                                    : "[{}] {}For each {} where {}: {} {}, paid by {}"),
                    grant.title, proposed, grant.entity->label,
                    spelled_out(body(grant.entitled), packs, language),
                    zh ? per(grant.per, zh) : phrase(amount, packs, language),
                    zh ? phrase(amount, packs, language) : per(grant.per, zh),
                    payer ? std::string(payer->label) : grant.payer);
    if (grant.received >= 0)
        out += fmt::format(fmt::runtime(zh ? "；已到位：{}" : "; received: {}"),
                           spelled_out(body(grant.received), packs, language));
    out += fmt::format(fmt::runtime(zh ? "。依据：{} {}。" : ". From {} {}."),
                       grant.source.document, grant.source.clause);
    if (!grant.note.empty())
        out += fmt::format(fmt::runtime(zh ? "\n  说明：{}。" : "\n  Note: {}."), grant.note);
    return out;
}

}  // namespace tz::policy
