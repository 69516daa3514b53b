#include "sheet/xml_scan.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "base/utf8.h"
#include "sheet/clean_text.h"

namespace tz::sheet {
namespace {

constexpr std::size_t kChunk = std::size_t{64} << 10;
constexpr std::size_t kDepthMax = 256;
constexpr std::size_t kAttributesMax = 256;
constexpr std::size_t kNamesMax = std::size_t{64} << 10;  // bytes of the names of open elements

enum CharClass : unsigned char { kSpace = 1, kNameStart = 2, kName = 4, kValue = 8 };

constexpr std::array<unsigned char, 256> char_classes() {
    std::array<unsigned char, 256> classes{};
    for (const unsigned c : {0x20u, 0x09u, 0x0Au, 0x0Du}) classes[c] = kSpace;
    for (std::size_t c = 0; c < 256; ++c) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0x80;
        const bool other = (c >= '0' && c <= '9') || c == '-' || c == '.';
        if (letter || c == '_' || c == ':') classes[c] = kNameStart | kName;
        if (other) classes[c] = kName;
    }
    for (std::size_t c = 1; c < 256; ++c) {
        if (c != '"' && c != '\'' && c != '<') classes[c] |= kValue;
    }
    return classes;
}
constexpr auto kClasses = char_classes();

bool is(char c, CharClass wanted) {
    return (kClasses[static_cast<unsigned char>(c)] & wanted) != 0;
}

const char* skip(const char* p, CharClass what) {
    while (is(*p, what)) ++p;
    return p;
}

bool is_blank(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return is(c, kSpace); });
}

// Names are short: a loop beats a library call.
std::string_view local_name(std::string_view full) {
    for (std::size_t i = 0; i < full.size(); ++i) {
        if (full[i] == ':') return full.substr(i + 1);
    }
    return full;
}

bool same(std::string_view a, std::string_view b) {
    if (a.size() != b.size()) return false;
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (a[i] != b[i]) return false;
    }
    return true;
}

std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    return out;
}

std::string_view between(const char* begin, const char* end) {
    return {begin, static_cast<std::size_t>(end - begin)};
}

}  // namespace

XmlScanner::XmlScanner(Source source, std::size_t token_limit)
    : source_(std::move(source)),
      capacity_(std::max(token_limit, kChunk) + kChunk),
      data_(new char[capacity_ + 1]),
      names_(new char[kNamesMax]) {
    open_.reserve(kDepthMax);
    data_[0] = '\0';
}

XmlScanner::Token XmlScanner::fail(Fault fault) {
    if (fault_ == Fault::kNone) fault_ = fault;
    return Token::kFault;
}

// Moves what is unread to the front and reads on. A zero byte always stands behind the last one.
bool XmlScanner::more() {
    if (no_more_ || fault_ != Fault::kNone) return false;
    at_start_ = at_start_ && position_ == 0;
    std::memmove(data_.get(), data_.get() + position_, end_ - position_);
    end_ -= position_;
    checked_ -= position_;
    position_ = 0;
    if (end_ + kChunk > capacity_) {
        fail(Fault::kTooLong);
        return false;
    }
    const std::int64_t got = source_(data_.get() + end_, kChunk);
    if (got < 0) fail(Fault::kSource);
    no_more_ = got <= 0;
    end_ += got > 0 ? static_cast<std::size_t>(got) : 0;
    data_[end_] = '\0';
    return check_new_bytes(got == 0) && got > 0;
}

bool XmlScanner::check_new_bytes(bool last) {
    if (at_start_ && end_ >= 3) {
        at_start_ = false;
        if (std::memcmp(data_.get(), "\xEF\xBB\xBF", 3) == 0) position_ = checked_ = 3;
    }
    const std::string_view fresh(data_.get() + checked_, end_ - checked_);
    const std::size_t clean = clean_prefix(fresh, Controls::kRefused);
    checked_ += clean;
    if (clean == fresh.size() || (!last && is_cut_character(fresh.substr(clean)))) return true;
    fail(static_cast<unsigned char>(fresh[clean]) < 0x80 ? Fault::kMalformed : Fault::kEncoding);
    return false;
}

bool XmlScanner::starts_with(std::string_view text) {
    while (end_ - position_ < text.size()) {
        if (!more()) return false;
    }
    return std::string_view(data_.get() + position_, text.size()) == text;
}

