// A pull scanner for the XML of office files: UTF-8, no DTD, every tag balanced, bounded memory.
// It does what a general parser does for these files at several times the speed, because nothing is
// copied: names, attributes and texts are views into the buffer, valid until the next call. It
// refuses a DOCTYPE, so entity bombs can't be written. One thread at a time.
#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace tz::sheet {

class XmlScanner {
  public:
    enum class Token : std::uint8_t { kStart, kEnd, kText, kDone, kFault };
    enum class Fault : std::uint8_t {
        kNone,
        kMalformed,
        kDoctype,   // <!DOCTYPE: refused
        kEncoding,  // not UTF-8
        kTooLong,   // a tag or text larger than the token limit, or elements nested too deep
        kCut,       // ends inside an element
        kSource,    // the source failed
    };
    // Puts up to `size` bytes at `into`; answers how many, 0 at the end, -1 when it failed.
    using Source = std::function<std::int64_t(char* into, std::size_t size)>;

    static constexpr std::size_t kTokenLimit = std::size_t{1} << 20;

    explicit XmlScanner(Source source, std::size_t token_limit = kTokenLimit);

    // An empty element gives kStart and then kEnd. After kDone or kFault it stays there.
    Token next();
    // Behind kStart: goes behind the end of that element. False at a fault.
    bool skip_element();

    // Behind kStart: goes in front of the first end tag of that name, at the speed of a search;
    // what is passed is not looked at. For elements that can't stand inside themselves.
    bool skip_content();
    // Behind kStart, a short cut past several tokens: when the rest of the element is exactly
    // `opening`, a text, `closing` (which ends with the element's own end tag, as in "<v>" and
    // "</v></c>"), goes behind it and has the text. False: nothing was read.
    bool take_leaf(std::string_view opening, std::string_view closing);

    Fault fault() const { return fault_; }
    // Of the element just started or ended, without its prefix.
    std::string_view name() const { return name_; }
    std::size_t depth() const { return open_.size(); }  // elements open now
    // Raw text (see decode_xml). CDATA sections come as texts of their own and are literal.
    std::string_view text() const { return text_; }
    bool is_literal() const { return literal_; }
    // Raw value of an attribute by its full name, by its name without prefix; empty when not there.
    struct Attribute {
        std::string_view name{};
        std::string_view value{};
    };
    const std::vector<Attribute>& attributes() const { return attributes_; }
    std::string_view attribute(std::string_view full_name) const;
    std::string_view local_attribute(std::string_view name) const;

  private:
    enum class Step : std::uint8_t { kOk, kMore, kBad };

    Token fail(Fault fault);
    bool more();
    bool check_new_bytes(bool last);
    const char* find(std::string_view mark, std::size_t from);
    const char* find_byte(char byte, std::size_t from);
    Token finish();
    Token scan_markup();
    Token scan_start();
    Token scan_end();
    Token scan_text(bool& deliver);
    Token scan_literal();
    bool skip_comment();
    bool skip_instruction();
    bool check_declaration(const char* p, const char* end);
    Step parse_start(const char*& past);
    Step parse_attribute(const char*& p);
    bool push();
    void pop();
    std::string_view innermost() const;
    bool starts_with(std::string_view text);

    Source source_;
    std::size_t capacity_;
    std::unique_ptr<char[]> data_;
    std::size_t position_ = 0;
    std::size_t end_ = 0;
    std::size_t checked_ = 0;  // bytes up to here are clean UTF-8
    bool at_start_ = true;     // a byte order mark may still come
    bool begun_ = false;       // something was read, so no declaration may come
    bool no_more_ = false;
    bool pending_end_ = false;
    bool literal_ = false;
    bool root_seen_ = false;
    Fault fault_ = Fault::kNone;
    std::string_view full_name_{};
    std::string_view name_{};
    std::string_view text_{};
    std::vector<Attribute> attributes_{};
    std::unique_ptr<char[]> names_;  // full names of the open elements, end to end
    std::size_t names_size_ = 0;
    std::vector<std::size_t> open_{};  // where each begins in names_
};

// Whether a raw text stands for itself: no references, no carriage returns, no escapes.
bool is_plain_xml(std::string_view raw);
// Appends a raw text with its references (&amp; &#20013; &#x4E2D;) resolved and line ends made \n.
// False when a reference is none of those.
bool decode_xml(std::string_view raw, std::string& out);

}  // namespace tz::sheet
