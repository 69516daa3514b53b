#include "demo/identity.h"

#include <fmt/format.h>

#include "base/id_number.h"
#include "base/result.h"

namespace tz::demo {
namespace {

constexpr int kFirstYear = 1910;
constexpr int kYears = 130;
constexpr std::size_t kDays = kYears * 366;
constexpr unsigned kOfOneSex = 500;  // odd or even numbers of three digits
constexpr std::uint64_t kPhones = 100'000'000;
constexpr std::uint64_t kPhoneStep = 48'271'003;  // no common divisor with kPhones
constexpr std::string_view kMobiles[] = {"130", "132", "135", "136", "137", "138", "139", "150",
                                         "151", "152", "155", "158", "159", "173", "177", "180",
                                         "182", "186", "187", "188", "189", "191", "199"};

std::size_t day_of(Date birth) {
    return static_cast<std::size_t>(birth.days - make_date(kFirstYear, 1, 1)->days);
}

}  // namespace

Identities::Identities(std::vector<std::string> prefixes)
    : prefixes_(std::move(prefixes)), used_(prefixes_.size() * kDays * 2) {}

std::string Identities::make_id(Random& random, Date birth, bool is_male, std::size_t own_prefix,
                                bool is_from_elsewhere) {
    std::size_t prefix = is_from_elsewhere ? random.below(prefixes_.size()) : own_prefix;
    const CivilDate day = civil(birth);
    for (std::size_t tries = 0; tries < prefixes_.size(); ++tries) {
        std::uint16_t& used = used_[(prefix * kDays + day_of(birth)) * 2 + (is_male ? 1 : 0)];
        if (used < kOfOneSex) {
            const unsigned sequence = (used * 37u + static_cast<unsigned>(birth.days)) % kOfOneSex;
            ++used;
            std::string id = fmt::format("{}{:04}{:02}{:02}{:03}", prefixes_[prefix], day.year,
                                         day.month, day.day, sequence * 2 + (is_male ? 1 : 0));
            id.push_back(check_character(id));
            return id;
        }
        prefix = (prefix + 1) % prefixes_.size();
    }
    CHECK(false);  // 500 people of one sex born on one day in each of the counties around
    return {};
}

std::string Identities::make_phone(Random& random) {
    const std::uint64_t tail = ++phones_ * kPhoneStep % kPhones;
    return fmt::format("{}{:08}", random.pick(kMobiles), tail);
}

}  // namespace tz::demo
