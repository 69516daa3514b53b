// A few records in memory: the facts of a case table, or of a test. Fill it, then ask. Reading is
// safe from several threads once nothing is added any more.
#pragma once
#include <map>
#include <set>
#include <string_view>
#include <vector>

#include "policy/check/case_path.h"
#include "policy/check/typed.h"
#include "policy/explain/oracle.h"
#include "policy/facts.h"

namespace tz::policy {

class World final : public Facts {
  public:
    // A record whose values are all unknown; its id is what references hold to point to it.
    std::uint32_t add(const Entity& entity);
    std::uint32_t add(const Entity& entity, Row values);
    void set(const Entity& entity, std::uint32_t row, std::size_t field, Value value);
    void set_unreadable(const Entity& entity, std::uint32_t row, std::size_t field);
    // Reference field `field` of the row points to row `to` of register `target`.
    void point(const Entity& entity, std::uint32_t row, std::size_t field, const Entity& target,
               std::uint32_t to);
    Id id(const Entity& entity, std::uint32_t row) const;

    std::uint32_t row_count(const Entity& entity) const override;
    Value value(const Entity& entity, std::uint32_t row, std::size_t field) const override;
    bool unreadable(const Entity& entity, std::uint32_t row, std::size_t field) const override;
    std::uint32_t parent(const Entity& entity, std::uint32_t row, std::size_t field) const override;
    std::pair<std::uint32_t, std::uint32_t> children(const Entity& entity, std::uint32_t row,
                                                     const Entity& other,
                                                     std::size_t field) const override;
    std::pair<std::uint32_t, std::uint32_t> neighbours(const Entity& entity, std::uint32_t row,
                                                       const Entity& other) const override;
    std::pair<std::uint32_t, std::uint32_t> within(const Entity& entity, std::uint32_t row,
                                                   const Entity& other) const override;
    std::uint32_t at_division(const Entity& other, std::int64_t division) const override;
    std::uint32_t child(const Entity& other, std::size_t field, bool by_division,
                        std::uint32_t position) const override;
    std::int64_t same(const Entity& entity, std::uint32_t row, std::size_t field) const override;
    std::int64_t same_in(const Entity& entity, std::uint32_t row, std::size_t field,
                         std::size_t reference) const override;

  private:
    struct Table {
        std::vector<Row> rows{};
        std::set<std::pair<std::uint32_t, std::size_t>> unreadable{};
    };
    const Table& table(const Entity& entity) const;
    // Rows of a register, those with equal values of a field together.
    std::vector<std::uint32_t> ordered(const Entity& other, std::size_t field) const;
    std::pair<std::uint32_t, std::uint32_t> run_of(const Entity& other, std::size_t field,
                                                   const Value& wanted) const;
    std::map<const Entity*, Table> tables_{};
};

// The world of one case: the record it is about is row 0 of the subject's register.
struct CaseWorld {
    World world{};
    Given given{};
    RunDates dates{};
};
CaseWorld build_world(const CompiledPacks& packs, const Case& test, const Entity& subject);

CaseWorld build_world(CasePaths& paths, const CompiledPacks& packs, const Case& test,
                      const Entity& subject);

}  // namespace tz::policy
