#include "domain/catalog.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>

#include "base/text.h"
#include "domain/department/department.h"
#include "domain/person/person.h"

namespace tz {
namespace {

std::string place(const Entity& entity, const Field& field) {
    return std::string(entity.name) + "." + std::string(field.name);
}

bool is_snake_case(std::string_view name) {
    return !name.empty() && name.front() >= 'a' && name.front() <= 'z' &&
           std::ranges::all_of(name, [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
           });
}

template <class Visit>
void each_field(Visit visit) {
    for (const Entity* entity : catalog())
        for (const Field& field : entity->fields) visit(*entity, field);
}

template <class Visit>
void each_code_list(Visit visit) {
    std::set<const CodeList*> seen;
    each_field([&](const Entity&, const Field& field) {
        if (field.codes && seen.insert(field.codes).second) visit(*field.codes);
    });
}

TEST(Catalog, NamesAreSnakeCaseAndUnique) {
    std::set<std::string_view> registers;
    for (const Entity* entity : catalog()) {
        EXPECT_TRUE(is_snake_case(entity->name)) << entity->name;
        EXPECT_TRUE(registers.insert(entity->name).second) << entity->name;
        std::set<std::string_view> fields;
        for (const Field& field : entity->fields) {
            EXPECT_TRUE(is_snake_case(field.name)) << place(*entity, field);
            EXPECT_TRUE(fields.insert(field.name).second) << place(*entity, field);
        }
    }
}

TEST(Catalog, AHeaderMeansOneFieldOfARegister) {
    for (const Entity* entity : catalog()) {
        std::set<std::string> labels;
        for (const Field& field : entity->fields) {
            EXPECT_TRUE(labels.insert(header_key(field.label)).second)
                << place(*entity, field) << " has the label of another field: " << field.label;
        }
        std::set<std::string> aliases = labels;
        for (const Field& field : entity->fields)
            for (const std::string_view alias : field.aliases)
                EXPECT_TRUE(aliases.insert(header_key(alias)).second)
                    << place(*entity, field) << " has the name of another field: " << alias;
    }
}

TEST(Catalog, KeysAreFields) {
    for (const Entity* entity : catalog()) {
        EXPECT_FALSE(entity->key.empty()) << entity->name;
        for (const std::string_view part : entity->key)
            EXPECT_NE(entity->find(part), nullptr) << entity->name << "." << part;
    }
}

TEST(Catalog, EveryRegisterButTheDepartmentsHasADivision) {
    for (const Entity* entity : catalog()) {
        const auto scopes = std::ranges::count(entity->fields, true, &Field::is_scope);
        EXPECT_EQ(scopes, entity == &kDepartment ? 0 : 1) << entity->name;
        if (entity == &kDepartment) continue;
        const Field* division = entity->find("division");
        ASSERT_NE(division, nullptr) << entity->name;
        EXPECT_TRUE(division->is_scope && division->is_required) << entity->name;
    }
}

TEST(Catalog, ReferencesLeadToEarlierRegisters) {
    std::set<std::string_view> earlier;
    for (const Entity* entity : catalog()) {
        for (const Field& field : entity->fields)
            if (field.type == Type::kReference) {
                EXPECT_TRUE(earlier.contains(field.refers_to)) << place(*entity, field);
                EXPECT_NE(field.inverse, Inverse::kNone) << place(*entity, field);
            }
        earlier.insert(entity->name);
    }
}

// What a reference is found by are fields like those of the other's key, one for one.
TEST(Catalog, ReferencesAreFoundByAWholeKey) {
    each_field([](const Entity& entity, const Field& field) {
        if (field.type != Type::kReference) return;
        const bool is_found_by_search = field.refers_to == "household" ||
                                        field.refers_to == "person" || !entity.written_by.empty();
        if (field.refers_by.empty()) {
            EXPECT_TRUE(is_found_by_search) << place(entity, field);
            return;
        }
        const Entity* other = find_entity(catalog(), field.refers_to);
        ASSERT_NE(other, nullptr) << place(entity, field);
        ASSERT_EQ(field.refers_by.size(), other->key.size()) << place(entity, field);
        for (std::size_t i = 0; i < other->key.size(); ++i) {
            const Field* own = entity.find(field.refers_by[i]);
            ASSERT_NE(own, nullptr) << place(entity, field) << " by " << field.refers_by[i];
            EXPECT_EQ(own->type, other->find(other->key[i])->type) << place(entity, field);
            EXPECT_EQ(own->codes, other->find(other->key[i])->codes) << place(entity, field);
        }
    });
}

TEST(Catalog, ReferencesOfOtherRegistersSayWhatTheyAreFoundBy) {
    each_field([](const Entity& entity, const Field& field) {
        if (field.type != Type::kReference) return;
        const bool by_people = field.refers_to == "household" || field.refers_to == "person";
        const bool by_step = !entity.written_by.empty();  // which knows the record
        EXPECT_TRUE(by_people || by_step || !field.refers_by.empty()) << place(entity, field);
    });
}

TEST(Catalog, InverseNamesAreFree) {
    std::set<std::string> names;
    each_field([&](const Entity& entity, const Field& field) {
        if (field.inverse == Inverse::kNone) return;
        const Entity* other = find_entity(catalog(), field.refers_to);
        ASSERT_NE(other, nullptr) << place(entity, field);
        EXPECT_EQ(other->find(field.inverse_name), nullptr) << place(entity, field);
        const std::string name = std::string(other->name) + "." + std::string(field.inverse_name);
        EXPECT_TRUE(names.insert(name).second) << name;
        EXPECT_EQ(find_inverse(catalog(), *other, field.inverse_name).entity, &entity) << name;
    });
}

TEST(Catalog, OwnersAreDepartments) {
    each_field([](const Entity& entity, const Field& field) {
        EXPECT_TRUE(field.owner.empty() || kDepartments.by_name(field.owner))
            << place(entity, field);
    });
}

TEST(Catalog, ChoicesAreDistinct) {
    each_code_list([](const CodeList& codes) {
        std::set<int> numbers;
        std::set<std::string> names;
        std::set<std::string> texts;
        for (const Choice& choice : codes.choices) {
            EXPECT_TRUE(numbers.insert(choice.code).second) << codes.name << " " << choice.code;
            EXPECT_TRUE(names.insert(std::string(choice.name)).second) << choice.name;
            EXPECT_TRUE(is_snake_case(choice.name)) << codes.name << " " << choice.name;
            EXPECT_TRUE(texts.insert(std::string(choice.label)).second) << choice.label;
        }
        for (const Choice& choice : codes.choices)
            for (const std::string_view alias : choice.aliases)
                EXPECT_TRUE(texts.insert(std::string(alias)).second) << codes.name << " " << alias;
    });
}

TEST(Catalog, SeveralChoicesFitABitSet) {
    each_field([](const Entity& entity, const Field& field) {
        if (field.type != Type::kChoices) return;
        for (const Choice& choice : field.codes->choices) {
            EXPECT_GE(choice.code, 0) << place(entity, field);
            EXPECT_LE(choice.code, 62) << place(entity, field);
        }
    });
}

TEST(Catalog, CodeListNamesAreUnique) {
    std::set<std::string_view> names;
    each_code_list(
        [&](const CodeList& codes) { EXPECT_TRUE(names.insert(codes.name).second) << codes.name; });
}

TEST(Catalog, ShortListsAreShort) {
    for (const Entity* entity : catalog()) {
        const auto listed = std::ranges::count(entity->fields, true, &Field::is_listed);
        EXPECT_GE(listed, 3) << entity->name;
        EXPECT_LE(listed, 16) << entity->name;
    }
}

TEST(Catalog, FindsOtherSpellingsOfChoices) {
    EXPECT_EQ(kSchoolStatuses.by_text("高中一年级")->name, "senior_1");
    EXPECT_EQ(kLabourSkills.by_text("无劳动能力")->name, "none");
    EXPECT_EQ(kRelations.by_text("女儿")->name, "daughter");
    EXPECT_EQ(kRelations.by_text("之女")->name, "daughter");
    EXPECT_EQ(kEthnicities.by_text("瑶")->code, 13);
}

}  // namespace
}  // namespace tz
