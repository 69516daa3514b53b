// Declarations that stand for others: a form for the rules about its answers, a scorecard for its
// sums and places. They become defines, classifies and requires before names are collected, so that
// everything behind sees ordinary declarations. One thread.
#pragma once
#include <vector>

#include "policy/check/model.h"

namespace tz::policy {

void expand(Model& model);

// One declaration of file number `file`; what it stands for is put at the end of `out`.
void expand_form(Model& model, int file, const FormSyntax& form, std::vector<Declaration>& out);
void expand_chain(Model& model, const ChainSyntax& chain, std::vector<Declaration>& out);
void expand_comparison(const ComparisonSyntax& comparison, std::vector<Declaration>& out);
void expand_assess(const AssessSyntax& assess, std::vector<Declaration>& out);

}  // namespace tz::policy
