#include "app/import/checks.h"

#include <fmt/format.h>

#include "base/id_number.h"
#include "schema/convert.h"

namespace tz::intake {

std::vector<Mismatch> compare_with_document(const Slot& slot, const Envelope& envelope,
                                            std::string_view id_number) {
    std::vector<Mismatch> odd;
    const Value* birth = slot.birth == kNone ? nullptr : find_value(envelope, slot.birth);
    const Value* sex = slot.sex == kNone ? nullptr : find_value(envelope, slot.sex);
    if ((birth == nullptr && sex == nullptr) || !valid_id_number(id_number)) return odd;
    const auto day = id_birth(id_number);
    if (birth && day && as_int(*birth) != day->days)
        odd.push_back(
            {slot.birth,
             to_string(Date{static_cast<std::int32_t>(as_int(*birth))}),
             {fmt::format("出生日期与证件号码里的{}不一致", to_string(*day)),
              fmt::format("birth date differs from {} in the ID number", to_string(*day))}});
    const auto said = id_sex(id_number);
    if (sex && said && *said != Sex::kUnknown && as_int(*sex) != static_cast<int>(*said) &&
        (as_int(*sex) == 1 || as_int(*sex) == 2))
        odd.push_back(
            {slot.sex,
             show_value(slot.entity->fields[slot.sex], *sex),
             {fmt::format("性别与证件号码里的“{}”不一致", *said == Sex::kMale ? "男" : "女"),
              "sex differs from that in the ID number"}});
    return odd;
}

}  // namespace tz::intake
