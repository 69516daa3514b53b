#include "app/cross_check/view.h"

#include <fmt/format.h>

#include "domain/common/fields.h"
#include "domain/department/department.h"
#include "schema/convert.h"

namespace tz::cross_check {
namespace {

using enum OutcomeKind;

std::string show_birth(std::int32_t birth) {
    return birth == kNoBirth ? std::string() : to_string(Date{birth});
}

std::string show_sex(std::uint8_t sex) {
    const Choice* choice = sex == 0 ? nullptr : kSexes.by_code(sex);
    return choice ? std::string(choice->label) : std::string();
}

class Viewer {
  public:
    Viewer(const Comparison& comparison, const OutcomeRow& row)
        : work_(comparison), list_(comparison.list), index_(comparison.index), row_(row) {}

    OutcomeView make() {
        out_.kind = row_.kind;
        out_.owner = work_.owner(row_);
        out_.score = row_.score;
        out_.reasons = row_.reasons.texts();
        if (row_.entry != kNone) tell_entry();
        if (row_.person != kNone) tell_person();
        tell_values();
        return std::move(out_);
    }

  private:
    const ListEntry& entry() const { return list_.entries[row_.entry]; }

    void tell_entry() {
        out_.sheet = list_.sheet_of(entry()).name;
        out_.row = entry().row;
        out_.list_name = list_.name(entry());
        out_.list_id = list_.id_number(row_.entry);
        const std::size_t found = column();
        tell_column(found == intake::kNone ? list_.columns_of(entry()).id : found);
    }

    void tell_column(std::size_t column) {
        if (column == intake::kNone) return;
        out_.column = sheet::column_name(column);
        out_.header = list_.sheet_of(entry()).headers[column];
    }

    std::size_t column() const {
        const PersonColumns& columns = list_.columns_of(entry());
        switch (row_.kind) {
            case kNameDiffers:
                return columns.name;
            case kBirthDiffers:
                return columns.birth;
            case kSexDiffers:
                return columns.sex;
            case kFieldDiffers:
            case kFieldMissing:
                return list_.column_of(entry(), check().shown);
            case kStillRegistered:
            case kHasProperty:
                return list_.column_of(entry(), 0);
            default:
                return columns.id;
        }
    }

    void tell_person() {
        out_.record = index_.id(row_.person);
        out_.division = index_.division(row_.person);
        out_.household_number = index_.household_number(row_.person);
        out_.register_name = index_.name(row_.person);
        out_.register_id = index_.id_number(row_.person);
    }

    const ComparedField& check() const { return list_.comparing.checks[row_.check]; }

    void tell_values() {
        switch (row_.kind) {
            case kNameDiffers:
                return tell("姓名", "name", out_.list_name, out_.register_name);
            case kBirthDiffers:
                return tell("出生日期", "birth_date", show_birth(entry().birth),
                            show_birth(index_.at(row_.person).birth));
            case kSexDiffers:
                return tell("性别", "sex", show_sex(entry().sex),
                            show_sex(index_.at(row_.person).sex));
            case kFieldDiffers:
            case kFieldMissing:
                return tell_field();
            case kStillRegistered:
            case kHasProperty:
                return tell({}, {}, show_read(0), "在册");
            case kUnduly:
                return tell({}, {}, "在名单", "不符合条件");
            case kLeftRegister:
                return tell("人员状态", "member_status", "在名单", "自然减少");
            case kListedTwice:
                return tell({}, {}, fmt::format("与第{}行重复", list_.entries[row_.other].row), {});
            case kRegisteredTwice:
                return tell({}, {}, {}, other_household());
            case kNotListed:
                return tell_claim();
            case kNotFound:
                return;
            default:
                return tell_number();
        }
    }

    void tell(std::string item, std::string_view field, std::string listed,
              std::string registered) {
        out_.item = std::move(item);
        if (!field.empty()) out_.field = fmt::format("{}.{}", list_.comparing.against->name, field);
        out_.list_value = std::move(listed);
        out_.register_value = std::move(registered);
    }

    void name_field(const ComparedField& compared) {
        out_.item = compared.description().label;
        out_.field = fmt::format("{}.{}", compared.entity->name, compared.description().name);
    }

    std::string show_registered(std::size_t position) const {
        const Field& field = list_.comparing.checks[position].description();
        return show_value(field, value_of(field, index_.value(position, row_.person)));
    }

    std::string show_read(std::size_t read) const {
        const Comparing& comparing = list_.comparing;
        const Code code = list_.values(row_.entry)[read];
        if (comparing.reads[read].how == ReadHow::kEnded) return code == 1 ? "已停止" : "有效";
        const Field& field = comparing.list->fields[comparing.read_fields[read]];
        return show_value(field, value_of(field, code));
    }

    void tell_field() {
        name_field(check());
        out_.list_value = show_read(check().shown);
        out_.register_value = show_registered(row_.check);
    }

    std::string other_household() const {
        return fmt::format("户编号{}和{}", index_.household_number(row_.person),
                           index_.household_number(row_.other));
    }

    void tell_claim() {
        for (std::size_t i = 0; i < list_.comparing.checks.size(); ++i) {
            const ComparedField& compared = list_.comparing.checks[i];
            const Code code = index_.value(i, row_.person);
            if (!compared.claims || code == kUnknown || !compared.claims(code)) continue;
            name_field(compared);
            out_.register_value = show_registered(i);
            return;
        }
    }

    void tell_number() {
        out_.item = "证件号码";
        out_.list_value = out_.list_id;
        out_.register_value = out_.register_id;
        const auto repaired = work_.repaired.find(row_.entry);
        if (row_.kind == kIdRepaired && repaired != work_.repaired.end()) {
            out_.register_value = key_text(repaired->second.key);
            out_.reasons.push_back(repaired->second.how);
        }
        if (row_.kind == kIdConverted) out_.register_value = key_text(entry().key);
    }

    const Comparison& work_;
    const List& list_;
    const RegisterIndex& index_;
    const OutcomeRow& row_;
    OutcomeView out_;
};

}  // namespace

OutcomeView view(const Comparison& comparison, const OutcomeRow& row) {
    return Viewer(comparison, row).make();
}

std::string_view band_name(const OutcomeRow& row) {
    if (row.kind == kIdDiffers) return "sure";
    return row.kind == kMaybeSame ? "review" : "";
}

std::string join_reasons(const std::vector<Text>& reasons, Language language) {
    std::vector<std::string> parts;
    for (const Text& reason : reasons) parts.push_back(in(reason, language));
    return join(parts, language == Language::kChinese ? "；" : "; ");
}

std::string owner_label(std::string_view owner) {
    const Choice* department = kDepartments.by_name(owner);
    return std::string(department ? department->label : owner);
}

}  // namespace tz::cross_check
