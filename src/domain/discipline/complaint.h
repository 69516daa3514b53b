// Complaints and the contacts people are given to complain to. Owned by domain; plain constants.
#pragma once
#include "domain/common/fields.h"
#include "domain/department/department.h"
#include "domain/ledger/problem_codes.h"

namespace tz {

inline constexpr Choice kComplaintChannelChoices[] = {
    {1, "hotline_12317", "12317", kNames<"扶贫监督举报电话", "12317热线">},
    {2, "hotline_12345", "12345", kNames<"政务热线", "12345热线">},
    {3, "local_hotline", "本地举报电话", kNames<"县举报电话", "举报电话">},
    {4, "online", "网上举报", kNames<"在线", "网络举报">},
    {5, "letter", "来信", kNames<"信件", "信访">},
    {6, "in_person", "来访", kNames<"上访">},
    {9, "other", "其他", kNames<"其它">},
};
inline constexpr CodeList kComplaintChannels{"complaint_channels", "举报渠道",
                                             kComplaintChannelChoices};

inline constexpr Choice kComplaintStateChoices[] = {
    {1, "received", "受理", kNames<"已受理">}, {2, "registered", "登记", kNames<"已登记">},
    {3, "assigned", "交办", kNames<"已交办">}, {4, "handling", "办理", kNames<"办理中">},
    {5, "answered", "答复", kNames<"已答复">}, {6, "revisited", "回访", kNames<"已回访">},
    {7, "closed", "办结", kNames<"已办结">},   {8, "redo", "重办", kNames<"退回重办">},
};
inline constexpr CodeList kComplaintStates{"complaint_states", "办理状态", kComplaintStateChoices};

inline constexpr Field kComplaintFields[] = {
    kDivisionField,
    text("number", "受理编号").required().listed().also(kNames<"编号", "工单编号">),
    choice("channel", "举报渠道", kComplaintChannels).listed().also(kNames<"来源", "受理渠道">),
    boolean("anonymous", "是否匿名").listed().also(kNames<"匿名">),
    text("complainant", "举报人").personal().also(kNames<"反映人", "诉求人">),
    text("complainant_phone", "举报人电话").personal().also(kNames<"联系电话">),
    text("accused", "被反映人").personal().also(kNames<"被举报人">),
    choice("domain", "问题领域", kProblemDomains).listed().also(kNames<"领域">),
    text("content", "反映内容").listed().also(kNames<"举报内容", "诉求内容", "内容">),
    date("received_on", "受理日期").listed().also(kNames<"受理时间", "来电日期">),
    date("due", "办理时限").listed().also(kNames<"办结时限", "时限">),
    text("unit", "承办单位").listed().also(kNames<"交办单位", "责任单位">),
    text("handler", "承办人").also(kNames<"经办人">),
    choice("state", "办理状态", kComplaintStates).listed().also(kNames<"状态">),
    date("answered_on", "答复日期").also(kNames<"回复日期">),
    text("answer", "答复内容").also(kNames<"办理结果", "答复意见">),
    date("revisited_on", "回访日期"),
    boolean("satisfied", "是否满意").also(kNames<"满意度">),
    date("closed_on", "办结日期").listed().also(kNames<"办结时间">),
    number("redo_count", "重办次数", "次"),
};
inline constexpr Entity kComplaint{"complaint", "举报投诉", kComplaintFields, kNames<"number">};

inline constexpr Choice kContactKindChoices[] = {
    {1, "county_secretary", "县委书记", kNames<"书记">},
    {2, "county_head", "县长", {}},
    {3, "county_leader", "联系县级领导", kNames<"县级领导">},
    {4, "department_person", "部门负责人", kNames<"部门联系人", "职能部门人员">},
    {5, "township_person", "乡镇负责人", kNames<"乡镇联系人">},
    {6, "village_person", "村负责人", kNames<"村联系人">},
    {7, "hotline", "监督热线", kNames<"举报热线">},
};
inline constexpr CodeList kContactKinds{"contact_kinds", "公示联系人类别", kContactKindChoices};

inline constexpr Field kPublishedContactFields[] = {
    kDivisionField,
    choice("kind", "公示联系人类别", kContactKinds).required().listed().also(kNames<"类别">),
    text("name", "公示联系人").required().listed().also(kNames<"姓名", "联系人">),
    text("unit", "公示联系人单位").also(kNames<"单位", "职务">),
    text("phone", "公示电话").listed().also(kNames<"监督电话", "联系电话", "电话">),
    boolean("supervision_phone", "是否监督电话").listed(),
    date("posted_on", "公示日期").listed().also(kNames<"公示时间">),
    text("posted_at", "公示地点").also(kNames<"公示位置">),
    date("withdrawn_on", "停用日期"),
};
inline constexpr Entity kPublishedContact{
    "published_contact", "公示联系人", kPublishedContactFields, kNames<"division", "kind", "name">};

}  // namespace tz
