#include "policy/outline/coverage.h"

#include <algorithm>

#include "policy/outline/countable.h"
#include "policy/syntax/report.h"

namespace tz::policy {
namespace {

struct Pointer {
    const Declared* declared = nullptr;
    Target target{};
};

enum class Reach : std::uint8_t {
    kNone,
    kAbove,     // the address is of a place around the sentence's own
    kPlace,     // of its own place
    kSentence,  // of the sentence
};

class Coverer {
  public:
    Coverer(const Outline& outline, std::span<const Declared> declared, std::string_view document)
        : outline_(outline) {
        for (const Declared& one : declared)
            if (one.document == document) add(one);
    }

    Coverage run() {
        for (std::size_t i = 0; i < outline_.sentences.size(); ++i)
            if (outline_.sentences[i].number > 0) judge(i);
        return std::move(out_);
    }

  private:
    void add(const Declared& declared) {
        Target target = find_target(outline_, declared.clause);
        if (target.place < 0)
            out_.wrong.push_back({declared, std::move(target.error), std::move(target.nearest)});
        else
            pointers_.push_back({&declared, std::move(target)});
    }

    Reach reach(const Target& target, const Sentence& sentence) const {
        const auto place = static_cast<std::size_t>(target.place);
        if (!target.numbers.empty())
            return place == sentence.place && target.has(sentence.number) ? Reach::kSentence
                                                                          : Reach::kNone;
        if (place == sentence.place) return Reach::kPlace;
        return place != 0 && outline_.is_within(sentence.place, place) ? Reach::kAbove
                                                                       : Reach::kNone;
    }

    // Only signs of items stand between the sentence and the place around it.
    bool is_item_of(std::size_t place, std::size_t above) const {
        for (; place != above; place = static_cast<std::size_t>(outline_.places[place].parent))
            if (!is_item(place)) return false;
        return true;
    }
    bool is_item(std::size_t place) const { return outline_.places[place].rank >= Rank::kFourth; }

    // A reason for a place holds for all below it, a rule for the items of its place; but what is
    // countable needs a rule at its own place, or a reason for the item or the sentence itself.
    bool counts(const Pointer& pointer, Reach reach, const Sentence& sentence,
                bool is_countable) const {
        const bool is_context = pointer.declared->is_context();
        if (reach == Reach::kSentence) return true;
        if (is_countable) return reach == Reach::kPlace && (!is_context || is_item(sentence.place));
        const auto place = static_cast<std::size_t>(pointer.target.place);
        return is_context || reach == Reach::kPlace || is_item_of(sentence.place, place);
    }

    void judge(std::size_t index) {
        const Sentence& sentence = outline_.sentences[index];
        const std::string countable = countable_part(sentence.text);
        const Pointer* too_wide = nullptr;
        CoveredSentence found;
        found.sentence = index;
        for (const Pointer& pointer : pointers_) {
            const Reach how = reach(pointer.target, sentence);
            if (how == Reach::kNone) continue;
            if (counts(pointer, how, sentence, !countable.empty()))
                take(found, pointer, how);
            else
                too_wide = &pointer;
        }
        ++out_.sentences;
        if (found.by.empty() && found.context.empty()) return miss(index, countable, too_wide);
        ++(found.by.empty() ? out_.context : out_.implemented);
        if (!found.by.empty()) found.context.clear();
        out_.items.push_back(std::move(found));
    }

    static void once(std::vector<std::string>& names, const std::string& name) {
        if (std::ranges::find(names, name) == names.end()) names.push_back(name);
    }

    static void take(CoveredSentence& found, const Pointer& pointer, Reach how) {
        const Declared& declared = *pointer.declared;
        if (declared.is_context()) {
            if (found.context.empty() || how == Reach::kSentence) found.context = declared.reason;
            return;
        }
        once(found.by, declared.name);
        if (how == Reach::kSentence) once(found.exact, declared.name);
    }

    void miss(std::size_t index, const std::string& countable, const Pointer* too_wide) {
        Text why = say("没有任何声明指向这句", "no declaration points to it");
        if (too_wide) {
            const Declared& wide = *too_wide->declared;
            why = say("只有 {} 指向较大的“{}”,须在本处另写,如“{}”",
                      "only {} points to the wider \"{}\"; it needs its own, such as \"{}\"",
                      wide.is_context() ? wide.keyword : wide.name, wide.clause,
                      outline_.address(outline_.sentences[index]));
        }
        if (!countable.empty()) {
            why.zh += fmt::format(";这句有可计数的要求(“{}”)", countable);
            why.en += fmt::format("; it asks for something countable (\"{}\")", countable);
        }
        out_.uncovered.push_back({index, std::move(why)});
    }

    const Outline& outline_;
    std::vector<Pointer> pointers_{};
    Coverage out_{};
};

}  // namespace

Coverage cover(const Outline& outline, std::span<const Declared> declared,
               std::string_view document) {
    return Coverer(outline, declared, document).run();
}

}  // namespace tz::policy
