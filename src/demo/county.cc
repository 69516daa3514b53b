#include "demo/county.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "base/text.h"
#include "demo/household.h"
#include "demo/lists.h"
#include "demo/manifest.h"
#include "demo/schedule.h"
#include "demo/table.h"
#include "demo/villages.h"

namespace tz::demo {
namespace {

constexpr std::size_t kId = kMonitorForm.at("证件号码");
constexpr std::size_t kVillageName = kMonitorForm.at("村");

TableSpec spec_of(const Form& form, Kind kind) {
    TableSpec spec;
    spec.file = form.file;
    spec.title = form.title;
    spec.sheet = form.sheet;
    spec.kind = kind;
    for (std::size_t i = 0; i < form.columns.size(); ++i) {
        const Heading& heading = form.columns[i];
        spec.headers.emplace_back(heading.header);
        if (heading.group.empty()) continue;
        if (spec.groups.empty() || spec.groups.back().title != heading.group)
            spec.groups.push_back({std::string(heading.group), i, 0});
        ++spec.groups.back().count;
    }
    return spec;
}

// The workbooks of the national system, and the survey.
class Workbooks {
  public:
    static Result<Workbooks> open(Kind kind, FileSink& sink) {
        ASSIGN_OR_RETURN(Table monitor, Table::open(spec_of(kMonitorForm, kind), sink));
        ASSIGN_OR_RETURN(Table dwelling, Table::open(spec_of(kDwellingForm, kind), sink));
        ASSIGN_OR_RETURN(Table working, Table::open(spec_of(kWorkingForm, kind), sink));
        ASSIGN_OR_RETURN(Table planned, Table::open(spec_of(kPlannedForm, kind), sink));
        ASSIGN_OR_RETURN(Table survey, Table::open(spec_of(kSurveyForm, Kind::kCsv), sink));
        Workbooks books;
        for (Table* table : {&monitor, &dwelling, &working, &planned, &survey})
            books.tables_.push_back(std::move(*table));
        return books;
    }
    Status add(const Household& home);
    Status finish(std::vector<std::string>& files);

  private:
    Status add_person(const Household& home, const Person& person);
    Status add_work(const Household& home, const Person& person);

    std::vector<Table> tables_;
};

// Cells of a row: the person's own ones, the rest of its household.
template <std::size_t N>
std::vector<std::string_view> row_of(const Heading (&columns)[N], const Household& home,
                                     const std::array<std::string, N>& own) {
    const std::string_view at_home[] = {home.village->county,
                                        home.village->township,
                                        home.village->name,
                                        home.number,
                                        home.cells[kMonitorForm.at("户类型")],
                                        home.cells[kMonitorForm.at("监测对象类别")]};
    std::vector<std::string_view> row(own.begin(), own.end());
    std::size_t next = 0;
    for (std::size_t i = 0; i < N; ++i) {
        if (columns[i].of == Of::kPerson) continue;
        if (columns[i].header == "户类型") next = 4;
        if (next < std::size(at_home)) row[i] = at_home[next++];
    }
    return row;
}

Status Workbooks::add_person(const Household& home, const Person& person) {
    std::array<std::string_view, std::size(kMonitorColumns)> row;
    for (std::size_t i = 0; i < row.size(); ++i)
        row[i] = kMonitorColumns[i].of == Of::kPerson ? person.cells[i] : home.cells[i];
    return tables_[0].append(row);
}

Status Workbooks::add_work(const Household& home, const Person& person) {
    for (WorkingCells job : person.jobs) {
        job[kWorkingForm.at("证件号码")] = person.cells[kId];
        RETURN_IF_ERROR(tables_[2].append(row_of(kWorkingColumns, home, job)));
    }
    for (PlannedCells plan : person.plans) {
        plan[kPlannedForm.at("证件号码")] = person.cells[kId];
        RETURN_IF_ERROR(tables_[3].append(row_of(kPlannedColumns, home, plan)));
    }
    return ok();
}

Status Workbooks::add(const Household& home) {
    for (const Person& person : home.members) {
        RETURN_IF_ERROR(add_person(home, person));
        RETURN_IF_ERROR(add_work(home, person));
    }
    std::array<std::string, std::size(kDwellingColumns)> dwelling;
    dwelling[kDwellingForm.at("证件号码")] = home.head().cells[kId];
    auto row = row_of(kDwellingColumns, home, dwelling);
    row[kDwellingForm.at("卫生厕所是否能正常使用")] = home.toilet_usable;
    RETURN_IF_ERROR(tables_[1].append(row));
    if (!home.is_lifted_out) return ok();
    return tables_[4].append(std::vector<std::string_view>(home.survey.begin(), home.survey.end()));
}

Status Workbooks::finish(std::vector<std::string>& files) {
    for (Table& table : tables_) {
        RETURN_IF_ERROR(table.finish());
        files.push_back(table.file_name());
    }
    return ok();
}

class CountyWriter {
  public:
    CountyWriter(const DemoOptions& options, const Region& region, FileSink& sink)
        : options_(options),
          region_(region),
          sink_(sink),
          identities_(region.prefixes),
          maker_(options.seed, options.as_of, identities_),
          schedule_(options, region),
          manifest_(looks_back(region)) {}
    Result<DemoSummary> write();

