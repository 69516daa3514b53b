#include "demo/cells.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "demo/names.h"

namespace tz::demo {
namespace {

using namespace label;
consteval std::size_t at(std::string_view header) { return kMonitorForm.at(header); }
consteval std::size_t job(std::string_view header) { return kWorkingForm.at(header); }

// The line above which a household that is not monitored stands in any case.
constexpr std::int64_t kIncomeFloor = 8'300;
constexpr std::int64_t kMonitoredFloor = 5'200;
constexpr std::int64_t kAllowancePerHead = 4'560;
constexpr std::int64_t kExtremeSupport = 10'200;

constexpr std::string_view kWorkCounties[] = {"宝安区", "东莞市", "番禺区", "顺德区",
                                              "北仑区", "义乌市", "昆山市", "晋江市",
                                              "长沙县", "望城区", "天元区", "松江区"};
struct Trade {
    std::string_view industry{};
    std::string_view employer{};
};
constexpr Trade kTrades[] = {{"制造业", "电子有限公司"},
                             {"制造业", "鞋业有限公司"},
                             {"制造业", "五金制品厂"},
                             {"建筑业", "建筑工程公司"},
                             {"住宿和餐饮业", "餐饮店"},
                             {"批发和零售业", "商贸有限公司"},
                             {"制造业", "服装厂"},
                             {"交通运输、仓储和邮政业", "物流有限公司"},
                             {"居民服务、修理和其他服务业", "家政服务部"}};
constexpr std::string_view kEmployers[] = {"恒达", "鑫源", "华盛", "利丰", "永兴", "新泰",
                                           "宏远", "金辉", "同创", "联发", "嘉禾", "顺通"};
constexpr std::string_view kChannelsAway[] = {"自主外出", "亲友介绍", "政府组织劳务输出"};
constexpr std::string_view kChannelsHome[] = {"就业帮扶车间", "就近就地就业"};
constexpr std::string_view kPublicJobs[] = {"保洁员", "护林员", "护路员", "管水员"};

std::string_view yes(bool is_so) { return is_so ? kYes : kNo; }

std::string_view education_of(Random& random, const Person& person) {
    constexpr std::string_view kLevels[] = {"文盲或半文盲", "小学", "初中",
                                            "高中",         "大专", "本科及以上"};
    constexpr int kYoung[] = {0, 0, 300, 380, 220, 100};
    constexpr int kMiddle[] = {5, 110, 600, 210, 60, 15};
    constexpr int kOlder[] = {40, 430, 430, 95, 5, 0};
    constexpr int kOldest[] = {280, 600, 110, 10, 0, 0};
    const auto draw = [&](const int(&weights)[6]) { return kLevels[random.weighted(weights)]; };
    if (person.age < 30) return draw(kYoung);
    if (person.age < 50) return draw(kMiddle);
    return person.age < 68 ? draw(kOlder) : draw(kOldest);
}

std::string health_of(const Person& person) {
    std::string out;
    const auto add = [&out](bool is_so, std::string_view word) {
        if (is_so) out += (out.empty() ? "" : ",") + std::string(word);
    };
    add(person.has_chronic_illness, "长期慢性病");
    add(person.has_serious_illness, "患有大病");
    add(person.is_disabled(), "残疾");
    return out.empty() ? "健康" : out;
}

void fill_identity(const Person& person, MonitorCells& cells) {
    cells[at("姓名")] = person.name;
    cells[at("性别")] = person.is_male ? "男" : "女";
    cells[at("出生日期")] = compact_date(person.birth);
    cells[at("民族")] = "汉族";
    cells[at("证件类型")] = person.is_disabled() ? "残疾人证" : "居民身份证";
    cells[at("证件号码")] = person.is_disabled() ? person.certificate : person.id;
    cells[at("与户主关系")] = person.relation;
    cells[at("人员状态")] = "正常";
    cells[at("健康状况")] = health_of(person);
    if (person.is_disabled()) {
        cells[at("残疾类别")] = disability_kind_label(person.disability_kind);
        cells[at("残疾等级")] = disability_grade_label(person.disability_grade);
    }
    cells[at("劳动技能")] = person.labour;
}

void fill_insurance(Random& random, const Household& home, const Person& person,
                    MonitorCells& cells) {
    const bool by_employer = person.works_away && random.chance(60);
    const bool is_grown = person.age >= 16 && !person.is_student();
    cells[at("是否参加城乡居民基本医疗保险")] = yes(!by_employer);
    cells[at("是否参加城镇职工基本医疗保险")] = yes(by_employer);
    cells[at("是否参加大病保险")] = kYes;
    cells[at("是否参加城乡居民基本养老保险")] = yes(is_grown && !by_employer);
    cells[at("是否参加城镇职工基本养老保险")] = yes(by_employer);
    cells[at("是否接受医疗救助")] = yes(person.has_serious_illness);
    cells[at("享受低保政策情况")] = home.receives_allowance ? "农村低保" : "未享受";
    cells[at("享受特困供养政策情况")] = home.receives_extreme_support ? "农村特困" : "不享受";
}

WorkingCells make_job(Random& random, Date as_of, std::string_view place,
                      std::string_view channel) {
    const Trade& trade = random.pick(kTrades);
    WorkingCells cells;
    cells[job("是否已务工")] = kYes;
    cells[job("开始时间")] = chinese_month(make_month(civil(as_of).year, random.between(1, 8)));
    cells[job("务工所在县")] = place;
    cells[job("务工月收入")] =
        yuan_text(std::clamp<std::int64_t>(random.log_normal(4'200, 330), 1'800, 12'000) / 50 * 50);
    cells[job("务工企业名称")] = std::string(random.pick(kEmployers)) + std::string(trade.employer);
    cells[job("所属行业")] = trade.industry;
    cells[job("就业渠道")] = channel;
    cells[job("是否点对点输送")] = yes(channel == "政府组织劳务输出");
    if (random.chance(300)) cells[job("年度交通费补助")] = random.chance(500) ? "400" : "200";
    return cells;
}

void fill_job(Random& random, Date as_of, std::string_view county, Person& person) {
    const std::string_view place = person.works_in_county ? county : random.pick(kWorkCounties);
    const std::string_view channel =
        person.works_in_county ? random.pick(kChannelsHome) : random.pick(kChannelsAway);
    person.cells[at("务工所在地")] = place;
    person.cells[at("就业渠道（易地搬迁后扶使用）")] = channel;
    if (random.chance(90)) {
        WorkingCells former = make_job(random, as_of, place, channel);
        const int year = civil(as_of).year - 1;
        former[job("开始时间")] = chinese_month(make_month(year, random.between(1, 4)));
        former[job("结束时间")] = chinese_month(make_month(year, random.between(8, 12)));
        person.jobs.push_back(std::move(former));
    }
    person.jobs.push_back(make_job(random, as_of, place, channel));
}

void fill_public_job(Random& random, const Household& home, Person& person) {
    const bool can = person.age >= 25 && person.age <= 64 && person.has_any_labour() &&
                     !home.receives_extreme_support;
    if (!can || !random.chance(50)) return;
    person.cells[at("公益性岗位")] = random.pick(kPublicJobs);
    person.cells[at("公益性岗位(月数)")] = std::to_string(random.between(6, 12));
}

void fill_plan(Random& random, Person& person) {
    if (!person.is_able() || person.works_away || !random.chance(150)) return;
    PlannedCells cells;
    cells[kPlannedForm.at("是否计划务工")] = kYes;
    cells[kPlannedForm.at("计划务工所在县")] = random.pick(kWorkCounties);
    cells[kPlannedForm.at("就业服务需求")] = random.chance(500) ? "岗位推荐" : "技能培训";
    person.plans.push_back(std::move(cells));
}

// The household's number is that of the head, or of the grown child when the head is old.
void fill_phones(Random& random, Identities& identities, Household& home) {
    std::string of_household = identities.make_phone(random);
    home.cells[at("户联系电话")] = of_household;
    for (Person& person : home.members) {
        if (&person == &home.members.front())
            person.cells[at("家庭成员联系电话")] = of_household;
        else if (person.works_away || (person.age >= 18 && random.chance(600)))
            person.cells[at("家庭成员联系电话")] = identities.make_phone(random);
    }
}

void fill_conditions(Random& random, MonitorCells& cells) {
    const auto area = [&](int low, int high) { return from_scaled(random.between(low, high), 1); };
    const bool is_hard = random.chance(900);
    cells[at("整户无劳动能力兜底保障户")] = kNo;
    cells[at("是否危房户")] = kNo;
    cells[at("是否解决安全饮用水")] = kYes;
    cells[at("是否有卫生厕所")] = yes(random.chance(930));
    cells[at("是否通生活用电")] = kYes;
    cells[at("入户路类型")] = is_hard ? "硬化路" : (random.chance(600) ? "砂石路" : "泥土路");
    cells[at("入户道路是否硬化")] = yes(is_hard);
    cells[at("与村主干路距离")] = from_scaled(random.between(1, 240), 2);
    cells[at("住房面积")] = std::to_string(random.between(50, 190));
    cells[at("耕地面积（亩）")] = area(5, 75);
    cells[at("林地面积（亩）")] = random.chance(700) ? area(2, 160) : "0";
    cells[at("退耕还林面积（亩）")] = random.chance(250) ? area(2, 40) : "0";
    cells[at("林果面积（亩）")] = random.chance(200) ? area(2, 30) : "0";
    cells[at("牧草地面积")] = "0";
    cells[at("水面面积")] = random.chance(150) ? area(1, 20) : "0";
}

struct Income {
    std::int64_t wage = 0;
    std::int64_t business = 0;
    std::int64_t transfer = 0;
    std::int64_t expense() const { return business * 3 / 10; }
    std::int64_t total() const { return wage + business + transfer; }
    std::int64_t per_head(std::size_t members) const {
        return (total() - expense()) / static_cast<std::int64_t>(members);
    }
};

Income earn(Random& random, const Household& home) {
    Income income;
    for (const Person& person : home.members) {
        if (!person.jobs.empty())
            income.wage += whole(person.jobs.back()[job("务工月收入")]) * random.between(7, 10);
        income.wage += whole(person.cells[at("公益性岗位(月数)")]) * 500;
        if (person.age >= 60) income.transfer += 12 * random.between(125, 190);
        if (person.is_disabled() && person.disability_grade <= 2) income.transfer += 1'680;
    }
    const bool farms = std::ranges::any_of(home.members, &Person::has_any_labour);
    income.business = farms ? random.log_normal(7'000, 700) : 0;
    income.transfer += random.between(150, 900);
    return income;
}

void fill_income(Random& random, Household& home) {
    const std::size_t count = home.members.size();
    const auto people = static_cast<std::int64_t>(count);
    Income income = earn(random, home);
    std::int64_t allowance = home.receives_allowance ? kAllowancePerHead * people / 2 : 0;
    if (allowance > 0) home.cells[at("最低生活保障金")] = yuan_text(allowance);
    if (home.receives_extreme_support) {
        home.cells[at("特困人员救助供养金")] = yuan_text(kExtremeSupport * people);
        allowance += kExtremeSupport * people;
    }
    income.transfer += allowance;
    const std::int64_t floor = (home.monitored == Monitored::kNo ? kIncomeFloor : kMonitoredFloor) +
                               random.between(0, 3'000);
    if (income.per_head(count) < floor)
        income.transfer += (floor - income.per_head(count) + 1) * people;
    home.cells[at("工资性收入")] = yuan_text(income.wage);
    home.cells[at("生产经营性收入")] = yuan_text(income.business);
    home.cells[at("转移性收入")] = yuan_text(income.transfer);
    home.cells[at("年收入（元）")] = yuan_text(income.total());
    home.cells[at("人均纯收入（元）")] = yuan_text(income.per_head(count));
    const bool is_ill = std::ranges::any_of(home.members, &Person::has_serious_illness);
    home.cells[at("合规自付支出")] = yuan_text(is_ill ? random.between(3'000, 14'000) : 0);
}

consteval std::size_t survey(std::string_view header) { return kSurveyForm.at(header); }

}  // namespace

void fill_survey(Random& random, Household& home) {
    if (!home.is_lifted_out) return;
    SurveyCells& cells = home.survey;
    cells[survey("县")] = home.village->county;
    cells[survey("乡镇")] = home.village->township;
    cells[survey("村")] = home.village->name;
    cells[survey("户编号")] = home.number;
    cells[survey("年度")] = std::to_string(kLookBackYear);
    const std::int64_t now = whole(home.cells[at("人均纯收入（元）")]);
    cells[survey("人均纯收入")] = yuan_text(std::max<std::int64_t>(4'600, now * 3 / 4));
    const bool is_piped = random.chance(850);
    const bool runs_short = random.chance(40);
    for (const std::size_t kept : {survey("是否不愁吃"), survey("是否不愁穿")}) cells[kept] = kYes;
    cells[survey("人均日用水量")] = std::to_string(random.between(38, 90));
    for (const std::size_t flaw : {survey("水中有无肉眼可见杂质"), survey("水有无异色"),
                                   survey("水有无异味"), survey("长期饮用有无不良反应")})
        cells[flaw] = "无";
    cells[survey("是否自来水入户")] = yes(is_piped);
    if (!is_piped) cells[survey("取水往返时间")] = std::to_string(random.between(3, 18));
    cells[survey("是否季节性缺水")] = yes(runs_short);
    cells[survey("有无缺水解决预案")] = runs_short ? "有" : "";
    cells[survey("供水保证率")] = runs_short ? std::to_string(random.between(91, 97)) : "";
}

void fill_household(Random& random, Identities& identities, Date as_of, Household& home) {
    home.cells[at("县")] = home.village->county;
    home.cells[at("乡")] = home.village->township;
    home.cells[at("村")] = home.village->name;
    home.cells[at("户编号")] = home.number;
    home.cells[at("户类型")] = home.is_lifted_out ? "脱贫户" : "一般农户";
    fill_phones(random, identities, home);
    fill_conditions(random, home.cells);
    for (Person& person : home.members) {
        fill_identity(person, person.cells);
        fill_insurance(random, home, person, person.cells);
        if (person.is_student())
            person.cells[at("在校生状况")] = person.school;
        else
            person.cells[at("文化程度")] = education_of(random, person);
        if (person.works_away)
            fill_job(random, as_of, home.village->county, person);
        else
            fill_public_job(random, home, person);
        fill_plan(random, person);
    }
    fill_income(random, home);
    home.toilet_usable = home.cells[at("是否有卫生厕所")];
}

}  // namespace tz::demo
