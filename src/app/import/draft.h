// What lies between a row and the command path: envelopes under construction, what the file has
// said so far, and the issues found. Owned by one import; one thread at a time.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "app/import/import.h"
#include "app/import/plan.h"

namespace tz::intake {

// Where in the file something was said.
struct Spot {
    std::uint32_t sheet = 0;  // position in FileMemory::sheets
    std::int64_t row = 0;
};

struct DraftInfo {
    const SheetPlan* plan = nullptr;
    std::size_t slot = 0;
    std::int64_t row = 0;
    std::size_t house = kNone;  // in FileMemory::houses
    bool is_doubtful = false;
    bool is_again = false;        // the record was written from an earlier row of this file
    bool must_exist = false;      // only for a record that is there already
    bool needs_area = false;      // the sheet doesn't say where it is
    bool says_something = false;  // more than who it is about
    bool is_dropped = false;
};

// Envelopes of some source rows; their memory is used again for the next.
struct Chunk {
    std::string source{};  // what all of them are said by
    std::vector<Envelope> envelopes{};
    std::vector<DraftInfo> infos{};
    std::size_t used = 0;
    std::size_t rows = 0;
    std::int64_t first_row = 0;

    std::size_t open(const SheetPlan& plan, std::size_t slot, std::int64_t row);
    void drop_last() { --used; }
    void compact();  // dropped ones go
    void clear();
};

const Value* find_value(const Envelope& envelope, std::size_t field);
std::string_view text_of(const Envelope& envelope, std::size_t field);  // empty: unknown
void set_value(Envelope& envelope, std::size_t field, Value value);     // replaces or adds
// The id of the natural key; of what is known of it when parts are missing.
Id key_id(const Slot& slot, const Envelope& envelope);

// A household as this file has spoken of it.
struct House {
    Spot first{};
    Spot head{};
    std::size_t hashes = 0;           // where its shared cells begin in FileMemory::hashes
    const SheetPlan* plan = nullptr;  // of the sheet that spoke of it first
    std::uint32_t members = 0;
    std::uint32_t heads = 0;
    std::uint32_t made = 0;  // Slot::bit of each record that was written
    Division division{};
};

struct FileMemory {
    std::vector<std::string> sheets{};
    // The shared fields of all sheets; a field that several columns feed stands there as often.
    struct SharedField {
        const Entity* entity = nullptr;
        std::size_t field = 0;
        std::size_t occurrence = 0;
        bool operator==(const SharedField&) const = default;
    };
    std::vector<SharedField> shared{};
    std::vector<const Entity*> shared_entities{};
    void add(SheetPlan& plan);  // before the first row is read
    std::vector<House> houses{};
    std::vector<std::uint32_t> hashes{};  // of the text of each shared cell; 0: blank so far
    std::unordered_map<std::string, std::size_t> house_of{};  // number (and year) → position
    std::unordered_map<Id, Spot, IdHash> records{};           // records of own slots
    struct Member {
        std::size_t house = 0;
        Spot spot{};
    };
    std::unordered_map<std::uint64_t, Member> people{};  // packed person key → household
    std::string spot_name(const Spot& spot, const SheetPlan& here) const;  // "第5行"
    std::string spot_name_en(const Spot& spot, const SheetPlan& here) const;
};

// Collects issues; keeps the first ones, counts all.
class Reporter {
  public:
    Reporter(ImportReport& report, std::size_t details_max)
        : report_(report), details_max_(details_max) {}
    void add(ImportIssue issue);
    // About a cell or, with kNone, about the row.
    void cell(IssueKind kind, const SheetPlan& plan, std::int64_t row, std::size_t column,
              std::string_view value, std::string_view register_name, Text reason, Text action);
    ImportReport& report() { return report_; }

  private:
    ImportReport& report_;
    std::size_t details_max_;
};

}  // namespace tz::intake
