#include "demo/family.h"

#include <fmt/format.h>

#include "demo/names.h"

namespace tz::demo {
namespace {

using namespace label;

constexpr std::size_t kMembersMax = 7;
constexpr int kMotherMin = 20, kMotherMax = 36;

enum class Kind {
    kElder,
    kElders,
    kCouple,
    kNuclear,
    kThreeGenerations,
    kOneParent,
    kSkipped,
    kLone
};
constexpr int kKindWeights[] = {110, 130, 60, 290, 280, 50, 40, 40};

// A day on which somebody of this age was born.
Date birth_of(Random& random, Date as_of, int age) {
    const CivilDate day = civil(as_of);
    const auto birthday = make_date(day.year - age, day.month, day.day);
    const Date latest = birthday ? *birthday : *make_date(day.year - age, 2, 28);
    return {latest.days - random.between(0, 364)};
}

class Builder {
  public:
    Builder(Random& random, Identities& identities, const FamilySetting& setting, Household& home)
        : random_(random),
          identities_(identities),
          setting_(setting),
          home_(home),
          surname_(make_surname(random)) {}

    void build();

  private:
    Person& add(std::string_view relation, bool is_male, int age, bool is_from_elsewhere);
    void add_children(int mother_age, int most, std::string_view son, std::string_view daughter);
    void add_young_family(int head_age);
    void add_grown_child(int head_age);
    void add_couple(int head_age);
    void add_parents(int head_age);

