#include "app/crossfoot/crossfoot.h"

#include <fmt/format.h>

#include <algorithm>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>

namespace tz::crossfoot {
namespace {

namespace json = boost::json;
using policy::Outcome;
using policy::OutcomeKind;

bool finds_any(const policy::FigureReport& report, const policy::FigureTable& table) {
    return std::any_of(report.figures.begin(), report.figures.end(),
                       [&](const policy::ReportFigure& figure) {
                           return table.find(figure.key).how != policy::Found::kNothing;
                       });
}

bool is_listed(const Outcome& outcome) { return outcome.item->kind != policy::ItemKind::kValue; }

std::string with_unit(const std::string& value, const std::string& unit) {
    return unit.empty() ? value : value + " " + unit;
}

std::string place_of(const policy::Address& source) {
    return source.document.empty() ? "" : "（" + source.document + " " + source.clause + "）";
}

class Teller {
  public:
    Teller(const policy::CompiledPacks& packs, Language language)
        : packs_(packs), is_chinese_(language == Language::kChinese), language_(language) {}

    std::string tell(const Crossfoot& result) {
        for (const policy::ReportResult& report : result.reports) tell(report);
        if (!result.left_out.empty())
            put("另有{}份报告的数字都不在表里，没有列出。\n",
                "{} more reports have none of their figures in the table.\n",
                result.left_out.size());
        for (std::size_t i = 0; i < policy::kReportOutcomes; ++i)
            if (result.counts[i] > 0)
                put("{}：{}\n", "{}: {}\n", in(policy::outcome_title(OutcomeKind(i)), language_),
                    result.counts[i]);
        return std::move(out_);
    }

  private:
    template <class... A>
    void put(const char* zh, const char* en, const A&... args) {
        out_ += fmt::format(fmt::runtime(is_chinese_ ? zh : en), args...);
    }

    void tell(const policy::ReportResult& result) {
        const policy::FigureReport& report = *result.report;
        const policy::PackInfo& pack = packs_.packs[static_cast<std::size_t>(report.pack)];
        out_ += fmt::format("{} · {}{}\n", pack.title, report.title, place_of(report.source));
        for (const Outcome& outcome : result.outcomes)
            if (is_listed(outcome)) tell(outcome);
        for (const std::string& text : result.texts) out_ += "  " + text + "\n";
        out_ += "\n";
    }

    void tell(const Outcome& outcome) {
        out_ += fmt::format("  {} {} 〔{}〕\n", outcome.item->name, outcome.item->title,
                            in(policy::outcome_title(outcome.kind), language_));
        out_ += "      " + outcome.formula + "\n";
        out_ += "      " + outcome.working + "\n";
        numbers(outcome);
        for (const policy::Operand& operand : outcome.operands) tell(operand);
        if (!outcome.reason.zh.empty())
            put("      原因：{}\n", "      reason: {}\n", in(outcome.reason, language_));
        if (!outcome.item->unclear.empty())
            put("      不清楚：{}\n", "      unclear: {}\n", outcome.unclear);
        if (!outcome.note.empty()) put("      说明：{}\n", "      note: {}\n", outcome.note);
    }

    void numbers(const Outcome& outcome) {
        if (outcome.kind == OutcomeKind::kUnknown) return;
        put("      计算得 {}", "      computed {}",
            with_unit(join(outcome.computed, "、"), outcome.unit));
        if (!outcome.rounded.empty())
            put("，四舍五入为 {}", ", rounded {}", with_unit(outcome.rounded, outcome.unit));
        if (!outcome.published.empty())
            put("；对照 {}；相差 {}", "; against {}; difference {}",
                with_unit(outcome.published, outcome.unit), outcome.difference);
        if (outcome.low != outcome.high)
            put("；数字舍入前在 {} 到 {} 之间", "; before rounding {} to {}", outcome.low,
                outcome.high);
        if (!outcome.needed_low.empty())
            put("；要得到公布数，分母应在 {} 到 {} 之间", "; the printed rate needs {} to {}",
                outcome.needed_low, outcome.needed_high);
        out_ += "\n";
    }

