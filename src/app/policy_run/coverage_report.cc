#include "app/policy_run/coverage_report.h"

#include <fmt/format.h>

#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>

#include "policy/outline/countable.h"

namespace tz {
namespace {

namespace json = boost::json;
using policy::Coverage;
using policy::Outline;
using policy::Sentence;

constexpr std::size_t kFirstCharacters = 36;

json::array names_json(const std::vector<std::string>& names) {
    return json::array(names.begin(), names.end());
}

json::object place_json(const Outline& outline, std::size_t index) {
    const Sentence& sentence = outline.sentences[index];
    return {{"address", outline.places[sentence.place].address}, {"sentence_no", sentence.number}};
}

json::array uncovered_json(const Outline& outline, const Coverage& coverage, Language language) {
    json::array out;
    for (const policy::UncoveredSentence& one : coverage.uncovered) {
        json::object item = place_json(outline, one.sentence);
        item["why"] = in(one.why, language);
        out.push_back(std::move(item));
    }
    return out;
}

json::array items_json(const Outline& outline, const Coverage& coverage) {
    json::array out;
    for (const policy::CoveredSentence& one : coverage.items) {
        json::object item = place_json(outline, one.sentence);
        if (one.by.empty()) {
            item["context"] = one.context;
        } else {
            item["by"] = names_json(one.by);
            item["exact"] = names_json(one.exact);
        }
        out.push_back(std::move(item));
    }
    return out;
}

json::array wrong_json(const Coverage& coverage, Language language) {
    json::array out;
    for (const policy::WrongAddress& one : coverage.wrong)
        out.push_back({{"address", one.declared.clause},
                       {"file", one.declared.file},
                       {"line", one.declared.line},
                       {"declaration", one.declared.keyword},
                       {"name", one.declared.name},
                       {"why", in(one.why, language)},
                       {"nearest", names_json(one.nearest)}});
    return out;
}

std::string beginning(const std::string& text) {
    const std::u32string all = to_code_points(text);
    if (all.size() <= kFirstCharacters) return text;
    return to_utf8(std::u32string_view(all).substr(0, kFirstCharacters)) + "…";
}

std::string padded(const std::string& text, std::size_t width) {
    const std::size_t size = display_width(text);
    return text + std::string(size < width ? width - size : 1, ' ');
}

std::size_t address_width(const Outline& outline) {
    std::size_t width = 0;
    for (const Sentence& sentence : outline.sentences)
        width = std::max(width, display_width(outline.address(sentence)));
    return width + 2;
}

std::string say_text(Language language, std::string zh, std::string en) {
    return language == Language::kChinese ? std::move(zh) : std::move(en);
}

std::string wrong_text(const policy::WrongAddress& wrong, Language language) {
    return say_text(language,
                    fmt::format("{}:{}: {} {} 的“{}”:{};最近的是 {}\n", wrong.declared.file,
                                wrong.declared.line, wrong.declared.keyword, wrong.declared.name,
                                wrong.declared.clause, wrong.why.zh, join(wrong.nearest, "、")),
                    fmt::format("{}:{}: \"{}\" of {} {}: {}; nearest: {}\n", wrong.declared.file,
                                wrong.declared.line, wrong.declared.clause, wrong.declared.keyword,
                                wrong.declared.name, wrong.why.en, join(wrong.nearest, ", ")));
}

}  // namespace

std::string coverage_json(const Outline& outline, const Coverage& coverage, Language language) {
    return json::serialize(json::object{{"sentences", coverage.sentences},
                                        {"implemented", coverage.implemented},
                                        {"context", coverage.context},
                                        {"uncovered", uncovered_json(outline, coverage, language)},
                                        {"items", items_json(outline, coverage)},
                                        {"wrong", wrong_json(coverage, language)}}) +
           "\n";
}

std::string coverage_text(const Outline& outline, const Coverage& coverage, Language language) {
    std::string out;
    for (const policy::WrongAddress& wrong : coverage.wrong) out += wrong_text(wrong, language);
    const std::size_t width = address_width(outline);
    for (const policy::UncoveredSentence& one : coverage.uncovered) {
        const Sentence& sentence = outline.sentences[one.sentence];
        out +=
            fmt::format("{}{}\n{}{}\n", padded(outline.address(sentence), width),
                        beginning(sentence.text), std::string(width, ' '), in(one.why, language));
    }
    return out + say_text(language,
                          fmt::format("{} 句:{} 句有规则,{} 句是说明,{} 句还没有;错的地址 {} 个\n",
                                      coverage.sentences, coverage.implemented, coverage.context,
                                      coverage.uncovered.size(), coverage.wrong.size()),
                          fmt::format("{} sentences: {} implemented, {} context, {} uncovered; {} "
                                      "wrong addresses\n",
                                      coverage.sentences, coverage.implemented, coverage.context,
                                      coverage.uncovered.size(), coverage.wrong.size()));
}

std::string outline_text(const Outline& outline, Language language) {
    std::string out;
    const std::size_t width = address_width(outline);
    for (const Text& remark : outline.remarks)
        out += say_text(language, "注意:", "note: ") + in(remark, language) + "\n";
    for (const Sentence& sentence : outline.sentences)
        out += padded(outline.address(sentence), width) + sentence.text + "\n";
    return out;
}

std::string outline_json(const Outline& outline) {
    json::array sentences;
    for (const Sentence& sentence : outline.sentences)
        sentences.push_back({{"address", outline.places[sentence.place].address},
                             {"sentence_no", sentence.number},
                             {"line", sentence.line},
                             {"countable", policy::countable_part(sentence.text)},
                             {"text", sentence.text}});
    return json::serialize(json::object{{"sentences", std::move(sentences)}}) + "\n";
}

std::string unmatched_text(const Outline& outline, const Coverage& coverage,
                           std::string_view document) {
    std::string out;
    for (const policy::UncoveredSentence& one : coverage.uncovered)
        out += fmt::format("context {} @ \"{}\" because \"\"\n", document,
                           outline.address(outline.sentences[one.sentence]));
    return out;
}

}  // namespace tz
