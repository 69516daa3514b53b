#include "app/cross_check/declared.h"

#include <fmt/format.h>

#include "app/cross_check/profile.h"

namespace tz::cross_check {
namespace {

// Entries are found by ID number alone.
Status check_keys(const policy::ListComparison& said) {
    const std::size_t id_number = identity_of(*said.entity).id_number;
    if (said.keys.size() == 1 && said.keys.front() == id_number) return ok();
    return failure(
        ErrorKind::kInvalid,
        fmt::format("比对“{}”应按证件号码：by {}", said.title,
                    id_number < said.entity->fields.size() ? said.entity->fields[id_number].name
                                                           : "id_number"),
        fmt::format("comparison {} is by something else than the ID number", said.name), said.name);
}

}  // namespace

const policy::ListComparison* Declared::find(const Entity& list, const Entity& against) const {
    for (const policy::ListComparison& one : comparisons)
        if (one.list == &list && one.entity == &against) return &one;
    return nullptr;
}

bool Declared::names(const std::optional<policy::Rule>& rule, Id record) const {
    if (!rule) return false;
    const auto found = rows.find(rule->name);
    return found != rows.end() && found->second.contains(record);
}

Result<std::shared_ptr<const Declared>> declare(Store& store, policy::CompiledPacks packs,
                                                const CheckOptions& options, Progress& progress) {
    auto out = std::make_shared<Declared>();
    out->comparisons = packs.comparisons;
    packs.rules.clear();
    for (const policy::ListComparison& one : out->comparisons) {
        RETURN_IF_ERROR(check_keys(one));
        for (const auto& rule : {one.missing, one.found})
            if (rule) packs.rules.push_back(*rule);
    }
    if (packs.rules.empty()) return std::shared_ptr<const Declared>(std::move(out));
    ASSIGN_OR_RETURN(const auto run, run_check(store, std::move(packs), options, progress));
    run->for_each(policy::Verdict::kFails, [&](const Finding& finding) {
        out->rows[run->packs().rules[finding.rule].name].insert(finding.record);
    });
    return std::shared_ptr<const Declared>(std::move(out));
}

}  // namespace tz::cross_check
