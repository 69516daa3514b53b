#include "policy/eval/walks.h"

#include <algorithm>

namespace tz::policy {
namespace {

std::vector<std::uint32_t> village_of_rows(const Image::Register& reg) {
    std::vector<std::uint32_t> out(reg.rows);
    for (std::uint32_t village = 0; village + 1 < reg.village_first.size(); ++village)
        std::fill(out.begin() + reg.village_first[village],
                  out.begin() + reg.village_first[village + 1], village);
    return out;
}

std::vector<std::uint32_t> rows_outside(const Image::Register& own, const Image::Register& other,
                                        const std::uint32_t* parents) {
    const auto here = village_of_rows(own), there = village_of_rows(other);
    std::vector<std::uint32_t> out;
    for (std::uint32_t row = 0; row < own.rows; ++row)
        if (parents[row] != kNoRow && there[parents[row]] != here[row]) out.push_back(row);
    return out;
}

Walk walk_up(const Image::Register& own, const Link* link) {
    Walk walk;
    if (!link || !link->target) {
        walk.owned.assign(own.rows, kNoRow);
        walk.parents = walk.owned.data();
        return walk;
    }
    walk.parents = link->parents.data();
    walk.outside = rows_outside(own, *link->target, walk.parents);
    return walk;
}

// The one record of `other` that refers here.
Walk walk_down_to_one(const Image::Register& own, const Image::Register& other, const Link* link) {
    Walk walk;
    walk.owned.assign(own.rows, kNoRow);
    if (link && link->target == &own)
        for (std::uint32_t row = 0; row < own.rows; ++row)
            if (link->first[row] != link->last[row]) walk.owned[row] = link->row_at(link->first[row]);
    walk.parents = walk.owned.data();
    walk.outside = rows_outside(own, other, walk.parents);
    return walk;
}

void hide_outside(Walk& walk, const Link& link) {
    walk.owned = link.first;
    walk.owned_last = link.last;
    for (std::uint32_t row : walk.outside) walk.owned[row] = walk.owned_last[row] = 0;
    walk.first = walk.owned.data();
    walk.last = walk.owned_last.data();
}

Walk walk_down(const Image::Register& own, const Image::Register& other, const Link* link) {
    Walk walk;
    if (!link || link->target != &own) {
        walk.owned.assign(own.rows, 0);
        walk.first = walk.last = walk.owned.data();
        return walk;
    }
    walk.lies_together = link->rows.empty();
    walk.first = link->first.data();
    walk.last = link->last.data();
    for (std::uint32_t row : rows_outside(other, own, link->parents.data()))
        walk.outside.push_back(link->parents[row]);
    std::ranges::sort(walk.outside);
    walk.outside.erase(std::unique(walk.outside.begin(), walk.outside.end()), walk.outside.end());
    if (!walk.outside.empty() && walk.lies_together) hide_outside(walk, *link);
    return walk;
}

}  // namespace

Walk make_walk(const Image& image, const Instruction& in) {
    const Image::Register& own = *image.find_register(*in.entity);
    const Image::Register& other = *image.find_register(*in.other);
    if (in.op == Op::kParent) return walk_up(own, own.links[in.field].get());
    const Link* link = other.links[in.field].get();
    return in.op == Op::kChild ? walk_down_to_one(own, other, link) : walk_down(own, other, link);
}

}  // namespace tz::policy
