// A ledger as it is compiled, signed and handed up: its content digest, the chain of signatures,
// to whom it went and when. Owned by domain; plain constants.
#pragma once
#include "domain/common/fields.h"
#include "domain/department/department.h"
#include "domain/responsibility/responsibility_item.h"

namespace tz {

inline constexpr Choice kLedgerFileStateChoices[] = {
    {1, "compiling", "编制", kNames<"编制中">},  {2, "signing", "签批中", kNames<"签批">},
    {3, "signed", "已签批", kNames<"签批完成">}, {4, "submitted", "已上报", kNames<"上报">},
    {5, "merged", "已汇总", kNames<"汇总">},
};
inline constexpr CodeList kLedgerFileStates{"ledger_file_states", "台账状态",
                                            kLedgerFileStateChoices};

inline constexpr Field kLedgerFileFields[] = {
    kDivisionField,
    text("name", "台账名称").required().listed().also(kNames<"清单名称", "材料名称", "名称">),
    choice("level", "台账层级", kResponsibilityLevels).listed().also(kNames<"层级">),
    choice("department", "责任部门", kDepartments).also(kNames<"编制部门">),
    number("row_count", "台账条数", "条").listed().also(kNames<"条数", "问题条数">),
    text("content_digest", "内容摘要").also(kNames<"摘要值">),
    date("changed_on", "内容变更日期").also(kNames<"最后变更日期">),
    date("compiled_on", "编制日期").listed().also(kNames<"编制时间">),
    date("sent_to_sign_on", "送签日期"),
    date("signed_on", "签批完成日期"),
    date("submitted_on", "台账上报日期"),
    choice("state", "台账状态", kLedgerFileStates).listed().also(kNames<"状态">),
    text("note", "备注"),
};
inline constexpr Entity kLedgerFile{"ledger_file", "台账文件", kLedgerFileFields,
                                    kNames<"division", "name">};

inline constexpr Choice kSignChainChoices[] = {
    {1, "ledger", "台账五级签批", kNames<"五级签批", "台账签批">},
    {2, "department", "部门双签", kNames<"双签", "部门双签字">},
    {3, "visit", "走访签字", kNames<"三走访三签字">},
    {4, "exit", "退出签字", {}},
    {5, "other", "其他", kNames<"其它">},
};
inline constexpr CodeList kSignChains{"sign_chains", "签批链", kSignChainChoices};

inline constexpr Choice kSignRoleChoices[] = {
    {1, "helper", "结对帮扶责任人", kNames<"帮扶责任人", "帮扶人">},
    {2, "work_team", "驻村工作队", kNames<"工作队">},
    {3, "village", "村", kNames<"村级", "村委会">},
    {4, "township", "乡镇", kNames<"乡级", "乡">},
    {5, "county", "县", kNames<"县级">},
    {6, "department_head", "部门主要负责人", kNames<"主要负责人">},
    {7, "department_deputy", "部门分管负责人", kNames<"分管负责人">},
    {8, "household", "农户", kNames<"户主">},
    {9, "other", "其他", kNames<"其它">},
};
inline constexpr CodeList kSignRoles{"sign_roles", "签批角色", kSignRoleChoices};

inline constexpr Field kSignOffFields[] = {
    kDivisionField,
    text("subject_register", "签批对象类型").required().also(kNames<"对象登记表">),
    text("subject", "签批对象").required().listed().also(kNames<"台账名称", "对象", "材料名称">),
    reference("ledger_file", "所属台账文件", "ledger_file")
        .many("sign_offs")
        .by(kNames<"division", "subject">),
    reference("problem", "所签问题", "problem").many("sign_offs"),
    reference("project", "所签项目", "project").many("sign_offs"),
    reference("renovation_case", "所签危房改造", "renovation_case").many("sign_offs"),
    choice("chain", "签批链", kSignChains).listed().also(kNames<"签批类别">),
    text("chain_name", "签批链标识"),
    number("position", "签批顺序").listed().also(kNames<"顺序">),
    choice("role", "签批角色", kSignRoles).required().listed().also(kNames<"角色">),
    text("signer", "签批人").required().listed().also(kNames<"签字人", "姓名">),
    text("signer_unit", "签批人单位").also(kNames<"单位", "工作单位">),
    reference("staff", "签批人员", "staff").many("sign_offs").by(kNames<"signer", "signer_unit">),
    date("signed_on", "签批日期").listed().also(kNames<"签字日期", "签字时间">),
    text("content_digest", "签批时内容摘要").also(kNames<"内容摘要">),
    date("voided_on", "签批失效日期").listed(),
    text("note", "备注"),
};
inline constexpr Entity kSignOff{"sign_off", "签批记录", kSignOffFields,
                                 kNames<"division", "subject_register", "subject", "role">,
                                 "taizhang ledger sign"};

inline constexpr Choice kSubmissionTargetChoices[] = {
    {1, "leading_group", "县扶贫开发领导小组", kNames<"领导小组", "扶贫开发领导小组">},
    {2, "city_department", "对口市直部门", kNames<"市直部门", "市级对口部门">},
    {3, "village", "村", {}},
    {4, "township", "乡镇", {}},
    {5, "county", "县", {}},
    {6, "city", "市", {}},
    {7, "province", "省", {}},
    {9, "other", "其他", kNames<"其它">},
};
inline constexpr CodeList kSubmissionTargets{"submission_targets", "上报去向",
                                             kSubmissionTargetChoices};

inline constexpr Field kSubmissionFields[] = {
    kDivisionField,
    text("subject", "上报材料").required().listed().also(kNames<"台账名称", "材料名称">),
    reference("ledger_file", "所属台账文件", "ledger_file")
        .many("submissions")
        .by(kNames<"division", "subject">),
    text("from_unit", "上报单位").listed().also(kNames<"报送单位">),
    choice("target", "上报去向", kSubmissionTargets).required().listed().also(kNames<"报送对象">),
    text("to_unit", "接收单位").listed().also(kNames<"接收部门">),
    date("submitted_on", "上报日期").required().listed().also(kNames<"报送日期", "上报时间">),
    text("receipt", "回执").also(kNames<"签收情况">),
};
inline constexpr Entity kSubmission{"submission", "上报记录", kSubmissionFields,
                                    kNames<"division", "subject", "target", "submitted_on">};

}  // namespace tz
