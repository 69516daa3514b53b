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
    return (is_chinese ? "依据：" : "From ") + source.document + " " + source.clause + "。";
}

std::string item_sentence(const FigureReport& report, const ReportItem& item, bool is_chinese) {
    const FigureTable none;
    const auto kind = static_cast<std::size_t>(item.kind);
    std::string out = fmt::format("\n  {}{}{}：{}", is_chinese ? kKindsZh[kind] : kKindsEn[kind],
                                  item.kind == ItemKind::kValue ? " " : " " + item.name + " ",
                                  item.title, Working(report, none).formula(item, Names::kTitles));
    if (item.unit)
        out += fmt::format(fmt::runtime(is_chinese ? "（以{}表示）" : " (in {})"), item.unit->name);
    if (item.has_assumed) out += is_chinese ? "；分母是假定的" : "; the divisor is assumed";
    if (!item.unclear.empty()) out += (is_chinese ? "；不清楚：" : "; unclear: ") + item.unclear;
    if (!item.note.empty()) out += (is_chinese ? "；说明：" : "; note: ") + item.note;
    return out + "。" + source_sentence(item.source, is_chinese);
}

}  // namespace

std::string report_sentence(const FigureReport& report, Language language) {
    const bool is_chinese = language == Language::kChinese;
    std::string out = fmt::format("【{}】", report.title);
    out += source_sentence(report.source, is_chinese);
    out += is_chinese ? "用到的数字：" : "Figures: ";
    std::vector<std::string> figures;
    for (const ReportFigure& figure : report.figures)
        figures.push_back(figure.title.empty() ? figure.key
                                               : figure.title + "（" + figure.key + "）");
    out += join(figures, "、") + "。";
    for (const ReportItem& item : report.items) out += item_sentence(report, item, is_chinese);
    for (const std::string& text : report.texts)
        out += (is_chinese ? "\n  文字：" : "\n  text: ") + text;
    return out;
}

}  // namespace tz::policy
