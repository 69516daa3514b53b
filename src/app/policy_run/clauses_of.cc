#include "app/policy_run/clauses_of.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "app/policy_run/clause_note.h"

namespace tz {
namespace {

using document::Clause;
using document::ClauseNote;
using document::ClausePage;
using document::ClauseState;
using policy::Declared;
using policy::Outline;
using policy::Sentence;

constexpr const char* kFoot = "由台账生成。条文来自所附文件,政策包只记条款位置。";

std::string about_packs(const policy::CompiledPacks& packs) {
    std::string out;
    for (const policy::PackInfo& pack : packs.packs)
        out += fmt::format("{}{}({})", out.empty() ? "" : ";", pack.title, pack.name);
    return out;
}

ClauseNote note_of(const ClauseSource& source, const Declared& declared, NoteLength length) {
    ClauseNote note = clause_note(declared, *source.packs, length);
    const auto counts = source.counts.find(declared.name);
    if (counts != source.counts.end()) note.counts = counts->second;
    if (declared.keyword == "exception") note.counts.reset();
    return note;
}

// What stands on a page once: an exception has the name of its rule.
std::string key_of(const Declared& declared) {
    return declared.keyword == "exception" ? declared.name + "!" + declared.clause : declared.name;
}

bool has_note(const Clause& clause, const std::string& name) {
    return std::ranges::find(clause.notes, name, &ClauseNote::name) != clause.notes.end();
}

// A document with notes beside its sentences: each note stands once, at the first of the sentences
// it is about.
class CoveragePage {
  public:
    CoveragePage(const ClauseSource& source, const policy::Coverage& coverage)
        : source_(source), outline_(*source.outline) {
        page_.about = about_packs(*source.packs);
        page_.foot = kFoot;
        page_.numbers = {{"句", std::to_string(coverage.sentences)},
                         {"有规则", std::to_string(coverage.implemented)},
                         {"是说明", std::to_string(coverage.context)},
                         {"还没有", std::to_string(coverage.uncovered.size())}};
        for (const Sentence& sentence : outline_.sentences) page_.clauses.push_back(said(sentence));
        for (const Declared& declared : source.declared)
            if (declared.document == source.document) place(declared);
        for (const policy::CoveredSentence& item : coverage.items) mark(item);
        for (const policy::UncoveredSentence& one : coverage.uncovered) {
            page_.clauses[one.sentence].state = ClauseState::kUncovered;
            page_.clauses[one.sentence].why = one.why.zh;
        }
    }
    ClausePage take() { return std::move(page_); }

  private:
    Clause said(const Sentence& sentence) const {
        Clause clause;
        clause.text = sentence.text;
        const policy::Place& place = outline_.places[sentence.place];
        clause.address = sentence.number > 0 ? outline_.address(sentence) : place.address;
        if (sentence.number == 0) clause.state = ClauseState::kHeading;
        for (int i = place.parent; i > 0; i = outline_.places[static_cast<std::size_t>(i)].parent)
            ++clause.depth;
        return clause;
    }

    std::size_t anchor(const policy::Target& target) const {
        const auto place = static_cast<std::size_t>(target.place);
        std::size_t heading = outline_.sentences.size();
        for (std::size_t i = 0; i < outline_.sentences.size(); ++i) {
            const Sentence& sentence = outline_.sentences[i];
            const bool is_below = outline_.is_within(sentence.place, place);
            if (is_below) heading = std::min(heading, i);
            if (sentence.place == place && sentence.number > 0 && target.has(sentence.number))
                return i;
        }
        return heading;
    }

    void place(const Declared& declared) {
        const policy::Target target = find_target(outline_, declared.clause);
        const std::size_t at = target.place < 0 ? page_.clauses.size() : anchor(target);
        if (at >= page_.clauses.size()) return;
        if (!declared.name.empty() && !seen_.insert(key_of(declared)).second) return;
        page_.clauses[at].notes.push_back(note_of(source_, declared, NoteLength::kBrief));
    }

    void mark(const policy::CoveredSentence& item) {
        Clause& clause = page_.clauses[item.sentence];
        clause.state = item.by.empty() ? ClauseState::kContext : ClauseState::kImplemented;
        for (const std::string& name : item.by)
            if (!has_note(clause, name)) clause.also.push_back(name);
    }

