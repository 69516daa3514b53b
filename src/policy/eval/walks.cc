#include "policy/eval/walks.h"

#include <algorithm>

namespace tz::policy {
namespace {

using Register = Image::Register;

RowRange rows_of(const Register& reg, std::size_t village) {
    return {reg.village_first[village], reg.village_first[village + 1]};
}

bool inside(RowRange range, std::uint32_t first, std::uint32_t last) {
    return range.first <= first && last <= range.last;
}

// Rows whose record lies in another village.
std::vector<std::uint32_t> rows_outside(const Register& own, const Register& other,
                                        const std::uint32_t* parents) {
    std::vector<std::uint32_t> out;
    for (std::size_t village = 0; village + 1 < own.village_first.size(); ++village) {
        const RowRange here = rows_of(own, village), there = rows_of(other, village);
        for (std::uint32_t row = here.first; row < here.last; ++row)
            if (parents[row] != kNoRow && parents[row] - there.first >= there.size())
                out.push_back(row);
    }
    return out;
}

Walk to_one(const Register& own, const Register* other, const std::uint32_t* parents) {
    Walk walk;
    if (!parents) {
        walk.owned_first.assign(own.rows, kNoRow);
        parents = walk.owned_first.data();
    }
    walk.parents = parents;
    if (other) walk.outside = rows_outside(own, *other, parents);
    return walk;
}

Walk walk_up(const Register& own, const Link* link) {
    const bool leads = link && link->target;
    return to_one(own, leads ? link->target : nullptr, leads ? link->parents.data() : nullptr);
}

// The one record of `other` that refers here: the first.
Walk walk_down_to_one(const Register& own, const Register& other, const Link* link) {
    std::vector<std::uint32_t> records(own.rows, kNoRow);
    if (link && link->target == &own)
        for (std::uint32_t row = 0; row < own.rows; ++row)
            if (link->first[row] != link->last[row]) records[row] = link->row_at(link->first[row]);
    Walk walk = to_one(own, &other, records.data());
    walk.owned_first = std::move(records);
    walk.parents = walk.owned_first.data();
    return walk;
}

// Where the records of every row lie, given their positions in an index: as rows where they lie
// together and in the row's village, else the row is left for later.
template <class Index, class Positions>
Walk find_runs(const Register& own, const Register& other, const Index& index,
               Positions positions) {
    Walk walk;
    walk.owned_first.assign(own.rows, 0);
    walk.owned_last.assign(own.rows, 0);
    for (std::size_t village = 0; village + 1 < own.village_first.size(); ++village) {
        const RowRange here = rows_of(own, village), there = rows_of(other, village);
        for (std::uint32_t row = here.first; row < here.last; ++row) {
            const auto [first, last] = positions(row);
            if (first == last) continue;
            const std::uint32_t begin = index.row_at(first), end = index.row_at(last - 1) + 1;
            if (end - begin != last - first || !inside(there, begin, end)) {
                walk.outside.push_back(row);
                continue;
            }
            walk.owned_first[row] = begin;
            walk.owned_last[row] = end;
        }
    }
    walk.first = walk.owned_first.data();
    walk.last = walk.owned_last.data();
    return walk;
}

void mark_segments(Walk& walk, const Register& own, const Register& other) {
    walk.ends = Bitmap(other.rows);
    walk.owned = Bitmap(other.rows);
    walk.has = Bitmap(own.rows);
    std::uint32_t next = 0;
    const auto leave = [&](std::uint32_t until) {
        for (; next < until; ++next) walk.ends.set(next);
    };
    for (std::uint32_t row = 0; row < own.rows; ++row) {
        if (walk.first[row] == walk.last[row]) continue;
        leave(walk.first[row]);
        next = walk.last[row];
        walk.ends.set(next - 1);
        walk.owned.set(next - 1);
        walk.has.set(row);
    }
    leave(other.rows);
}

Walk walk_down(const Register& own, const Register& other, const Link* link) {
    static const Link kNothing;
    const bool leads = link && link->target == &own;
    const Link& index = leads ? *link : kNothing;
    Walk walk = find_runs(own, other, index, [&](std::uint32_t row) {
        return leads ? std::pair(link->first[row], link->last[row]) : std::pair(0u, 0u);
    });
    // Rows in order have their records in order unless those lie in another order altogether.
    bool ascending = true;
    std::uint32_t before = 0;
    for (std::uint32_t row = 0; row < own.rows; ++row) {
        if (walk.first[row] == walk.last[row]) continue;
        ascending &= before <= walk.first[row];
        before = walk.last[row];
    }
    if (!ascending || !leads) return walk;
    walk.segment_parents = link->parents.data();
    mark_segments(walk, own, other);
    return walk;
}

Walk walk_division(const Image& image, const Register& own, const Register& other) {
    std::int64_t division = kUnknownDivision;
    auto found = other.areas.find(division);
    return find_runs(own, other, other.areas, [&](std::uint32_t row) {
        const std::int64_t next = own_division(image, own, row);
        if (next != division) found = other.areas.find(next);
        division = next;
        return found;
    });
}

WalkKind kind_of(const Instruction& in) {
    if (in.op == Op::kParent) return WalkKind::kUp;
    if (in.op == Op::kChild) return WalkKind::kDownToOne;
    return in.by_division ? WalkKind::kDivision : WalkKind::kDown;
}

Walk make_walk(const Image& image, const Instruction& in) {
    const Register& own = *image.find_register(*in.entity);
    const Register& other = *image.find_register(*in.other);
    if (in.op == Op::kParent) return walk_up(own, own.links[in.field].get());
    if (in.by_division) return walk_division(image, own, other);
    const Link* link = other.links[in.field].get();
    return in.op == Op::kChild ? walk_down_to_one(own, other, link) : walk_down(own, other, link);
}

}  // namespace

const Walk& find_walk(Image& image, const Instruction& in) {
    const WalkKey key{kind_of(in), in.entity, in.other, in.by_division ? 0 : in.field};
    const auto it = image.parts().walks.find(key);
    if (it != image.parts().walks.end()) return it->second;
    return image.parts().walks.emplace(key, make_walk(image, in)).first->second;
}

}  // namespace tz::policy
