// The page holds its data safely and needs no network.
#include "document/page.h"

#include <gtest/gtest.h>

namespace tz::document {
namespace {

Page small_page() {
    Page page;
    page.title = "核查 <结果>";
    page.counties.push_back({"衡东县"});
    page.townships.push_back({"吴集镇", 0, 10, 2});
    page.villages.push_back({"</script><b>村", 0, 10, 2});
    page.rules.push_back({"1_01_003", "校验", "证件号码校验错误", 2, 0});
    page.owners.push_back({"水利局", 2});
    page.rows.push_back({false, 0, 0, 0, "张三", "4304", "@CSS@", "2023-12-31", {}});
    return page;
}

TEST(Page, DataCanNotEndTheScript) {
    const std::string html = render_page(small_page());
    EXPECT_EQ(html.find("</script><b>村"), std::string::npos);
    EXPECT_NE(html.find("\\u003c/script>"), std::string::npos);
    EXPECT_NE(html.find("核查 &lt;结果&gt;"), std::string::npos);
}

TEST(Page, MarksInsideDataStayText) {
    EXPECT_NE(render_page(small_page()).find("\"values\":\"@CSS@\""), std::string::npos);
}

TEST(Page, NeedsNoNetwork) {
    const std::string html = render_page(small_page());
    for (const char* outside : {"http://", "https://", "src=", "@import", "url("})
        EXPECT_EQ(html.find(outside), std::string::npos) << outside;
}

}  // namespace
}  // namespace tz::document
