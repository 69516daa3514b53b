#include "app/cross_check/outcome.h"

namespace tz::cross_check {
namespace {

using enum OutcomeKind;

constexpr KindInfo kInfo[] = {
    {kEqual, "equal", "一致", "equal", Actor::kNobody, false},
    {kNameDiffers, "name_differs", "姓名不一致", "name differs", Actor::kTownship, true},
    {kBirthDiffers, "birth_differs", "出生日期不一致", "birth date differs", Actor::kTownship,
     true},
    {kSexDiffers, "sex_differs", "性别不一致", "sex differs", Actor::kTownship, true},
    {kFieldDiffers, "field_differs", "指标与名单不一致", "field differs", Actor::kFieldOwner, true},
    {kFieldMissing, "field_missing", "名单有而登记册未填", "not filled in the register",
     Actor::kFieldOwner, true},
    {kStillRegistered, "still_registered", "已死亡或迁出仍在册", "dead or moved, still registered",
     Actor::kTownship, true},
    {kLeftRegister, "left_register", "已减员仍在名单", "left the register, still listed",
     Actor::kListKeeper, true},
    {kHasProperty, "has_property", "名下有车辆、企业、房产或财政供养", "has property",
     Actor::kTownship, true},
    {kListedTwice, "listed_twice", "名单中重复", "listed twice", Actor::kListKeeper, true},
    {kRegisteredTwice, "registered_twice", "登记册中重复", "registered twice", Actor::kTownship,
     true},
    {kIdConverted, "id_converted", "15位证件号码已换算", "15-digit number converted",
     Actor::kListKeeper, false},
    {kIdRepaired, "id_repaired", "证件号码有误已修复", "broken number repaired", Actor::kListKeeper,
     false},
    {kIdBroken, "id_broken", "证件号码有误无法修复", "broken number, not repairable",
     Actor::kListKeeper, false},
    {kIdMissing, "id_missing", "没有证件号码", "no number", Actor::kListKeeper, false},
    {kIdDiffers, "id_differs", "同一人证件号码不一致", "same person, another number",
     Actor::kTownship, true},
    {kMaybeSame, "maybe_same", "疑似同一人待核实", "perhaps the same person", Actor::kTownship,
     false},
    {kNotFound, "not_found", "登记册中没有", "not in the register", Actor::kTownship, false},
    {kNotListed, "not_listed", "登记册有而名单没有", "not on the list", Actor::kListKeeper, true},
    {kUnduly, "unduly_listed", "不应在名单", "should not be on the list", Actor::kListKeeper, true},
};
static_assert(std::size(kInfo) == kOutcomeKinds);

constexpr std::string_view kReasonTexts[][2] = {
    {"出生日期相同", "same birth date"},
    {"性别相同", "same sex"},
    {"姓名相同", "same name"},
    {"姓名只是写法不同（间隔点、繁简、空格）", "name written in another way"},
    {"姓名有无法显示的字，其余相同", "name alike but for unreadable characters"},
    {"姓名一字形近或音近", "one character of the name looks or sounds alike"},
    {"姓名差一字", "name differs in one character"},
    {"姓名字序颠倒", "characters of the name in another order"},
    {"只有姓不同", "only the surname differs"},
    {"姓名不同", "another name"},
    {"证件号码前六位相同", "same region in the number"},
    {"证件号码只差一位", "number differs in one digit"},
    {"有多人同样相像", "several persons are equally alike"},
    {"同名的人多，同名同日出生不足为凭", "many have this name"},
    {"名单另一行也像此人", "another row of the list is like this person"},
    {"校验码证明只有一种改法", "the check digit proves the repair"},
    {"改后的号码在登记册中且姓名相同", "the repaired number is registered under the same name"},
    {"登记册中是同一个错误号码", "the register has the same wrong number"},
};
static_assert(std::size(kReasonTexts) == kReasons);

}  // namespace

const KindInfo& info(OutcomeKind kind) { return kInfo[static_cast<std::size_t>(kind)]; }

Text label(OutcomeKind kind) { return {std::string(info(kind).zh), std::string(info(kind).en)}; }

std::vector<Text> ReasonSet::texts() const {
    std::vector<Text> out;
    for (std::size_t i = 0; i < kReasons; ++i)
        if (has(static_cast<Reason>(i)))
            out.push_back({std::string(kReasonTexts[i][0]), std::string(kReasonTexts[i][1])});
    return out;
}

}  // namespace tz::cross_check
