// From the text of packs to what they mean: the door to syntax/ and check/. Pure; any thread.
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/do_all.h"
#include "policy/check/typed.h"
#include "policy/syntax/diagnostic.h"
#include "schema/entity.h"

namespace tz::policy {

struct PackSource {
    std::string name{};                                        // "hunan/hengyang_2020"
    std::vector<std::pair<std::string, std::string>> files{};  // name and text, with pack.toml
};

// A step of a workflow, as far as chains of signatures need it. A command that may be taken in
// several states stands here once for each.
struct WorkStep {
    std::string_view command{};  // "problem.close_out"
    std::string_view state{};    // the field that holds the record's state
    std::string_view from{};     // the state in which the step may be taken; empty: none yet
    std::string_view since{};    // the date from which the record waits for it; empty: not kept
};

// Names that packs use but do not declare. An empty list is not checked.
struct Vocabulary {
    std::span<const std::string_view> departments{};
    std::span<const std::string_view> categories{};  // of problems
    std::span<const std::string_view> roles{};       // of those who sign
    std::span<const WorkStep> steps{};
};

struct Compiled {
    CompiledPacks packs{};
    std::vector<Diagnostic> diagnostics{};  // in order of file and line
    bool ok() const {                       // no errors; there may be warnings
        for (const Diagnostic& d : diagnostics)
            if (d.severity == Diagnostic::kError) return false;
        return true;
    }
};

// Parents come before or after their children in `sources`; both must be there. All problems of
// all files are reported. The catalog must outlive the result. Files are parsed by `do_all`.
Compiled compile(std::span<const PackSource> sources, Catalog catalog, Vocabulary vocabulary = {},
                 const DoAll& do_all = do_in_order);

}  // namespace tz::policy
