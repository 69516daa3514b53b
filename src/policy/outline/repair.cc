#include "policy/outline/repair.h"

#include <algorithm>
#include <map>

#include "policy/outline/countable.h"
#include "policy/syntax/report.h"

namespace tz::policy {
namespace {

constexpr std::size_t kTitleLength = 40;
constexpr std::size_t kTitleWithComma = 24;
constexpr std::size_t kLostTitleLength = 12;

std::u32string folded(const Piece& piece) { return to_code_points(to_half_width(piece.body)); }

bool ends_plainly(const std::u32string& text) { return !text.empty() && text.back() == U'。'; }

bool has_comma(const std::u32string& text) {
    return text.find_first_of(U",;:") != std::u32string::npos;
}

// "教育扶贫。": names what follows and asks for nothing that could be counted.
bool is_title(const Piece& piece, std::size_t longest) {
    const std::u32string text = folded(piece);
    return ends_plainly(text) && text.size() <= longest + 1 &&
           (!has_comma(text) || text.size() <= std::min(longest, kTitleWithComma) + 1) &&
           countable_part(piece.body).empty();
}

class Repair {
  public:
    explicit Repair(Draft draft) : draft_(std::move(draft)) {}

    Outline run() {
        mend_rows();
        for (Piece& piece : draft_.pieces)
            if (piece.is_first && piece.kind == Piece::kSentence && is_title(piece, kTitleLength) &&
                (count_in(piece.place) > 1 || has_children(piece.place)))
                piece.kind = Piece::kHeading;
        keep_lone_headings();
        return numbered();
    }

  private:
    std::ptrdiff_t count_in(std::size_t place) const {
        return std::ranges::count(draft_.pieces, place, &Piece::place);
    }
    bool has_children(std::size_t place) const {
        return std::ranges::count(draft_.places, static_cast<int>(place), &Place::parent) > 0;
    }

    // Rows of signs with a hole: 三是 … 五是.
    void mend_rows() {
        std::map<std::pair<int, Rank>, std::size_t> last;
        const std::size_t count = draft_.places.size();
        for (std::size_t i = 1; i < count; ++i) {
            const auto key = std::pair(draft_.places[i].parent, draft_.places[i].rank);
            const auto before = last.find(key);
            const int first = before == last.end() ? 1 : draft_.values[before->second] + 1;
            std::size_t open = before == last.end() ? 0 : before->second;
            for (int lost = first; lost < draft_.values[i]; ++lost) open = mend(i, open, lost);
            last[key] = i;
        }
    }

    std::string sibling_address(std::size_t place, int value) const {
        const Place& next = draft_.places[place];
        const std::string label = to_utf8(chinese_digits(draft_.values[place]));
        const std::string lost = to_utf8(chinese_digits(value));
        const std::size_t at = next.address.rfind(label);
        if (next.rank != Rank::kOrdinal || at == std::string::npos) return {};
        return next.address.substr(0, at) + lost;
    }

    // Looks for the title of the lost member within the one before it; answers the place that is
    // open behind it.
    std::size_t mend(std::size_t place, std::size_t before, int lost) {
        const std::string address = sibling_address(place, lost);
        const auto found =
            address.empty() || before == 0 ? draft_.pieces.end() : lost_title(before);
        if (found == draft_.pieces.end()) {
            hole(place, before, lost);
            return before;
        }
        Place made = draft_.places[before];
        made.address = address;
        made.line = found->line;
        made.is_restored = true;
        remarks_.push_back(say("第{}行:“{}”的序号丢失,按句首的小标题补回",
                               "line {}: the sign of \"{}\" is lost; restored by its title",
                               made.line, address));
        draft_.places.push_back(std::move(made));
        draft_.values.push_back(lost);
        found->is_first = true;
        for (auto piece = found; piece != draft_.pieces.end(); ++piece)
            if (piece->place == before) piece->place = draft_.places.size() - 1;
        return draft_.places.size() - 1;
    }

    std::vector<Piece>::iterator lost_title(std::size_t before) {
        auto& pieces = draft_.pieces;
        const auto first = std::ranges::find(pieces, before, &Piece::place);
        if (first == pieces.end() || !is_title(*first, kLostTitleLength)) return pieces.end();
        return std::find_if(first + 1, pieces.end(), [&](const Piece& piece) {
            return piece.place == before && !has_comma(folded(piece)) &&
                   is_title(piece, kLostTitleLength);
        });
    }

    void hole(std::size_t place, std::size_t before, int lost) {
        const Place& next = draft_.places[place];
        const std::string after = before == 0 ? "" : draft_.places[before].address;
        remarks_.push_back(say("第{}行:“{}”之前缺第{}项{}{}",
                               "line {}: before \"{}\" number {} is missing{}{}", next.line,
                               next.address, lost, std::string(after.empty() ? "" : ","), after));
    }

    // A place that has nothing but its heading says what it has to say there.
    void keep_lone_headings() {
        for (std::size_t i = 1; i < draft_.places.size(); ++i) {
            if (draft_.places[i].rank == Rank::kHeading || has_children(i)) continue;
            const auto says = [&](const Piece& p) {
                return p.place == i && p.kind == Piece::kSentence;
            };
            if (std::ranges::any_of(draft_.pieces, says)) continue;
            for (Piece& piece : draft_.pieces)
                if (piece.place == i) piece.kind = Piece::kSentence;
        }
    }

    Outline numbered() {
        Outline out;
        out.places = std::move(draft_.places);
        out.remarks = std::move(remarks_);
        for (Piece& piece : draft_.pieces) {
            Place& place = out.places[piece.place];
            const int number = piece.kind == Piece::kSentence ? ++place.sentences : 0;
            out.sentences.push_back({piece.place, number, piece.line, std::move(piece.text)});
        }
        return out;
    }

    Draft draft_;
    std::vector<Text> remarks_{};
};

}  // namespace

Outline finish(Draft draft) { return Repair(std::move(draft)).run(); }

}  // namespace tz::policy
