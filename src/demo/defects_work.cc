#include "demo/defect.h"
#include "demo/fits.h"

namespace tz::demo {
namespace {

using namespace fits;
constexpr Track kL = Track::kLiftedOut;
constexpr Track kM = Track::kMonitored;
constexpr Level kPerson = Level::kPerson;
constexpr Level kJob = Level::kJob;
constexpr std::size_t kStart = kWorkingForm.at("开始时间");
constexpr std::size_t kEnd = kWorkingForm.at("结束时间");

using HouseholdRef = const Household&;
using PersonRef = const Person&;

void end_after_next_start(Planting& at) {
    auto& jobs = at.person.jobs;
    const Month later{month_of(at.as_of).months - 1};
    jobs[0][kEnd] = chinese_month(later);
}
void start_at_fifteen(Planting& at) {
    const Month born = month_of(at.person.birth);
    at.person.jobs[0][kStart] = chinese_month({born.months + 15 * 12 + 3});
}

bool worker(HouseholdRef, PersonRef p) { return p.jobs.size() == 1; }
bool healthy_worker(HouseholdRef h, PersonRef p) {
    return worker(h, p) && p.is_healthy() && is_robust(h, p);
}
bool young_worker(HouseholdRef h, PersonRef p) { return worker(h, p) && p.age <= 24; }
bool teenage_worker(HouseholdRef h, PersonRef p) {
    return worker(h, p) && p.age >= 18 && p.age <= 26;
}
bool away_worker(HouseholdRef h, PersonRef p) { return worker(h, p) && !p.works_in_county; }
bool twice_worker(HouseholdRef, PersonRef p) { return p.jobs.size() == 2; }
bool grown_idle(HouseholdRef, PersonRef p) {
    return is_of_working_age(p) && p.age >= 20 && is_idle(p) && is_plain(p);
}
bool little_child(HouseholdRef, PersonRef p) { return p.age < 16; }
bool old_idle(HouseholdRef, PersonRef p) { return p.age >= 70 && is_idle(p); }

std::vector<Defect> public_job_defects() {
    const Change one = set("公益性岗位", "保洁员"), six = set("公益性岗位(月数)", "6");
    const Change three = set("公益性岗位", "保洁员,护林员,护路员");
    return {
        {"q_3_01_005", kPerson, kL, grown_idle, {six}},
        {"q_3_01_006", kPerson, kL, grown_idle, {one}},
        {"q_3_01_008", kPerson, kL, little_child, {one, six}},
        {"q_5_12_004", kPerson, kM, little_child, {one, six}},
        {"q_5_01_006", kPerson, kL, old_idle, {one, six}},
        {"q_5_12_005", kPerson, kM, old_idle, {one, six}},
        {"q_3_01_010", kPerson, kL, grown_idle, {three, six}},
        {"q_3_01_011", kPerson, kM, grown_idle, {three, six}},
    };
}

std::vector<Defect> worker_defects() {
    const Change student = set("在校生状况", "本科二年级"), no_degree = set("文化程度", "");
    const Change supported = set("享受特困供养政策情况", "农村特困");
    return {
        {"q_2_01_015",
         kPerson,
         kL,
         healthy_worker,
         {set("劳动技能", "无劳动力")},
         {{"q_2_01_010_16"}}},
        {"q_2_12_004",
         kPerson,
         kM,
         healthy_worker,
         {set("劳动技能", "丧失劳动力")},
         {{"q_2_12_009_16"}, {"q_5_12_008"}}},
        {"q_4_01_006", kPerson, kL, young_worker, {student, no_degree}},
        {"q_4_12_002", kPerson, kM, young_worker, {student, no_degree}},
        {"q_5_01_004", kPerson, kL, worker, {supported}},
        {"q_5_12_003", kPerson, kM, worker, {supported}, {{"q_5_16_004", Level::kMonitoring}}},
        {"q_5_12_001", kPerson, kM, twice_worker, {}, {}, end_after_next_start},
    };
}

std::vector<Defect> job_defects() {
    return {
        {"q_3_01_009", kJob, kL, worker, {set_job("是否已务工", "")}},
        {"q_3_12_001", kJob, kM, worker, {set_job("开始时间", "")}},
        {"q_4_12_001", kJob, kM, worker, {set_job("务工所在县", "")}},
        {"q_5_01_005", kJob, kL, worker, {set_job("务工所在县", "")}},
        {"q_5_01_003",
         kJob,
         kL,
         away_worker,
         {set_job("就业渠道", "就业帮扶车间")},
         {},
         nullptr,
         false,
         "4304"},
        {"q_5_12_002",
         kJob,
         kM,
         away_worker,
         {set_job("就业渠道", "公益性岗位")},
         {},
         nullptr,
         false,
         "4304"},
        {"q_5_01_007", kJob, kL, worker, {set_job("务工企业名称", "")}},
        {"q_5_12_006", kJob, kM, worker, {set_job("所属行业", "")}},
        {"q_5_16_001", kJob, kM, worker, {set_job("务工月收入", "45000")}},
        {"q_5_16_002", kJob, kL, worker, {set_job("务工月收入", "60")}},
        {"q_5_16_010", kJob, kL, teenage_worker, {}, {}, start_at_fifteen},
    };
}

}  // namespace

std::vector<Defect> work_defects() {
    std::vector<Defect> all;
    for (auto* table : {public_job_defects, worker_defects, job_defects})
        for (Defect& defect : table()) all.push_back(std::move(defect));
    return all;
}

}  // namespace tz::demo
