#include "app/ledger/subject.h"

#include "schema/convert.h"

namespace tz {
namespace {

std::string shown(const Entity& entity, const Row& values, std::string_view field) {
    const std::size_t i = entity.index(field);
    return i < values.size() ? show_value(entity.fields[i], values[i]) : std::string();
}

}  // namespace

// Some exports name no head: then it is the member who stands as one.
Result<std::string> SubjectFinder::head_of(Id household) {
    const Entity* person = find_entity(catalog_, "person");
    if (person == nullptr) return std::string();
    const Choice* head = person->find("relation")->codes->by_name("head");
    Query query;
    query.filters.push_back({person->index("household"), Compare::kEqual, household});
    query.filters.push_back({person->index("relation"), Compare::kEqual, std::int64_t{head->code}});
    query.limit = 1;
    ASSIGN_OR_RETURN(const auto heads, transaction_.find(*person, query, scope_));
    return heads.empty() ? std::string() : shown(*person, heads.front().values, "name");
}

// The household itself, or the one the record refers to; empty when it has none.
Result<Subject> SubjectFinder::household_of(const Entity& entity, const Row& values) {
    if (entity.name == "household")
        return Subject{shown(entity, values, "number"), shown(entity, values, "head_name"), {}, {}};
    const std::size_t i = entity.index("household");
    if (i >= values.size() || !is_known(values[i])) return Subject{};
    const Id id = std::get<Id>(values[i]);
    const auto known = households_.find(id);
    if (known != households_.end()) return known->second;
    const Entity& household = *find_entity(catalog_, "household");
    ASSIGN_OR_RETURN(const auto record, transaction_.get(household, id, scope_));
    Subject subject;
    if (record) {
        ASSIGN_OR_RETURN(subject, household_of(household, record->values));
    }
    if (subject.head_name.empty()) {
        ASSIGN_OR_RETURN(subject.head_name, head_of(id));
    }
    return households_[id] = subject;
}

Result<Subject> SubjectFinder::find(const Entity& entity, Id record) {
    ASSIGN_OR_RETURN(const auto found, transaction_.get(entity, record, scope_));
    if (!found) return Subject{};
    ASSIGN_OR_RETURN(Subject subject, household_of(entity, found->values));
    if (entity.name == "household" && subject.head_name.empty()) {
        ASSIGN_OR_RETURN(subject.head_name, head_of(record));
    }
    subject.name =
        entity.name == "household" ? subject.head_name : shown(entity, found->values, "name");
    subject.id_number = shown(entity, found->values, "id_number");
    if (subject.head_name.empty()) subject.head_name = shown(entity, found->values, "head_name");
    if (subject.household_number.empty())
        subject.household_number = shown(entity, found->values, "household_number");
    return subject;
}

}  // namespace tz
