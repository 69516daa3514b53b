#include "app/policy_run/grants.h"

#include <algorithm>
#include <map>

#include "app/policy_run/engine.h"

namespace tz {
namespace {

// The values of a grant that are worked out: what it is, what was received, what is left.
std::vector<policy::NodePtr> outputs_of(const policy::CompiledPacks& packs,
                                        const policy::Grant& grant) {
    std::vector<policy::NodePtr> out;
    for (const int define : {grant.amount, grant.received, grant.gap})
        if (define >= 0) out.push_back(packs.defines[static_cast<std::size_t>(define)].body);
    return out;
}

policy::Program program_of(const policy::CompiledPacks& packs,
                           const std::vector<std::size_t>& grants) {
    policy::CompiledPacks without_rules = packs;
    without_rules.rules.clear();
    std::vector<policy::NodePtr> outputs;
    for (const std::size_t grant : grants)
        for (policy::NodePtr& output : outputs_of(packs, packs.grants[grant]))
            outputs.push_back(std::move(output));
    return policy::flatten(without_rules, outputs);
}

}  // namespace

void GrantTotal::add(const GrantLine& line) {
    entitled += line.amount > 0 ? 1 : 0;
    unknown += line.is_unknown ? 1 : 0;
    short_of += line.gap > 0 ? 1 : 0;
    undue += line.is_undue() ? 1 : 0;
    amount += line.amount;
    received += line.received;
    gap += line.gap;
}

// Grants of packs with the same law date are one program.
void GrantRun::work_out() {
    std::map<Date, policy::RunDates> dates;
    for (const policy::Grant& grant : packs_.grants) {
        const policy::RunDates own =
            run_dates(packs_.packs[static_cast<std::size_t>(grant.pack)], options_);
        dates[own.law_date] = own;
    }
    for (const auto& [law_date, both] : dates) work_out(both);
    std::ranges::stable_sort(lines_, {}, &GrantLine::grant);
}

void GrantRun::work_out(policy::RunDates dates) {
    std::vector<std::size_t> mine;
    for (std::size_t i = 0; i < packs_.grants.size(); ++i) {
        const auto pack = static_cast<std::size_t>(packs_.grants[i].pack);
        if (run_dates(packs_.packs[pack], options_).law_date == dates.law_date) mine.push_back(i);
    }
    const policy::RunResult result =
        run_on_threads(program_of(packs_, mine), image_, dates, options_);
    std::size_t first = 0;
    for (const std::size_t grant : mine) {
        take(grant, result, first);
        first += outputs_of(packs_, packs_.grants[grant]).size();
    }
}

void GrantRun::take(std::size_t grant, const policy::RunResult& result, std::size_t first) {
    const policy::Grant& what = packs_.grants[grant];
    std::map<std::uint32_t, GrantLine> lines;
    const auto each = [&](std::size_t output, std::int64_t GrantLine::*value,
                          bool GrantLine::*doubt) {
        for (const auto& pair : result.values[output].values)
            lines[pair.first].*value = pair.second;
        if (doubt != nullptr)
            result.values[output].unknowns.for_each(
                [&](std::uint32_t row) { lines[row].*doubt = true; });
    };
    each(first, &GrantLine::amount, &GrantLine::is_unknown);
    if (what.received >= 0) {
        each(first + 1, &GrantLine::received, &GrantLine::is_received_unknown);
        each(first + 2, &GrantLine::gap, nullptr);
    }
    for (auto& pair : lines) {
        GrantLine& line = pair.second;
        // Nobody asks what was received of a grant that isn't theirs.
        if (!line.is_unknown && line.amount == 0 && line.received == 0) continue;
        line.grant = grant;
        line.row = pair.first;
        line.record = image_.id(*what.entity, line.row);
        line.division = image_.division(*what.entity, line.row);
        lines_.push_back(line);
    }
}

Result<std::unique_ptr<GrantRun>> run_grants(Store& store, policy::CompiledPacks packs,
                                             const CheckOptions& options, Progress& progress) {
    std::vector<std::size_t> all(packs.grants.size());
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = i;
    const policy::Program program = program_of(packs, all);
    ASSIGN_OR_RETURN(auto image, load_image(store, packs.catalog, program, options, progress));
    std::unique_ptr<GrantRun> run(new GrantRun(std::move(packs), std::move(image), options));
    run->work_out();
    return run;
}

}  // namespace tz
