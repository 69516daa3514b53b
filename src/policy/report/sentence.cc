#include "policy/report/sentence.h"

#include <fmt/format.h>

#include <array>

#include "policy/report/working.h"

namespace tz::policy {
namespace {

constexpr std::array<std::string_view, 6> kKindsZh = {"其中", "推算", "核对",
                                                      "假设", "限度", "检验"};
constexpr std::array<std::string_view, 6> kKindsEn = {"where",      "derive", "check",
                                                      "hypothesis", "limit",  "test"};

std::string source_sentence(const Address& source, bool is_chinese) {
    if (source.document.empty()) return {};
    const std::string place = source.document + " " + source.clause;
    return is_chinese ? "依据：" + place + "。" : " From " + place + ".";
}

std::string item_sentence(const FigureReport& report, const ReportItem& item, Language language) {
    const bool is_chinese = language == Language::kChinese;
    const FigureTable none;
    const auto kind = static_cast<std::size_t>(item.kind);
    std::string out =
        fmt::format(fmt::runtime(is_chinese ? "\n  {}{}{}：{}" : "\n  {}{}{}: {}"),
                    is_chinese ? kKindsZh[kind] : kKindsEn[kind],
                    item.kind == ItemKind::kValue ? " " : " " + item.name + " ", item.title,
                    Working(report, none, language).formula(item, Names::kTitles));
    if (item.unit)
        out += fmt::format(fmt::runtime(is_chinese ? "（以{}表示）" : " (in {})"), item.unit->name);
    if (item.has_assumed) out += is_chinese ? "；分母是假定的" : "; the divisor is assumed";
    if (!item.unclear.empty()) out += (is_chinese ? "；不清楚：" : "; unclear: ") + item.unclear;
    if (!item.note.empty()) out += (is_chinese ? "；说明：" : "; note: ") + item.note;
    return out + (is_chinese ? "。" : ".") + source_sentence(item.source, is_chinese);
}

}  // namespace

std::string report_sentence(const FigureReport& report, Language language) {
    const bool is_chinese = language == Language::kChinese;
    std::string out = fmt::format(fmt::runtime(is_chinese ? "【{}】" : "[{}]"), report.title);
    out += source_sentence(report.source, is_chinese);
    out += is_chinese ? "用到的数字：" : " Figures: ";
    std::vector<std::string> figures;
    for (const ReportFigure& figure : report.figures)
        figures.push_back(figure.title.empty() ? figure.key
                          : is_chinese         ? figure.title + "（" + figure.key + "）"
                                               : figure.title + " (" + figure.key + ")");
    out += join(figures, is_chinese ? "、" : ", ") + (is_chinese ? "。" : ".");
    for (const ReportItem& item : report.items) out += item_sentence(report, item, language);
    for (const std::string& text : report.texts)
        out += (is_chinese ? "\n  文字：" : "\n  text: ") + text;
    return out;
}

}  // namespace tz::policy
