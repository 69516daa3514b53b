// The result of a comparison as a workbook that can be handed to those who must act.
#include <fmt/format.h>

#include <span>

#include "app/cross_check/report.h"
#include "app/cross_check/view.h"
#include "app/ledger/places.h"
#include "sheet/writer.h"

namespace tz::cross_check {
namespace {

using sheet::Column;
using sheet::Kind;

constexpr std::size_t kSheetRowsMax = 1'000'000;

sheet::SheetSpec summary_spec(const Comparison& comparison) {
    sheet::SheetSpec spec;
    spec.name = "汇总";
    spec.title = fmt::format("{}比对结果", comparison.list.title);
    spec.subtitle = {fmt::format("名单：{}", comparison.list.file),
                     fmt::format("比对日期：{}", to_string(comparison.options.today))};
    spec.columns = {Column{.title = "结果", .width = 36},
                    Column{.title = "人次", .width = 12, .kind = Kind::kNumber}};
    return spec;
}

Status write_summary(sheet::Writer& writer, const Comparison& comparison) {
    RETURN_IF_ERROR(writer.add_sheet(summary_spec(comparison)));
    const auto line = [&](std::string_view name, std::int64_t count) {
        return writer.append(std::vector<Value>{std::string(name), count});
    };
    RETURN_IF_ERROR(line("名单人次", static_cast<std::int64_t>(comparison.list.entries.size())));
    RETURN_IF_ERROR(line("对上人次", comparison.matched));
    for (std::size_t i = 0; i < kOutcomeKinds; ++i) {
        const auto kind = static_cast<OutcomeKind>(i);
        if (comparison.count(kind) > 0 || i == 0)
            RETURN_IF_ERROR(line(info(kind).zh, comparison.count(kind)));
    }
    return ok();
}

sheet::SheetSpec rows_spec(const Comparison& comparison, std::size_t part) {
    sheet::SheetSpec spec;
    spec.name = part == 0 ? "明细" : fmt::format("明细{}", part + 1);
    spec.title = fmt::format("{}比对明细", comparison.list.title);
    spec.filter = true;
    spec.columns = {Column{.title = "序号", .width = 7, .kind = Kind::kNumber, .centred = true},
                    Column{.title = "结果", .width = 20},
                    Column{.title = "名单行号", .width = 9, .kind = Kind::kNumber},
                    Column{.title = "名单姓名", .width = 12},
                    Column{.title = "名单证件号码", .width = 22},
                    Column{.title = "乡镇", .width = 12},
                    Column{.title = "村", .width = 14},
                    Column{.title = "户编号", .width = 16},
                    Column{.title = "登记姓名", .width = 12},
                    Column{.title = "登记证件号码", .width = 22},
                    Column{.title = "比对项目", .width = 18, .wrap = true},
                    Column{.title = "名单值", .width = 18, .wrap = true},
                    Column{.title = "登记值", .width = 18, .wrap = true},
                    Column{.title = "依据", .width = 28, .wrap = true},
                    Column{.title = "责任部门", .width = 16}};
    return spec;
}

Value text_value(std::string text) { return text.empty() ? Value{} : Value{std::move(text)}; }

Status write_row(sheet::Writer& writer, const Comparison& comparison, const OutcomeRow& row,
                 const Places& places, std::int64_t number) {
    const OutcomeView seen = view(comparison, row);
    const bool has_place = row.person != kNone;
    return writer.append(std::vector<Value>{
        number, std::string(info(row.kind).zh), seen.row == 0 ? Value{} : Value{seen.row},
        text_value(seen.list_name), text_value(seen.list_id),
        text_value(has_place ? places.township(seen.division) : std::string()),
        text_value(has_place ? places.village(seen.division) : std::string()),
        text_value(seen.household_number), text_value(seen.register_name),
        text_value(seen.register_id), text_value(seen.item), text_value(seen.list_value),
        text_value(seen.register_value), text_value(join_reasons(seen.reasons, Language::kChinese)),
        text_value(owner_label(seen.owner))});
}

}  // namespace

Result<std::string> to_workbook(const Comparison& comparison, const Places& places) {
    sheet::Writer writer({.title = fmt::format("{}比对结果", comparison.list.title)});
    RETURN_IF_ERROR(write_summary(writer, comparison));
    const std::size_t total = comparison.outcomes.size();
    for (std::size_t first = 0; first == 0 || first < total; first += kSheetRowsMax) {
        RETURN_IF_ERROR(writer.add_sheet(rows_spec(comparison, first / kSheetRowsMax)));
        for (std::size_t i = first; i < std::min(total, first + kSheetRowsMax); ++i)
            RETURN_IF_ERROR(write_row(writer, comparison, comparison.outcomes[i], places,
                                      static_cast<std::int64_t>(i) + 1));
    }
    return writer.finish();
}

}  // namespace tz::cross_check