// The first `mark` at or behind the unread byte number `from`; null at the end of the input.
const char* XmlScanner::find(std::string_view mark, std::size_t from) {
    for (;;) {
        const std::string_view unread(data_.get() + position_, end_ - position_);
        const std::size_t found = unread.find(mark, from);
        if (found != unread.npos) return unread.data() + found;
        from = std::max(from, unread.size() >= mark.size() ? unread.size() - mark.size() + 1 : 0);
        if (!more()) return nullptr;
    }
}

const char* XmlScanner::find_byte(char byte, std::size_t from) {
    for (;;) {
        const std::size_t size = end_ - position_;
        const char* begin = data_.get() + position_;
        if (from < size) {
            if (const void* found = std::memchr(begin + from, byte, size - from)) {
                return static_cast<const char*>(found);
            }
        }
        from = std::max(from, size);
        if (!more()) return nullptr;
    }
}

XmlScanner::Token XmlScanner::finish() {
    if (fault_ != Fault::kNone) return Token::kFault;
    if (!open_.empty() || !root_seen_) return fail(Fault::kCut);
    return Token::kDone;
}

XmlScanner::Token XmlScanner::next() {
    if (fault_ != Fault::kNone) return Token::kFault;
    if (pending_end_) {
        pending_end_ = false;
        pop();
        return Token::kEnd;
    }
    for (;;) {
        if (position_ == end_ && !more()) return finish();
        if (data_[position_] != '<') {
            bool deliver = false;
            const Token token = scan_text(deliver);
            if (deliver || token == Token::kFault) return token;
            continue;
        }
        const Token token = scan_markup();
        begun_ = true;
        if (token != Token::kDone) return token;
    }
}

XmlScanner::Token XmlScanner::scan_text(bool& deliver) {
    const char* stop = find_byte('<', 0);
    if (!stop && fault_ != Fault::kNone) return Token::kFault;
    const char* begin = data_.get() + position_;
    if (!stop) stop = data_.get() + end_;
    text_ = between(begin, stop);
    literal_ = false;
    begun_ = true;
    position_ += text_.size();
    deliver = !open_.empty();
    return deliver || is_blank(text_) ? Token::kText : fail(Fault::kMalformed);
}

// kDone: something that is not delivered was passed.
XmlScanner::Token XmlScanner::scan_markup() {
    if (position_ + 1 == end_ && !more()) return fail(Fault::kCut);
    const char second = data_[position_ + 1];
    if (second == '/') return scan_end();
    if (second != '?' && second != '!') return scan_start();
    if (second == '?') return skip_instruction() ? Token::kDone : fail(Fault::kMalformed);
    if (starts_with("<![CDATA[")) return scan_literal();
    if (starts_with("<!DOCTYPE")) return fail(Fault::kDoctype);
    if (!starts_with("<!--")) return fail(Fault::kMalformed);
    return skip_comment() ? Token::kDone : fail(Fault::kMalformed);
}

// <!-- ... -->, without another "--" inside.
bool XmlScanner::skip_comment() {
    const char* found = find("--", 4);
    if (!found) return false;
    position_ = static_cast<std::size_t>(found - data_.get()) + 2;
    return starts_with(">") && ++position_ > 0;
}

// <?xml version="1.0" encoding="UTF-8"?> at the very start, or another instruction anywhere.
bool XmlScanner::skip_instruction() {
    const char* found = find("?>", 2);
    if (!found) return false;
    const char* p = data_.get() + position_ + 2;
    const char* name = p;
    if (!is(*p, kNameStart)) return false;
    p = skip(p, kName);
    const std::string_view target = between(name, p);
    if (p != found && !is(*p, kSpace)) return false;
    const bool at_start = !begun_;
    position_ = static_cast<std::size_t>(found - data_.get()) + 2;
    if (target.size() != 3 || lower(target) != "xml") return true;
    return at_start && same(target, "xml") && check_declaration(p, found);
}

bool XmlScanner::check_declaration(const char* p, const char* end) {
    attributes_.clear();
    for (;;) {
        const char* gap = p;
        p = skip(p, kSpace);
        if (p == end) break;
        if (gap == p || parse_attribute(p) != Step::kOk) return false;
    }
    constexpr std::array<std::string_view, 3> kOrder = {"version", "encoding", "standalone"};
    std::size_t next_name = 0;
    for (const Attribute& each : attributes_) {
        while (next_name < kOrder.size() && kOrder[next_name] != each.name) ++next_name;
        if (next_name == kOrder.size()) return false;
    }
    const std::string_view alone = attribute("standalone");
    if (attributes_.empty() || !same(attribute("version"), "1.0")) return false;
    if (!alone.empty() && !same(alone, "yes") && !same(alone, "no")) return false;
    const std::string charset = lower(attribute("encoding"));
    if (charset.empty() || charset == "utf-8" || charset == "us-ascii") return true;
    fail(Fault::kEncoding);
    return false;
}

