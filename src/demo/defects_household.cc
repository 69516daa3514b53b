#include "demo/defect.h"
#include "demo/fits.h"

namespace tz::demo {
namespace {

using namespace fits;
constexpr Track kL = Track::kLiftedOut;
constexpr Track kM = Track::kMonitored;
constexpr Level kHousehold = Level::kHousehold;
constexpr std::size_t kRelation = kMonitorForm.at("与户主关系");
constexpr std::size_t kSex = kMonitorForm.at("性别");

using HouseholdRef = const Household&;
using PersonRef = const Person&;

bool has_grown_child(HouseholdRef h, PersonRef) {
    return h.members.size() >= 3 && h.members[2].age >= 16;
}
bool has_couple(HouseholdRef h, PersonRef) {
    return h.members.size() >= 2 && h.members[1].relation == label::kSpouse;
}
bool two_or_more(HouseholdRef h, PersonRef) { return h.members.size() >= 2; }

void crown_child(Planting& at) { at.home.members[2].cells[kRelation] = label::kHead; }
void depose_head(Planting& at) { at.home.members[0].cells[kRelation] = "其他"; }
void same_sex(Planting& at) {
    at.home.members[1].cells[kSex] = at.home.members[0].is_male ? "男" : "女";
}

std::vector<Defect> head_defects() {
    return {
        {"q_3_02_011", kHousehold, kL, has_grown_child, {}, {}, crown_child},
        {"q_3_11_002", kHousehold, kM, has_grown_child, {}, {}, crown_child},
        {"q_3_02_012", kHousehold, kL, two_or_more, {}, {}, depose_head},
        {"q_3_11_001", kHousehold, kM, two_or_more, {}, {}, depose_head},
        {"q_2_02_001", kHousehold, kL, has_couple, {}, {}, same_sex},
        {"q_2_11_003", kHousehold, kM, has_couple, {}, {}, same_sex},
        {"q_4_02_001", kHousehold, kL, anything, {set("户联系电话", "")}},
        {"q_5_13_003", kHousehold, kM, anything, {set("户联系电话", "07345220012")}},
    };
}

std::vector<Defect> blank_defects() {
    return {
        {"q_3_02_002", kHousehold, kL, anything, {set("是否解决安全饮用水", "")}},
        {"q_3_02_003", kHousehold, kL, anything, {set("是否有卫生厕所", "")}},
        {"q_3_02_004", kHousehold, kL, anything, {set("耕地面积（亩）", "")}},
        {"q_3_02_005", kHousehold, kL, anything, {set("林地面积（亩）", "")}},
        {"q_3_02_006", kHousehold, kL, anything, {set("牧草地面积", "")}},
        {"q_3_02_007", kHousehold, kL, anything, {set("入户路类型", "")}},
        {"q_3_02_008", kHousehold, kL, anything, {set("住房面积", "")}},
        {"q_3_02_009", kHousehold, kL, anything, {set("是否危房户", "")}},
        {"q_3_02_013", kHousehold, kL, anything, {set("与村主干路距离", "约三里")}},
        {"q_5_14_015", kHousehold, kM, anything, {set("耕地面积（亩）", "")}},
        {"q_5_14_016", kHousehold, kM, anything, {set("林地面积（亩）", "")}},
        {"q_5_14_017", kHousehold, kM, anything, {set("退耕还林面积（亩）", "")}},
        {"q_5_14_018", kHousehold, kM, anything, {set("林果面积（亩）", "")}},
        {"q_5_14_019", kHousehold, kM, anything, {set("牧草地面积", "")}},
        {"q_5_14_020", kHousehold, kM, anything, {set("水面面积", "")}},
        {"q_5_14_021", kHousehold, kM, anything, {set("与村主干路距离", "")}},
    };
}

std::vector<Defect> range_defects() {
    return {
        {"q_5_14_001", kHousehold, kL, anything, {set("耕地面积（亩）", "150")}},
        {"q_5_14_002", kHousehold, kL, anything, {set("林地面积（亩）", "260")}},
        {"q_5_14_003", kHousehold, kL, anything, {set("退耕还林面积（亩）", "-3")}},
        {"q_5_14_004", kHousehold, kL, anything, {set("林果面积（亩）", "205.5")}},
        {"q_5_14_005", kHousehold, kL, anything, {set("牧草地面积", "101")}},
        {"q_5_14_006", kHousehold, kL, anything, {set("水面面积", "120")}},
        {"q_5_14_007", kHousehold, kL, anything, {set("与村主干路距离", "12")}},
        {"q_5_14_008", kHousehold, kM, anything, {set("耕地面积（亩）", "-1")}},
        {"q_5_14_009", kHousehold, kM, anything, {set("林地面积（亩）", "300")}},
        {"q_5_14_010", kHousehold, kM, anything, {set("退耕还林面积（亩）", "240")}},
        {"q_5_14_011", kHousehold, kM, anything, {set("林果面积（亩）", "999")}},
        {"q_5_14_012", kHousehold, kM, anything, {set("牧草地面积", "150")}},
        {"q_5_14_013", kHousehold, kM, anything, {set("水面面积", "188")}},
        {"q_5_14_014", kHousehold, kM, anything, {set("与村主干路距离", "6.5")}},
    };
}

std::vector<Defect> guarantee_defects() {
    return {
        {"q_1_02_001",
         kHousehold,
         kL,
         anything,
         {set("是否危房户", "是")},
         {{"q_1_02_007", kHousehold},
          {"safe_dwelling", kHousehold},
          {"three_plus_one", kHousehold},
          {"exit_standard", kHousehold}}},
        {"q_1_02_002",
         kHousehold,
         kL,
         anything,
         {set("是否解决安全饮用水", "否")},
         {{"q_1_02_007", kHousehold}}},
        {"q_1_02_006",
         kHousehold,
         kL,
         anything,
         {set("人均纯收入（元）", "6400")},
         {},
         nullptr,
         false,
         "52"},
        {"q_2_02_002", kHousehold, kL, anything, {set("是否通生活用电", "否")}},
        {"q_3_11_010", kHousehold, kM, anything, {set("人均纯收入（元）", "3500")}},
    };
}

}  // namespace

std::vector<Defect> household_defects() {
    std::vector<Defect> all;
    for (auto* table : {head_defects, blank_defects, range_defects, guarantee_defects})
        for (Defect& defect : table()) all.push_back(std::move(defect));
    return all;
}

std::span<const VillageDefect> village_defects() {
    const auto column = [](std::string_view header) {
        for (std::size_t i = 0; i < std::size(kVillageColumns); ++i)
            if (kVillageColumns[i].header == header) return i;
        return std::size(kVillageColumns);
    };
    static const VillageDefect kAll[] = {
        {"q_1_03_002", column("总人口数"), "0"},
        {"q_1_03_003", column("村级集体经济收入（万元）"), ""},
        {"q_1_03_004", column("村小学（个数）"), ""},
        {"q_1_03_006", column("参加城乡居民基本养老保险人数"), ""},
        {"q_1_03_007", column("是否通客运班车"), ""},
        {"q_1_03_009", column("行政村卫生室个数"), ""},
        {"q_1_03_010", column("行政村公共卫生厕所个数"), ""},
        {"q_1_03_011", column("行政村执业（助理）医师（人）"), ""},
        {"q_1_03_012", column("行政村生产生活垃圾集中堆放点个数（个）"), ""},
        {"q_1_03_013", column("行政村文化（图书）室个数 （个）"), ""},
        {"q_1_03_014", column("低保人口数"), ""},
        {"q_1_03_015", column("特困供养人口数"), ""},
        {"q_1_03_016", column("残疾人口数"), ""},
        {"q_2_03_001", column("到乡镇是否通沥青（水泥）路"), "否"},
        {"q_3_03_001", column("危房户数"), "9999"},
        {"q_3_03_002", column("耕地面积（亩）"), "1"},
        {"q_3_03_003", column("总户数"), ""},
        {"village_clinic", column("行政村卫生室个数"), "0", true, "4304"},
    };
    return kAll;
}

}  // namespace tz::demo
