#include "demo/villages.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "demo/random.h"

namespace tz::demo {
namespace {

consteval std::size_t at(std::string_view header) { return kVillageForm.at(header); }
consteval std::size_t home(std::string_view header) { return kMonitorForm.at(header); }

constexpr std::size_t kLandCells[] = {home("耕地面积（亩）"),     home("林地面积（亩）"),
                                      home("退耕还林面积（亩）"), home("林果面积（亩）"),
                                      home("牧草地面积"),         home("水面面积")};
constexpr std::size_t kLandFirst = at("耕地面积（亩）");
constexpr int kNonPoor = 7;  // households of the village for each in the register

std::string number(std::size_t value) { return std::to_string(value); }

Status append(Table& table, const Village& village, const VillageCells& cells, int year) {
    std::vector<std::string_view> row(cells.begin(), cells.end());
    row[0] = village.county;
    row[1] = village.township;
    row[2] = village.name;
    const std::string text = std::to_string(year);
    row.push_back(text);
    return table.append(row);
}

TableSpec spec_for(Kind kind, int year, bool is_now) {
    TableSpec spec = table_of(kVillageForm, kind);
    spec.headers.emplace_back("年度");
    if (is_now) return spec;
    spec.file = fmt::format("（自定义）行政村信息_{}12", year);
    spec.title = fmt::format("行政村信息（{}年12月）", year);
    return spec;
}

}  // namespace

Result<std::unique_ptr<VillageBooks>> VillageBooks::open(const DemoOptions& options, Kind kind,
                                                         FileSink& sink) {
    const int year = civil(options.as_of).year;
    ASSIGN_OR_RETURN(Table now, Table::open(spec_for(kind, year, true), sink));
    ASSIGN_OR_RETURN(Table before, Table::open(spec_for(kind, kLookBackYear, false), sink));
    return std::unique_ptr<VillageBooks>(
        new VillageBooks(options, std::move(now), std::move(before)));
}

void VillageBooks::begin(const Village& village) {
    village_ = &village;
    persons_ = allowance_households_ = allowance_persons_ = supported_ = disabled_ = 0;
    dangerous_ = thirsty_ = 0;
    lands_.fill(0);
}

void VillageBooks::count(const Household& household) {
    persons_ += household.members.size();
    if (household.receives_allowance) {
        ++allowance_households_;
        allowance_persons_ += household.members.size();
    }
    if (household.receives_extreme_support) supported_ += household.members.size();
    for (const Person& person : household.members) disabled_ += person.is_disabled() ? 1 : 0;
    dangerous_ += household.cells[home("是否危房户")] == "是" ? 1 : 0;
    thirsty_ += household.cells[home("是否解决安全饮用水")] == "否" ? 1 : 0;
    for (std::size_t i = 0; i < kLands; ++i)
        lands_[i] +=
            std::max<std::int64_t>(0, to_scaled(household.cells[kLandCells[i]], 2).value_or(0));
}

VillageCells VillageBooks::fill() const {
    Random random(seed_, static_cast<std::uint64_t>(village_->division.code));
    VillageCells cells;
    const std::size_t households = village_->households * (kNonPoor + random.below(4));
    cells[at("是否出列")] = random.chance(600) ? "是" : "否";
    cells[at("总户数")] = number(households);
    cells[at("总人口数")] = number(households * 3 + persons_);
    cells[at("低保户数")] = number(allowance_households_ + random.below(5));
    cells[at("低保人口数")] = number(allowance_persons_ + random.below(9));
    cells[at("特困供养人口数")] = number(supported_ + random.below(3));
    cells[at("残疾人口数")] = number(disabled_ + random.below(20));
    cells[at("危房户数")] = number(dangerous_);
    cells[at("未实现饮水安全户数")] = number(thirsty_);
    cells[at("村级集体经济收入（万元）")] = from_scaled(random.log_normal(1'200, 500), 2);
    cells[at("农民人均纯收入（元）")] = number(14'000 + random.below(9'000));
    cells[at("村小学（个数）")] = random.chance(350) ? "1" : "0";
    for (const std::size_t one : {at("行政村卫生室个数"), at("行政村执业（助理）医师（人）"),
                                  at("行政村文化（图书）室个数 （个）")})
        cells[one] = "1";
    cells[at("行政村公共卫生厕所个数")] = number(1 + random.below(3));
    cells[at("行政村生产生活垃圾集中堆放点个数（个）")] = number(2 + random.below(8));
    cells[at("是否通客运班车")] = random.chance(900) ? "是" : "否";
    cells[at("到乡镇是否通沥青（水泥）路")] = "是";
    cells[at("参加城乡居民基本养老保险人数")] = number(households * 2);
    for (std::size_t i = 0; i < kLands; ++i)
        cells[kLandFirst + i] =
            from_scaled(lands_[i] * 5 + static_cast<std::int64_t>(random.below(9'000)), 2);
    return cells;
}

Status VillageBooks::end(Schedule& schedule, Manifest& manifest) {
    VillageCells cells = fill();
    const int year = civil(as_of_).year;
    const auto expect = [&](const VillageDefect& defect, int of_year) {
        manifest.expect(
            defect.rule,
            {"village_year", fmt::format("{}/{}", to_string(village_->division), of_year), {}, {}});
        manifest.correct_village(*village_, of_year, kVillageColumns[defect.column].header,
                                 defect.value, cells[defect.column]);
    };
    VillageCells before = cells;
    if (const VillageDefect* defect = schedule.next_look_back_defect()) {
        expect(*defect, kLookBackYear);
        before[defect->column] = defect->value;
    }
    RETURN_IF_ERROR(append(before_, *village_, before, kLookBackYear));
    const bool has_left = cells[at("是否出列")] == "是";
    if (const VillageDefect* defect = has_left ? schedule.next_village_defect() : nullptr) {
        expect(*defect, year);
        cells[defect->column] = defect->value;
    }
    return append(now_, *village_, cells, year);
}

Status VillageBooks::finish(std::vector<std::string>& files) {
    for (Table* table : {&now_, &before_}) {
        RETURN_IF_ERROR(table->finish());
        files.push_back(table->file_name());
    }
    return ok();
}

std::string divisions_csv(const Region& region) {
    static constexpr std::string_view kLevels[] = {"国家", "省级", "市级", "县级", "乡级", "村级"};
    constexpr std::string_view kHeader[] = {"code",       "name",     "parent",     "level",
                                            "valid_from", "valid_to", "replaced_by"};
    sheet::CsvWriter csv;
    csv.append(kHeader);
    const auto put = [&csv](const DivisionName& name, std::string_view until,
                            std::string_view into) {
        const DivisionLevel level = level_of(name.division);
        const Division parent =
            at_level(name.division, static_cast<DivisionLevel>(static_cast<int>(level) - 1));
        const std::string code = to_string(name.division);
        const std::string above = level == DivisionLevel::kProvince ? "" : to_string(parent);
        const std::string_view row[] = {
            code,         name.name, above, kLevels[static_cast<std::size_t>(level)],
            "2009-01-01", until,     into};
        csv.append(row);
    };
    for (const DivisionName& name : region.divisions) put(name, {}, {});
    put(region.merged.closed, to_string(region.merged.until), to_string(region.merged.into));
    return csv.finish();
}

}  // namespace tz::demo
