// Forms filled in the field in a campaign: a sheet a household or village, its answers, the
// members found there. How far a campaign has come follows from them. Owned by domain; plain
// constants.
#pragma once
#include "domain/assistance/pairing.h"
#include "domain/common/fields.h"
#include "domain/ledger/problem_codes.h"

namespace tz {

inline constexpr Choice kSheetStateChoices[] = {
    {1, "issued", "派发", kNames<"已派发">},
    {2, "filled", "填写", kNames<"已填写">},
    {3, "submitted", "提交", kNames<"已提交">},
    {4, "compared", "核对", kNames<"已核对">},
    {5, "problems_made", "已生成问题", kNames<"生成问题">},
    {6, "archived", "归档", kNames<"已归档">},
};
inline constexpr CodeList kSheetStates{"sheet_states", "调查表状态", kSheetStateChoices};

inline constexpr Field kSurveySheetFields[] = {
    kDivisionField,
    text("campaign_name", "行动名称").required().listed().also(kNames<"排查名称", "调查名称">),
    reference("campaign", "所属专项行动", "campaign").many("sheets").by(kNames<"campaign_name">),
    text("form", "调查表名称").required().listed().also(kNames<"问卷名称", "表名">),
    text("form_version", "调查表版本").also(kNames<"版本">),
    text("subject", "调查对象").required().listed().also(kNames<"对象", "对象编号">),
    choice("subject_level", "调查对象层级", kObjectLevels).listed().also(kNames<"对象层级">),
    kHouseholdNumberField,
    reference("household", "所属户", "household").many("survey_sheets"),
    choice("state", "调查表状态", kSheetStates).listed().also(kNames<"状态">),
    number("item_count", "应答项数", "项").also(kNames<"应答题数">),
    number("answered_count", "已答项数", "项").listed().also(kNames<"已答题数">),
    number("member_count", "调查家庭人口数", "人").also(kNames<"家庭人口数">),
    date("filled_on", "填表日期").listed().also(kNames<"调查日期", "入户日期">),
    text("filled_by", "填表人").listed().also(kNames<"调查人", "核查人">),
    text("team_name", "核查组").also(kNames<"组别">),
    date("reviewed_on", "核对日期"),
    text("reviewed_by", "核对人"),
};
inline constexpr Entity kSurveySheet{"survey_sheet", "调查表", kSurveySheetFields,
                                     kNames<"campaign_name", "form", "subject">};

inline constexpr Choice kAnswerVerdictChoices[] = {
    {1, "positive", "达标", kNames<"是", "符合", "有保障", "正常">},
    {2, "negative", "不达标", kNames<"否", "不符合", "有问题">},
    {3, "not_applicable", "不涉及", kNames<"不适用">},
    {4, "not_asked", "未核查", kNames<"未问", "未查">},
};
inline constexpr CodeList kAnswerVerdicts{"answer_verdicts", "核查结论", kAnswerVerdictChoices};

inline constexpr Field kSurveyAnswerFields[] = {
    kDivisionField,
    text("campaign_name", "行动名称").required().also(kNames<"排查名称", "调查名称">),
    text("form", "调查表名称").required().listed().also(kNames<"问卷名称", "表名">),
    text("subject", "调查对象").required().listed().also(kNames<"对象", "对象编号">),
    text("subject_register", "对象登记表").also(kNames<"对象类型">),
    reference("sheet", "所属调查表", "survey_sheet")
        .many("answers")
        .by(kNames<"campaign_name", "form", "subject">),
    kHouseholdNumberField,
    reference("household", "所属户", "household").many("survey_answers"),
    kIdNumberField,
    reference("person", "对应人员", "person").many("survey_answers"),
    text("heading", "调查大项").also(kNames<"大项", "类目">),
    text("question", "调查项目").required().listed().also(kNames<"问题", "题目", "核查项目">),
    choice("domain", "所属领域", kProblemDomains).listed().also(kNames<"领域">),
    choice("verdict", "核查结论", kAnswerVerdicts).listed().also(kNames<"结论", "是否达标">),
    text("answer", "回答内容").listed().also(kNames<"回答", "答案", "核查情况">),
    number("quantity", "回答数值", {}, {}, 2).also(kNames<"数值">),
    text("reason", "未列问题理由").also(kNames<"理由", "说明">),
    boolean("problem_opened", "是否列入问题").listed().also(kNames<"是否生成问题">),
    text("evidence", "佐证材料").also(kNames<"照片">),
    date("answered_on", "核查日期").listed().also(kNames<"回答日期", "调查日期">),
    text("answered_by", "核查人").also(kNames<"调查人", "填表人">),
};
inline constexpr Entity kSurveyAnswer{"survey_answer", "调查答案", kSurveyAnswerFields,
                                      kNames<"campaign_name", "form", "subject", "question">};

inline constexpr Field kSurveyMemberFields[] = {
    kDivisionField,
    text("campaign_name", "行动名称").required().also(kNames<"排查名称", "调查名称">),
    Field(kHouseholdNumberField).required(),
    reference("household", "所属户", "household").many("survey_members"),
    Field(kIdNumberField).required(),
    reference("person", "对应人员", "person").many("survey_members"),
    kNameField,
    text("relation", "与户主关系").listed(),
    date("joined_on", "加入日期").also(kNames<"出生或嫁入日期">),
    boolean("living_here", "是否在家居住").listed(),
};
inline constexpr Entity kSurveyMember{"survey_member", "调查成员", kSurveyMemberFields,
                                      kNames<"campaign_name", "household_number", "id_number">};

}  // namespace tz