XmlScanner::Token XmlScanner::scan_literal() {
    const std::size_t opening = std::strlen("<![CDATA[");
    const char* stop = find("]]>", opening);
    if (!stop) return fail(Fault::kCut);
    text_ = between(data_.get() + position_ + opening, stop);
    literal_ = true;
    position_ = static_cast<std::size_t>(stop - data_.get()) + 3;
    return open_.empty() ? fail(Fault::kMalformed) : Token::kText;
}

XmlScanner::Token XmlScanner::scan_end() {
    const char* stop = find_byte('>', 2);
    if (!stop) return fail(Fault::kCut);
    if (open_.empty()) return fail(Fault::kMalformed);
    const std::string_view open = innermost();
    const std::string_view full = between(data_.get() + position_ + 2, stop);
    const bool closes = full.size() >= open.size() && same(full.substr(0, open.size()), open) &&
                        is_blank(full.substr(open.size()));
    if (!closes) return fail(Fault::kMalformed);
    position_ = static_cast<std::size_t>(stop - data_.get()) + 1;
    name_ = local_name(full.substr(0, open.size()));
    pop();
    return Token::kEnd;
}

XmlScanner::Token XmlScanner::scan_start() {
    for (;;) {
        const char* past = nullptr;
        const Step step = parse_start(past);
        if (step == Step::kBad) return fail(Fault::kMalformed);
        if (step == Step::kMore) {
            if (!more()) return fail(Fault::kCut);
            continue;
        }
        position_ = static_cast<std::size_t>(past - data_.get());
        return push() ? Token::kStart : Token::kFault;
    }
}

XmlScanner::Step XmlScanner::parse_start(const char*& past) {
    const auto bad_or_more = [](char c) { return c == '\0' ? Step::kMore : Step::kBad; };
    const char* p = data_.get() + position_ + 1;
    if (!is(*p, kNameStart)) return bad_or_more(*p);
    p = skip(p, kName);
    full_name_ = between(data_.get() + position_ + 1, p);
    attributes_.clear();
    for (;;) {
        const char* gap = p;
        p = skip(p, kSpace);
        pending_end_ = *p == '/';
        if (pending_end_) ++p;
        if (*p == '>') {
            past = p + 1;
            return Step::kOk;
        }
        if (pending_end_ || gap == p || !is(*p, kNameStart)) return bad_or_more(*p);
        if (const Step step = parse_attribute(p); step != Step::kOk) return step;
    }
}

XmlScanner::Step XmlScanner::parse_attribute(const char*& p) {
    const auto bad_or_more = [](char c) { return c == '\0' ? Step::kMore : Step::kBad; };
    const char* name = p;
    p = skip(p, kName);
    const std::string_view full = between(name, p);
    p = skip(p, kSpace);
    if (*p != '=') return bad_or_more(*p);
    p = skip(p + 1, kSpace);
    const char quote = *p;
    if (quote != '"' && quote != '\'') return bad_or_more(quote);
    const char* value = ++p;
    p = skip(p, kValue);
    while (*p != quote) {  // the other quote is a part of the value
        if (*p != '"' && *p != '\'') return bad_or_more(*p);
        p = skip(p + 1, kValue);
    }
    if (attributes_.size() == kAttributesMax) return Step::kBad;
    for (const Attribute& other : attributes_) {
        if (same(other.name, full)) return Step::kBad;
    }
    attributes_.push_back({full, between(value, p)});
    ++p;
    return Step::kOk;
}

bool XmlScanner::push() {
    const bool second_root = open_.empty() && root_seen_;
    const bool too_deep = open_.size() == kDepthMax || names_size_ + full_name_.size() > kNamesMax;
    if (second_root || too_deep) {
        fail(second_root ? Fault::kMalformed : Fault::kTooLong);
        return false;
    }
    root_seen_ = true;
    open_.push_back(names_size_);
    for (char c : full_name_) names_[names_size_++] = c;
    name_ = local_name(full_name_);
    return true;
}

void XmlScanner::pop() {
    names_size_ = open_.back();
    open_.pop_back();
}

std::string_view XmlScanner::innermost() const {
    return between(names_.get() + open_.back(), names_.get() + names_size_);
}