  private:
    Status add_village(const Village& village);
    Made make(const HouseholdSpot& spot);
    // Some households still go by the name of the village that is no more.
    bool is_of_merged_village(const Village& village, std::size_t position) const {
        return village.division == region_.merged.into && position + 2 >= village.households;
    }
    void note(const Made& made, const Defect& defect);
    void tell(const Made& made, const Defect& defect);
    Status write_whole(const std::string& file, const std::string& bytes);
    Status write_ends();

    const DemoOptions& options_;
    const Region& region_;
    FileSink& sink_;
    Identities identities_;
    HouseholdMaker maker_;
    Schedule schedule_;
    Manifest manifest_;
    DemoSummary summary_{};
    std::unique_ptr<Workbooks> workbooks_{};
    std::unique_ptr<VillageBooks> villages_{};
    std::unique_ptr<Lists> lists_{};
};

void CountyWriter::note(const Made& made, const Defect& defect) {
    const Household& home = made.shown;
    const Person& person = home.members[made.person];
    manifest_.expect(defect.rule, expected_record(home, person, defect.level));
    for (const Also& also : defect.also)
        manifest_.expect(also.rule, expected_record(home, person, also.level));
    if (const auto& earlier = made.earlier)
        manifest_.expect(defect.rule,
                         {"person", earlier->household_number + "/" + earlier->id_number,
                          earlier->household_number, earlier->id_number});
    manifest_.correct(*made.clean, home, civil(options_.as_of).year);
    tell(made, defect);
}

void CountyWriter::tell(const Made& made, const Defect& defect) {
    const std::string_view text = schedule_.story_of(defect.rule);
    if (text.empty()) return;
    const Household& home = made.shown;
    manifest_.tell({home.head().name + "家", home.village->township + home.village->name,
                    home.number, std::string(defect.rule), std::string(text)});
}

Made CountyWriter::make(const HouseholdSpot& spot) {
    if (spot.index < in_order_first(options_))
        return maker_.make_on(spot, spot.index % 2 == 0 ? Track::kMonitored : Track::kLiftedOut);
    const Defect* defect = schedule_.defect_at(spot.index);
    if (!defect) return maker_.make(spot);
    auto made = maker_.make_with(spot, *defect);
    if (!made) {
        manifest_.leave_out(defect->rule);
        return maker_.make(spot);
    }
    note(*made, *defect);
    return std::move(*made);
}

Status CountyWriter::add_village(const Village& village) {
    const std::string county = short_code(county_of(village.division));
    const auto own = std::ranges::find(region_.prefixes, county) - region_.prefixes.begin();
    villages_->begin(village);
    for (std::size_t i = 0; i < village.households; ++i) {
        Made made = make({village.first + i, i, &village, static_cast<std::size_t>(own)});
        if (options_.has_defects && is_of_merged_village(village, i))
            made.shown.cells[kVillageName] = region_.merged.closed.name;
        summary_.persons += made.shown.members.size();
        summary_.monitored += made.shown.monitored == Monitored::kNo ? 0 : 1;
        villages_->count(made.shown);
        RETURN_IF_ERROR(workbooks_->add(made.shown));
        RETURN_IF_ERROR(lists_->add(made));
    }
    RETURN_IF_ERROR(villages_->end(schedule_, manifest_));
    return lists_->add_village(village, summary_.villages++);
}

Status CountyWriter::write_whole(const std::string& file, const std::string& bytes) {
    summary_.files.push_back(file);
    return sink_.write(file, bytes);
}

Status CountyWriter::write_ends() {
    RETURN_IF_ERROR(workbooks_->finish(summary_.files));
    RETURN_IF_ERROR(villages_->finish(summary_.files));
    RETURN_IF_ERROR(lists_->finish(summary_.files));
    RETURN_IF_ERROR(write_whole("divisions.csv", divisions_csv(region_)));
    summary_.place = region_.name;
    summary_.households = options_.households;
    summary_.planted = manifest_.expectations();
    summary_.not_planted = manifest_.left_out();
    RETURN_IF_ERROR(write_whole("corrections.csv", manifest_.corrections_csv()));
    return write_whole("manifest.json",
                       manifest_.to_json({region_.name, options_.division, options_.seed,
                                          options_.as_of, options_.households, summary_.persons}));
}

Result<DemoSummary> CountyWriter::write() {
    const Kind kind = options_.households > options_.xlsx_max ? Kind::kCsv : Kind::kXlsx;
    ASSIGN_OR_RETURN(Workbooks workbooks, Workbooks::open(kind, sink_));
    workbooks_ = std::make_unique<Workbooks>(std::move(workbooks));
    ASSIGN_OR_RETURN(villages_, VillageBooks::open(options_, kind, sink_));
    ASSIGN_OR_RETURN(lists_, Lists::open(options_, identities_, manifest_, sink_));
    for (const Village& village : region_.villages) RETURN_IF_ERROR(add_village(village));
    RETURN_IF_ERROR(write_ends());
    return summary_;
}

}  // namespace

TableSpec table_of(const Form& form, Kind kind) { return spec_of(form, kind); }

Result<DemoSummary> make_county(const DemoOptions& options, FileSink& sink) {
    ASSIGN_OR_RETURN(const Region region,
                     choose_region(options.names, options.division, options.households,
                                   options.seed, options.as_of));
    return CountyWriter(options, region, sink).write();
}

}  // namespace tz::demo
