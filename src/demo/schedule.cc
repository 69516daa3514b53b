#include "demo/schedule.h"

#include <algorithm>

#include "base/text.h"
#include "demo/random.h"

namespace tz::demo {
namespace {

struct StoryText {
    std::string_view rule{};
    std::string_view text{};
};
constexpr StoryText kStories[] = {
    {"q_1_02_001", "土坯房成了危房，还没有纳入监测；住建部门鉴定后应纳入并改造。"},
    {"q_1_02_005", "孩子厌学在家，学籍已是辍学；控辍保学把他劝回学校后这一条才会消。"},
    {"q_2_11_002", "识别三个月就标了风险消除；应改回真实的识别时间，或撤回消除。"},
    {"q_4_11_011", "老人无劳动力，风险却被标为消除；应撤回，继续兜底。"},
    {"q_1_01_001", "录入时把别家的身份证号贴了过来；两家都会被点名，改一家两家都好。"},
    {"disability_certified", "残疾多年没有办证，两项补贴一直拿不到；办证后整改。"},
    {"water_quantity", "山上水源变小，人均每天不到三十升；供水工程修好后复核。"},
};

bool applies(std::string_view area, const Region& region) {
    return lies_in(region.villages.front(), area);
}

template <class T>
void shuffle(std::vector<T>& items, Random& random) {
    for (std::size_t i = items.size(); i > 1; --i) std::swap(items[i - 1], items[random.below(i)]);
}

}  // namespace

std::size_t in_order_first(const DemoOptions& options) { return 2 * times_each(options); }

std::size_t times_each(const DemoOptions& options) {
    return options.has_defects ? std::clamp<std::size_t>(options.households / 1'000, 1, 4) : 0;
}

bool lies_in(const Village& village, std::string_view area) {
    return short_code(county_of(village.division)).starts_with(area);
}

bool looks_back(const Region& region) { return applies("4304", region); }

Schedule::Schedule(const DemoOptions& options, const Region& region) : defects_(all_defects()) {
    std::erase_if(defects_, [&](const Defect& d) { return !applies(d.area, region); });
    std::vector<std::size_t> order;
    for (std::size_t time = 0; time < times_each(options); ++time)
        for (std::size_t i = 0; i < defects_.size(); ++i) order.push_back(i);
    Random random(options.seed, 0x9E7);
    shuffle(order, random);
    const std::size_t first = in_order_first(options);
    const std::size_t others = options.households > first ? options.households - first : 0;
    if (order.size() > others / 2) order.resize(others / 2);
    for (std::size_t k = 0; k < order.size(); ++k)
        slots_.push_back({first + k * others / order.size(), order[k]});
    for (const VillageDefect& defect : village_defects())
        for (std::size_t time = 0; time < times_each(options) && applies(defect.area, region);
             ++time)
            (defect.look_back ? look_back_ : villages_).push_back(&defect);
    shuffle(villages_, random);
}

const Defect* Schedule::defect_at(std::size_t household) const {
    const auto it = std::ranges::lower_bound(slots_, household, {},
                                             &std::pair<std::size_t, std::size_t>::first);
    return it != slots_.end() && it->first == household ? &defects_[it->second] : nullptr;
}

const VillageDefect* Schedule::next_village_defect() {
    if (villages_.empty()) return nullptr;
    const VillageDefect* next = villages_.back();
    villages_.pop_back();
    return next;
}

const VillageDefect* Schedule::next_look_back_defect() {
    if (look_back_.empty()) return nullptr;
    const VillageDefect* next = look_back_.back();
    look_back_.pop_back();
    return next;
}

std::string_view Schedule::story_of(std::string_view rule) {
    if (std::ranges::count(told_, rule) > 0) return {};
    for (const StoryText& story : kStories)
        if (story.rule == rule) {
            told_.push_back(rule);
            return story.text;
        }
    return {};
}

}  // namespace tz::demo
