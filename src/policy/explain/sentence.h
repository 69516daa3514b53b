// Reads rules aloud in plain words, for those who must check them against the clause. Pure.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "policy/check/typed.h"

namespace tz::policy {

// What a pack's identifiers are called; a name without a label is shown as it is.
struct Labels {
    const CodeList* departments = nullptr;
    const CodeList* categories = nullptr;
};

std::string label_of(const CodeList* labels, const std::string& name);

std::string sentence(const Rule& rule, const CompiledPacks& packs, Language language,
                     const Labels& labels = {});
// What a grant gives to whom.
std::string sentence(const Grant& grant, const CompiledPacks& packs, Language language,
                     const Labels& labels = {});
// What a define is made of, where `phrase` says its name.
std::string spelled_out(const Node& node, const CompiledPacks& packs, Language language);
// A condition or value: "人均日供水量不低于35升/人/日".
std::string phrase(const Node& node, const CompiledPacks& packs, Language language);
// The name of a value: of a yes-or-no field, what it is about.
std::string name_phrase(const Node& node, const CompiledPacks& packs, Language language);
// A value as people read it: "35升/人/日", "脱贫户", "5000元", "是".
// A title in quotation marks; its own become the inner ones.
std::string in_quotes(std::string_view title, Language language);
std::string shown_value(const ValueType& type, std::int64_t number, std::string_view text,
                        Language language);
// What each parameter that the rule reads is, where and when.
std::vector<std::string> parameter_values(const Rule& rule, const CompiledPacks& packs,
                                          Language language);
// Each `x missing as v` of the rule, in words. Empty when it has none.
std::vector<std::string> replacements(const Rule& rule, const CompiledPacks& packs,
                                      Language language);

}  // namespace tz::policy
