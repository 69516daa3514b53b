// One self-contained page (no server, no network) that shows a check run: townships by open
// problems, rules, departments, villages, what is unknown, each number with its list. Plain values
// in, HTML text out.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

namespace tz::document {

struct PageCounty {
    std::string name{};
};
struct PageTownship {
    std::string name{};
    std::size_t county = 0;
    std::int64_t households = 0;
    std::int64_t open = 0;
};
struct PageVillage {
    std::string name{};
    std::size_t township = 0;
    std::int64_t households = 0;
    std::int64_t open = 0;
};
struct PageRule {
    std::string clause{};   // its address
    std::string name{};     // its title
    std::string problem{};  // what a failure is called
    std::int64_t fails = 0;
    std::int64_t unknown = 0;
};
struct PageOwner {
    std::string name{};
    std::int64_t open = 0;
};
struct PageMissing {
    std::string name{};       // of the field or parameter
    std::string collector{};  // who must find out
    std::int64_t count = 0;
};
struct PageRow {
    bool is_unknown = false;
    std::size_t rule = 0;
    std::size_t village = 0;
    std::size_t owner = 0;
    std::string who{};     // head or person
    std::string number{};  // household number
    std::string values{};
    std::string due{};  // ISO date or empty
    std::vector<std::size_t> missing{};
};
// Problems that were not there at the check before, and why they are now.
struct PageNews {
    std::int64_t count = 0;
    std::string why{};
    std::string rule{};  // its title
};
struct Page {
    std::string title{};
    std::string about{};  // dates and packs
    std::string foot{};
    std::string as_of{};  // ISO date
    std::vector<PageNews> news{};
    std::int64_t households = 0;
    std::int64_t persons = 0;
    std::int64_t open = 0;
    std::int64_t households_open = 0;
    std::int64_t overdue = 0;
    std::int64_t unknown = 0;
    std::vector<PageCounty> counties{};
    std::vector<PageTownship> townships{};
    std::vector<PageVillage> villages{};
    std::vector<PageRule> rules{};
    std::vector<PageOwner> owners{};
    std::vector<PageMissing> missing{};
    std::vector<PageRow> rows{};
    std::int64_t rows_left_out = 0;  // findings beyond those in `rows`
};

std::string render_page(const Page& page);

}  // namespace tz::document
