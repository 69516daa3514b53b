// Meetings on poverty work, and the logs of leaders' working days and of check groups. Owned by
// domain; plain constants.
#pragma once
#include "domain/common/fields.h"

namespace tz {

inline constexpr Choice kMeetingKindChoices[] = {
    {1, "party_topic", "党委专题会", kNames<"党委会", "县委常委会", "常委会">},
    {2, "government_topic", "政府专题会", kNames<"政府常务会", "常务会">},
    {3, "leading_group", "领导小组会", kNames<"扶贫开发领导小组会议">},
    {4, "headquarters", "指挥部调度会", kNames<"调度会", "指挥部会议">},
    {5, "department", "部门会议", kNames<"局党组会">},
    {6, "township", "乡镇会议", kNames<"乡镇专题会">},
    {7, "village", "村级会议", kNames<"村民代表大会", "村民会议", "民主评议会">},
    {8, "onsite", "现场推进会", kNames<"现场会">},
    {9, "other", "其他", kNames<"其它">},
};
inline constexpr CodeList kMeetingKinds{"meeting_kinds", "会议类别", kMeetingKindChoices};

inline constexpr Field kMeetingFields[] = {
    kDivisionField,
    text("unit", "会议组织单位").required().listed().also(kNames<"召开单位", "单位", "主办单位">),
    reference("organisation", "所属单位机构", "organisation").many("meetings").by(kNames<"unit">),
    choice("kind", "会议类别", kMeetingKinds).listed().also(kNames<"会议类型">),
    date("held_on", "会议日期").required().listed().also(kNames<"召开日期", "召开时间", "时间">),
    text("topic", "会议议题").required().listed().also(kNames<"会议主题", "议题", "会议名称">),
    text("chair", "主持人").listed().also(kNames<"主持">),
    boolean("on_poverty", "是否专题研究脱贫工作").also(kNames<"是否专题会">),
    number("attendee_count", "参会人数", "人"),
    text("decisions", "议定事项").also(kNames<"会议决定", "会议内容">),
    text("evidence", "会议纪要").also(kNames<"佐证材料">),
    text("note", "备注"),
};
inline constexpr Entity kMeeting{"meeting", "会议记录", kMeetingFields,
                                 kNames<"division", "unit", "held_on", "topic">};

inline constexpr Choice kWorkLogKindChoices[] = {
    {1, "leader_workday", "领导工作日", kNames<"党政正职工作日", "领导干部工作日志">},
    {2, "group_daily", "核查组日志", kNames<"工作组日志", "排查日志", "日志">},
    {3, "team_daily", "工作队日志", kNames<"驻村日志", "民情日记">},
    {4, "helper_daily", "帮扶日志", kNames<"帮扶日记">},
};
inline constexpr CodeList kWorkLogKinds{"work_log_kinds", "日志类别", kWorkLogKindChoices};

inline constexpr Field kWorkLogFields[] = {
    kDivisionField,
    choice("kind", "日志类别", kWorkLogKinds).required().listed().also(kNames<"日志类型">),
    text("author", "记录人").required().listed().also(kNames<"姓名", "组别", "领导姓名">),
    text("unit", "记录单位").also(kNames<"单位", "工作单位">),
    text("title", "记录人职务").also(kNames<"职务">),
    date("logged_on", "日志日期").required().listed().also(kNames<"日期", "工作日期", "时间">),
    text("content", "工作内容").listed().also(kNames<"内容", "工作情况">),
    text("place", "工作地点").also(kNames<"地点">),
    number("problem_count", "发现问题数", "个").listed().also(kNames<"问题数">),
    text("problems", "发现问题").also(kNames<"存在问题", "问题">),
    text("fed_back_to", "反馈对象").also(kNames<"反馈给">),
    date("fed_back_on", "反馈日期").listed().also(kNames<"反馈时间">),
    text("handler", "整改负责人").listed().also(kNames<"乡镇负责人", "整改人">),
    date("corrected_on", "整改日期").listed().also(kNames<"整改完成日期">),
    text("correction", "整改记录").also(kNames<"整改情况">),
};
inline constexpr Entity kWorkLog{"work_log", "工作日志", kWorkLogFields,
                                 kNames<"division", "kind", "author", "logged_on">};

}  // namespace tz
