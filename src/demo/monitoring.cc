#include <algorithm>

#include "base/text.h"
#include "demo/cells.h"
#include "demo/names.h"

namespace tz::demo {
namespace {

using namespace label;
consteval std::size_t at(std::string_view header) { return kMonitorForm.at(header); }

constexpr int kMonthsMin = 7;  // from identification to the end of a risk
constexpr std::string_view kRiskCells[] = {"致贫/返贫风险1", "致贫/返贫风险2", "致贫/返贫风险3"};
constexpr std::size_t kRiskFirst = at("致贫/返贫风险1");

// What can be said of the household as a whole.
struct Shape {
    std::size_t able = 0;
    std::size_t any_labour = 0;
    bool has_ill = false;
    bool has_disabled = false;
    bool has_severely_disabled = false;
    bool has_older_student = false;
    bool has_worker = false;
};

Shape shape_of(const Household& home) {
    Shape shape;
    for (const Person& person : home.members) {
        shape.able += person.is_able() ? 1 : 0;
        shape.any_labour += person.has_any_labour() ? 1 : 0;
        shape.has_ill |= person.has_chronic_illness || person.has_serious_illness;
        shape.has_disabled |= person.is_disabled();
        shape.has_severely_disabled |= person.is_disabled() && person.disability_grade <= 2;
        shape.has_older_student |= person.is_student() && person.age >= 15;
        shape.has_worker |= person.works_away;
    }
    return shape;
}

std::vector<std::string_view> risks_of(Random& random, const Household& home, const Shape& shape) {
    std::vector<std::string_view> risks;
    if (shape.has_ill) risks.push_back("因病");
    if (shape.has_disabled) risks.push_back("因残");
    if (shape.has_older_student) risks.push_back("因学");
    if (shape.any_labour * 2 < home.members.size()) risks.push_back("缺劳动力");
    if (risks.empty()) risks.push_back(random.chance(400) ? "因意外事故" : "因产业项目失败");
    if (risks.size() > std::size(kRiskCells)) risks.resize(std::size(kRiskCells));
    return risks;
}

void add_to(std::string& cell, std::string_view choice) {
    if (!cell.empty()) cell += ",";
    cell += choice;
}

void fill_measures(Random& random, const Household& home, const Shape& shape,
                   const std::vector<std::string_view>& risks, MonitorCells& cells) {
    const auto has = [&](std::string_view risk) { return std::ranges::count(risks, risk) > 0; };
    if (shape.any_labour > 0)
        cells[at("产业帮扶")] = random.chance(600) ? "发展种植业" : "发展养殖业";
    if (shape.has_worker) cells[at("就业帮扶")] = "劳务输出,外出务工补贴";
    if (shape.able > 0 && random.chance(250)) cells[at("金融帮扶")] = "小额信贷";
    cells[at("健康帮扶")] = "参加城乡居民基本医疗保险个人缴费补贴";
    if (has("因病")) add_to(cells[at("健康帮扶")], "家庭医生签约服务");
    if (has("因学")) cells[at("教育帮扶")] = "雨露计划";
    if (home.receives_allowance) add_to(cells[at("综合保障")], "低保");
    if (home.receives_extreme_support) add_to(cells[at("综合保障")], "特困供养");
    if (shape.has_disabled) add_to(cells[at("综合保障")], "残疾人补贴");
    if (has("因意外事故") || random.chance(200)) cells[at("社会帮扶")] = "社会捐赠";
    cells[at("实施开发式帮扶措施情况")] = shape.any_labour > 0 ? "已实施" : "尚未实施";
}

void fill_removal(Random& random, const Household& home, Month removed, MonitorCells& cells) {
    const auto people = static_cast<std::int64_t>(home.members.size());
    cells[at("风险消除方式")] = "帮扶消除";
    cells[at("消除监测时间")] = compact_month(removed);
    for (const std::size_t cell :
         {at("风险消除后是否义务教育阶段适龄儿童少年失学辍学"), at("风险消除后是否住房损毁"),
          at("风险消除后是否有家庭成员未参加城乡居民（职工）基本医疗保险"),
          at("风险消除后是否饮水设施损毁")})
        cells[cell] = kNo;
    const std::int64_t business = random.between(4'000, 15'000);
    const std::int64_t expense = business * 3 / 10;
    const std::int64_t transfer = std::max<std::int64_t>(600, whole(cells[at("转移性收入")]) / 2);
    std::int64_t wage = std::max<std::int64_t>(2'000, whole(cells[at("工资性收入")]));
    const std::int64_t net_wished = people * random.between(9'800, 15'000);
    wage = std::max(wage, net_wished - business - transfer + expense);
    const std::int64_t net = wage + business + transfer - expense;
    cells[at("风险消除后工资性收入")] = yuan_text(wage);
    cells[at("风险消除后财产性收入")] = yuan_text(0);
    cells[at("风险消除后转移性收入")] = yuan_text(transfer);
    cells[at("风险消除后生产经营性收入")] = yuan_text(business);
    cells[at("风险消除后生产经营性支出")] = yuan_text(expense);
    cells[at("风险消除后家庭纯收入")] = yuan_text(net);
    cells[at("风险消除后家庭人均纯收入")] = yuan_text(net / people);
    cells[at("风险消除后理赔收入")] = yuan_text(0);
    cells[at("风险消除后合规自付支出")] = yuan_text(random.between(0, 1'500));
}

// A household whose risk is gone earns now what it earned then, or more.
void raise_income(const Household& home, MonitorCells& cells) {
    const auto people = static_cast<std::int64_t>(home.members.size());
    const std::int64_t after = whole(cells[at("风险消除后家庭人均纯收入")]);
    const std::int64_t now = whole(cells[at("人均纯收入（元）")]);
    if (now >= after) return;
    const std::int64_t more = (after - now) * people;
    cells[at("转移性收入")] = yuan_text(whole(cells[at("转移性收入")]) + more);
    cells[at("年收入（元）")] = yuan_text(whole(cells[at("年收入（元）")]) + more);
    cells[at("人均纯收入（元）")] = yuan_text(after);
}

}  // namespace

void fill_monitoring(Random& random, Date as_of, Household& home) {
    if (home.monitored == Monitored::kNo) return;
    MonitorCells& cells = home.cells;
    const Shape shape = shape_of(home);
    const auto risks = risks_of(random, home, shape);
    const Month now = month_of(as_of);
    const bool is_removed = home.monitored == Monitored::kRemoved;
    const Month removed{now.months - random.between(1, 12)};
    const Month identified{is_removed ? removed.months - random.between(kMonthsMin, 24)
                                      : now.months - random.between(3, 30)};
    cells[at("监测对象类别")] = home.is_lifted_out
                                    ? "脱贫不稳定户"
                                    : (random.chance(700) ? "边缘易致贫户" : "突发严重困难户");
    for (std::size_t i = 0; i < risks.size(); ++i) cells[kRiskFirst + i] = risks[i];
    for (const std::size_t cell :
         {at("是否义务教育阶段适龄儿童少年失学辍学"), at("是否住房损毁"), at("是否饮水设施损毁"),
          at("是否有家庭成员未参加城乡居民（职工）基本医疗保险")})
        cells[cell] = kNo;
    cells[at("识别监测时间")] = compact_month(identified);
    cells[at("风险是否已消除")] = is_removed ? kYes : kNo;
    cells[at("整户无劳动能力兜底保障户")] = shape.any_labour == 0 ? kYes : kNo;
    fill_measures(random, home, shape, risks, cells);
    if (is_removed) {
        fill_removal(random, home, removed, cells);
        raise_income(home, cells);
    }
    const std::string contact =
        std::string(make_surname(random)) + make_given_name(random, true, 1985);
    const std::string phone = "139" + home.number.substr(home.number.size() - 8);
    cells[at("监测联系人")] = contact;
    cells[at("监测联系人电话")] = phone;
    cells[at("信息采集人")] = contact;
    cells[at("信息采集人联系电话")] = phone;
}

}  // namespace tz::demo
