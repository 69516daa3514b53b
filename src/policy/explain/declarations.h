// Forms, chains, scorecards and comparisons read aloud, for `policy show`. Pure.
#pragma once
#include <string>

#include "policy/explain/sentence.h"

namespace tz::policy {

std::string sentence(const Form& form, const CompiledPacks& packs, Language language);
std::string sentence(const Chain& chain, const CompiledPacks& packs, Language language);
std::string sentence(const Assessment& assessment, const CompiledPacks& packs, Language language);
std::string sentence(const ListComparison& comparison, const CompiledPacks& packs,
                     Language language, const Labels& labels = {});
// What may be answered: "是或否", "数值（亩）", "稳定、不稳定 之一".
std::string answer_words(const Question& question, Language language);

}  // namespace tz::policy
