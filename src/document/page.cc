#include "document/page.h"

#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>

#include "document/html.h"
#include "document/page_files.h"

namespace tz::document {
namespace {

namespace json = boost::json;

json::array counties_json(const Page& page) {
    json::array out;
    for (std::size_t i = 0; i < page.counties.size(); ++i)
        out.push_back({{"name", page.counties[i].name}, {"index", i}});
    return out;
}

json::array townships_json(const Page& page) {
    json::array out;
    for (const PageTownship& t : page.townships)
        out.push_back({{"name", t.name},
                       {"county", t.county},
                       {"households", t.households},
                       {"open", t.open}});
    return out;
}

json::array villages_json(const Page& page) {
    json::array out;
    for (const PageVillage& v : page.villages)
        out.push_back({{"name", v.name},
                       {"township", v.township},
                       {"households", v.households},
                       {"open", v.open}});
    return out;
}

json::array rules_json(const Page& page) {
    json::array out;
    for (const PageRule& r : page.rules)
        out.push_back({{"clause", r.clause},
                       {"name", r.name},
                       {"problem", r.problem},
                       {"fails", r.fails},
                       {"unknown", r.unknown}});
    return out;
}

json::array owners_json(const Page& page) {
    json::array out;
    for (const PageOwner& o : page.owners) out.push_back({{"name", o.name}, {"open", o.open}});
    return out;
}

json::array missing_json(const Page& page) {
    json::array out;
    for (const PageMissing& m : page.missing)
        out.push_back({{"name", m.name}, {"collector", m.collector}, {"count", m.count}});
    return out;
}

json::array rows_json(const Page& page) {
    json::array out;
    for (const PageRow& r : page.rows)
        out.push_back({{"verdict", r.is_unknown ? 1 : 0},
                       {"rule", r.rule},
                       {"village", r.village},
                       {"owner", r.owner},
                       {"who", r.who},
                       {"number", r.number},
                       {"values", r.values},
                       {"due", r.due},
                       {"missing", json::array(r.missing.begin(), r.missing.end())}});
    return out;
}

json::array news_json(const Page& page) {
    json::array out;
    for (const PageNews& n : page.news)
        out.push_back({{"count", n.count}, {"why", n.why}, {"rule", n.rule}});
    return out;
}

json::object data_json(const Page& page) {
    return {{"title", page.title},
            {"about", page.about},
            {"foot", page.foot},
            {"as_of", page.as_of},
            {"news", news_json(page)},
            {"totals",
             {{"households", page.households},
              {"persons", page.persons},
              {"open", page.open},
              {"households_open", page.households_open},
              {"overdue", page.overdue},
              {"unknown", page.unknown}}},
            {"counties", counties_json(page)},
            {"townships", townships_json(page)},
            {"villages", villages_json(page)},
            {"rules", rules_json(page)},
            {"owners", owners_json(page)},
            {"missing", missing_json(page)},
            {"rows", rows_json(page)},
            {"rows_left_out", page.rows_left_out}};
}

// Inside a script element only "</" and "<!--" could end the data; < is the same JSON text.
std::string script_safe(std::string text) { return replace_all(std::move(text), "<", "\\u003c"); }

// Splits at the marks rather than replacing them, so that a mark inside the data stays text.
std::string fill(std::string_view form,
                 const std::vector<std::pair<std::string_view, std::string>>& parts) {
    std::string out;
    for (const auto& [mark, value] : parts) {
        const std::size_t at = form.find(mark);
        out.append(form.substr(0, at));
        out += value;
        form.remove_prefix(at + mark.size());
    }
    return out.append(form);
}

}  // namespace

std::string render_page(const Page& page) {
    return fill(kPageHtml, {{"@TITLE@", escape_html(page.title)},
                            {"@CSS@", std::string(kPageCss)},
                            {"@DATA@", script_safe(json::serialize(data_json(page)))},
                            {"@JS@", std::string(kPageJs)}});
}

}  // namespace tz::document
