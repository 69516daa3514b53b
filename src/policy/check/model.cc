#include "policy/check/model.h"

#include <algorithm>

namespace tz::policy {

bool Model::sees(int pack, int ancestor) const {
    // Bounded by the number of packs, in case parents go round in a circle.
    for (std::size_t i = 0; pack >= 0 && i <= packs.size(); ++i) {
        if (pack == ancestor) return true;
        pack = packs[static_cast<std::size_t>(pack)].parent;
    }
    return false;
}

int Model::find_define(int pack, const Entity& entity, std::string_view name) const {
    for (std::size_t i = 0; i < defines.size(); ++i) {
        const Define& define = out.defines[i];
        if (define.name == name && define.entity == &entity && sees(pack, defines[i].pack)) {
            return static_cast<int>(i);
        }
    }
    return -1;
}

int Model::find_parameter(int pack, std::string_view name) const {
    for (std::size_t i = 0; i < parameter_packs.size(); ++i) {
        if (out.parameters[i].name == name && sees(pack, parameter_packs[i])) {
            return static_cast<int>(i);
        }
    }
    return -1;
}

int Model::find_rule(int pack, std::string_view name) const {
    for (std::size_t i = 0; i < out.rules.size(); ++i) {
        if (out.rules[i].name == name && sees(pack, out.rules[i].pack)) return static_cast<int>(i);
    }
    return -1;
}

const NamedCodes* Model::find_codes(int pack, std::string_view name) const {
    for (const NamedCodes& named : codes) {
        if (named.name == name && sees(pack, named.pack)) return &named;
    }
    return nullptr;
}

const CodeList* Model::find_list(std::string_view name) const {
    const CodeList* by_field = nullptr;
    for (const Entity* register_ : catalog) {
        for (const Field& field : register_->fields) {
            if (field.codes && field.codes->name == name) return field.codes;
            if (field.codes && field.name == name && !by_field) by_field = field.codes;
        }
    }
    return by_field;
}

std::vector<std::string> Model::list_names() const {
    std::vector<std::string> names;
    for (const Entity* register_ : catalog)
        for (const Field& field : register_->fields)
            if (field.codes) names.emplace_back(field.codes->name);
    return names;
}

bool Model::is_made(const Rule& rule) const {
    return files[static_cast<std::size_t>(rule.at.file)].tree.made.contains(rule.name);
}

bool Model::listed(int file, const Name& name, std::span<const std::string_view> names,
                   Text message) const {
    if (names.empty() || std::find(names.begin(), names.end(), name.text) != names.end())
        return true;
    report(file).error(name.at, std::move(message),
                       suggest(name.text, {names.begin(), names.end()}));
    return false;
}

bool Model::is_broken(std::string_view name) const {
    const auto broken = [&](const PackFile& file) {
        return file.tree.broken.contains(std::string(name));
    };
    return std::any_of(files.begin(), files.end(), broken);
}

std::string Model::place(const Position& at) const {
    return fmt::format("{}:{}", out.files[static_cast<std::size_t>(at.file)], at.line);
}

const Entity* Model::entity(int file, const Name& name) const {
    if (const Entity* found = find_entity(catalog, name.text)) return found;
    std::vector<std::string> names;
    Text fix;
    for (const Entity* register_ : catalog) {
        names.emplace_back(register_->name);
        if (register_->label == name.text) fix = perhaps(register_->name);
    }
    if (fix.zh.empty()) fix = suggest(name.text, names);
    report(file).error(name.at, say("没有登记表“{}”", "there is no register `{}`", name.text),
                       std::move(fix));
    return nullptr;
}

Address Model::address(int file, const AddressSyntax& source) const {
    if (source.document.empty()) return {};
    std::vector<std::string> names;
    int pack = files[static_cast<std::size_t>(file)].pack;
    for (std::size_t i = 0; pack >= 0 && i <= packs.size(); ++i) {
        const PackNode& node = packs[static_cast<std::size_t>(pack)];
        if (node.documents.contains(source.document.text)) {
            return {source.document.text, source.clause};
        }
        for (const auto& [name, title] : node.documents) names.push_back(name);
        pack = node.parent;
    }
    Text fix = did_you_mean(source.document.text, names);
    if (fix.zh.empty()) {
        fix = say("在 pack.toml 里加上 [documents.{}]", "add [documents.{}] to pack.toml",
                  source.document.text);
    }
    report(file).error(source.document.at,
                       say("没有文件“{}”", "there is no document `{}`", source.document.text),
                       std::move(fix));
    return {source.document.text, source.clause};
}

}  // namespace tz::policy
