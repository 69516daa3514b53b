#include "demo/draft.h"

#include <fmt/format.h>

namespace tz::demo {

bool Person::is_able() const { return labour == label::kOrdinary || labour == label::kSkilled; }
bool Person::has_any_labour() const { return is_able() || labour == label::kWeak; }

std::string compact_date(Date date) {
    const CivilDate day = civil(date);
    return fmt::format("{:04}{:02}{:02}", day.year, day.month, day.day);
}

std::string compact_month(Month month) {
    return fmt::format("{:04}{:02}", month.months / 12, month.months % 12 + 1);
}

std::string chinese_month(Month month) {
    return fmt::format("{}年{}月", month.months / 12, month.months % 12 + 1);
}

std::string yuan_text(std::int64_t yuan) { return std::to_string(yuan); }

std::string_view disability_kind_label(int kind) {
    constexpr std::string_view kLabels[] = {"视力残疾", "听力残疾", "言语残疾", "肢体残疾",
                                            "智力残疾", "精神残疾", "多重残疾"};
    return kLabels[kind - 1];
}

std::string_view disability_grade_label(int grade) {
    constexpr std::string_view kLabels[] = {"一级", "二级", "三级", "四级"};
    return kLabels[grade - 1];
}

}  // namespace tz::demo