bool XmlScanner::take_leaf(std::string_view opening, std::string_view closing) {
    if (pending_end_ || open_.empty()) return false;
    const std::string_view unread(data_.get() + position_, end_ - position_);
    if (!unread.starts_with(opening)) return false;
    const void* found =
        std::memchr(unread.data() + opening.size(), '<', unread.size() - opening.size());
    if (!found) return false;
    const char* stop = static_cast<const char*>(found);
    const auto at = static_cast<std::size_t>(stop - unread.data());
    if (!unread.substr(at).starts_with(closing)) return false;
    const std::string_view end_tag = closing.substr(closing.rfind('<') + 2);
    if (!same(innermost(), end_tag.substr(0, end_tag.size() - 1))) return false;
    text_ = unread.substr(opening.size(), at - opening.size());
    literal_ = false;
    position_ += at + closing.size();
    pop();
    return true;
}

bool XmlScanner::skip_element() {
    const std::size_t outside = open_.size() - 1;
    for (;;) {
        const Token token = next();
        if (token == Token::kFault || token == Token::kDone) return false;
        if (token == Token::kEnd && open_.size() == outside) return true;
    }
}

bool XmlScanner::skip_content() {
    if (pending_end_) return true;
    const std::string mark = "</" + std::string(innermost());
    for (;;) {
        const char* unread = data_.get() + position_;
        const std::size_t size = end_ - position_;
        if (const void* found = memmem(unread, size, mark.data(), mark.size())) {
            position_ += static_cast<std::size_t>(static_cast<const char*>(found) - unread);
            return true;
        }
        position_ += size >= mark.size() ? size - mark.size() + 1 : 0;
        if (!more()) break;
    }
    fail(Fault::kCut);
    return false;
}

std::string_view XmlScanner::attribute(std::string_view full_name) const {
    for (const Attribute& each : attributes_) {
        if (same(each.name, full_name)) return each.value;
    }
    return {};
}

std::string_view XmlScanner::local_attribute(std::string_view name) const {
    for (const Attribute& each : attributes_) {
        if (same(local_name(each.name), name)) return each.value;
    }
    return {};
}

bool is_plain_xml(std::string_view raw) {
    return std::ranges::none_of(
        raw, [](char c) { return c == '&' || c == '\r' || c == '_' || c == ']'; });
}

namespace {

// The number behind "&#" or "&#x"; 0 when it is none.
char32_t reference_number(std::string_view digits) {
    const bool hex = !digits.empty() && digits[0] == 'x';
    if (hex) digits.remove_prefix(1);
    if (digits.empty() || digits.size() > 8) return 0;
    std::uint64_t value = 0;
    for (char c : digits) {
        const char lower = c >= 'A' && c <= 'F' ? static_cast<char>(c + 32) : c;
        const bool letter = hex && lower >= 'a' && lower <= 'f';
        if (!letter && !is_digit(c)) return 0;
        value = value * (hex ? 16 : 10) +
                static_cast<std::uint64_t>(letter ? lower - 'a' + 10 : c - '0');
    }
    const bool allowed = value >= 0x20 ? (value < 0xD800 || value > 0xDFFF) && value <= 0x10FFFF &&
                                             value != 0xFFFE && value != 0xFFFF
                                       : value == '\t' || value == '\n' || value == '\r';
    return allowed ? static_cast<char32_t>(value) : 0;
}

char32_t reference_value(std::string_view name) {
    struct Named {
        std::string_view name{};
        char32_t value = 0;
    };
    constexpr Named kNamed[] = {
        {"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}};
    for (const Named& each : kNamed) {
        if (each.name == name) return each.value;
    }
    return !name.empty() && name[0] == '#' ? reference_number(name.substr(1)) : 0;
}

}  // namespace

bool decode_xml(std::string_view raw, std::string& out) {
    if (is_plain_xml(raw)) {
        out.append(raw);
        return true;
    }
    if (raw.find("]]>") != raw.npos) return false;
    for (std::size_t i = 0; i < raw.size(); ++i) {
        const char c = raw[i];
        if (c == '\r') {
            if (i + 1 == raw.size() || raw[i + 1] != '\n') out.push_back('\n');
            continue;
        }
        if (c != '&') {
            out.push_back(c);
            continue;
        }
        const std::size_t stop = raw.find(';', i);
        if (stop == raw.npos || stop - i > 12) return false;
        const char32_t value = reference_value(raw.substr(i + 1, stop - i - 1));
        if (value == 0) return false;
        put_utf8(out, value);
        i = stop;
    }
    return true;
}

}  // namespace tz::sheet
