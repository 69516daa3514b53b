// The scanner against a general parser: whatever expat accepts reads the same here, whatever is
// delivered here expat accepts, and where the buffer ends makes no difference.
#include "sheet/xml_scan.h"

#include <expat.h>
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <cstring>

namespace tz::sheet {
namespace {

using Token = XmlScanner::Token;
using Fault = XmlScanner::Fault;

struct Reading {
    bool whole = false;
    std::string events{};  // "<name a=v>text</name>", texts joined and decoded
    bool operator==(const Reading&) const = default;
};

std::string local(std::string_view name) {
    const std::size_t colon = name.find(':');
    return std::string(colon == name.npos ? name : name.substr(colon + 1));
}

XmlScanner::Source source_of(const std::string& text, std::size_t step, std::size_t& at) {
    return [&text, step, &at](char* into, std::size_t size) -> std::int64_t {
        const std::size_t n = std::min({step, size, text.size() - at});
        std::memcpy(into, text.data() + at, n);
        at += n;
        return static_cast<std::int64_t>(n);
    };
}

Reading read_ours(const std::string& text, std::size_t step) {
    std::size_t at = 0;
    XmlScanner xml(source_of(text, step, at));
    Reading reading;
    for (;;) {
        switch (xml.next()) {
            case Token::kStart:
                reading.events += "<" + std::string(xml.name()) + ">";
                for (const auto& each : xml.attributes()) {
                    std::string value;
                    if (!decode_xml(each.value, value)) return reading;
                    reading.events += fmt::format("{}={} ", each.name, value);
                }
                break;
            case Token::kEnd:
                reading.events += "</" + std::string(xml.name()) + ">";
                break;
            case Token::kText:
                if (xml.is_literal()) reading.events += xml.text();
                if (!xml.is_literal() && !decode_xml(xml.text(), reading.events)) return reading;
                break;
            case Token::kDone:
                reading.whole = true;
                return reading;
            case Token::kFault:
                return reading;
        }
    }
}

Reading read_expat(const std::string& text) {
    Reading reading;
    XML_Parser parser = XML_ParserCreate(nullptr);
    XML_SetUserData(parser, &reading);
    XML_SetElementHandler(
        parser,
        [](void* self, const XML_Char* name, const XML_Char** attributes) {
            auto& out = static_cast<Reading*>(self)->events;
            out += "<" + local(name) + ">";
            for (; *attributes; attributes += 2) {
                out += fmt::format("{}={} ", attributes[0], attributes[1]);
            }
        },
        [](void* self, const XML_Char* name) {
            static_cast<Reading*>(self)->events += "</" + local(name) + ">";
        });
    XML_SetCharacterDataHandler(parser, [](void* self, const XML_Char* piece, int size) {
        static_cast<Reading*>(self)->events.append(piece, static_cast<std::size_t>(size));
    });
    reading.whole =
        XML_Parse(parser, text.data(), static_cast<int>(text.size()), 1) == XML_STATUS_OK;
    XML_ParserFree(parser);
    return reading;
}

// A document of pieces that fit, mostly.
rc::Gen<std::string> any_document() {
    const auto piece = rc::gen::element<std::string>(
        "<c>", "</c>", "<v>", "</v>", "<a:b r=\"1\" s='x\"y'>", "</a:b>", "<e/>",
        "<e t = \"&amp;\" />", "中文", "a &lt; b", "&#20013;&#x4E2D;", "&quot;&apos;&gt;",
        "<!-- note -->", "<![CDATA[<x>&]]>", "<?pi x?>", " \n\t", "]", "_x000D_", "𠮷");
    return rc::gen::map(
        rc::gen::container<std::vector<std::string>>(piece),
        [](const std::vector<std::string>& pieces) {
            std::string text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><r>";
            std::vector<std::string> open;
            for (const std::string& each : pieces) {
                const bool ends = each.starts_with("</");
                if (ends && (open.empty() || open.back() != each)) continue;
                if (ends) open.pop_back();
                if (!ends && each[0] == '<' && each[1] != '!' && each[1] != '?' &&
                    each[each.size() - 2] != '/') {
                    open.push_back("</" + each.substr(1, each.find_first_of(" >") - 1) + ">");
                }
                text += each;
            }
            for (; !open.empty(); open.pop_back()) text += open.back();
            return text + "</r>";
        });
}

TEST(XmlScan, ReadsAsExpatDoes) {
    EXPECT_TRUE(rc::check([] {
        const std::string text = *any_document();
        const Reading ours = read_ours(text, *rc::gen::inRange<std::size_t>(1, 40));
        RC_ASSERT(ours == read_expat(text));
        RC_ASSERT(ours.whole);
    }));
}

// One byte changed: what is not accepted by expat is not accepted here.
TEST(XmlScan, RefusesWhatExpatRefuses) {
    int refused = 0;
    EXPECT_TRUE(rc::check([&refused] {
        std::string text = *any_document();
        const auto at = *rc::gen::inRange<std::size_t>(0, text.size());
        text[at] = *rc::gen::element('<', '>', '"', '&', '/', '=', ' ', 'x', ';', '!', '\x01',
                                     '\xFF', ':');
        const Reading ours = read_ours(text, 17);
        const Reading theirs = read_expat(text);
        refused += theirs.whole ? 0 : 1;
        if (ours.whole) RC_ASSERT(theirs.whole);
        if (ours.whole) RC_ASSERT(ours.events == theirs.events);
    }));
    EXPECT_GT(refused, 10);
}

Fault fault_of(const std::string& text, std::size_t token_limit = XmlScanner::kTokenLimit) {
    std::size_t at = 0;
    XmlScanner xml(source_of(text, 1000, at), token_limit);
    for (;;) {
        const Token token = xml.next();
        if (token == Token::kDone || token == Token::kFault) return xml.fault();
    }
}

TEST(XmlScan, Faults) {
    const std::pair<std::string, Fault> cases[] = {
        {"<a/>", Fault::kNone},
        {"\xEF\xBB\xBF<a/>", Fault::kNone},
        {"", Fault::kCut},
        {"<a>", Fault::kCut},
        {"<a", Fault::kCut},
        {"<a x=\"1", Fault::kCut},
        {"<a></a", Fault::kCut},
        {"<a><![CDATA[x", Fault::kCut},
        {"<a></b>", Fault::kMalformed},
        {"<a></a >", Fault::kNone},
        {"<a/><b/>", Fault::kMalformed},
        {"<a/>x", Fault::kMalformed},
        {"x<a/>", Fault::kMalformed},
        {"<a x='1' x='2'/>", Fault::kMalformed},
        {"<a x='1'y='2'/>", Fault::kMalformed},
        {"<a x='<'/>", Fault::kMalformed},
        {"<a x=1/>", Fault::kMalformed},
        {"<a>\x01</a>", Fault::kMalformed},
        {std::string("<a>\0</a>", 8), Fault::kMalformed},
        {"<a>\xC3</a>", Fault::kEncoding},
        {"<?xml version='1.0' encoding='GBK'?><a/>", Fault::kEncoding},
        {"<!DOCTYPE a><a/>", Fault::kDoctype},
        {"<!ELEMENT a><a/>", Fault::kMalformed},
        {std::string(257 * 3, ' ').replace(0, 0, ""), Fault::kCut},
    };
    for (const auto& [text, expected] : cases) EXPECT_EQ(fault_of(text), expected) << text;
    std::string deep;
    for (int i = 0; i < 257; ++i) deep += "<a>";
    EXPECT_EQ(fault_of(deep), Fault::kTooLong);
    EXPECT_EQ(fault_of("<a>" + std::string(300'000, 'x') + "</a>", 100'000), Fault::kTooLong);
    EXPECT_EQ(fault_of("<a>" + std::string(300'000, 'x') + "</a>"), Fault::kNone);
}

// The short cut takes exactly what the tokens would say.
TEST(XmlScan, LeavesAreTakenOnlyWhole) {
    const std::pair<std::string, bool> cases[] = {
        {"<c><v>1</v></c>", true},   {"<c><v></v></c>", true},    {"<c><v/></c>", false},
        {"<c> <v>1</v></c>", false}, {"<c><v>1</v> </c>", false}, {"<c/>", false},
        {"<c><v>1</c></v>", false},
    };
    for (const auto& [text, taken] : cases) {
        std::size_t at = 0;
        const std::string whole = "<r>" + text + "<z/></r>";
        XmlScanner xml(source_of(whole, 1000, at));
        xml.next();
        ASSERT_EQ(xml.next(), Token::kStart);
        EXPECT_EQ(xml.take_leaf("<v>", "</v></c>"), taken) << text;
        if (!taken) continue;
        EXPECT_EQ(xml.text(), text == cases[0].first ? "1" : "");
        EXPECT_EQ(xml.next(), Token::kStart);
        EXPECT_EQ(xml.name(), "z");
    }
    std::size_t at = 0;
    const std::string other = "<x:c><v>1</v></c></x:c>";
    XmlScanner xml(source_of(other, 1000, at));
    xml.next();
    EXPECT_FALSE(xml.take_leaf("<v>", "</v></c>"));
}

}  // namespace
}  // namespace tz::sheet
