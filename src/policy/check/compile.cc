#include "policy/compile.h"

#include <algorithm>

#include "policy/check/expand.h"

namespace tz::policy {

Compiled compile(std::span<const PackSource> sources, Catalog catalog, Vocabulary vocabulary,
                 const DoAll& do_all) {
    Compiled compiled;
    Model model;
    model.catalog = catalog;
    model.vocabulary = vocabulary;
    model.out.catalog = catalog;
    load(model, sources, compiled.diagnostics, do_all);
    expand(model);
    check_parameters(model);
    check_calendars(model);
    expand_grants(model);
    collect(model);
    check_rules(model);
    check_grants(model);
    check_reports(model);
    check_forms(model);
    check_chains(model);
    check_assessments(model);
    check_comparisons(model);
    check_cases(model);
    compiled.packs = std::move(model.out);
    std::stable_sort(compiled.diagnostics.begin(), compiled.diagnostics.end(),
                     [](const Diagnostic& a, const Diagnostic& b) {
                         return std::tie(a.file, a.line, a.column) <
                                std::tie(b.file, b.line, b.column);
                     });
    const auto same = [](const Diagnostic& a, const Diagnostic& b) {
        return std::tie(a.file, a.line, a.column) == std::tie(b.file, b.line, b.column) &&
               a.message == b.message;
    };
    auto& all = compiled.diagnostics;
    all.erase(std::unique(all.begin(), all.end(), same), all.end());
    return compiled;
}

}  // namespace tz::policy
