// What follows an assessment: money and bonuses, honours, talks and circulars. Owned by domain;
// plain constants.
#pragma once
#include "domain/common/fields.h"
#include "domain/department/department.h"

namespace tz {

inline constexpr Choice kAwardKindChoices[] = {
    {1, "rank_award", "排名奖励", kNames<"先进奖励", "考核奖励">},
    {2, "exit_award", "退出奖励", kNames<"脱贫出列奖励", "出列奖励">},
    {3, "bonus", "绩效奖金", kNames<"绩效奖", "年度绩效奖励">},
    {4, "fund_award", "资金奖励", kNames<"扶贫资金奖励", "以奖代补">},
    {9, "other", "其他", kNames<"其它">},
};
inline constexpr CodeList kAwardKinds{"award_kinds", "奖励类别", kAwardKindChoices};

inline constexpr Field kAwardFields[] = {
    kDivisionField,
    choice("kind", "奖励类别", kAwardKinds).required().listed().also(kNames<"奖励类型">),
    text("target", "奖励对象").required().listed().also(kNames<"单位", "对象名称">),
    number("year", "年度").required().listed().range(1990, 2100).also(kNames<"年份">),
    number("rank", "考核排名", "名", "place").listed().also(kNames<"排名">),
    number("score", "考核得分", "分", "point", 2).also(kNames<"得分">),
    money("amount", "奖励金额").listed().also(kNames<"奖金", "金额">),
    money("base_amount", "绩效奖金基数").also(kNames<"奖金基数">),
    number("linked_share", "挂钩比例", "%", "percent", 2).listed().range(0, 10'000),
    number("score_factor", "得分系数", {}, {}, 4).also(kNames<"系数">),
    money("paid_amount", "实发金额").listed().also(kNames<"发放金额">),
    date("paid_on", "发放日期").listed().also(kNames<"兑现日期">),
    text("reason", "奖励事由").also(kNames<"事由">),
};
inline constexpr Entity kAward{"award", "奖励兑现", kAwardFields, kNames<"kind", "target", "year">};

inline constexpr Choice kInterviewKindChoices[] = {
    {1, "talk", "约谈", kNames<"约谈整改">},
    {2, "circular", "通报批评", kNames<"通报">},
    {3, "admonition", "提醒谈话", kNames<"提醒", "诫勉谈话">},
    {4, "statement", "表态发言", kNames<"检讨发言">},
};
inline constexpr CodeList kInterviewKinds{"interview_kinds", "约谈类别", kInterviewKindChoices};

inline constexpr Field kInterviewFields[] = {
    kDivisionField,
    choice("kind", "约谈类别", kInterviewKinds).required().listed().also(kNames<"类别">),
    text("interviewee", "约谈对象").required().listed().also(kNames<"被约谈人", "通报对象">),
    text("unit", "约谈对象单位").listed().also(kNames<"单位">),
    text("title", "约谈对象职务").also(kNames<"职务">),
    date("held_on", "约谈日期").required().listed().also(kNames<"通报日期", "约谈时间">),
    text("holder", "约谈人").listed().also(kNames<"约谈领导", "通报单位">),
    number("year", "年度").also(kNames<"年份">),
    number("rank", "考核排名", "名", "place").also(kNames<"排名">),
    text("reason", "约谈事由").listed().also(kNames<"事由", "约谈内容">),
    date("due", "整改时限").listed().also(kNames<"整改期限">),
    date("rectified_on", "整改完成日期").listed(),
};
inline constexpr Entity kInterview{"interview", "约谈通报", kInterviewFields,
                                   kNames<"kind", "interviewee", "held_on">};

}  // namespace tz
