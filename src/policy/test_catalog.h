// A small catalog of registers for the tests of this folder. Constants; any thread.
#pragma once
#include "schema/entity.h"

namespace tz::policy {

inline constexpr Choice kTestKindChoices[] = {
    {1, "general", "一般户"}, {2, "lifted_out", "脱贫户"}, {3, "monitored", "监测户"}};
inline constexpr CodeList kTestKinds{"kinds", "户类型", kTestKindChoices};
inline constexpr Choice kTestSkillChoices[] = {
    {0, "none", "无"}, {1, "ordinary", "普通"}, {2, "skilled", "技能"}};
inline constexpr CodeList kTestSkills{"labour_skills", "劳动技能", kTestSkillChoices};
inline constexpr Choice kTestRiskChoices[] = {
    {0, "illness", "因病"}, {1, "disaster", "因灾"}, {5, "schooling", "因学"}};
inline constexpr CodeList kTestRisks{"risks", "风险", kTestRiskChoices};
inline constexpr Choice kTestSexChoices[] = {{1, "male", "男"}, {2, "female", "女"}};
inline constexpr CodeList kTestSexes{"sexes", "性别", kTestSexChoices};

inline constexpr Field kTestHouseholdFields[] = {
    text("household_number", "户编号"),
    division("area", "行政区划").scope(),
    boolean("registered", "在册"),
    boolean("insured", "参保"),
    choice("kind", "户类型", kTestKinds),
    choices("risks", "风险", kTestRisks),
    number("water_litres_per_person", "人均日供水量", "升/人/日", "L/person/day"),
    number("fetch_minutes", "取水时间", "分钟", "min"),
    number("town_distance", "到乡镇距离", "公里", "km", 1),
    number("water_distance", "取水距离", "米", "m"),
    number("cultivated_land", "耕地面积", "亩", "mu", 2),
    number("rooms", "房间数"),
    number("insured_share", "参保率", "%", "%"),
    money("net_income", "纯收入"),
    money("subsidy", "补贴"),
    date("moved_on", "搬迁日期"),
    month("identified", "识别年月"),
    text("phone", "电话"),
    number("amount", "数量", "", "", 0),
    number("other_amount", "另一数量", "", "", 0)};
inline constexpr Entity kTestHousehold{"household", "户", kTestHouseholdFields};

inline constexpr Field kTestPersonFields[] = {
    text("name", "姓名"),
    text("id_number", "证件号码"),
    division("area", "行政区划").scope(),
    reference("household", "所在户", "household").many("members"),
    choice("sex", "性别", kTestSexes),
    choice("labour_skill", "劳动技能", kTestSkills),
    date("birth_date", "出生日期"),
    boolean("insured", "参保"),
    money("income", "收入"),
    text("phone", "电话")};
inline constexpr Entity kTestPerson{"person", "人", kTestPersonFields};

inline constexpr Field kTestMonitoringFields[] = {
    reference("household", "户", "household").one("monitoring"),
    division("area", "行政区划").scope(), choice("category", "类别", kTestKinds),
    boolean("removed", "风险消除"), date("since", "识别日期")};
inline constexpr Entity kTestMonitoring{"monitoring", "监测对象", kTestMonitoringFields};

inline constexpr Field kTestVillageFields[] = {
    text("name", "村名"), division("area", "行政区划").scope(),
    number("claimed_land", "上报耕地面积", "亩", "mu", 1)};
inline constexpr Entity kTestVillage{"village", "村", kTestVillageFields};

inline constexpr Field kTestAnswerFields[] = {
    text("form", "表"),
    text("question", "问题"),
    text("answer", "回答"),
    date("answered_on", "核查日期"),
    division("area", "行政区划").scope(),
    reference("household", "户", "household").many("survey_answers"),
    reference("person", "人", "person").many("survey_answers")};
inline constexpr Entity kTestAnswer{"survey_answer", "调查答案", kTestAnswerFields};

inline constexpr Choice kTestLevelChoices[] = {
    {3, "county", "县级"}, {4, "township", "乡级"}, {5, "village", "村级"}};
inline constexpr CodeList kTestLevels{"levels", "区划级别", kTestLevelChoices};
inline constexpr Field kTestDivisionFields[] = {
    division("division", "区划代码").scope(), text("name", "区划名称"),
    choice("level", "区划级别", kTestLevels), number("water_rate", "自来水率", "%", "%")};
inline constexpr Entity kTestDivision{"division", "行政区划", kTestDivisionFields};

inline constexpr Choice kTestRoleChoices[] = {{1, "helper", "帮扶人"},
                                              {2, "village_team", "工作队"},
                                              {3, "township", "乡镇"},
                                              {4, "county", "县"}};
inline constexpr CodeList kTestRoles{"sign_roles", "签批角色", kTestRoleChoices};
inline constexpr Field kTestSignOffFields[] = {
    text("chain_name", "签字链"),
    choice("role", "签批角色", kTestRoles),
    date("signed_on", "签批日期"),
    date("voided_on", "失效日期"),
    division("area", "行政区划").scope(),
    reference("household", "户", "household").many("sign_offs")};
inline constexpr Entity kTestSignOff{"sign_off", "签批记录", kTestSignOffFields};

inline constexpr const Entity* kTestRegisters[] = {&kTestHousehold, &kTestPerson, &kTestMonitoring,
                                                   &kTestVillage,   &kTestAnswer, &kTestDivision,
                                                   &kTestSignOff};
inline Catalog test_catalog() { return kTestRegisters; }

}  // namespace tz::policy
