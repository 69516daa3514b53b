#include <algorithm>
#include <map>

#include "base/utf8.h"
#include "policy/outline/countable.h"
#include "policy/outline/outline.h"
#include "policy/outline/repair.h"
#include "policy/syntax/report.h"

namespace tz::policy {
namespace {

using View = std::u32string_view;

constexpr std::size_t kHeadingLength = 40;

bool is_end(char32_t c) { return c == U'。' || c == U'!' || c == U'?' || c == U';'; }
bool is_closer(char32_t c) {
    return c == U'”' || c == U'’' || c == U'》' || c == U')' || is_end(c);
}

// A line that names what follows rather than saying something.
bool reads_as_heading(View folded) {
    if (folded.size() > kHeadingLength) return false;
    const bool has_end =
        std::ranges::any_of(folded, [](char32_t c) { return is_end(c) || c == U':'; });
    return !has_end && countable_part(to_utf8(folded)).empty();
}

// Position of the bracket that closes the one at `open`; the end of the text when none does.
std::size_t closing(View text, std::size_t open) {
    int depth = 0;
    for (std::size_t i = open; i < text.size(); ++i) {
        depth += text[i] == U'(' ? 1 : text[i] == U')' ? -1 : 0;
        if (depth == 0) return i;
    }
    return text.size();
}

struct Line {
    std::u32string text{};    // trimmed, as written
    std::u32string folded{};  // half-width, the same positions
    int number = 0;
};

std::vector<Line> lines_of(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    std::vector<Line> lines;
    int number = 0;
    for (const std::string_view line : split(text, '\n')) {
        ++number;
        const std::string_view content = trim(line);
        if (content.empty()) continue;
        lines.push_back({to_code_points(content), to_code_points(to_half_width(content)), number});
    }
    return lines;
}

// Headings make places only where no signs do: in a newspaper, not in a numbered document.
bool has_numbers(const std::vector<Line>& lines) {
    int ordinals = 0;
    for (const Line& line : lines) {
        const auto mark = line_mark(line.folded);
        if (!mark || mark->rank == Rank::kCircled) continue;
        if (mark->rank != Rank::kOrdinal) return true;
        ++ordinals;
    }
    return ordinals >= 2;
}

class Reader {
  public:
    Draft read(std::string_view text) {
        const std::vector<Line> lines = lines_of(text);
        is_numbered_ = has_numbers(lines);
        draft_.places.push_back({"0", -1, Rank::kHeading, 1, 0, false});
        for (const Line& line : lines) read_line(line);
        return std::move(draft_);
    }

  private:
    struct Step {
        std::size_t place = 0;
        Mark mark{};
    };

    std::size_t here() const { return path_.empty() ? 0 : path_.back().place; }
    Rank rank_here() const { return path_.empty() ? Rank::kHeading : path_.back().mark.rank; }

    void read_line(const Line& line) {
        line_ = &line;
        start_ = body_ = 0;
        is_first_ = false;
        if (!is_numbered_ && reads_as_heading(line.folded)) return heading_line();
        in_headings_ = false;
        std::size_t at = leading_marks();
        const std::vector<Step> own = path_;
        if (is_first_ && is_title_line(at)) {
            put(line.text.size(), Piece::kHeading);
        } else if (!is_first_ && is_stray_heading()) {
            put(line.text.size(), Piece::kHeading);
        } else {
            walk(at);
        }
        path_ = own;
        if (rank_here() == Rank::kNamed) path_.pop_back();
    }

    // In a numbered document lines without a sign are headings of nothing: letterheads, captions.
    bool is_stray_heading() const {
        const bool has_comma = line_->folded.find(U',') != View::npos;
        return reads_as_heading(line_->folded) && (path_.empty() || !has_comma);
    }

    bool is_title_line(std::size_t at) const {
        return rank_here() < Rank::kCircled && reads_as_heading(View(line_->folded).substr(at));
    }

    void heading_line() {
        if (!in_headings_ && has_text_) {
            ++headings_;
            path_.clear();
            enter({Rank::kHeading, headings_, U"§" + to_code_points(std::to_string(headings_)), 0});
        }
        in_headings_ = true;
        put(line_->text.size(), Piece::kHeading);
    }

    // Enters the places whose signs stand before the line's first word; answers where it begins.
    std::size_t leading_marks() {
        std::size_t at = 0;
        for (;;) {
            const View rest = View(line_->folded).substr(at);
            auto mark = at == 0 || rest.empty() ? line_mark(rest) : ordinal_at(rest);
            if (!mark && at == 0) mark = group_mark(rest);
            if (!mark) return at;
            enter(*mark);
            at = body_ = skip_spaces(at + mark->size);
        }
    }

    std::size_t skip_spaces(std::size_t at) const {
        while (at < line_->folded.size() && is_space(line_->folded[at])) ++at;
        return at;
    }

    // Cuts the rest of the line into sentences and the places of signs within it.
    void walk(std::size_t at) {
        if (std::ranges::count(line_->text, U'\t') >= 2) at = line_->text.size();
        while (at < line_->folded.size()) {
            if (const auto mark = inner_mark(at)) {
                put(at, Piece::kSentence);
                enter(*mark);
                at = body_ = skip_spaces(at + mark->size);
            } else {
                at = step_over(at);
            }
        }
        put(line_->text.size(), Piece::kSentence);
    }

