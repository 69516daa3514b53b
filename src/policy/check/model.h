// The packs of one compilation while they are checked: what is declared where, and who sees whom.
// A pack sees its own names and those of its parents. One thread.
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "policy/compile.h"
#include "policy/syntax/report.h"
#include "policy/syntax/tree.h"

namespace tz::policy {

struct PackFile {
    int pack = 0;
    Tree tree{};
    Report report;
};

struct PackNode {
    int parent = -1;
    std::map<std::string, std::string> documents{};  // name -> title
};

struct NamedCodes {
    int pack = 0;
    std::string name{};
    std::string title{};
    const CodeList* list = nullptr;
    std::vector<std::int64_t> codes{};
};

enum class DefineState : std::uint8_t { kWaiting, kWorking, kDone };

// A define or classify as declared; its typed form is CompiledPacks::defines at the same position.
struct DefineSource {
    int pack = 0;
    int file = 0;
    const DefineSyntax* define = nullptr;
    const ClassifySyntax* classify = nullptr;
    NodePtr ready{};  // its body where it needs no typing
    DefineState state = DefineState::kWaiting;
};

struct Model {
    Catalog catalog{};
    Vocabulary vocabulary{};
    CompiledPacks out{};
    std::vector<PackNode> packs{};        // beside out.packs
    std::vector<PackFile> files{};        // beside out.files
    std::vector<DefineSource> defines{};  // beside out.defines
    std::vector<int> parameter_packs{};   // beside out.parameters: the pack that declared it first
    std::vector<NamedCodes> codes{};
    std::vector<int> working{};  // defines being typed, outermost first

    bool is_made(const Rule& rule) const;  // another declaration stands for it
    // Whether `name` is among `names`, which are not checked when there are none; reported if not.
    bool listed(int file, const Name& name, std::span<const std::string_view> names,
                Text message) const;
    // Whether `pack` is `ancestor` or below it.
    bool sees(int pack, int ancestor) const;
    int find_define(int pack, const Entity& entity, std::string_view name) const;  // -1: none
    int find_parameter(int pack, std::string_view name) const;
    int find_rule(int pack, std::string_view name) const;
    int find_calendar(int pack) const;
    const NamedCodes* find_codes(int pack, std::string_view name) const;
    // By its own name, or by the name of a field that uses it.
    const CodeList* find_list(std::string_view name) const;
    std::vector<std::string> list_names() const;
    // A declaration of that name could not be read, so that its absence was reported already.
    bool is_broken(std::string_view name) const;
    const Report& report(int file) const { return files[static_cast<std::size_t>(file)].report; }
    Position position(int file, Spot at) const { return {file, at.line, at.column}; }
    // The register of that name; reported when there is none.
    const Entity* entity(int file, const Name& name) const;
    std::string place(const Position& at) const;  // "file:line"
    // The address, with its document looked up in the pack and its parents.
    Address address(int file, const AddressSyntax& source) const;
};

// Reads the packs' files and links them to their parents.
void load(Model& model, std::span<const PackSource> sources, std::vector<Diagnostic>& diagnostics,
          const DoAll& do_all);
// Enters the names of all parameters, codes, defines and classifies.
void collect(Model& model);
void check_parameters(Model& model);
// What a type says, or nothing when it was reported.
std::optional<ValueType> read_type(const Model& model, int file, const TypeSyntax& syntax);
// The field that a declaration adds; its type is wrong: no field, and reported.
PackField make_field(const Model& model, int file, const FieldSyntax& syntax);
void check_rules(Model& model);  // require, exception, context; and all defines
void check_reports(Model& model);
void check_calendars(Model& model);
// Grants as the defines and rules they stand for: before the names are entered, and after.
void expand_grants(Model& model);
void check_grants(Model& model);
void check_forms(Model& model);
void check_chains(Model& model);
void check_assessments(Model& model);
void check_comparisons(Model& model);  // takes the rules that comparisons stand for out again
void check_cases(Model& model);

}  // namespace tz::policy
