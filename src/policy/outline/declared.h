// Every address in the text of packs with the declaration it stands in, whatever kind of
// declaration that is, and the documents the packs name. Pure; any thread.
#pragma once
#include <span>
#include <string>
#include <vector>

#include "policy/compile.h"

namespace tz::policy {

struct Declared {
    std::string keyword{};  // "require", "parameter", "context" …
    std::string name{};     // of the declaration; empty for a context
    std::string title{};    // in quotes behind the name
    std::string document{};
    std::string clause{};
    std::string reason{};  // of a context
    std::string file{};    // "hunan/hengyang_2020/water.tz"
    int line = 0;
    bool is_context() const { return keyword == "context"; }
};
std::vector<Declared> declared_addresses(std::span<const PackSource> sources);

struct PackDocument {
    std::string name{};
    std::string title{};
    std::string pack{};
};
std::vector<PackDocument> pack_documents(std::span<const PackSource> sources);

}  // namespace tz::policy
