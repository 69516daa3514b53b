#include "app/import/template.h"

#include <fmt/format.h>

#include "domain/layout/layout.h"
#include "sheet/writer.h"

namespace tz {
namespace {

constexpr int kBlankRows = 50;

// What an office may put in; nothing where any text goes.
std::vector<std::string> offered(const Field& field) {
    if (field.type == Type::kBool) return {"是", "否"};
    std::vector<std::string> out;
    if (field.type == Type::kChoice)
        for (const Choice& choice : field.codes->choices) out.emplace_back(choice.label);
    return out;
}

// The form of a cell, for the note at the title.
std::string form_of(const Field& field) {
    switch (field.type) {
        case Type::kDate:
            return "日期，如2020-03-01";
        case Type::kMonth:
            return "月份，如2020-03";
        case Type::kMoney:
            return "金额，单位元";
        case Type::kNumber:
            return fmt::format("数值{}{}", field.unit_label.empty() ? "" : "，单位",
                               field.unit_label);
        case Type::kDivision:
            return "区划代码，或另加“县”“乡镇”“村”三列写名称";
        case Type::kChoices:
            return "可填多项，用顿号分开";
        default:
            return {};
    }
}

sheet::Column column_of(const Field& field) {
    sheet::Column column;
    column.title = std::string(field.label);
    column.width = 14;
    column.choices = offered(field);
    column.comment = form_of(field);
    if (field.is_required)
        column.comment = "必填" + std::string(column.comment.empty() ? "" : "；") + column.comment;
    return column;
}

}  // namespace

Result<std::string> template_workbook(const Entity& entity, std::span<const Field> added) {
    sheet::SheetSpec spec;
    spec.name = std::string(entity.label);
    spec.title = std::string(entity.label);
    spec.blank_rows = kBlankRows;
    for (const Field& field : entity.fields)
        if (is_template_field(field)) spec.columns.push_back(column_of(field));
    for (const Field& field : added) spec.columns.push_back(column_of(field));
    sheet::Writer writer;
    RETURN_IF_ERROR(writer.add_sheet(spec));
    return writer.finish();
}

}  // namespace tz
