// Which record a draft is about: the one of its natural key, or a member of the household whose
// number was corrected; and what it refers to. Owned by one import; one thread at a time.
#pragma once
#include <map>
#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

#include "app/import/draft.h"
#include "port/store.h"

namespace tz::intake {

class Matcher {
  public:
    // `area` is where records go of which nothing says where they are; 0: they are refused.
    Matcher(Store& store, const Session& session, Division area, FileMemory& memory,
            Reporter& reporter);
    // How many records there are before the import begins.
    Status prepare(const std::vector<const Entity*>& registers);
    bool is_empty(const Entity& entity) const { return !has_records_.contains(&entity); }
    Status match(Chunk& chunk);
    // What was said of records that are not there and could not be made; after the last chunk.
    void report_absent();

  private:
    struct Known {  // a person of the register
        Id id{};
        Id household{};
        Division division{};
    };
    using Members = std::vector<Record>;

    Status load_people();
    Status match_people(Chunk& chunk);
    Result<bool> all_are_there(const Chunk& chunk, const std::vector<std::size_t>& drafts);
    void match_members(Chunk& chunk, const std::vector<std::size_t>& drafts,
                       const Members& members);
    void take_over(Chunk& chunk, std::size_t draft, const Record& member, bool is_guess);
    Result<const Members*> members_of(Id household);
    Result<bool> exists(const Entity& entity, Id id);
    Status drop_absent(Chunk& chunk);
    void note_absent(const DraftInfo& info);
    Status place(Chunk& chunk, std::size_t draft);
    Result<Division> find_area(const Chunk& chunk, std::size_t draft);
    Status refer(Chunk& chunk, std::size_t draft);
    Id household_id(std::string_view number);
    Result<Value> find_household(const Envelope& envelope, const Slot& slot);
    Result<Value> find_person(Chunk& chunk, std::size_t draft);
    const Known* known_person(const Envelope& envelope, const Slot& slot);

    Store& store_;
    Scope scope_;
    Division area_{};
    FileMemory& memory_;
    Reporter& reporter_;
    struct Absent {
        const SheetPlan* plan = nullptr;
        std::size_t slot = 0;
        std::int64_t first_row = 0;
        std::int64_t count = 0;
    };
    std::vector<Absent> absent_;
    std::unordered_map<const Entity*, bool> has_records_;
    std::unique_ptr<Transaction> transaction_;         // while a chunk is matched
    std::unordered_map<Id, Members, IdHash> members_;  // of this chunk's households
    std::string last_number_;                          // the household asked for last …
    Id last_household_{};                              // … and its id
    bool has_people_ = false;
    std::unordered_map<std::uint64_t, Known> people_;  // by packed person key; loaded when asked
};

}  // namespace tz::intake
