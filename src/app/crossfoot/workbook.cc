// A crossfoot as a workbook.
#include <fmt/format.h>

#include "app/crossfoot/crossfoot.h"
#include "sheet/writer.h"

namespace tz::crossfoot {
namespace {

using policy::Outcome;
using sheet::Column;

Value text_value(std::string text) { return text.empty() ? Value{} : Value{std::move(text)}; }

sheet::SheetSpec results_spec() {
    sheet::SheetSpec spec;
    spec.name = "勾稽";
    spec.title = "公布数字勾稽";
    spec.filter = true;
    spec.columns = {Column{.title = "报告", .width = 18, .wrap = true},
                    Column{.title = "编号", .width = 9},
                    Column{.title = "项目", .width = 26, .wrap = true},
                    Column{.title = "结果", .width = 18, .wrap = true},
                    Column{.title = "算式", .width = 40, .wrap = true},
                    Column{.title = "代入", .width = 40, .wrap = true},
                    Column{.title = "计算值", .width = 16},
                    Column{.title = "对照值", .width = 14},
                    Column{.title = "相差", .width = 14},
                    Column{.title = "单位", .width = 9},
                    Column{.title = "说明", .width = 36, .wrap = true}};
    return spec;
}

sheet::SheetSpec operands_spec() {
    sheet::SheetSpec spec;
    spec.name = "用到的数字";
    spec.title = "各项用到的公布数字";
    spec.filter = true;
    spec.columns = {Column{.title = "编号", .width = 9}, Column{.title = "数字编号", .width = 12},
                    Column{.title = "指标", .width = 30, .wrap = true},
                    Column{.title = "公布的数", .width = 18}, Column{.title = "单位", .width = 10}};
    return spec;
}

sheet::SheetSpec texts_spec() {
    sheet::SheetSpec spec;
    spec.name = "文字";
    spec.title = "填好数字的文字";
    spec.columns = {Column{.title = "报告", .width = 18},
                    Column{.title = "文字", .width = 100, .wrap = true}};
    return spec;
}

std::string remarks(const Outcome& outcome) {
    std::vector<std::string> parts;
    if (!outcome.needed_low.empty())
        parts.push_back(fmt::format("要得到公布数，分母应在{}到{}之间", outcome.needed_low,
                                    outcome.needed_high));
    for (const std::string* text : {&outcome.reason.zh, &outcome.unclear, &outcome.note})
        if (!text->empty()) parts.push_back(*text);
    return join(parts, "；");
}

Status write_outcome(sheet::Writer& writer, const std::string& report, const Outcome& outcome) {
    return writer.append(std::vector<Value>{
        report, outcome.item->name, outcome.item->title, policy::outcome_title(outcome.kind).zh,
        outcome.formula, outcome.working, text_value(join(outcome.computed, "、")),
        text_value(outcome.published), text_value(outcome.difference), text_value(outcome.unit),
        text_value(remarks(outcome))});
}

template <class Each>
Status each_listed(const Crossfoot& result, Each each) {
    for (const policy::ReportResult& report : result.reports)
        for (const Outcome& outcome : report.outcomes)
            if (outcome.item->kind != policy::ItemKind::kValue)
                RETURN_IF_ERROR(each(*report.report, outcome));
    return ok();
}

Status write_operands(sheet::Writer& writer, const Outcome& outcome) {
    for (const policy::Operand& operand : outcome.operands)
        RETURN_IF_ERROR(writer.append(
            std::vector<Value>{outcome.item->name, operand.key, operand.title,
                               operand.printed.empty() ? std::string("缺") : operand.printed,
                               text_value(operand.unit)}));
    return ok();
}

}  // namespace

Result<std::string> to_workbook(const Crossfoot& result) {
    sheet::Writer writer;
    RETURN_IF_ERROR(writer.add_sheet(results_spec()));
    RETURN_IF_ERROR(each_listed(result, [&](const policy::FigureReport& report, const Outcome& o) {
        return write_outcome(writer, report.title, o);
    }));
    RETURN_IF_ERROR(writer.add_sheet(operands_spec()));
    RETURN_IF_ERROR(each_listed(result, [&](const policy::FigureReport&, const Outcome& outcome) {
        return write_operands(writer, outcome);
    }));
    RETURN_IF_ERROR(writer.add_sheet(texts_spec()));
    for (const policy::ReportResult& report : result.reports)
        for (const std::string& text : report.texts)
            RETURN_IF_ERROR(writer.append(std::vector<Value>{report.report->title, text}));
    return writer.finish();
}

}  // namespace tz::crossfoot
