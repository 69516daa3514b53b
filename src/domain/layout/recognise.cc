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
    const Layout* best = nullptr;
    int best_fitness = 0;
    for (const Layout& layout : layouts()) {
        const int fit = fitness(layout, title, keys);
        if (fit > best_fitness) best = &layout;
        best_fitness = std::max(best_fitness, fit);
    }
    return best;
}

}  // namespace tz
