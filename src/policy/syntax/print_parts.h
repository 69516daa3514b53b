// Pieces that the printers of this folder share. Pure.
#pragma once
#include <string>
#include <vector>

#include "policy/syntax/tree.h"

namespace tz::policy {

using PrintedRows = std::vector<std::vector<std::string>>;

std::string print_address(const AddressSyntax& source);
std::string print_table(const PrintedRows& rows);
// CATEGORY "title" owner DEPARTMENT [due … | within …]
std::string print_consequence(const ElseSyntax& problem);

}  // namespace tz::policy
