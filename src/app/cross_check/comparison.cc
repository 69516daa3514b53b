#include "app/cross_check/comparison.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <thread>

#include "app/cross_check/match.h"
#include "app/cross_check/parallel.h"
#include "app/cross_check/register_scan.h"
#include "domain/catalog.h"

namespace tz::cross_check {
namespace {

using Time = std::chrono::steady_clock;

double since(Time::time_point start) {
    return std::chrono::duration<double, std::milli>(Time::now() - start).count();
}

class Run {
  public:
    explicit Run(Comparison& work)
        : work_(work), list_(work.list), index_(work.index), matcher_(work.list, work.index) {}

    void all() {
        timed("match", [this] { match(); });
        timed("repair", [this] { repair_broken(); });
        timed("residue", [this] { search_residue(); });
        timed("twice", [this] { find_twice(); });
        if (work_.options.declared) timed("unduly", [this] { find_unduly(); });
        if (work_.options.is_complete) timed("not listed", [this] { find_not_listed(); });
        timed("sort", [this] { finish(); });
    }

  private:
    template <class Step>
    void timed(std::string_view phase, const Step& step) {
        const auto start = Time::now();
        step();
        work_.timings.push_back({phase, since(start)});
    }

    void match() {
        const auto size = static_cast<std::uint32_t>(list_.entries.size());
        work_.person_of.assign(size, kNone);
        const std::size_t parts = threads_for(size, work_.options.threads);
        std::vector<std::vector<OutcomeRow>> found(parts);
        std::vector<std::int64_t> equal(parts);
        in_parts(size, parts, [&](std::size_t part, std::size_t begin, std::size_t end) {
            equal[part] =
                matcher_.match(static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end),
                               work_.person_of, found[part]);
        });
        for (std::size_t part = 0; part < parts; ++part) {
            count_equal(equal[part]);
            out_.insert(out_.end(), found[part].begin(), found[part].end());
        }
        is_found_.assign(index_.size(), 0);
        keys_.reserve(size);
        for (std::uint32_t entry = 0; entry < size; ++entry) {
            keys_.push_back(list_.entries[entry].key);
            if (work_.person_of[entry] != kNone) is_found_[work_.person_of[entry]] = 1;
            if (list_.entries[entry].state == IdState::kConverted)
                tell(OutcomeKind::kIdConverted, entry, work_.person_of[entry]);
        }
    }

    void count_equal(std::int64_t rows) {
        work_.counts[static_cast<std::size_t>(OutcomeKind::kEqual)] += rows;
    }

    OutcomeRow& tell(OutcomeKind kind, std::uint32_t entry, std::uint32_t person) {
        OutcomeRow& row = out_.emplace_back();
        row.kind = kind;
        row.entry = entry;
        row.person = person;
        return row;
    }

    // Broken numbers: registered with the same fault, repaired, or left to the residue.
    void repair_broken() {
        std::vector<std::uint32_t> broken;
        for (std::uint32_t entry = 0; entry < list_.entries.size(); ++entry) {
            if (list_.entries[entry].state != IdState::kBroken) continue;
            if (work_.person_of[entry] == kNone)
                broken.push_back(entry);
            else
                tell(OutcomeKind::kIdBroken, entry, work_.person_of[entry])
                    .reasons.add(Reason::kSameWrongNumber);
        }
        std::vector<Repaired> repaired(broken.size());
        in_parts(broken.size(), threads_for(broken.size() * 100, work_.options.threads),
                 [&](std::size_t, std::size_t begin, std::size_t end) {
                     for (std::size_t i = begin; i < end; ++i)
                         repaired[i] = repair(list_.id_number(broken[i]),
                                              list_.name(list_.entries[broken[i]]), index_);
                 });
        for (std::size_t i = 0; i < broken.size(); ++i)
            if (repaired[i].key != 0) take_repair(broken[i], std::move(repaired[i]));
    }

    void take_repair(std::uint32_t entry, Repaired repaired) {
        keys_[entry] = repaired.key;
        std::uint32_t person = index_.find(repaired.key);
        if (person != kNone) person = matcher_.choose(person, list_.name(list_.entries[entry]));
        tell(OutcomeKind::kIdRepaired, entry, person).reasons.add(repaired.reason);
        work_.repaired.emplace(entry, std::move(repaired));
        if (person != kNone) count_equal(take_person(entry, person));
    }

