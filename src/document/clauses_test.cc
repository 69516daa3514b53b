// The page of clauses holds text safely and needs no network.
#include "document/clauses.h"

#include <gtest/gtest.h>

namespace tz::document {
namespace {

ClausePage small_page() {
    ClausePage page;
    page.title = "意见 <草案>";
    page.numbers = {{"句", "2"}};
    Clause clause;
    clause.address = "一#1";
    clause.text = "每年<b>2次";
    clause.state = ClauseState::kUncovered;
    clause.why = "没有任何声明指向这句";
    clause.also = {"dredging"};
    ClauseNote note;
    note.kind = "规则";
    note.name = "patrol";
    note.title = "巡查\"";
    note.text = {"要求:次数 >= 2"};
    note.tables.push_back({"用例", {"times", "应为"}, {{"2", "holds"}}});
    note.counts = VerdictCounts{7, 3, 1};
    clause.notes.push_back(note);
    page.clauses.push_back(clause);
    return page;
}

TEST(Clauses, TextStaysText) {
    const std::string html = render_clauses(small_page());
    EXPECT_EQ(html.find("<b>2次"), std::string::npos);
    EXPECT_NE(html.find("每年&lt;b&gt;2次"), std::string::npos);
    EXPECT_NE(html.find("意见 &lt;草案&gt;"), std::string::npos);
    EXPECT_NE(html.find("巡查&quot;"), std::string::npos);
}

TEST(Clauses, SaysWhatStandsBesideASentence) {
    const std::string html = render_clauses(small_page());
    EXPECT_NE(html.find("class=\"clause uncovered"), std::string::npos);
    EXPECT_NE(html.find("不符合 <b>3</b>"), std::string::npos);
    EXPECT_NE(html.find("<td>holds</td>"), std::string::npos);
    EXPECT_NE(html.find("href=\"#dredging\""), std::string::npos);
    EXPECT_NE(html.find("id=\"patrol\""), std::string::npos);
}

TEST(Clauses, NeedsNoNetwork) {
    const std::string html = render_clauses(small_page());
    for (const char* outside : {"http://", "https://", "src=", "@import", "url(", "<script"})
        EXPECT_EQ(html.find(outside), std::string::npos) << outside;
}

}  // namespace
}  // namespace tz::document
