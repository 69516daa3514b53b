// A form as a workbook to print and fill in: one sheet a village, one row a question and record,
// only what is to be asked. The importer reads what comes back by its titles.
#pragma once
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "app/policy_run/check.h"
#include "policy/check/typed.h"
#include "port/store.h"

namespace tz {

struct FormSheetOptions {
    std::string campaign{};  // empty: the form's title
    CheckOptions check{};    // the records under its division, as of its day
};
struct FormSheets {
    std::string bytes{};
    std::int64_t records = 0;    // asked about
    std::int64_t questions = 0;  // rows
};
Result<FormSheets> form_workbook(Store& store, const policy::CompiledPacks& packs,
                                 const policy::Form& form, const FormSheetOptions& options,
                                 Progress& progress);

// By name or title.
const policy::Form* find_form(const policy::CompiledPacks& packs, std::string_view name);
// The value a question is answered with so far, where it is a field's.
std::string present_value(const policy::FormSection& section, const policy::Question& question,
                          const Record& record);

// The first of these fields that the record has.
std::string first_known(const Record& record, const Entity& entity,
                        std::initializer_list<std::string_view> fields);
// What a question offers.
std::vector<std::string> labels_of(const policy::Question& question);

// Titles of the columns, in order.
inline constexpr std::string_view kFormColumns[] = {
    "序号",   "户编号",   "姓名",     "调查大项", "调查项目", "填法",
    "现值",   "回答内容", "佐证材料", "核查日期", "核查人",   "政策包",
    "调查表", "行动名称", "题号",     "登记册",   "记录号",   "截至"};
constexpr std::size_t form_column(std::string_view title) {
    std::size_t i = 0;
    while (kFormColumns[i] != title) ++i;
    return i;
}

}  // namespace tz
