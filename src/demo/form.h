// The files of the national system as it exports them: which columns there are, under which
// headings. A cell of a draft is named by its header, checked by the compiler:
//   constexpr std::size_t kHealth = kMonitorForm.at("健康状况");
// Pure; plain constants.
#pragma once
#include <cstddef>
#include <span>
#include <string_view>

namespace tz::demo {

// Whom a cell of a row speaks of.
enum class Of : unsigned char { kPlace, kHousehold, kMonitoring, kPerson };

struct Heading {
    std::string_view header{};
    std::string_view group{};
    Of of = Of::kPerson;
};

struct Form {
    std::string_view file{};   // without ending
    std::string_view title{};  // first row
    std::string_view sheet{};
    std::span<const Heading> columns{};

    consteval std::size_t at(std::string_view header) const {
        for (std::size_t i = 0; i < columns.size(); ++i)
            if (columns[i].header == header) return i;
        throw "no column of that name in this form";
    }
};

inline constexpr Heading kMonitorColumns[] = {
    {"县", "基本情况", Of::kPlace},
    {"乡", "基本情况", Of::kPlace},
    {"村", "基本情况", Of::kPlace},
    {"户编号", "基本情况", Of::kHousehold},
    {"户类型", "基本情况", Of::kHousehold},
    {"监测对象类别", "基本情况", Of::kMonitoring},
    {"姓名", "家庭成员", Of::kPerson},
    {"性别", "家庭成员", Of::kPerson},
    {"出生日期", "家庭成员", Of::kPerson},
    {"民族", "家庭成员", Of::kPerson},
    {"证件类型", "家庭成员", Of::kPerson},
    {"证件号码", "家庭成员", Of::kPerson},
    {"与户主关系", "家庭成员", Of::kPerson},
    {"人员状态", "家庭成员", Of::kPerson},
    {"户联系电话", "家庭成员", Of::kHousehold},
    {"家庭成员联系电话", "家庭成员", Of::kPerson},
    {"文化程度", "家庭成员", Of::kPerson},
    {"在校生状况", "家庭成员", Of::kPerson},
    {"义务教育阶段未上学原因", "家庭成员", Of::kPerson},
    {"失学或辍学原因", "家庭成员", Of::kPerson},
    {"健康状况", "家庭成员", Of::kPerson},
    {"残疾类别", "家庭成员", Of::kPerson},
    {"残疾等级", "家庭成员", Of::kPerson},
    {"劳动技能", "家庭成员", Of::kPerson},
    {"务工所在地", "家庭成员", Of::kPerson},
    {"就业渠道（易地搬迁后扶使用）", "家庭成员", Of::kPerson},
    {"公益性岗位", "家庭成员", Of::kPerson},
    {"公益性岗位(月数)", "家庭成员", Of::kPerson},
    {"是否参加城乡居民基本医疗保险", "家庭成员", Of::kPerson},
    {"是否参加城镇职工基本医疗保险", "家庭成员", Of::kPerson},
    {"是否参加大病保险", "家庭成员", Of::kPerson},
    {"是否参加城乡居民基本养老保险", "家庭成员", Of::kPerson},
    {"是否参加城镇职工基本养老保险", "家庭成员", Of::kPerson},
    {"是否接受医疗救助", "家庭成员", Of::kPerson},
    {"享受低保政策情况", "家庭成员", Of::kPerson},
    {"享受特困供养政策情况", "家庭成员", Of::kPerson},
    {"最低生活保障金", "收入", Of::kHousehold},
    {"特困人员救助供养金", "收入", Of::kHousehold},
    {"整户无劳动能力兜底保障户", "生产生活条件", Of::kHousehold},
    {"是否危房户", "生产生活条件", Of::kHousehold},
    {"是否解决安全饮用水", "生产生活条件", Of::kHousehold},
    {"是否有卫生厕所", "生产生活条件", Of::kHousehold},
    {"是否通生活用电", "生产生活条件", Of::kHousehold},
    {"入户路类型", "生产生活条件", Of::kHousehold},
    {"入户道路是否硬化", "生产生活条件", Of::kHousehold},
    {"与村主干路距离", "生产生活条件", Of::kHousehold},
    {"住房面积", "生产生活条件", Of::kHousehold},
    {"耕地面积（亩）", "生产生活条件", Of::kHousehold},
    {"林地面积（亩）", "生产生活条件", Of::kHousehold},
    {"退耕还林面积（亩）", "生产生活条件", Of::kHousehold},
    {"林果面积（亩）", "生产生活条件", Of::kHousehold},
    {"牧草地面积", "生产生活条件", Of::kHousehold},
    {"水面面积", "生产生活条件", Of::kHousehold},
    {"工资性收入", "家庭收支", Of::kHousehold},
    {"生产经营性收入", "家庭收支", Of::kHousehold},
    {"转移性收入", "家庭收支", Of::kHousehold},
    {"年收入（元）", "家庭收支", Of::kHousehold},
    {"人均纯收入（元）", "家庭收支", Of::kHousehold},
    {"合规自付支出", "家庭收支", Of::kHousehold},
    {"致贫/返贫风险1", "监测识别", Of::kMonitoring},
    {"致贫/返贫风险2", "监测识别", Of::kMonitoring},
    {"致贫/返贫风险3", "监测识别", Of::kMonitoring},
    {"致贫/返贫风险4", "监测识别", Of::kMonitoring},
    {"致贫/返贫风险5", "监测识别", Of::kMonitoring},
    {"其他备注", "监测识别", Of::kMonitoring},
    {"因自然灾害子项", "监测识别", Of::kMonitoring},
    {"是否义务教育阶段适龄儿童少年失学辍学", "监测识别", Of::kMonitoring},
    {"是否住房损毁", "监测识别", Of::kMonitoring},
    {"是否饮水设施损毁", "监测识别", Of::kMonitoring},
    {"是否有家庭成员未参加城乡居民（职工）基本医疗保险", "监测识别", Of::kMonitoring},
    {"识别监测时间", "监测识别", Of::kMonitoring},
    {"风险是否已消除", "风险消除", Of::kMonitoring},
    {"风险消除方式", "风险消除", Of::kMonitoring},
    {"消除监测时间", "风险消除", Of::kMonitoring},
    {"实施开发式帮扶措施情况", "帮扶措施", Of::kMonitoring},
    {"产业帮扶", "帮扶措施", Of::kMonitoring},
    {"就业帮扶", "帮扶措施", Of::kMonitoring},
    {"金融帮扶", "帮扶措施", Of::kMonitoring},
    {"公益岗位帮扶", "帮扶措施", Of::kMonitoring},
    {"公益性岗位帮扶", "帮扶措施", Of::kMonitoring},
    {"公益性岗位帮扶其他备注", "帮扶措施", Of::kMonitoring},
    {"住房安全保障", "帮扶措施", Of::kMonitoring},
    {"饮水安全保障", "帮扶措施", Of::kMonitoring},
    {"健康帮扶", "帮扶措施", Of::kMonitoring},
    {"义务教育保障", "帮扶措施", Of::kMonitoring},
    {"教育帮扶", "帮扶措施", Of::kMonitoring},
    {"综合保障", "帮扶措施", Of::kMonitoring},
    {"社会帮扶", "帮扶措施", Of::kMonitoring},
    {"搬迁", "帮扶措施", Of::kMonitoring},
    {"生产生活条件改善", "帮扶措施", Of::kMonitoring},
    {"基础设施建设", "帮扶措施", Of::kMonitoring},
    {"风险消除后是否义务教育阶段适龄儿童少年失学辍学", "风险消除后", Of::kMonitoring},
    {"风险消除后是否住房损毁", "风险消除后", Of::kMonitoring},
    {"风险消除后是否有家庭成员未参加城乡居民（职工）基本医疗保险", "风险消除后", Of::kMonitoring},
    {"风险消除后是否饮水设施损毁", "风险消除后", Of::kMonitoring},
    {"风险消除后工资性收入", "风险消除后", Of::kMonitoring},
    {"风险消除后财产性收入", "风险消除后", Of::kMonitoring},
    {"风险消除后转移性收入", "风险消除后", Of::kMonitoring},
    {"风险消除后生产经营性收入", "风险消除后", Of::kMonitoring},
    {"风险消除后生产经营性支出", "风险消除后", Of::kMonitoring},
    {"风险消除后家庭纯收入", "风险消除后", Of::kMonitoring},
    {"风险消除后家庭人均纯收入", "风险消除后", Of::kMonitoring},
    {"风险消除后理赔收入", "风险消除后", Of::kMonitoring},
    {"风险消除后合规自付支出", "风险消除后", Of::kMonitoring},
    {"监测联系人", "联系人", Of::kMonitoring},
    {"监测联系人电话", "联系人", Of::kMonitoring},
    {"信息采集人", "联系人", Of::kMonitoring},
    {"信息采集人联系电话", "联系人", Of::kMonitoring},
};
inline constexpr Form kMonitorForm{"（自定义）监测对象信息 (22)", "监测对象信息（2023年12月）",
                                   "监测对象信息", kMonitorColumns};

inline constexpr Heading kDwellingColumns[] = {
    {"县(市、区、旗)", "基本情况", Of::kPlace},
    {"乡(镇)", "基本情况", Of::kPlace},
    {"行政村", "基本情况", Of::kPlace},
    {"户编号", "基本情况", Of::kHousehold},
    {"证件号码", "基本情况", Of::kPerson},
    {"户类型", "基本情况", Of::kHousehold},
    {"卫生厕所是否能正常使用", "乡村建设", Of::kHousehold},
};
inline constexpr Form kDwellingForm{"（乡村建设）户信息_20231218", "户信息（乡村建设，2023年12月）",
                                    "户信息", kDwellingColumns};

inline constexpr Heading kWorkingColumns[] = {
    {"县", "基本情况", Of::kPlace},
    {"乡", "基本情况", Of::kPlace},
    {"行政村", "基本情况", Of::kPlace},
    {"户编号", "基本情况", Of::kHousehold},
    {"户类型", "基本情况", Of::kHousehold},
    {"监测对象类别", "基本情况", Of::kMonitoring},
    {"证件号码", "基本情况", Of::kPerson},
    {"是否已务工", "务工情况", Of::kPerson},
    {"开始时间", "务工情况", Of::kPerson},
    {"结束时间", "务工情况", Of::kPerson},
    {"务工所在县", "务工情况", Of::kPerson},
    {"务工月收入", "务工情况", Of::kPerson},
    {"务工企业名称", "务工情况", Of::kPerson},
    {"所属行业", "务工情况", Of::kPerson},
    {"就业渠道", "务工情况", Of::kPerson},
    {"是否点对点输送", "务工情况", Of::kPerson},
    {"年度交通费补助", "务工情况", Of::kPerson},
};
inline constexpr Form kWorkingForm{"（务工月监测）已外出务工信息_20231218",
                                   "已外出务工信息（2023年12月）", "已外出务工信息",
                                   kWorkingColumns};

inline constexpr Heading kPlannedColumns[] = {
    {"县", "基本情况", Of::kPlace},
    {"乡", "基本情况", Of::kPlace},
    {"行政村", "基本情况", Of::kPlace},
    {"户编号", "基本情况", Of::kHousehold},
    {"户类型", "基本情况", Of::kHousehold},
    {"证件号码", "基本情况", Of::kPerson},
    {"是否计划务工", "计划务工", Of::kPerson},
    {"计划务工所在县", "计划务工", Of::kPerson},
    {"就业服务需求", "计划务工", Of::kPerson},
};
inline constexpr Form kPlannedForm{"计划外出务工信息_20231218", "计划外出务工信息（2023年12月）",
                                   "计划外出务工信息", kPlannedColumns};

// What the county found at each lifted-out household when it looked back at the standards of 2020.
inline constexpr Heading kSurveyColumns[] = {
    {"县", "", Of::kPlace},
    {"乡镇", "", Of::kPlace},
    {"村", "", Of::kPlace},
    {"户编号", "", Of::kHousehold},
    {"年度", "", Of::kHousehold},
    {"人均纯收入", "", Of::kHousehold},
    {"是否不愁吃", "", Of::kHousehold},
    {"是否不愁穿", "", Of::kHousehold},
    {"人均日用水量", "", Of::kHousehold},
    {"水中有无肉眼可见杂质", "", Of::kHousehold},
    {"水有无异色", "", Of::kHousehold},
    {"水有无异味", "", Of::kHousehold},
    {"长期饮用有无不良反应", "", Of::kHousehold},
    {"是否自来水入户", "", Of::kHousehold},
    {"取水往返时间", "", Of::kHousehold},
    {"是否季节性缺水", "", Of::kHousehold},
    {"有无缺水解决预案", "", Of::kHousehold},
    {"供水保证率", "", Of::kHousehold},
};
inline constexpr Form kSurveyForm{"脱贫质量核查表_20231218", "", "核查表", kSurveyColumns};

inline constexpr Heading kVillageColumns[] = {
    {"县", "基本情况", Of::kPlace},
    {"乡", "基本情况", Of::kPlace},
    {"村", "基本情况", Of::kPlace},
    {"是否出列", "基本情况"},
    {"总户数", "人口"},
    {"总人口数", "人口"},
    {"低保户数", "人口"},
    {"低保人口数", "人口"},
    {"特困供养人口数", "人口"},
    {"残疾人口数", "人口"},
    {"危房户数", "住房饮水"},
    {"未实现饮水安全户数", "住房饮水"},
    {"村级集体经济收入（万元）", "经济"},
    {"农民人均纯收入（元）", "经济"},
    {"村小学（个数）", "公共服务"},
    {"行政村卫生室个数", "公共服务"},
    {"行政村执业（助理）医师（人）", "公共服务"},
    {"行政村公共卫生厕所个数", "公共服务"},
    {"行政村生产生活垃圾集中堆放点个数（个）", "公共服务"},
    {"行政村文化（图书）室个数 （个）", "公共服务"},
    {"是否通客运班车", "公共服务"},
    {"到乡镇是否通沥青（水泥）路", "公共服务"},
    {"参加城乡居民基本养老保险人数", "公共服务"},
    {"耕地面积（亩）", "土地"},
    {"林地面积（亩）", "土地"},
    {"退耕还林面积（亩）", "土地"},
    {"林果面积（亩）", "土地"},
    {"牧草地面积（亩）", "土地"},
    {"水面面积（亩）", "土地"},
};
inline constexpr Form kVillageForm{"（自定义）行政村信息", "行政村信息（2023年12月）", "行政村信息",
                                   kVillageColumns};

}  // namespace tz::demo
