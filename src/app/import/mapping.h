// Columns to places: by an answer of the user, by what was learnt of this source, by the layout.
// Owned by app/import; plain data and functions, safe from any thread.
#pragma once
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "app/import/head.h"
#include "app/import/import.h"
#include "domain/layout/layout.h"

namespace tz::intake {

// A column that a pack adds to a register.
struct AddedField {
    const Entity* entity = nullptr;
    std::shared_ptr<const Field> field{};
};

struct MappedColumn {
    std::size_t column = 0;
    std::string header{};  // "group/child" where grouped
    std::vector<Place> places{};
    std::size_t repeat = 0;  // 1, 2 …: of the members of a wide row
    AddedField added{};      // instead of places
    ColumnFate fate = ColumnFate::kUnplaced;
    Text reason{};
};

struct SheetMap {
    const Layout* layout = nullptr;  // null: put together from the catalog
    std::vector<Feed> feeds{};
    Text why{};
    std::vector<MappedColumn> columns{};
    std::vector<ImportIssue> issues{};  // without file and sheet
    bool is_usable = false;
};

// What a header means by somebody's word: header_key → "register.field" or "-".
using Answers = std::unordered_map<std::string, std::string>;

struct MappingWishes {
    const Layout* layout = nullptr;  // null: recognise
    std::string title{};             // of file and sheet, with the texts above the header
    Answers answers{};               // of this run
    Answers learnt{};                // of this source
    std::span<const AddedField> added{};
};

SheetMap map_columns(const Header& header, const MappingWishes& wishes);

// Labels, aliases and layout headers: what makes a row look like a header.
bool is_known_label(std::string_view key);
std::string place_name(const Place& place);  // "person.id_number"

}  // namespace tz::intake
