// Whom a ledger item is about, in words: household number, head, name, ID number. Found by loading
// the record and the household it refers to; households are remembered. One thread at a time.
#pragma once
#include <string>
#include <unordered_map>

#include "port/store.h"
#include "schema/entity.h"

namespace tz {

struct Subject {
    std::string household_number{};
    std::string head_name{};
    std::string name{};  // the person, village or project; the head for a household
    std::string id_number{};
};

class SubjectFinder {
  public:
    SubjectFinder(Transaction& transaction, Catalog catalog, Scope scope)
        : transaction_(transaction), catalog_(catalog), scope_(scope) {}
    // Empty texts for what isn't known.
    Result<Subject> find(const Entity& entity, Id record);

  private:
    Result<std::string> head_of(Id household);
    Result<Subject> household_of(const Entity& entity, const Row& values);
    Transaction& transaction_;
    Catalog catalog_;
    Scope scope_;
    std::unordered_map<Id, Subject, IdHash> households_;
};

}  // namespace tz
