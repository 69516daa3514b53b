#include "base/id_number.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "base/text.h"

namespace tz {
namespace {

// Made up: a region code that was never given out.
constexpr std::string_view kBody = "99990119600229123";

std::string number_of(std::string body) { return body + check_character(body); }

std::string any_number() {
    const int days = *rc::gen::inRange(make_date(1900, 1, 1)->days, make_date(2100, 12, 31)->days);
    const std::string region = std::to_string(*rc::gen::inRange(100000, 1000000));
    const std::string order = std::to_string(*rc::gen::inRange(100, 1000));
    return number_of(region + replace_all(to_string(Date{days}), "-", "") + order);
}

TEST(CleanIdNumber, NormalizesWhatSheetsHold) {
    EXPECT_EQ(clean_id_number(" '11010519491231002x "), "11010519491231002X");
    EXPECT_EQ(clean_id_number("１１０１０５ １９４９１２３１\u3000００２Ｘ"), "11010519491231002X");
    EXPECT_EQ(clean_id_number("‘110\u00A0105\u200B\t"), "110105");
    EXPECT_EQ(clean_id_number(""), "");
    EXPECT_EQ(clean_id_number("'"), "");
}

TEST(CheckCharacter, FollowsTheStandard) {
    EXPECT_EQ(check_character("11010519491231002"), 'X');  // the example of GB 11643
    EXPECT_EQ(check_character("44052418800101001"), '4');
    EXPECT_EQ(check_character("1101051949123100"), 0);
    EXPECT_EQ(check_character("1101051949123100A"), 0);
    EXPECT_EQ(check_character("110105194912310020"), 0);
}

TEST(ValidIdNumber, NeedsCheckCharacterAndBirthDate) {
    EXPECT_TRUE(valid_id_number("11010519491231002X"));
    EXPECT_TRUE(valid_id_number("11010519491231002X43"));
    EXPECT_TRUE(valid_id_number("11010519491231002X43B1"));
    EXPECT_FALSE(valid_id_number("11010519491231002x"));
    EXPECT_FALSE(valid_id_number("110105194912310021"));
    EXPECT_FALSE(valid_id_number("11010519491231002"));
    EXPECT_FALSE(valid_id_number("11010519491231002X4"));
    EXPECT_FALSE(valid_id_number(""));
    EXPECT_FALSE(valid_id_number(number_of("99990119610229123")));  // no such day
    EXPECT_FALSE(valid_id_number("440524188001010014"));            // born before 1900
    EXPECT_FALSE(valid_id_number(number_of("99990121010101123")));
}

TEST(ValidIdNumber, FindsEveryWrongDigit) {
    rc::check([] {
        std::string number = any_number();
        RC_ASSERT(valid_id_number(number));
        const auto index = *rc::gen::inRange<std::size_t>(0, 17);
        const char digit = static_cast<char>('0' + *rc::gen::inRange(0, 10));
        RC_PRE(number[index] != digit);
        number[index] = digit;
        RC_ASSERT(!valid_id_number(number));
    });
}

TEST(PersonKey, IsTheFirst18Characters) {
    EXPECT_EQ(person_key("11010519491231002X"), "11010519491231002X");
    EXPECT_EQ(person_key("11010519491231002X43"), "11010519491231002X");
    EXPECT_EQ(person_key("11010519491231002X43B1"), "11010519491231002X");
    EXPECT_EQ(person_key("110105491231002"), "11010519491231002X");
    for (const char* text : {"", "1", "11010549123100", "11010549123100A", "11010519491231002",
                             "11010519491231002X4"}) {
        EXPECT_EQ(person_key(text), "") << text;
    }
}

TEST(IdFields, BirthAndSex) {
    EXPECT_EQ(id_birth("11010519491231002X"), make_date(1949, 12, 31));
    EXPECT_EQ(id_birth("110105491231002"), make_date(1949, 12, 31));
    EXPECT_EQ(id_birth("110105194902300021"), std::nullopt);
    EXPECT_EQ(id_birth("1101051949O2100021"), std::nullopt);
    EXPECT_EQ(id_birth("110105"), std::nullopt);
    EXPECT_EQ(id_sex("11010519491231002X"), Sex::kFemale);
    EXPECT_EQ(id_sex("11010519491231001X"), Sex::kMale);
    EXPECT_EQ(id_sex("110105491231003"), Sex::kMale);
    EXPECT_EQ(id_sex("1101051949123100?X"), std::nullopt);
    EXPECT_EQ(id_sex(""), std::nullopt);
}

TEST(IdFields, DisabilityKindAndGrade) {
    EXPECT_EQ(disability_kind("11010519491231002X43"), 4);
    EXPECT_EQ(disability_grade("11010519491231002X43"), 3);
    EXPECT_EQ(disability_grade("11010519491231002X43B1"), 3);
    EXPECT_EQ(disability_kind("11010519491231002X83"), std::nullopt);
    EXPECT_EQ(disability_kind("11010519491231002X03"), std::nullopt);
    EXPECT_EQ(disability_grade("11010519491231002X45"), std::nullopt);
    EXPECT_EQ(disability_kind("11010519491231002X"), std::nullopt);
}

TEST(PackPersonKey, FitsIn61BitsAndKeepsOrder) {
    EXPECT_EQ(pack_person_key("000000000000000000"), 0u);
    EXPECT_EQ(pack_person_key("00000000000000001X"), 21u);
    EXPECT_LT(*pack_person_key("99999999999999999X"), std::uint64_t{1} << 61);
    for (const char* text : {"", "1101051949123100", "11010519491231002A", "X1010519491231002X",
                             "11010519491231002X4"}) {
        EXPECT_EQ(pack_person_key(text), std::nullopt) << text;
    }
    rc::check([] {
        const std::string a = any_number(), b = any_number();
        RC_ASSERT((a <=> b) == (*pack_person_key(a) <=> *pack_person_key(b)));
    });
}

TEST(Repair, ReadsLookalikeLetters) {
    const auto repair = repair_id_number("11O10519491231002X");
    ASSERT_TRUE(repair);
    EXPECT_EQ(repair->number, "11010519491231002X");
    EXPECT_EQ(repair->how.en, "position 3: O -> 0");
    EXPECT_EQ(repair_id_number("lIO1OS1949I2310O2x")->number, "11010519491231002X");
    EXPECT_EQ(repair_id_number("1I010S19491231002X")->how.en,
              "position 2: I -> 1, position 6: S -> 5");
}

TEST(Repair, FindsOneUnknownCharacter) {
    const auto repair = repair_id_number("110?0519491231002X");
    ASSERT_TRUE(repair);
    EXPECT_EQ(repair->number, "11010519491231002X");
    EXPECT_EQ(repair->how.en, "position 4: ? -> 1");
    EXPECT_EQ(repair_id_number("11010519491231002×")->number, "11010519491231002X");
    EXPECT_EQ(repair_id_number("110105一9491231002X")->number, "11010519491231002X");
    EXPECT_FALSE(repair_id_number("110??519491231002X"));
}

TEST(Repair, AddsAMissingCheckCharacter) {
    const auto repair = repair_id_number("11010519491231002");
    ASSERT_TRUE(repair);
    EXPECT_EQ(repair->number, "11010519491231002X");
    EXPECT_EQ(repair->how.en, "position 18: added X");
    EXPECT_FALSE(repair_id_number("11010519491331002"));
}

TEST(Repair, UndoesATranspositionWhenThereIsOneOnly) {
    const auto repair = repair_id_number("999901179410069938");
    ASSERT_TRUE(repair);
    EXPECT_EQ(repair->number, "999901197410069938");
    EXPECT_EQ(repair->how.en, "positions 8 and 9: 79 -> 97");
    // The X may have changed places, or be a misread digit.
    EXPECT_FALSE(repair_id_number("1101051949123100X2"));
}

TEST(Repair, LeavesGoodAndHopelessNumbers) {
    EXPECT_FALSE(repair_id_number("11010519491231002X"));
    EXPECT_FALSE(repair_id_number(number_of(std::string(kBody))));
    for (const char* text : {"", "abc", "110105491231002", "11010519491231002X4",
                             "11O10519491231012X", "无", "\xFF\xFF"}) {
        EXPECT_FALSE(repair_id_number(text)) << text;
    }
}

TEST(Repair, OneUnknownCharacterIsAlwaysFound) {
    rc::check([] {
        const std::string number = any_number();
        std::string broken = number;
        broken[*rc::gen::inRange<std::size_t>(0, 18)] = '?';
        const auto repair = repair_id_number(broken);
        RC_ASSERT(repair.has_value());
        RC_ASSERT(repair->number == number);
    });
}

TEST(Repair, ATranspositionIsUndoneOrLeft) {
    rc::check([] {
        const std::string number = any_number();
        std::string broken = number;
        const auto index = *rc::gen::inRange<std::size_t>(0, 17);
        std::swap(broken[index], broken[index + 1]);
        RC_PRE(broken != number);
        const auto repair = repair_id_number(broken);
        if (repair) RC_ASSERT(repair->number == number);
    });
}

TEST(Repair, GivesValidNumbersOnlyForAnyText) {
    rc::check([](const std::string& text) {
        const auto repair = repair_id_number(text);
        if (repair) RC_ASSERT(valid_id_number(repair->number));
    });
}

}  // namespace
}  // namespace tz
