// Clues, cases and sanctions of discipline in poverty work. Owned by domain; plain constants.
#pragma once
#include "domain/common/fields.h"
#include "domain/department/department.h"

namespace tz {

inline constexpr Choice kClueKindChoices[] = {
    {1, "style", "作风问题", kNames<"作风">},
    {2, "fund", "资金问题", kNames<"资金">},
    {3, "corruption", "腐败问题", kNames<"贪腐">},
    {4, "responsibility", "责任不落实", kNames<"失职失责">},
    {9, "other", "其他", kNames<"其它">},
};
inline constexpr CodeList kClueKinds{"clue_kinds", "线索类别", kClueKindChoices};

inline constexpr Choice kClueStateChoices[] = {
    {1, "received", "受理", kNames<"已受理">},       {2, "screened", "排查", kNames<"已排查">},
    {3, "checked", "初核", kNames<"初步核实">},      {4, "filed", "立案", kNames<"已立案">},
    {5, "closed", "了结", kNames<"已了结", "办结">},
};
inline constexpr CodeList kClueStates{"clue_states", "线索状态", kClueStateChoices};

inline constexpr Field kClueFields[] = {
    kDivisionField,
    text("number", "线索编号").required().listed().also(kNames<"编号">),
    text("source", "线索来源").listed().also(kNames<"来源">),
    choice("kind", "线索类别", kClueKinds).listed().also(kNames<"问题类别">),
    text("accused", "被反映人").personal().also(kNames<"反映对象">),
    text("content", "线索内容").listed().also(kNames<"反映问题", "主要内容">),
    date("received_on", "受理日期").listed().also(kNames<"收到日期">),
    date("screened_on", "排查日期"),
    text("result", "处置结果").listed().also(kNames<"办理结果">),
    text("unit", "承办单位").also(kNames<"办理单位">),
    choice("state", "线索状态", kClueStates).listed().also(kNames<"状态">),
    date("closed_on", "办结日期").listed().also(kNames<"了结日期">),
};
inline constexpr Entity kClue{"clue", "问题线索", kClueFields, kNames<"number">};

inline constexpr Choice kStyleIssueChoices[] = {
    {1, "responsibility", "责任落实不到位", kNames<"责任落实">},
    {2, "precision", "工作措施不精准", kNames<"措施不精准">},
    {3, "fund_management", "资金管理使用不规范", kNames<"资金管理不规范">},
    {4, "work_style", "工作作风不扎实", kNames<"作风不扎实">},
    {5, "assessment", "考核监督从严要求不够", kNames<"考核评估不严">},
    {6, "awareness", "四个意识不强", kNames<"政治意识不强">},
};
inline constexpr CodeList kStyleIssues{"style_issues", "作风问题类别", kStyleIssueChoices};

inline constexpr Choice kFundOffenceChoices[] = {
    {1, "diversion", "挤占挪用", kNames<"挪用", "挤占">},
    {2, "embezzlement", "截留私分", kNames<"截留", "私分">},
    {3, "false_claim", "虚报冒领", kNames<"冒领", "虚报">},
    {4, "waste", "挥霍浪费", kNames<"浪费">},
};
inline constexpr CodeList kFundOffences{"fund_offences", "资金违规类别", kFundOffenceChoices};

inline constexpr Choice kCaseStateChoices[] = {
    {1, "filed", "立案", kNames<"已立案">},
    {2, "investigating", "审查调查", kNames<"调查中">},
    {3, "tried", "审理", kNames<"审理中">},
    {4, "closed", "结案", kNames<"已结案">},
};
inline constexpr CodeList kCaseStates{"case_states", "案件状态", kCaseStateChoices};

inline constexpr Field kDisciplineCaseFields[] = {
    kDivisionField,
    text("number", "案件编号").required().listed().also(kNames<"案号", "编号">),
    text("clue_number", "线索编号").also(kNames<"来源线索编号">),
    reference("clue", "来源线索", "clue").many("cases").by(kNames<"clue_number">),
    text("person_name", "被审查人").personal().listed().also(kNames<"姓名", "涉案人">),
    text("unit", "被审查人单位").listed().also(kNames<"单位", "工作单位">),
    reference("staff", "涉案工作人员", "staff")
        .many("discipline_cases")
        .by(kNames<"person_name", "unit">),
    choice("person_level", "被审查人层级", kOfficeLevels).also(kNames<"干部层级">),
    choice("style_issue", "作风问题类别", kStyleIssues).listed(),
    choice("fund_offence", "资金违规类别", kFundOffences).listed(),
    money("amount", "涉案金额").listed().also(kNames<"违纪金额">),
    text("facts", "违纪事实").also(kNames<"主要问题">),
    text("authority", "管理权限单位").also(kNames<"干部管理机关">),
    text("handling_unit", "承办单位").listed().also(kNames<"办理单位">),
    boolean("aggravated", "是否从重处理").also(kNames<"从重">),
    date("filed_on", "立案日期").listed().also(kNames<"立案时间">),
    choice("state", "案件状态", kCaseStates).listed().also(kNames<"状态">),
    date("closed_on", "结案日期").listed().also(kNames<"结案时间">),
};
inline constexpr Entity kDisciplineCase{"discipline_case", "违纪案件", kDisciplineCaseFields,
                                        kNames<"number">};

inline constexpr Choice kSanctionKindChoices[] = {
    {1, "party_government", "党纪政务处分", kNames<"党纪政务", "党纪处分", "政务处分">},
    {2, "organisational", "组织处理", kNames<"组织措施">},
    {3, "accountability", "问责", kNames<"责任追究">},
    {4, "transfer", "移送司法", kNames<"移送", "移送司法机关">},
    {5, "talk", "谈话提醒", kNames<"批评教育">},
};
inline constexpr CodeList kSanctionKinds{"sanction_kinds", "处理方式", kSanctionKindChoices};

inline constexpr Field kSanctionFields[] = {
    kDivisionField,
    text("case_number", "案件编号").required().listed().also(kNames<"案号">),
    reference("discipline_case", "所属案件", "discipline_case")
        .many("sanctions")
        .by(kNames<"case_number">),
    text("person_name", "被处理人").required().personal().listed().also(kNames<"姓名">),
    text("unit", "被处理人单位").also(kNames<"单位", "工作单位">),
    choice("kind", "处理方式", kSanctionKinds).required().listed().also(kNames<"处理类别">),
    text("detail", "处理内容").listed().also(kNames<"处分内容", "处理结果">),
    text("authority", "处理单位").listed().also(kNames<"处分机关", "处理机关">),
    date("imposed_on", "处理日期").listed().also(kNames<"处分日期">),
    money("recovered", "追缴金额").also(kNames<"追回金额">),
};
inline constexpr Entity kSanction{"sanction", "处理处分", kSanctionFields,
                                  kNames<"case_number", "person_name", "kind">};

}  // namespace tz
