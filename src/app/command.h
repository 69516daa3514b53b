// What can be commanded: the envelope that asks for a change, the receipt that answers, and the
// table that says which commands there are, who may give them and what they decide. Plain data
// and pure functions; safe from any thread.
#pragma once
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "domain/workflow/step.h"
#include "port/store.h"
#include "schema/convert.h"
#include "schema/record.h"

namespace tz {

std::string_view role_name(Role role);  // "village_team"
std::optional<Role> parse_role(std::string_view name);

// Who is asking. The scope is the area of the account, not of the record.
struct Session {
    std::string actor{};
    Role role = Role::kVillageTeam;
    Scope scope;
};

struct FieldValue {
    std::size_t field = 0;  // position in the register
    Value value{};          // unknown takes a value away
};

// One command as it was sent. The sender makes both ids, so sending again is safe.
struct Envelope {
    Id command_id{};                             // null: not remembered, a repeat runs again
    std::string command{};                       // "person.put"
    Id record{};                                 // null: the natural id of the values in the patch
    std::optional<std::int64_t> base_version{};  // the version the sender saw; 0: saw none
    std::vector<FieldValue> patch{};             // fields that are not named keep their value
    std::string source{};                        // empty: the command's name
    std::optional<Date> holds_from{};            // empty: today
    std::string unread{};                        // cells that could not be read: "field=text\n"
    std::int64_t to_version = 0;                 // revert: the version whose values come back
    std::vector<std::string> evidence{};         // addresses of photos and papers
};

enum class Outcome : std::uint8_t {
    kRefused,
    kAdded,
    kChanged,
    kUnchanged,
    kRetired,
    kRestored,
    kMoved
};
std::string_view outcome_name(Outcome outcome);  // "added"

// The answer to one command: what was done and where it stands in the audit chain, or why not.
struct Receipt {
    Outcome outcome = Outcome::kRefused;
    Id record{};
    std::int64_t version = 0;              // of the record now; 0 when refused
    std::int64_t county = 0;               // audit chain …
    std::int64_t sequence = 0;             // … and link in it; 0 when nothing was written
    ErrorKind kind = ErrorKind::kInvalid;  // when refused
    std::vector<Problem> problems{};       // when refused: all of them
    std::vector<FieldValue> former{};      // when changed: each changed field with its old value
};
// A refusal as an error: all problems in one text.
Error to_error(const Receipt& receipt);

// What a decision may look at. `before` is null for a record that does not exist yet; `former` is
// the version asked for by to_version.
struct Situation {
    const Entity& entity;
    const Record* before = nullptr;
    const Record* former = nullptr;
    const Envelope& envelope;
    const Session& session;
    Date today{};
};
// The record as it will be (values, unread, retired), or why not. Pure. The path fills in the
// rest: id, version, instant, source.
using Decide = Result<Record> (*)(const Situation&);
// The decision of "put": named fields take their new value, others keep theirs. For the commands by
// which a step writes a register of its own.
Result<Record> decide_put(const Situation& situation);

struct CommandSpec {
    std::string name{};
    const Entity* entity = nullptr;
    RoleSet roles{};
    Decide decide = nullptr;
    bool is_checked = true;  // the whole record must be valid afterwards
    bool is_step = false;    // of a workflow: a chain of signatures may stand before it
};

// All commands by name. Every register of the catalog has put (create or change), retire, restore
// and revert; workflow subjects add theirs.
class Commands {
  public:
    explicit Commands(Catalog catalog);
    void add(CommandSpec spec);
    const CommandSpec* find(std::string_view name) const;
    Catalog catalog() const { return catalog_; }

  private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view name) const {
            return std::hash<std::string_view>{}(name);
        }
    };
    Catalog catalog_;
    std::unordered_map<std::string, CommandSpec, Hash, std::equal_to<>> specs_;
};

}  // namespace tz
