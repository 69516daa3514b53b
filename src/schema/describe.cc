#include "schema/describe.h"

#include <fmt/format.h>

#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>

namespace tz {
namespace {

namespace json = boost::json;

constexpr std::string_view kMetaColumns =
    "_county INTEGER NOT NULL, _id BLOB NOT NULL, _version INTEGER NOT NULL, "
    "_holds_from INTEGER NOT NULL, _recorded_ms INTEGER NOT NULL, _source TEXT NOT NULL, "
    "_retired INTEGER NOT NULL, _unread TEXT NOT NULL";

std::string_view type_name(Type type) {
    constexpr std::string_view kNames[] = {"text",  "number",   "money",  "bool",    "date",
                                           "month", "division", "choice", "choices", "reference"};
    return kNames[static_cast<std::size_t>(type)];
}

std::string_view typescript_type(Type type) {
    switch (type) {
        case Type::kBool:
            return "boolean";
        case Type::kNumber:
        case Type::kMoney:
            return "number";
        case Type::kChoices:
            return "string[]";
        default:
            return "string";
    }
}

std::string columns_of(const Entity& entity) {
    std::string columns(kMetaColumns);
    for (const Field& field : entity.fields)
        columns += fmt::format(", \"{}\" {}", field.name, sql_type(field.type));
    return columns;
}

json::array choices_json(const CodeList& codes) {
    json::array out;
    for (const Choice& c : codes.choices)
        out.push_back({{"code", c.code}, {"name", c.name}, {"label", c.label}});
    return out;
}

json::object field_json(const Field& field) {
    json::object out{{"name", field.name}, {"label", field.label}, {"type", type_name(field.type)}};
    if (field.is_required) out["required"] = true;
    if (field.is_personal) out["personal"] = true;
    if (field.is_scope) out["scope"] = true;
    if (!field.unit.empty()) out["unit"] = field.unit;
    if (field.decimals != 0) out["decimals"] = field.decimals;
    if (!field.refers_to.empty()) out["refers_to"] = field.refers_to;
    if (!field.refers_by.empty())
        out["refers_by"] = json::array(field.refers_by.begin(), field.refers_by.end());
    if (!field.inverse_name.empty()) out["inverse"] = field.inverse_name;
    if (!field.owner.empty()) out["owner"] = field.owner;
    if (field.codes != nullptr) out["choices"] = choices_json(*field.codes);
    if (!field.aliases.empty())
        out["aliases"] = json::array(field.aliases.begin(), field.aliases.end());
    return out;
}

json::object entity_json(const Entity& entity) {
    json::array fields;
    for (const Field& field : entity.fields) fields.push_back(field_json(field));
    return {{"name", entity.name},
            {"label", entity.label},
            {"key", json::array(entity.key.begin(), entity.key.end())},
            {"fields", std::move(fields)}};
}

}  // namespace

std::string_view sql_type(Type type) {
    if (type == Type::kText) return "TEXT";
    return type == Type::kReference ? "BLOB" : "INTEGER";
}

std::vector<std::string> create_statements(const Entity& entity, bool strict) {
    const std::string_view ending = strict ? ") STRICT, WITHOUT ROWID" : ")";
    const std::string columns = columns_of(entity);
    std::vector<std::string> out;
    out.push_back(fmt::format("CREATE TABLE IF NOT EXISTS \"{}\" ({}, PRIMARY KEY (_county, _id){}",
                              entity.name, columns, ending));
    out.push_back(
        fmt::format("CREATE TABLE IF NOT EXISTS \"{}_history\" ({}, _replaced_ms INTEGER NOT "
                    "NULL, PRIMARY KEY (_county, _id, _version){}",
                    entity.name, columns, ending));
    for (const Field& field : entity.fields)
        if (field.is_scope || field.type == Type::kReference)
            out.push_back(
                fmt::format("CREATE INDEX IF NOT EXISTS \"{0}_by_{1}\" ON \"{0}\" (\"{1}\")",
                            entity.name, field.name));
    return out;
}

std::string describe_json(Catalog catalog) {
    json::array registers;
    for (const Entity* entity : catalog) registers.push_back(entity_json(*entity));
    return json::serialize(json::value{{"registers", std::move(registers)}});
}

std::string describe_typescript(Catalog catalog) {
    std::string out;
    for (const Entity* entity : catalog) {
        out += fmt::format("/** {} */\nexport interface {} {{\n", entity->label, entity->name);
        for (const Field& field : entity->fields)
            out += fmt::format("  {}{}: {};  // {}\n", field.name, field.is_required ? "" : "?",
                               typescript_type(field.type), field.label);
        out += "}\n";
    }
    return out;
}

std::string describe_mermaid(Catalog catalog) {
    std::string out = "erDiagram\n";
    for (const Entity* entity : catalog) {
        out += fmt::format("  {}[\"{}\"] {{\n", entity->name, entity->label);
        for (const std::string_view name : entity->key)
            out += fmt::format("    {} {} PK \"{}\"\n", type_name(entity->find(name)->type), name,
                               entity->find(name)->label);
        out += "  }\n";
    }
    for (const Entity* entity : catalog)
        for (const Field& field : entity->fields)
            if (!field.refers_to.empty())
                out += fmt::format("  {} |o--{} {} : {}\n", field.refers_to,
                                   field.inverse == Inverse::kOne ? "o|" : "o{", entity->name,
                                   field.name);
    return out;
}

}  // namespace tz
