// The declarations about people's work: scorecards, chains of signatures, forms, comparisons with
// lists. For parser.cc and print.cc; each parse_ function reads everything behind the keyword.
#pragma once
#include "policy/syntax/reader.h"

namespace tz::policy {

// {name "label", …}
bool parse_choices(Cursor& cursor, std::vector<ChoiceSyntax>& out);
bool parse_assess(Reader& reader, AssessSyntax& out);
bool parse_chain(Reader& reader, ChainSyntax& out);
bool parse_form(Reader& reader, FormSyntax& out);
bool parse_comparison(Reader& reader, ComparisonSyntax& out);

std::string print_assess(const AssessSyntax& assess);
std::string print_chain(const ChainSyntax& chain);
std::string print_form(const FormSyntax& form);
std::string print_comparison(const ComparisonSyntax& comparison);

}  // namespace tz::policy
