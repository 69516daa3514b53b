// A scorecard stands for: NAME_ITEM (points between least and most), NAME (their sum), and when it
// ranks NAME_rank (1 is the best; those with the same score share the better one) and NAME_place.
// In NAME_place, which of several equal scores counts at a cut is what `ties` says: the better
// rank, the worse one, or none, so that a group the cut goes through is `tied`.
#include <algorithm>

#include "policy/check/build.h"
#include "policy/check/expand.h"

namespace tz::policy {
namespace {

class AssessExpander {
  public:
    AssessExpander(const AssessSyntax& assess, std::vector<Declaration>& out)
        : assess_(assess), at_(assess.name.at), out_(out) {}

    void run() {
        std::vector<ExprPtr> points;
        for (const ScoreSyntax& item : assess_.items) {
            define("_" + item.name.text, item.title, item.name.at, clamped(item));
            points.push_back(built_path(item.name.at, {name("_" + item.name.text)}));
        }
        define("", "", at_, built_chain(at_, "+", points));
        if (assess_.ranked.empty()) return;
        define("_rank", "名次", assess_.ranked.at, rank(assess_.ranked.text == "high"));
        if (assess_.first.count || assess_.last.count) place();
    }

  private:
    std::string name(const std::string& suffix) const { return assess_.name.text + suffix; }
    ExprPtr path(const std::string& suffix) const { return built_path(at_, {name(suffix)}); }

    void define(const std::string& suffix, const std::string& title, Spot at, const ExprPtr& body) {
        DefineSyntax made;
        made.name = {name(suffix), at};
        made.title = suffix.empty() ? assess_.title : assess_.title + "：" + title;
        made.source = assess_.source;
        made.entity = assess_.entity;
        made.body = body;
        out_.push_back(std::move(made));
    }

    static ExprPtr clamped(const ScoreSyntax& item) {
        ExprPtr out = item.points;
        if (item.least) out = built_call(item.least->at, "greatest", {out, item.least});
        if (item.most) out = built_call(item.most->at, "least", {out, item.most});
        return out;
    }

    ExprPtr rank(bool high_first) const {
        const Spot at = assess_.ranked.at;
        ExprPtr score = path("");
        if (!high_first) score = built(ExprKind::kNegate, at, {}, {score});
        return built_call(at, "rank", {score}, assess_.when);
    }

    // How many are ranked before or beside the last of those with this score.
    ExprPtr worst_rank() const {
        const Spot at = assess_.ranked.at;
        const ExprPtr from_below = rank(assess_.ranked.text != "high");
        return built_binary(at, "-", built_binary(at, "+", ranked(), built_number(at, 1)),
                            from_below);
    }
    ExprPtr ranked() const {
        return built_call(assess_.ranked.at, "ranked", {path("")}, assess_.when);
    }

    // Whether ties are one of these: for sure, or when the parameter says so; null: they are not.
    ExprPtr ties_are(const std::vector<std::string>& words) const {
        if (!assess_.tied_by)
            return std::ranges::count(words, assess_.ties.text) > 0 ? built_true(at_) : nullptr;
        std::vector<ExprPtr> any;
        for (const std::string& word : words)
            any.push_back(built_binary(assess_.ties.at, "=",
                                       built_path(assess_.ties.at, {assess_.ties.text}),
                                       built_text(assess_.ties.at, word)));
        return built_chain(at_, "or", any);
    }

    // The worse rank of equal scores where `worse`, else the better one.
    ExprPtr counted(const ExprPtr& worse) const {
        const ExprPtr best = path("_rank"), worst = path("_worst_rank");
        if (!worse) return best;
        return assess_.tied_by ? built(ExprKind::kIf, at_, {}, {worse, worst, best}) : worst;
    }

    // Among the first: the rank that counts is at most N. Among the last: at most N are behind it
    // or beside it.
    ExprPtr is_first(const ExprPtr& rank) const {
        if (!assess_.first.count) return nullptr;
        return built_binary(at_, "<=", rank, assess_.first.count);
    }
    ExprPtr is_last(const ExprPtr& rank) const {
        if (!assess_.last.count) return nullptr;
        return built_binary(at_, ">", rank, built_binary(at_, "-", ranked(), assess_.last.count));
    }

    static void add(ClassifySyntax& to, const ExprPtr& when, const std::string& word,
                    const std::string& label, Spot at) {
        ClassRowSyntax row;
        row.when = when;
        row.name = {word, at};
        row.label = label;
        to.rows.push_back(std::move(row));
    }

    void place() {
        define("_worst_rank", "并列最后名次", assess_.ranked.at, worst_rank());
        const ExprPtr undecided = ties_are({"unranked"});
        const ExprPtr first = is_first(counted(ties_are({"worse", "unranked"})));
        const ExprPtr last = is_last(counted(ties_are({"worse"})));
        ClassifySyntax made;
        made.name = {name("_place"), at_};
        made.title = assess_.title + "：等次";
        made.source = assess_.source;
        made.entity = assess_.entity;
        if (first && last) overlap(made, first, last);
        if (first) add(made, first, assess_.first.name.text, assess_.first.label, at_);
        if (last) add(made, last, assess_.last.name.text, assess_.last.label, at_);
        if (undecided) {
            const ExprPtr cut =
                built_chain(at_, "or", {is_first(path("_rank")), is_last(path("_worst_rank"))});
            add(made, assess_.tied_by ? built_all(at_, {undecided, cut}) : cut, "tied", "并列待定",
                at_);
        }
        add(made, nullptr, "middle", "中间", at_);
        out_.push_back(std::move(made));
    }

    void overlap(ClassifySyntax& made, const ExprPtr& first, const ExprPtr& last) const {
        const ExprPtr both = built_binary(at_, "and", first, last);
        if (assess_.overlap.text == "last")
            add(made, both, assess_.last.name.text, assess_.last.label, at_);
        if (assess_.overlap.text == "neither") add(made, both, "overlap", "重叠不定", at_);
    }

    const AssessSyntax& assess_;
    Spot at_;
    std::vector<Declaration>& out_;
};

}  // namespace

void expand_assess(const AssessSyntax& assess, std::vector<Declaration>& out) {
    AssessExpander(assess, out).run();
}

}  // namespace tz::policy
