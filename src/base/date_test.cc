#include "base/date.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace tz {
namespace {

Date day(int year, int month, int day_of_month) { return *make_date(year, month, day_of_month); }

TEST(MakeDate, CountsFromTheEpoch) {
    EXPECT_EQ(day(1970, 1, 1).days, 0);
    EXPECT_EQ(day(1969, 12, 31).days, -1);
    EXPECT_EQ(day(2000, 3, 1).days, 11017);
    EXPECT_EQ(day(1, 1, 1).days, -719162);
}

TEST(MakeDate, KnowsWhichDaysThereAre) {
    EXPECT_TRUE(make_date(2024, 2, 29));
    EXPECT_TRUE(make_date(2000, 2, 29));
    for (auto [y, m, d] : {CivilDate{2023, 2, 29},
                           {1900, 2, 29},
                           {2023, 4, 31},
                           {2023, 13, 1},
                           {2023, 0, 1},
                           {2023, 1, 0},
                           {2023, 1, 32},
                           {0, 1, 1},
                           {10000, 1, 1},
                           {2023, -1, 1},
                           {2023, 1, -1}}) {
        EXPECT_FALSE(make_date(y, m, d)) << y << "-" << m << "-" << d;
    }
}

TEST(Civil, IsTheInverseForEveryDay) {
    Date expected = day(1, 1, 1);
    for (int year = 1; year <= 2400; ++year) {
        for (int month = 1; month <= 12; ++month) {
            for (int d = 1; make_date(year, month, d); ++d, ++expected.days) {
                ASSERT_EQ(day(year, month, d), expected);
                const CivilDate parts = civil(expected);
                ASSERT_TRUE(parts.year == year && parts.month == month && parts.day == d);
            }
        }
    }
}

TEST(Months, ComeFromDatesAndGiveTheirFirstDay) {
    EXPECT_EQ(month_of(day(2023, 12, 31)), make_month(2023, 12));
    EXPECT_EQ(first_day(make_month(2024, 2)), day(2024, 2, 1));
    EXPECT_EQ(make_month(2023, 12).months + 1, make_month(2024, 1).months);
    EXPECT_EQ(to_string(Month{make_month(2023, 12).months + 2}), "2024-02");
}

TEST(Age, CountsWholeYears) {
    EXPECT_EQ(age_on(day(1960, 5, 10), day(2020, 5, 9)), 59);
    EXPECT_EQ(age_on(day(1960, 5, 10), day(2020, 5, 10)), 60);
    EXPECT_EQ(age_on(day(2020, 1, 1), day(2020, 1, 1)), 0);
}

TEST(Age, LeapDayBirthdaysCountFromTheFirstOfMarch) {
    EXPECT_EQ(age_on(day(2000, 2, 29), day(2023, 2, 28)), 22);
    EXPECT_EQ(age_on(day(2000, 2, 29), day(2023, 3, 1)), 23);
    EXPECT_EQ(age_on(day(2000, 2, 29), day(2024, 2, 29)), 24);
}

TEST(ParseDate, TakesTheFormsOfOffices) {
    for (const char* text :
         {"20231218", "2023-12-18", "2023/12/18", "2023.12.18", "2023年12月18日", "2023年12月18号",
          "2023年12月18", " 2023-12-18\u3000", "２０２３－１２－１８", "２０２３年１２月１８日",
          "2023 年 12 月 18 日", "2023- 12 - 18", "45278"}) {
        EXPECT_EQ(parse_date(text), day(2023, 12, 18)) << text;
    }
    for (const char* text : {"2023/1/5", "2023.1.5", "2023-01-05", "2023年1月5日", "2023-1-05"}) {
        EXPECT_EQ(parse_date(text), day(2023, 1, 5)) << text;
    }
}

TEST(ParseDate, IgnoresATimeBehind) {
    for (const char* text :
         {"2023-12-18 00:00:00", "2023/12/18 0:00", "2023-12-18T08:30:00Z", "20231218 08:30",
          "2023-12-18T23:59:59.123+08:00", "2023年12月18日 8:05", "2023年12月18日8:05",
          "2023年12月18 8:05", "2023.12.18  24:00", "2023-12-18\u00A008:00",
          "2023－12－18　０：００"}) {
        EXPECT_EQ(parse_date(text), day(2023, 12, 18)) << text;
    }
}

TEST(ParseDate, RefusesOtherText) {
    for (const char* text : {"",
                             " ",
                             "202312",
                             "2023-12",
                             "2023-02-29",
                             "20230229",
                             "2023/13/1",
                             "2023/0/1",
                             "2023-12-32",
                             "23-12-18",
                             "2023-12/18",
                             "2023年12-18",
                             "2023-12-18x",
                             "2023-12-1800:00",
                             "2023-12-18 25:00",
                             "2023-12-18 8",
                             "2023-12-18 8:60",
                             "2023-12-18 08:30+8",
                             "2023-12-188",
                             "2023--18",
                             "-2023-12-18",
                             "20231218a",
                             "2023121",
                             "202312188",
                             "9999",
                             "4527",
                             "452780",
                             "09999",
                             "45278.5",
                             "未知",
                             "2023 12 18",
                             "12/18/2023",
                             "0000-01-01",
                             "2023年12月",
                             "2023-12-18日",
                             "长期"}) {
        EXPECT_EQ(parse_date(text), std::nullopt) << text;
    }
}

TEST(ParseDate, TakesExcelSerialsOfFiveDigits) {
    EXPECT_EQ(parse_date("10000"), day(1927, 5, 18));
    EXPECT_EQ(parse_date("25569"), day(1970, 1, 1));
    EXPECT_EQ(parse_date("36526"), day(2000, 1, 1));
    EXPECT_EQ(parse_date("99999"), day(2173, 10, 13));
    EXPECT_EQ(parse_date("45278 08:00"), std::nullopt);
}

TEST(ParseDate, ReadsWhatToStringWrites) {
    rc::check([] {
        const Date date{*rc::gen::inRange(day(1, 1, 1).days, day(9999, 12, 31).days + 1)};
        RC_ASSERT(parse_date(to_string(date)) == date);
        RC_ASSERT(parse_month(to_string(date)) == month_of(date));
        RC_ASSERT(parse_month(to_string(month_of(date))) == month_of(date));
    });
}

TEST(ParseDate, StandsAnyBytes) {
    rc::check([] {
        const auto piece = rc::gen::element<std::string>("2023", "12", "1", "-", "/", ".", "年",
                                                         "月", "日", " ", ":", "T", "\xE5", "\xFF");
        std::string text;
        for (const auto& part : *rc::gen::container<std::vector<std::string>>(piece)) text += part;
        if (const auto date = parse_date(text)) RC_ASSERT(parse_date(to_string(*date)) == date);
        parse_month(text);
    });
}

TEST(ParseMonth, TakesMonthsAndDates) {
    for (const char* text :
         {"202305", "2023-05", "2023-5", "2023/5", "2023.05", "2023.5", "2023年05月", "2023年5月",
          "2023年5月份", "2023 年 5 月", "２０２３年５月", "20230518", "2023-05-18", "2023年5月1日",
          "2023-05-18 00:00:00", "45047"}) {
        EXPECT_EQ(parse_month(text), make_month(2023, 5)) << text;
    }
}

TEST(ParseMonth, RefusesOtherText) {
    for (const char* text :
         {"", "202313", "202300", "2023", "2023-13", "2023-0", "2023-", "5月", "2023年5", "2023-5-",
          "2023/5月", "2023-005", "2023-02-30", "000005"}) {
        EXPECT_EQ(parse_month(text), std::nullopt) << text;
    }
}

TEST(Weekday, MondayIsOne) {
    EXPECT_EQ(weekday(day(1970, 1, 1)), 4);
    EXPECT_EQ(weekday(day(2020, 2, 29)), 6);
    EXPECT_EQ(weekday(day(1969, 12, 28)), 7);
    EXPECT_EQ(weekday(day(1, 1, 1)), 1);
}

TEST(AddMonths, StopsAtTheEndOfShortMonths) {
    EXPECT_EQ(add_months(day(2020, 1, 31), 1), day(2020, 2, 29));
    EXPECT_EQ(add_months(day(2019, 1, 31), 1), day(2019, 2, 28));
    EXPECT_EQ(add_months(day(2020, 2, 29), 12), day(2021, 2, 28));
    EXPECT_EQ(add_months(day(2020, 1, 15), -2), day(2019, 11, 15));
}

TEST(Periods, BeginAndEnd) {
    const Date today = day(2020, 8, 31);
    EXPECT_EQ(period_start(Period::kMonth, today), day(2020, 8, 1));
    EXPECT_EQ(period_end(Period::kMonth, today), day(2020, 8, 31));
    EXPECT_EQ(period_start(Period::kQuarter, today), day(2020, 7, 1));
    EXPECT_EQ(period_end(Period::kQuarter, today), day(2020, 9, 30));
    EXPECT_EQ(period_start(Period::kYear, today), day(2020, 1, 1));
    EXPECT_EQ(period_end(Period::kYear, today), day(2020, 12, 31));
    EXPECT_EQ(period_start(Period::kSchoolYear, today), day(2019, 9, 1));
    EXPECT_EQ(period_end(Period::kSchoolYear, today), day(2020, 8, 31));
    EXPECT_EQ(period_start(Period::kSchoolYear, day(2020, 9, 1)), day(2020, 9, 1));
}

TEST(DateToString, PadsWithZeros) {
    EXPECT_EQ(to_string(day(2023, 1, 5)), "2023-01-05");
    EXPECT_EQ(to_string(day(33, 12, 31)), "0033-12-31");
    EXPECT_EQ(to_string(make_month(2023, 1)), "2023-01");
}

}  // namespace
}  // namespace tz