    std::size_t step_over(std::size_t at) {
        const View text = line_->folded;
        if (text[at] == U'(') {
            const std::size_t close = closing(text, at);
            return close < text.size() ? close + 1 : at + 1;
        }
        if (!is_end(text[at++])) return at;
        while (at < text.size() && is_closer(text[at])) ++at;
        put(at, Piece::kSentence);
        return skip_spaces(at);
    }

    std::optional<Mark> inner_mark(std::size_t at) const {
        const View text = View(line_->folded);
        const bool begins =
            at == start_ || (at > 0 && (text[at - 1] == U':' || is_end(text[at - 1])));
        if (const Mark* group = group_here(); group && begins) {
            auto item = group_item_at(text.substr(at), *group);
            if (item && item->value == next_of(Rank::kOrdinal)) return item;
        }
        auto mark = ordinal_at(text.substr(at));
        if (!mark && begins) mark = sentence_mark_at(text.substr(at));
        if (!mark || !follows(*mark, begins, at)) return std::nullopt;
        return mark;
    }

    const Mark* group_here() const {
        for (const Step& step : path_)
            if (step.mark.rank == Rank::kNamed) return &step.mark;
        return nullptr;
    }

    // A sign begins a place where a sentence begins; within one (whose full stop was lost) only
    // when it is the next of its row.
    bool follows(const Mark& mark, bool begins, std::size_t at) const {
        const int next = next_of(mark.rank);
        if (begins && mark.rank >= Rank::kCircled) return mark.value == 1 || mark.value >= next;
        if (begins) return mark.value == next;
        const char32_t before = at > 0 ? line_->folded[at - 1] : 0;
        return mark.value > 1 && mark.value == next && View(U"第十之其").find(before) == View::npos;
    }

    int next_of(Rank rank) const {
        for (const Step& step : path_)
            if (step.mark.rank == rank) return step.mark.value + 1;
        const auto found = last_.find({here(), rank});
        return found == last_.end() ? 1 : found->second + 1;
    }

    // Climbs to where the sign belongs: beside the last of its kind, or, when it begins a row of
    // small signs, below the place that is open.
    void climb(const Mark& mark) {
        const auto same = std::ranges::find_if(
            path_, [&](const Step& step) { return step.mark.rank == mark.rank; });
        if (same != path_.end()) {
            path_.erase(same, path_.end());
        } else if (mark.value != 1 || mark.rank < Rank::kThird) {
            while (!path_.empty() && path_.back().mark.rank > mark.rank) path_.pop_back();
        }
    }

    void enter(const Mark& mark) {
        climb(mark);
        last_[{here(), mark.rank}] = mark.value;
        const std::size_t parent = here();
        Place place;
        place.address = free_address(mark);
        place.parent = static_cast<int>(parent);
        place.rank = mark.rank;
        place.line = line_->number;
        path_.push_back({draft_.places.size(), mark});
        draft_.places.push_back(std::move(place));
        draft_.values.resize(draft_.places.size());
        draft_.values.back() = mark.value;
        is_first_ = true;
    }

    std::string free_address(const Mark& mark) const {
        const std::string base = path_.empty() ? "" : draft_.places[here()].address;
        const std::string address = base + separator(mark.rank) + to_utf8(mark.label);
        const auto taken = [&](const std::string& name) {
            return std::ranges::find(draft_.places, name, &Place::address) != draft_.places.end();
        };
        if (!taken(address)) return address;
        int copy = 2;
        while (taken(fmt::format("{}~{}", address, copy))) ++copy;
        return fmt::format("{}~{}", address, copy);
    }

    // Between signs that would run together: 三(二)第一阶段/1, 三(三)2/五.
    std::string separator(Rank rank) const {
        if (path_.empty()) return "";
        const Rank above = rank_here();
        const bool after_word = above != Rank::kFirst && above != Rank::kSecond;
        if (rank == Rank::kOrdinal || rank == Rank::kFirst) return "/";
        return rank == Rank::kThird && after_word ? "/" : "";
    }

    std::string words(std::size_t first, std::size_t end) const {
        return std::string(trim(to_utf8(View(line_->text).substr(first, end - first))));
    }

    void put(std::size_t end, Piece::Kind kind) {
        const std::string text = words(start_, end), body = words(std::max(start_, body_), end);
        const bool is_first = is_first_;
        start_ = skip_spaces(end);
        if (text.empty()) return;
        if (kind == Piece::kSentence) has_text_ = true;
        draft_.pieces.push_back({here(), line_->number, text, body, kind, is_first});
        is_first_ = false;
    }

    Draft draft_{};
    bool is_numbered_ = false;
    bool has_text_ = false;     // a sentence was read
    bool in_headings_ = false;  // the line before was one, too
    int headings_ = 0;
    std::vector<Step> path_{};
    std::map<std::pair<std::size_t, Rank>, int> last_{};  // of a row of signs below a place
    const Line* line_ = nullptr;
    std::size_t start_ = 0;  // of the sentence being read
    std::size_t body_ = 0;   // behind the sign last read
    bool is_first_ = false;  // it is the first one behind a sign
};

}  // namespace

Outline read_outline(std::string_view text) { return finish(Reader().read(text)); }

}  // namespace tz::policy