    // True when nothing but the number differs.
    bool take_person(std::uint32_t entry, std::uint32_t person) {
        work_.person_of[entry] = person;
        is_found_[person] = 1;
        OutcomeRow base;
        base.entry = entry;
        base.person = person;
        return matcher_.compare(base, out_);
    }

    void search_residue() {
        std::vector<std::uint32_t> rest;
        for (std::uint32_t entry = 0; entry < list_.entries.size(); ++entry)
            if (work_.person_of[entry] == kNone) rest.push_back(entry);
        if (rest.empty()) return;
        const Residue residue(list_, index_, is_found_, work_.options.threads);
        std::vector<OutcomeRow> rows(rest.size());
        in_parts(rest.size(), threads_for(rest.size(), work_.options.threads),
                 [&](std::size_t, std::size_t begin, std::size_t end) {
                     for (std::size_t i = begin; i < end; ++i) rows[i] = residue.judge(rest[i]);
                 });
        settle_rivals(list_, rows);
        for (OutcomeRow& row : rows) take_residue(row);
    }

    void take_residue(OutcomeRow row) {
        // A repaired number is a good one: its owner just isn't registered.
        if (row.kind == OutcomeKind::kIdBroken && work_.repaired.contains(row.entry))
            row.kind = OutcomeKind::kNotFound;
        out_.push_back(row);
        if (row.person == kNone) return;
        if (row.kind == OutcomeKind::kMaybeSame) {
            is_found_[row.person] = 1;  // somebody looks; not missing from the list
            return;
        }
        take_person(row.entry, row.person);
    }

    void find_twice() {
        const TwiceFinder finder(list_, keys_, matcher_);
        const std::size_t parts = threads_for(list_.entries.size(), work_.options.threads);
        std::vector<std::vector<OutcomeRow>> found(parts);
        in_parts(parts, parts, [&](std::size_t part, std::size_t, std::size_t) {
            finder.find(part, parts, found[part]);
        });
        for (const auto& part : found)
            for (const OutcomeRow& row : part)
                out_.emplace_back(row).person = work_.person_of[row.entry];
        find_registered_twice();
    }

    void find_registered_twice() {
        std::vector<std::uint8_t> told(index_.size(), 0);
        for (std::uint32_t entry = 0; entry < list_.entries.size(); ++entry) {
            const std::uint32_t person = work_.person_of[entry];
            if (person == kNone || !index_.has_others(person) || told[person] != 0) continue;
            told[person] = 1;
            for (const std::uint32_t other : index_.others(person))
                if (!index_.is_gone(other) && !index_.is_gone(person))
                    tell(OutcomeKind::kRegisteredTwice, entry, person).other = other;
        }
    }

    bool claims(std::uint32_t person) const {
        const Comparing& comparing = list_.comparing;
        if (comparing.declared && comparing.declared->missing)
            return work_.options.declared->names(comparing.declared->missing, index_.id(person));
        if (comparing.complete == Complete::kEverybody) return true;
        for (std::size_t i = 0; i < comparing.checks.size(); ++i) {
            const Code value = index_.value(i, person);
            const auto claim = comparing.checks[i].claims;
            if (claim && value != kUnknown && claim(value)) return true;
        }
        return false;
    }

    // Who is on the list and should not be, as the packs say.
    void find_unduly() {
        const policy::ListComparison* said = list_.comparing.declared;
        if (!said || !said->found) return;
        for (std::uint32_t entry = 0; entry < list_.entries.size(); ++entry) {
            const std::uint32_t person = work_.person_of[entry];
            if (person == kNone || !matcher_.is_on(entry)) continue;
            if (work_.options.declared->names(said->found, index_.id(person)))
                tell(OutcomeKind::kUnduly, entry, person);
        }
    }

    void find_not_listed() {
        const bool is_declared = list_.comparing.declared && list_.comparing.declared->missing;
        if (!is_declared && list_.comparing.complete == Complete::kNobody) return;
        for (std::uint32_t entry = 0; entry < list_.entries.size(); ++entry)
            if (const auto person = work_.person_of[entry]; person != kNone)
                for (const std::uint32_t other : index_.others(person)) is_found_[other] = 1;
        for (std::uint32_t person = 0; person < index_.size(); ++person)
            if (is_found_[person] == 0 && !index_.is_gone(person) && claims(person))
                tell(OutcomeKind::kNotListed, kNone, person);
    }

