#include "app/command.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace tz {
namespace {

constexpr std::array<std::string_view, 8> kRoleNames = {
    "village_team", "township", "department", "county",
    "city",         "province", "auditor",    "administrator"};
constexpr std::array<std::string_view, 7> kOutcomeNames = {
    "refused", "added", "changed", "unchanged", "retired", "restored", "moved"};

Error no_such_record(const Situation& situation) {
    const Entity& entity = situation.entity;
    const std::string id = to_string(situation.envelope.record);
    return failure(ErrorKind::kNotFound,
                   fmt::format("没有这条{}记录({}),或不在您的管辖范围内", entity.label, id),
                   fmt::format("no {} record {}, or it lies outside your area", entity.name, id));
}

// "field=text" lines of the envelope, added to those the record has; kept in the order of the
// fields, so that the same cells are the same text whatever came first.
void add_unread(const Entity& entity, Record& record, std::string_view lines) {
    for (const std::string_view line : split(lines, '\n')) {
        const std::size_t equals = line.find('=');
        if (equals != std::string_view::npos)
            set_unread(record, line.substr(0, equals), line.substr(equals + 1));
    }
    Record ordered;
    for (const Field& field : entity.fields)
        if (const std::string_view cell = unread_text(record, field.name); !cell.empty())
            set_unread(ordered, field.name, cell);
    std::vector<std::string_view> added;
    for (const std::string_view line : split(record.unread, '\n'))
        if (is_added_line(line)) added.push_back(line);
    std::ranges::sort(added);
    for (const std::string_view line : added) ordered.unread += std::string(line) + "\n";
    record.unread = std::move(ordered.unread);
}

Result<Record> with_retired(const Situation& situation, bool retired) {
    if (situation.before == nullptr) return no_such_record(situation);
    Record after = *situation.before;
    after.retired = retired;
    return after;
}

Result<Record> decide_retire(const Situation& situation) { return with_retired(situation, true); }
Result<Record> decide_restore(const Situation& situation) { return with_retired(situation, false); }

// Digests name fields by their tags; two fields with one tag would be mistaken for each other.
bool tags_differ(const Entity& entity) {
    std::vector<std::uint32_t> tags;
    for (const Field& field : entity.fields) tags.push_back(field.tag);
    std::ranges::sort(tags);
    return std::ranges::adjacent_find(tags) == tags.end();
}

// Brings back what a former version said, also that it was retired.
Result<Record> decide_revert(const Situation& situation) {
    if (situation.before == nullptr || situation.former == nullptr)
        return no_such_record(situation);
    return *situation.former;
}

// Of records that a step alone writes: a sheet or a form can not stand for the step.
Result<Record> decide_closed(const Situation& situation) {
    const Entity& entity = situation.entity;
    return failure(ErrorKind::kForbidden,
                   fmt::format("“{}”只由“{}”写入，不能导入，也不能直接改；请逐条办理", entity.label,
                               entity.written_by),
                   fmt::format("{} is written by \"{}\" alone, not by an import or a change; take "
                               "that step instead",
                               entity.name, entity.written_by));
}

}  // namespace

// A retired record comes back.
Result<Record> decide_put(const Situation& situation) {
    Record after;
    if (situation.before != nullptr)
        after = *situation.before;
    else
        after.values.resize(situation.entity.fields.size());
    for (const FieldValue& change : situation.envelope.patch) {
        after.values[change.field] = change.value;
        if (!after.unread.empty()) clear_unread(after, situation.entity.fields[change.field].name);
    }
    if (!situation.envelope.unread.empty())
        add_unread(situation.entity, after, situation.envelope.unread);
    after.retired = false;
    return after;
}

std::string_view role_name(Role role) { return kRoleNames[static_cast<std::size_t>(role)]; }

std::optional<Role> parse_role(std::string_view name) {
    const auto it = std::ranges::find(kRoleNames, name);
    if (it == kRoleNames.end()) return std::nullopt;
    return static_cast<Role>(it - kRoleNames.begin());
}

std::string_view outcome_name(Outcome outcome) {
    return kOutcomeNames[static_cast<std::size_t>(outcome)];
}

Error to_error(const Receipt& receipt) {
    std::vector<std::string> zh, en;
    for (const Problem& problem : receipt.problems) {
        zh.push_back(problem.text.zh);
        en.push_back(problem.text.en);
    }
    return failure(receipt.kind, join(zh, ";"), join(en, "; "),
                   receipt.problems.empty() ? "" : receipt.problems.front().field);
}

Commands::Commands(Catalog catalog) : catalog_(catalog) {
    for (const Entity* entity : catalog) {
        CHECK(tags_differ(*entity));
        const std::string name(entity->name);
        const auto open = [entity](Decide decide) {
            return entity->written_by.empty() ? decide : decide_closed;
        };
        add({name + ".put", entity, kWriters, open(decide_put), true});
        add({name + ".retire", entity, kWriters, open(decide_retire), false});
        add({name + ".restore", entity, kWriters, open(decide_restore), true});
        add({name + ".revert", entity, kWriters, open(decide_revert), false});
    }
}

void Commands::add(CommandSpec spec) {
    std::string name = spec.name;
    specs_.insert_or_assign(std::move(name), std::move(spec));
}

const CommandSpec* Commands::find(std::string_view name) const {
    const auto it = specs_.find(name);
    return it == specs_.end() ? nullptr : &it->second;
}

}  // namespace tz
