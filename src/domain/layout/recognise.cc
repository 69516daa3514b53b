#include <algorithm>
#include <string>

#include "base/text.h"
#include "domain/layout/layout.h"

namespace tz {
namespace {

bool has_signature(const Layout& layout, const std::vector<std::string>& keys,
                   const std::vector<Place>& places) {
    return std::ranges::all_of(layout.signature, [&](std::string_view wanted) {
        if (const Target target = find_target(wanted); target.entity)
            return std::ranges::any_of(places, [&](const Place& place) {
                return place.entity == target.entity && place.field == target.field;
            });
        const auto names = split(wanted, '|');
        return std::ranges::any_of(
            keys, [&](const std::string& key) { return std::ranges::count(names, key) > 0; });
    });
}

// How well a layout fits: columns placed weigh most, then a word in the title, then how much the
// signature asks for. Nothing when the signature isn't there.
int fitness(const Layout& layout, std::string_view title, const std::vector<std::string>& keys) {
    std::vector<Place> places;
    int placed = 0;
    for (const std::string& key : keys) {
        const auto more = place_header(layout, key);
        placed += more.empty() ? -1 : 4;
        places.insert(places.end(), more.begin(), more.end());
    }
    if (!has_signature(layout, keys, places)) return 0;
    const auto in_title = [title](std::string_view word) {
        return title.find(word) != std::string_view::npos;
    };
    const int keyword = std::ranges::any_of(layout.keywords, in_title) ? 12 : 0;
    return std::max(1, placed + keyword + static_cast<int>(layout.signature.size()));
}

// The columns of a template's register are all there.
bool is_complete(const Layout& layout, const std::vector<std::string>& keys) {
    return std::ranges::all_of(layout.feeds[0].entity->fields, [&](const Field& field) {
        return !is_template_field(field) || std::ranges::count(keys, header_key(field.label)) > 0;
    });
}

bool feeds(const Layout& layout, const Entity* entity) {
    return std::ranges::find(layout.feeds, entity, &Feed::entity) != layout.feeds.end();
}

constexpr std::size_t kPartMin = 4;  // columns that tell a sheet without a name

// Part of a template is taken for one when the sheet bears its name or has no other column, and no
// stated layout feeds the register.
bool may_be_part(const Layout& layout, std::string_view title,
                 const std::vector<std::string>& keys) {
    const auto feeds_it = [&](const Layout& other) { return feeds(other, layout.feeds[0].entity); };
    if (std::ranges::any_of(layouts(), feeds_it)) return false;
    const auto is_placed = [&](const std::string& key) {
        return !place_header(layout, key).empty();
    };
    return title.find(layout.title) != std::string_view::npos ||
           (keys.size() >= kPartMin && std::ranges::all_of(keys, is_placed));
}

struct Best {
    const Layout* layout = nullptr;
    int fitness = 0;
    void offer(const Layout& other, int fit) {
        if (fit > fitness) layout = &other;
        fitness = std::max(fitness, fit);
    }
};

}  // namespace

bool fits(const Layout& layout, std::span<const std::string> headers) {
    std::vector<std::string> keys;
    std::vector<Place> places;
    for (const std::string& header : headers) {
        keys.push_back(header_key(header));
        const auto more = place_header(layout, header);
        places.insert(places.end(), more.begin(), more.end());
    }
    return has_signature(layout, keys, places);
}

const Layout* recognise_layout(std::string_view title, std::span<const std::string> headers) {
    std::vector<std::string> keys;
    for (const std::string& header : headers) keys.push_back(header_key(header));
    constexpr int kComplete = 20;
    Best best;
    for (const Layout& layout : layouts()) best.offer(layout, fitness(layout, title, keys));
    for (const Layout& layout : template_layouts())
        if (is_complete(layout, keys)) {
            best.offer(layout, fitness(layout, title, keys) + kComplete);
        } else if (may_be_part(layout, title, keys)) {
            best.offer(layout, fitness(layout, title, keys));
        }
    return best.layout;
}

}  // namespace tz