    void finish() {
        for (const OutcomeRow& row : out_) ++work_.counts[static_cast<std::size_t>(row.kind)];
        std::ranges::stable_sort(out_, [](const OutcomeRow& a, const OutcomeRow& b) {
            return std::tuple(a.entry, a.kind) < std::tuple(b.entry, b.kind);
        });
        work_.outcomes = std::move(out_);
        work_.matched =
            std::ranges::count_if(work_.person_of, [](std::uint32_t p) { return p != kNone; });
    }

    Comparison& work_;
    const List& list_;
    const RegisterIndex& index_;
    Matcher matcher_;
    std::vector<OutcomeRow> out_;
    std::vector<std::uint8_t> is_found_;  // by person
    std::vector<std::uint64_t> keys_;     // by entry, repaired
};

Result<const Entity*> find_register(const std::string& name) {
    const Entity* entity = find_entity(catalog(), name);
    if (entity && identity_of(*entity).id_number < entity->fields.size()) return entity;
    return invalid(fmt::format("没有可按证件号码比对的登记册“{}”，常用的是 person", name),
                   fmt::format("no register \"{}\" with ID numbers; person is the usual one", name),
                   "--against");
}

}  // namespace

// Of name, birth date and sex, where a pack names one.
std::string_view Comparison::declared_owner(OutcomeKind kind) const {
    const policy::ListComparison* said = list.comparing.declared;
    if (!said) return {};
    const IdentityFields identity = identity_of(*said->entity);
    for (const policy::ComparedPair& pair : said->pairs) {
        const bool is_about =
            (kind == OutcomeKind::kNameDiffers && pair.field == identity.name) ||
            (kind == OutcomeKind::kBirthDiffers && pair.field == identity.birth) ||
            (kind == OutcomeKind::kSexDiffers && pair.field == identity.sex);
        if (is_about) return pair.owner;
    }
    return {};
}

const policy::Rule* Comparison::rule_of(OutcomeKind kind) const {
    const policy::ListComparison* said = list.comparing.declared;
    if (!said) return nullptr;
    const auto& rule = kind == OutcomeKind::kUnduly ? said->found : said->missing;
    const bool is_about = kind == OutcomeKind::kUnduly || kind == OutcomeKind::kNotListed;
    return is_about && rule ? &*rule : nullptr;
}

std::string_view Comparison::owner(const OutcomeRow& row) const {
    if (const policy::Rule* rule = rule_of(row.kind)) return rule->owner;
    if (const std::string_view declared = declared_owner(row.kind); !declared.empty())
        return declared;
    switch (info(row.kind).actor) {
        case Actor::kNobody:
            return {};
        case Actor::kTownship:
            return "township";
        case Actor::kListKeeper:
            return list.comparing.keeper;
        case Actor::kFieldOwner:
            break;
    }
    const ComparedField& check = list.comparing.checks[row.check];
    const std::string_view owner = check.owner.empty() ? check.description().owner : check.owner;
    return owner.empty() ? list.comparing.keeper : owner;
}

Result<std::unique_ptr<Comparison>> compare_with(RegisterIndex index, OpenList open,
                                                 CompareOptions options) {
    auto comparison = std::make_unique<Comparison>();
    comparison->index = std::move(index);
    comparison->list = std::move(open.list);
    comparison->options = std::move(options);
    Run(*comparison).all();
    return comparison;
}

// The file is read by a thread of its own while this one scans the register.
Result<std::unique_ptr<Comparison>> run_comparison(Store& store, std::string_view file_name,
                                                   std::string_view bytes, CompareOptions options,
                                                   Progress& progress) {
    ASSIGN_OR_RETURN(const Entity* against, find_register(options.against));
    ASSIGN_OR_RETURN(OpenList open, open_list(bytes, file_name, *against,
                                              {options.layout, options.answers, options.learnt,
                                               options.today, options.declared.get()}));
    const Comparing comparing = open.list.comparing;
    Status read = ok();
    std::thread reading([&] { read = read_list(open); });
    auto index = scan_register(store, comparing, Scope::of(options.division), progress);
    reading.join();
    if (!read) return read.error();
    if (!index) return index.error();
    progress.step("比对", 0, 0);
    return compare_with(std::move(*index), std::move(open), std::move(options));
}

}  // namespace tz::cross_check