    void tell(const policy::Operand& operand) {
        if (operand.printed.empty()) return;
        out_ += fmt::format("        {} {} {}{}\n", operand.key, operand.title,
                            with_unit(operand.printed, operand.unit), place_of(operand.source));
    }

    const policy::CompiledPacks& packs_;
    bool is_chinese_;
    Language language_;
    std::string out_{};
};

json::array texts_json(const std::vector<std::string>& texts) {
    return json::array(texts.begin(), texts.end());
}

json::object operand_json(const policy::Operand& operand) {
    return {{"id", operand.key},
            {"name", operand.name},
            {"title", operand.title},
            {"printed", operand.printed},
            {"unit", operand.unit},
            {"document", operand.source.document},
            {"clause", operand.source.clause}};
}

json::object outcome_json(const Outcome& outcome) {
    json::array operands;
    for (const policy::Operand& operand : outcome.operands)
        operands.push_back(operand_json(operand));
    json::object out{{"id", outcome.item->name},
                     {"title", outcome.item->title},
                     {"outcome", policy::outcome_word(outcome.kind)},
                     {"label", policy::outcome_title(outcome.kind).zh},
                     {"formula", outcome.formula},
                     {"working", outcome.working},
                     {"operands", std::move(operands)},
                     {"computed", texts_json(outcome.computed)},
                     {"unit", outcome.unit}};
    const auto add = [&](const char* key, const std::string& text) {
        if (!text.empty()) out[key] = text;
    };
    add("published", outcome.published);
    add("difference", outcome.difference);
    add("rounded", outcome.rounded);
    add("low", outcome.low);
    add("high", outcome.high);
    add("needed_low", outcome.needed_low);
    add("needed_high", outcome.needed_high);
    add("reason", outcome.reason.zh);
    add("unclear", outcome.unclear);
    add("note", outcome.note);
    if (!outcome.missing.empty()) out["missing"] = texts_json(outcome.missing);
    return out;
}

json::object report_json(const policy::ReportResult& result, const policy::CompiledPacks& packs) {
    json::array items;
    for (const Outcome& outcome : result.outcomes)
        if (is_listed(outcome)) items.push_back(outcome_json(outcome));
    const policy::FigureReport& report = *result.report;
    return {{"pack", packs.packs[static_cast<std::size_t>(report.pack)].name},
            {"report", report.name},
            {"title", report.title},
            {"document", report.source.document},
            {"clause", report.source.clause},
            {"items", std::move(items)},
            {"texts", texts_json(result.texts)},
            {"missing", texts_json(result.missing)}};
}

}  // namespace

bool Crossfoot::needs_attention() const {
    for (std::size_t i = 0; i < counts.size(); ++i)
        if (counts[i] > 0 && policy::needs_attention(OutcomeKind(i))) return true;
    return false;
}

Crossfoot crossfoot(const policy::CompiledPacks& packs, const policy::FigureTable& table, bool all,
                    Language language) {
    Crossfoot out;
    for (const policy::FigureReport& report : packs.reports) {
        if (!all && !finds_any(report, table)) {
            out.left_out.push_back(&report);
            continue;
        }
        out.reports.push_back(policy::evaluate_report(report, table, language));
        for (const Outcome& outcome : out.reports.back().outcomes)
            if (is_listed(outcome)) ++out.counts[static_cast<std::size_t>(outcome.kind)];
    }
    return out;
}

std::string to_text(const Crossfoot& result, const policy::CompiledPacks& packs,
                    Language language) {
    return Teller(packs, language).tell(result);
}

std::string to_json(const Crossfoot& result, const policy::CompiledPacks& packs) {
    json::array reports;
    for (const policy::ReportResult& report : result.reports)
        reports.push_back(report_json(report, packs));
    json::object counts;
    for (std::size_t i = 0; i < policy::kReportOutcomes; ++i)
        counts[policy::outcome_word(OutcomeKind(i))] = result.counts[i];
    return json::serialize(json::object{{"reports", std::move(reports)},
                                        {"counts", std::move(counts)},
                                        {"left_out", result.left_out.size()}}) +
           "\n";
}

}  // namespace tz::crossfoot
