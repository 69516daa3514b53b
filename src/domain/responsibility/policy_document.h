// Policies as they were issued: number, tier, what they stand on, when they hold. Owned by domain;
// plain constants.
#pragma once
#include "domain/common/fields.h"
#include "domain/department/department.h"

namespace tz {

inline constexpr Choice kDocumentKindChoices[] = {
    {1, "opinion", "意见", kNames<"实施意见", "指导意见">},
    {2, "scheme", "方案", kNames<"实施方案", "工作方案">},
    {3, "measure", "办法", kNames<"管理办法", "暂行办法">},
    {4, "resolution", "决议", kNames<"决定">},
    {5, "list", "清单", {}},
    {6, "detailed_rules", "细则", kNames<"实施细则">},
    {7, "notice", "通知", {}},
    {8, "plan", "规划", kNames<"计划">},
    {9, "other", "其他", kNames<"其它">},
};
inline constexpr CodeList kDocumentKinds{"document_kinds", "文件类别", kDocumentKindChoices};

// The "1+X" of a county's documents and what departments issue below them.
inline constexpr Choice kDocumentTierChoices[] = {
    {1, "main", "总体文件", kNames<"1">},
    {2, "special", "专项文件", kNames<"X", "x">},
    {3, "department", "部门文件", kNames<"部门">},
};
inline constexpr CodeList kDocumentTiers{"document_tiers", "文件层次", kDocumentTierChoices};

inline constexpr Choice kDocumentStateChoices[] = {
    {1, "draft", "起草", {}},
    {2, "approved", "审定", {}},
    {3, "issued", "印发", kNames<"已印发">},
    {4, "effective", "生效", kNames<"有效", "现行">},
    {5, "repealed", "废止", kNames<"失效", "已废止">},
    {6, "superseded", "被替代", kNames<"已替代">},
};
inline constexpr CodeList kDocumentStates{"document_states", "文件状态", kDocumentStateChoices};

inline constexpr Field kPolicyDocumentFields[] = {
    kDivisionField,
    text("number", "文号").required().listed().also(kNames<"文件编号", "文件号", "发文字号">),
    text("title", "文件名称").required().listed().also(kNames<"文件标题", "标题">),
    text("issuer", "发文单位").listed().also(kNames<"发文机关", "印发单位">),
    choice("department", "主管部门", kDepartments).also(kNames<"责任部门">),
    choice("kind", "文件类别", kDocumentKinds).listed().also(kNames<"文件类型">),
    choice("tier", "文件层次", kDocumentTiers).listed().also(kNames<"层次", "所属层级">),
    text("parent_number", "上级文件文号").listed().also(kNames<"依据文号", "上位文件文号">),
    text("parent_title", "上级文件名称").also(kNames<"依据文件", "上位文件">),
    choice("parent_tier", "上级文件层次", kDocumentTiers).also(kNames<"上位文件层次">),
    date("issued_on", "印发日期").also(kNames<"发文日期", "发布日期">),
    date("effective_from", "生效日期").listed().also(kNames<"施行日期", "执行日期">),
    date("effective_to", "失效日期").listed().also(kNames<"有效期至", "废止日期">),
    text("superseded_by", "替代文件文号").also(kNames<"被何文件替代">),
    choice("state", "文件状态", kDocumentStates).also(kNames<"效力状态">),
    text("note", "备注"),
};
inline constexpr Entity kPolicyDocument{"policy_document", "政策文件", kPolicyDocumentFields,
                                        kNames<"number">};

}  // namespace tz