    const ClauseSource& source_;
    const Outline& outline_;
    ClausePage page_{};
    std::set<std::string> seen_{};
};

class PackPage {
  public:
    explicit PackPage(const ClauseSource& source) : source_(source) {
        const policy::PackInfo& pack = source.packs->packs.at(0);
        own_ = pack.name + "/";
        page_.title = pack.title;
        page_.about =
            fmt::format("{} · {} · {} 至 {} · {}", pack.issuer, pack.name, to_string(pack.from),
                        pack.to ? to_string(*pack.to) : "今", pack.digest.substr(0, 12));
        page_.foot = kFoot;
        add_clauses();
        add_rest();
    }
    ClausePage take() { return std::move(page_); }

  private:
    bool is_own(const std::string& file) const { return file.starts_with(own_); }
    const std::string& file_of(const policy::Position& at) const {
        return source_.packs->files[static_cast<std::size_t>(at.file)];
    }

    void add_clauses() {
        std::vector<const Declared*> all;
        for (const Declared& declared : source_.declared)
            if (is_own(declared.file)) all.push_back(&declared);
        const auto order = [](const Declared* one) {
            return std::tuple(one->document, policy::reading_order(one->clause), one->clause);
        };
        std::ranges::stable_sort(all, {}, order);
        for (const Declared* declared : all) add(*declared);
    }

    void add(const Declared& declared) {
        Clause* last = page_.clauses.empty() ? nullptr : &page_.clauses.back();
        const std::string address = declared.document + " @ " + declared.clause;
        if (!last || last->address != address) {
            page_.clauses.push_back({});
            last = &page_.clauses.back();
            last->address = address;
            last->text = words_of(declared);
        }
        if (declared.name.empty() || seen_.insert(key_of(declared)).second)
            last->notes.push_back(note_of(source_, declared, NoteLength::kFull));
        else if (!has_note(*last, declared.name) &&
                 std::ranges::find(last->also, declared.name) == last->also.end())
            last->also.push_back(declared.name);
    }

    // The sentences that the address points to, where the document is at hand.
    std::string words_of(const Declared& declared) const {
        if (!source_.outline || declared.document != source_.document) return {};
        const policy::Target target = find_target(*source_.outline, declared.clause);
        if (target.place < 0) return target.error.zh;
        std::string out;
        for (const Sentence& sentence : source_.outline->sentences)
            if (sentence.place == static_cast<std::size_t>(target.place) &&
                target.has(sentence.number))
                out += sentence.text;
        return out;
    }

    // Definitions and parameters that name no clause.
    void add_rest() {
        Clause rest;
        rest.address = "没有写条款的";
        rest.state = ClauseState::kHeading;
        page_.clauses.push_back(rest);
        for (const policy::Parameter& one : source_.packs->parameters)
            if (is_own(file_of(one.at))) add_rest("parameter", one.name, one.title);
        for (const policy::Define& one : source_.packs->defines)
            if (is_own(file_of(one.at)))
                add_rest(one.is_class ? "classify" : "define", one.name, one.title);
        if (page_.clauses.back().state == ClauseState::kHeading) page_.clauses.pop_back();
    }

    void add_rest(const char* keyword, const std::string& name, const std::string& title) {
        if (!seen_.insert(name).second) return;
        Declared declared;
        declared.keyword = keyword;
        declared.name = name;
        declared.title = title;
        page_.clauses.push_back({});
        page_.clauses.back().text = title;
        page_.clauses.back().notes.push_back(note_of(source_, declared, NoteLength::kFull));
    }

    const ClauseSource& source_;
    std::string own_{};  // what the names of the pack's files begin with
    ClausePage page_{};
    std::set<std::string> seen_{};
};

}  // namespace

RuleCounts counts_of(const CheckRun& run) {
    RuleCounts out;
    for (std::size_t i = 0; i < run.packs().rules.size(); ++i) {
        const policy::RuleResult& result = run.result().rules[i];
        out[run.packs().rules[i].name] = {result.count(policy::Verdict::kHolds),
                                          result.count(policy::Verdict::kFails),
                                          result.count(policy::Verdict::kUnknown)};
    }
    return out;
}

ClausePage coverage_page(const ClauseSource& source, const policy::Coverage& coverage) {
    return CoveragePage(source, coverage).take();
}

ClausePage pack_page(const ClauseSource& source) { return PackPage(source).take(); }

}  // namespace tz
