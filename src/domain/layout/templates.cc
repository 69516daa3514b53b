// The layouts of import templates: one a register, made from its own labels.
#include <algorithm>
#include <deque>
#include <string>

#include "domain/catalog.h"
#include "domain/layout/layout.h"

namespace tz {
namespace {

// Kept by the program itself, or sent back as fix sheets.
constexpr std::string_view kNotHandedIn[] = {"import_batch", "column_alias", "problem",
                                             "signing_chain"};
// Key fields that the importer gives when the file doesn't.
constexpr std::string_view kGivenByImporter[] = {"year", "source_month", "sequence"};

template <class Names>
bool holds(const Names& names, std::string_view name) {
    return std::ranges::find(names, name) != std::end(names);
}

std::string_view made_if(const Entity& entity) {
    for (const std::string_view name : entity.key)
        if (!entity.find(name)->is_scope && !holds(kGivenByImporter, name)) return name;
    return entity.key.back();
}

struct Templates {
    std::deque<std::string> words{};
    std::deque<Feed> feeds{};
    std::deque<std::string_view> keywords{};
    std::deque<std::vector<std::string_view>> signatures{};
    std::vector<Layout> all{};

    Templates() {
        for (const Entity* entity : catalog())
            if (!holds(kNotHandedIn, entity->name)) add(*entity);
    }
    Templates(const Templates&) = delete;
    Templates& operator=(const Templates&) = delete;

    std::string_view keep(std::string word) { return words.emplace_back(std::move(word)); }
    std::vector<std::string_view> signature(const Entity& entity);
    void add(const Entity& entity);
};

std::vector<std::string_view> Templates::signature(const Entity& entity) {
    std::vector<std::string_view> out;
    const auto add_field = [&](std::string_view name) {
        out.push_back(keep(std::string(entity.name) + "." + std::string(name)));
    };
    for (const std::string_view name : entity.key)
        if (!entity.find(name)->is_scope && !holds(kGivenByImporter, name)) add_field(name);
    if (out.empty()) add_field(entity.key.back());
    return out;
}

void Templates::add(const Entity& entity) {
    const bool is_taken = std::ranges::find(layouts(), entity.name, &Layout::name) !=
                          layouts().end();  // by a layout that is stated
    Layout layout;
    layout.name = is_taken ? keep(std::string(entity.name) + "_template") : entity.name;
    layout.title = entity.label;
    layout.keywords = {&keywords.emplace_back(entity.label), 1};
    layout.feeds = {&feeds.emplace_back(Feed{&entity, made_if(entity)}), 1};
    layout.signature = signatures.emplace_back(signature(entity));
    layout.blank_clears = false;
    all.push_back(layout);
}

}  // namespace

bool is_template_field(const Field& field) { return field.type != Type::kReference; }

std::span<const Layout> template_layouts() {
    static const Templates kTemplates;
    return kTemplates.all;
}

}  // namespace tz
