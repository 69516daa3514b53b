// Where problems come from, which domain they belong to, on which lists they stand. Owned by
// domain; plain constants.
#pragma once
#include "domain/common/names.h"
#include "schema/entity.h"

namespace tz {

inline constexpr Choice kProblemSourceChoices[] = {
    {1, "rule", "规则核查", kNames<"系统核查", "政策核查">},
    {2, "field_check", "摸底核实", kNames<"入户核查", "排查", "摸底">},
    {3, "province_assessment", "省考核", kNames<"省级考核">},
    {4, "inspection", "督查", kNames<"督查巡查", "督导">},
    {5, "central_patrol", "中央巡视", kNames<"中央专项巡视", "巡视">},
    {6, "national_assessment", "国家考核", kNames<"国考">},
    {7, "cross_inspection", "市际交叉", kNames<"交叉检查", "市际交叉考核", "交叉考核">},
    {8, "third_party", "第三方评估", kNames<"第三方">},
    {9, "petition", "信访", kNames<"信访举报", "举报">},
    {10, "unannounced", "暗访", kNames<"明察暗访">},
    {11, "visit", "走访", kNames<"帮扶走访">},
    {12, "daily_log", "工作日志", kNames<"日志">},
    {13, "audit", "审计", kNames<"审计发现">},
    {14, "census", "普查", {}},
    {15, "patrol", "巡察", kNames<"市县巡察">},
    {16, "comparison", "数据比对", kNames<"比对", "信息比对">},
    {19, "other", "其他", kNames<"其它">},
};
inline constexpr CodeList kProblemSources{"problem_sources", "问题来源类别", kProblemSourceChoices};

inline constexpr Choice kProblemDomainChoices[] = {
    {1, "income", "收入", kNames<"家庭收入">},
    {2, "food_clothing", "吃穿", kNames<"不愁吃不愁穿", "两不愁">},
    {3, "education", "教育", kNames<"义务教育", "教育保障">},
    {4, "health", "医疗", kNames<"健康", "基本医疗", "健康扶贫", "医疗保障">},
    {5, "housing", "住房", kNames<"住房安全", "危房改造", "安全住房">},
    {6, "water", "饮水", kNames<"饮水安全", "安全饮水">},
    {7, "relocation", "易地搬迁", kNames<"易地扶贫搬迁", "搬迁">},
    {8, "social_security", "综合保障", kNames<"社会保障", "兜底保障", "民政兜底">},
    {9, "industry", "产业", kNames<"产业扶贫", "产业帮扶">},
    {10, "employment", "就业", kNames<"就业扶贫", "就业帮扶">},
    {11, "finance", "金融", kNames<"小额信贷", "金融扶贫", "扶贫小额信贷">},
    {12, "consumption", "消费", kNames<"消费扶贫", "电商扶贫">},
    {13, "project", "项目", kNames<"扶贫项目", "项目管理">},
    {14, "fund", "资金", kNames<"扶贫资金", "资金管理">},
    {15, "asset", "资产", kNames<"扶贫资产", "集体经济">},
    {16, "infrastructure", "基础设施", kNames<"道路", "人居环境">},
    {17, "identification", "识别", kNames<"精准识别", "漏评", "数据质量">},
    {18, "exit", "退出", kNames<"精准退出", "错退">},
    {19, "assistance", "帮扶", kNames<"结对帮扶", "驻村帮扶", "责任落实">},
    {20, "monitoring", "监测", kNames<"防返贫", "监测预警">},
    {21, "style", "作风", kNames<"干部作风", "扶贫领域作风">},
    {22, "responsibility", "责任", kNames<"政策落实", "工作落实">},
    {29, "other", "其他", kNames<"其它">},
};
inline constexpr CodeList kProblemDomains{"problem_domains", "问题领域", kProblemDomainChoices};

inline constexpr Choice kProblemListChoices[] = {
    {1, "finding_list", "问题摸底清单", kNames<"问题清单", "摸底清单">},
    {2, "responsibility_list", "整改责任清单", kNames<"责任清单">},
    {3, "supervision_list", "挂牌督办清单", kNames<"督办清单">},
};
inline constexpr CodeList kProblemLists{"problem_lists", "问题清单", kProblemListChoices};

inline constexpr Choice kReviewVerdictChoices[] = {
    {1, "confirmed", "核准", kNames<"属实", "认定">},
    {2, "rejected", "驳回", kNames<"不属实", "不认定">},
    {3, "pending", "待甄别", kNames<"甄别中">},
};
inline constexpr CodeList kReviewVerdicts{"review_verdicts", "甄别结论", kReviewVerdictChoices};

}  // namespace tz