    Random& random_;
    Identities& identities_;
    const FamilySetting& setting_;
    Household& home_;
    std::string surname_;
};

Person& Builder::add(std::string_view relation, bool is_male, int age, bool is_from_elsewhere) {
    Person person;
    person.relation = relation;
    person.is_male = is_male;
    person.age = age;
    person.birth = birth_of(random_, setting_.as_of, age);
    const std::string_view surname = is_from_elsewhere ? make_surname(random_) : surname_;
    person.name =
        std::string(surname) + make_given_name(random_, is_male, civil(person.birth).year);
    person.id = identities_.make_id(random_, person.birth, is_male, setting_.own_prefix,
                                    is_from_elsewhere && random_.chance(300));
    home_.members.push_back(std::move(person));
    return home_.members.back();
}

void Builder::add_children(int mother_age, int most, std::string_view son,
                           std::string_view daughter) {
    const int count = random_.between(1, most);
    int born_at = random_.between(kMotherMin, 26);
    for (int i = 0; i < count && home_.members.size() < kMembersMax; ++i) {
        const int age = mother_age - born_at;
        if (age < 0 || born_at > kMotherMax) return;
        const bool is_male = random_.chance(530);
        if (age <= 24 || (is_male && random_.chance(600)))
            add(is_male ? son : daughter, is_male, age, false);
        born_at += random_.between(2, 5);
    }
}

void Builder::add_couple(int head_age) {
    const bool head_is_male = random_.chance(860);
    add(kHead, head_is_male, head_age, !head_is_male && random_.chance(500));
    const int spouse_age = std::max(20, head_age - random_.between(-2, 5));
    add(kSpouse, !head_is_male, spouse_age, head_is_male);
}

void Builder::add_parents(int head_age) {
    if (home_.members.size() < kMembersMax && random_.chance(500))
        add(kFather, true, std::min(96, head_age + random_.between(22, 30)), false);
    if (home_.members.size() < kMembersMax && random_.chance(700))
        add(kMother, false, std::min(98, head_age + random_.between(20, 28)), true);
}

// A grown son, perhaps with wife and children.
void Builder::add_young_family(int head_age) {
    const int son_age = head_age - random_.between(23, 30);
    add(kSon, true, son_age, false);
    if (son_age < 24 || !random_.chance(750)) return;
    const int wife_age = std::max(21, son_age - random_.between(0, 3));
    add(kDaughterInLaw, false, wife_age, true);
    add_children(wife_age, 3, kGrandson, kGranddaughter);
}

void Builder::add_grown_child(int head_age) {
    const bool is_male = random_.chance(600);
    add(is_male ? kSon : kDaughter, is_male, head_age - random_.between(22, 30), false);
}

void Builder::build() {
    const bool is_male = random_.chance(700);
    switch (static_cast<Kind>(random_.weighted(kKindWeights))) {
        case Kind::kElder:
            add(kHead, is_male, random_.between(62, 89), false);
            return;
        case Kind::kElders:
            add_couple(random_.between(61, 84));
            return;
        case Kind::kCouple:
            add_couple(random_.between(46, 59));
            return;
        case Kind::kNuclear: {
            const int age = random_.between(30, 52);
            add_couple(age);
            add_children(home_.members[1].is_male ? age : home_.members[1].age, 3, kSon, kDaughter);
            if (random_.chance(250)) add_parents(age);
            return;
        }
        case Kind::kThreeGenerations: {
            const int age = random_.between(50, 70);
            add_couple(age);
            add_young_family(age);
            if (random_.chance(200)) add_parents(age);
            return;
        }
        case Kind::kOneParent: {
            const int age = random_.between(31, 50);
            add(kHead, is_male, age, false);
            add_children(age - 2, 3, kSon, kDaughter);
            return;
        }
        case Kind::kSkipped: {
            const int age = random_.between(58, 74);
            add_couple(age);
            add_children(age - 26, 3, kGrandson, kGranddaughter);
            return;
        }
        case Kind::kLone: {
            const int age = random_.between(50, 66);
            add(kHead, is_male, age, false);
            if (random_.chance(500)) add_grown_child(age);
            return;
        }
    }
}

void settle_health(Random& random, Person& person) {
    if (random.chance(person.age >= 60 ? 55 : person.age >= 16 ? 26 : 8)) {
        const int kind = random.chance(520) ? 4 : random.between(1, 7);
        make_disabled(person, kind, random.between(1, 4), random.chance(120));
    }
    const int chronic = person.age >= 60 ? 330 : person.age >= 40 ? 110 : person.age >= 16 ? 12 : 0;
    person.has_chronic_illness = random.chance(chronic);
    if (person.has_chronic_illness) {
        person.chronic_disease = random.chance(300) ? "糖尿病" : "高血压";
        person.doctor_visits = random.between(4, 8);
    }
    person.has_serious_illness = random.chance(person.age >= 40 ? 14 : 4);
    // At sixty exactly the reckonings of "of working age" part; the healthy are made chronic.
    if (person.age == 60 && person.is_healthy()) person.has_chronic_illness = true;
}

// Completed years of age when the school year began.
int school_age(Date birth, Date as_of) {
    const CivilDate day = civil(as_of);
    return age_on(birth, *make_date(day.month >= 9 ? day.year : day.year - 1, 8, 31));
}

std::string_view senior_grade(Random& random, int year) {
    constexpr std::string_view kSenior[] = {"普通高中一年级", "普通高中二年级", "普通高中三年级"};
    constexpr std::string_view kVocational[] = {"中职一年级", "中职二年级", "中职三年级"};
    return random.chance(600) ? kSenior[year] : kVocational[year];
}

std::string_view college_grade(Random& random, int year) {
    constexpr std::string_view kBachelor[] = {"本科一年级", "本科二年级", "本科三年级",
                                              "本科四年级"};
    constexpr std::string_view kCollege[] = {"高职高专一年级", "高职高专二年级", "高职高专三年级"};
    const bool bachelor = random.chance(450);
    if (!random.chance(480) || (!bachelor && year > 2)) return {};
    return bachelor ? kBachelor[year] : kCollege[year];
}

}  // namespace

void make_disabled(Person& person, int kind, int grade, bool is_reissued) {
    person.disability_kind = kind;
    person.disability_grade = grade;
    person.certificate = fmt::format("{}{}{}{}", person.id, kind, grade, is_reissued ? "B1" : "");
}

void settle_schooling(Random& random, Date as_of, Person& person) {
    constexpr std::string_view kJunior[] = {"七年级", "八年级", "九年级"};
    const int age = school_age(person.birth, as_of);
    person.school = {};
    if (person.age < 3)
        person.school = "学龄前儿童";
    else if (age < 6)
        person.school = "学前教育";
    else if (age < 12)
        person.school = "小学";
    else if (age < 15)
        person.school = kJunior[age - 12];
    else if (age < 18)
        person.school = senior_grade(random, age - 15);
    else if (age < 22)
        person.school = college_grade(random, age - 18);
}

void settle_labour(Random& random, Person& person) {
    if (person.age < 16 || person.is_student() || person.age >= 75)
        person.labour = kNone;
    else if (person.is_disabled() && person.disability_grade <= 2)
        person.labour = kLost;
    else if (person.has_serious_illness && random.chance(500))
        person.labour = kLost;
    else if (!person.is_healthy() || person.age >= 60)
        person.labour = kWeak;
    else
        person.labour = random.chance(150) ? kSkilled : kOrdinary;
    person.works_away = person.is_able() && random.chance(560);
    person.works_in_county = person.works_away && random.chance(250);
}

void make_family(Random& random, Identities& identities, const FamilySetting& setting,
                 Household& household) {
    Builder(random, identities, setting, household).build();
    for (Person& person : household.members) {
        settle_health(random, person);
        settle_schooling(random, setting.as_of, person);
        settle_labour(random, person);
    }
}

}  // namespace tz::demo
