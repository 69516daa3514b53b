#include <algorithm>
#include <map>
#include <span>
#include <unordered_map>

#include "base/result.h"
#include "policy/eval/image_parts.h"

namespace tz::policy {
namespace {

// Ids to rows, by open addressing over the list of ids itself.
class IdIndex {
  public:
    explicit IdIndex(const std::vector<Id>& ids) : ids_(ids) {
        std::size_t slots = 16;
        while (slots < ids.size() * 2) slots *= 2;
        slots_.resize(slots, kNoRow);
        for (std::uint32_t row = 0; row < ids.size(); ++row) insert(row);
    }
    std::uint32_t find(Id id) const {
        std::size_t at = start(id);
        while (slots_[at] != kNoRow && ids_[slots_[at]] != id) at = next(at);
        return slots_[at];
    }

  private:
    std::size_t start(Id id) const {
        const std::size_t hash = IdHash{}(id);
        return (hash ^ hash >> 29) & (slots_.size() - 1);
    }
    std::size_t next(std::size_t at) const { return (at + 1) & (slots_.size() - 1); }
    void insert(std::uint32_t row) {
        std::size_t at = start(ids_[row]);
        while (slots_[at] != kNoRow) at = next(at);
        slots_[at] = row;
    }
    const std::vector<Id>& ids_;
    std::vector<std::uint32_t> slots_;
};

// One field while records come in: values, codes of texts, or ids of other records.
struct Gathering {
    std::size_t field = 0;
    Type type = Type::kText;
    ColumnWriter values{};
    DictionaryWriter texts{};
    std::vector<Id> references{};  // null: unknown
};

struct Draft {
    const Entity* entity = nullptr;
    std::size_t scope = 0;  // the field with the record's division
    std::vector<Gathering> fields{};
    std::vector<std::pair<std::shared_ptr<const Field>, Gathering>> added{};  // by packs
    std::vector<std::pair<std::size_t, std::vector<std::uint32_t>>> unreadable{};
    std::vector<Id> ids{};
    std::vector<std::int64_t> divisions{};
    // After sorting: the row that came, by row of the image; and the village it lies in.
    std::vector<std::uint32_t> order{};
    std::vector<std::int64_t> anchors{};
    std::vector<std::uint32_t> roots{};  // the row at the head of its family, or kNoRow
    int depth = 0;                       // steps of references up to such a row
    std::unique_ptr<IdIndex> index{};
    std::vector<std::uint32_t> place{};  // the other way round
    Image::Register* made = nullptr;
};

Draft make_draft(const RegisterColumns& columns) {
    Draft draft;
    draft.entity = columns.entity;
    draft.scope = columns.entity->scope_index();
    for (std::size_t field : columns.fields) {
        draft.fields.emplace_back();
        draft.fields.back().field = field;
        draft.fields.back().type = columns.entity->fields[field].type;
    }
    for (const auto& field : columns.added) {
        draft.added.push_back({field, {}});
        draft.added.back().second.type = field->type;
    }
    for (std::size_t field : columns.unreadable) draft.unreadable.push_back({field, {}});
    return draft;
}

void gather(Gathering& gathering, const Value& value) {
    if (gathering.type == Type::kReference) {
        gathering.references.push_back(is_known(value) ? std::get<Id>(value) : Id{});
    } else if (!is_known(value)) {
        gathering.values.push_unknown();
    } else if (gathering.type == Type::kText) {
        gathering.values.push_back(gathering.texts.code(std::get<std::string>(value)));
    } else if (gathering.type == Type::kBool) {
        gathering.values.push_back(std::get<bool>(value) ? 1 : 0);
    } else {
        gathering.values.push_back(as_int(value));
    }
}

// 0, the nation, where a register has no divisions.
std::int64_t own_division(const Draft& draft, const Row& values) {
    if (draft.scope >= values.size()) return 0;
    return is_known(values[draft.scope]) ? as_int(values[draft.scope]) : kUnknownDivision;
}

}  // namespace

struct ImageBuilder::State {
    std::deque<Draft> drafts;
    std::unordered_map<const Entity*, Draft*> by_entity;
    std::map<std::string_view, Draft*> by_name;
};

ImageBuilder::ImageBuilder(Catalog catalog, ColumnSet columns) : state_(std::make_unique<State>()) {
    for (const RegisterColumns& c : columns) {
        CHECK(std::ranges::find(catalog, c.entity) != catalog.end());
        Draft& draft = state_->drafts.emplace_back(make_draft(c));
        state_->by_entity[c.entity] = &draft;
        state_->by_name[c.entity->name] = &draft;
    }
}

ImageBuilder::~ImageBuilder() = default;

void ImageBuilder::append(const Entity& entity, const Record& record) {
    const auto it = state_->by_entity.find(&entity);
    if (it == state_->by_entity.end()) return;
    Draft& draft = *it->second;
    CHECK(record.values.size() == entity.fields.size() && draft.ids.size() + 1 < kNoRow);
    for (Gathering& g : draft.fields) gather(g, record.values[g.field]);
    if (!record.unread.empty())
        for (auto& [field, rows] : draft.unreadable)
            if (!unread_text(record, entity.fields[field].name).empty())
                rows.push_back(static_cast<std::uint32_t>(draft.ids.size()));
    for (auto& [field, g] : draft.added) gather(g, added_value(record, *field));
    draft.ids.push_back(record.id);
    draft.divisions.push_back(own_division(draft, record.values));
}

namespace {

using Drafts = std::map<std::string_view, Draft*>;

Draft* target_of(const Drafts& drafts, const Draft& draft, const Gathering& g) {
    if (g.type != Type::kReference) return nullptr;
    const auto it = drafts.find(draft.entity->fields[g.field].refers_to);
    return it == drafts.end() ? nullptr : it->second;
}

bool is_sorted(const Draft& draft) { return draft.index != nullptr; }

// A reference by which rows may lie beside the record they belong to.
struct Home {
    const Gathering* from = nullptr;
    const Draft* target = nullptr;
};

// All references to sorted registers, the deepest first: a job lies with its person, whose rows lie
// with their household.
std::vector<Home> homes_of(const Drafts& drafts, const Draft& draft) {
    std::vector<Home> homes;
    for (const Gathering& g : draft.fields) {
        const Draft* target = target_of(drafts, draft, g);
        if (target && target != &draft && is_sorted(*target)) homes.push_back({&g, target});
    }
    std::ranges::stable_sort(homes, std::greater<>(),
                             [](const Home& h) { return h.target->depth; });
    return homes;
}

bool must_wait(const Drafts& drafts, const Draft& draft) {
    return std::ranges::any_of(draft.fields, [&](const Gathering& g) {
        const Draft* target = target_of(drafts, draft, g);
        return target && target != &draft && !is_sorted(*target);
    });
}

struct SortKey {
    std::int64_t anchor = 0;
    std::uint32_t root = kNoRow;  // rows of the image
    std::uint32_t parent = kNoRow;
    std::uint32_t row = 0;  // as it came
};

SortKey make_key(const Draft& draft, const std::vector<Home>& homes, std::uint32_t row) {
    for (const Home& home : homes) {
        const Id id = home.from->references[row];
        const std::uint32_t came = id.is_null() ? kNoRow : home.target->index->find(id);
        if (came == kNoRow) continue;
        const std::uint32_t place = home.target->place[came];
        const bool is_deepest = home.from == homes.front().from;
        return {home.target->anchors[place], home.target->roots[place], is_deepest ? place : kNoRow,
                row};
    }
    return {draft.divisions[row], kNoRow, kNoRow, row};
}

void sort_rows(Draft& draft, const std::vector<Home>& homes) {
    std::vector<SortKey> keys(draft.ids.size());
    for (std::uint32_t row = 0; row < keys.size(); ++row) keys[row] = make_key(draft, homes, row);
    const auto comes_first = [&](const SortKey& a, const SortKey& b) {
        if (a.anchor != b.anchor) return a.anchor < b.anchor;
        if (a.root != b.root) return a.root < b.root;
        if (a.parent != b.parent) return a.parent < b.parent;
        const auto order = draft.ids[a.row] <=> draft.ids[b.row];
        return order != 0 ? order < 0 : a.row < b.row;
    };
    // A store gives them in this order already, but for those that moved.
    if (!std::ranges::is_sorted(keys, comes_first)) std::ranges::sort(keys, comes_first);
    draft.order.resize(keys.size());
    draft.anchors.resize(keys.size());
    draft.roots.resize(keys.size());
    draft.place.resize(keys.size());
    for (std::uint32_t i = 0; i < keys.size(); ++i) {
        draft.order[i] = keys[i].row;
        draft.anchors[i] = keys[i].anchor;
        draft.roots[i] = homes.empty() ? i : keys[i].root;
        draft.place[keys[i].row] = i;
    }
    draft.depth = homes.empty() ? 0 : homes.front().target->depth + 1;
    draft.index = std::make_unique<IdIndex>(draft.ids);
}

// Every register after those it refers to; those that wait for none at the same time. Registers
// that refer to each other in a circle: one of them goes first.
void sort_all(const Drafts& by_name, std::deque<Draft>& drafts, const DoAll& do_all) {
    while (true) {
        std::vector<Draft*> next;
        for (Draft& draft : drafts)
            if (!is_sorted(draft) && !must_wait(by_name, draft)) next.push_back(&draft);
        const auto any = std::ranges::find_if_not(drafts, is_sorted);
        if (any == drafts.end()) return;
        if (next.empty()) next.push_back(&*any);
        std::vector<std::vector<Home>> homes;
        for (const Draft* draft : next) homes.push_back(homes_of(by_name, *draft));
        do_all(next.size(), [&](std::size_t i) { sort_rows(*next[i], homes[i]); });
    }
}

std::vector<std::int64_t> villages_of(const std::deque<Draft>& drafts) {
    std::vector<std::int64_t> villages;
    for (const Draft& draft : drafts) {
        const std::size_t before = villages.size();
        std::unique_copy(draft.anchors.begin(), draft.anchors.end(), std::back_inserter(villages));
        const auto middle = villages.begin() + static_cast<std::ptrdiff_t>(before);
        std::inplace_merge(villages.begin(), middle, villages.end());
        villages.erase(std::unique(villages.begin(), villages.end()), villages.end());
    }
    return villages;
}

std::vector<std::uint32_t> first_rows(const std::vector<std::int64_t>& anchors,
                                      const std::vector<std::int64_t>& villages) {
    std::vector<std::uint32_t> first;
    first.reserve(villages.size() + 1);
    std::uint32_t row = 0;
    for (std::int64_t village : villages) {
        first.push_back(row);
        while (row < anchors.size() && anchors[row] == village) ++row;
    }
    first.push_back(row);
    return first;
}

// Rows of each target as positions: rows themselves where they lie together, else a list.
void invert(Link& link, std::uint32_t targets) {
    link.first.assign(targets, 0);
    link.last.assign(targets, 0);
    bool together = true;
    for (std::uint32_t row = 0; row < link.parents.size(); ++row) {
        const std::uint32_t parent = link.parents[row];
        if (parent == kNoRow) continue;
        const bool is_first = link.last[parent] == 0;
        together &= is_first || link.last[parent] == row;
        if (is_first) link.first[parent] = row;
        link.last[parent] = row + 1;
    }
    if (together) return;
    std::vector<std::uint32_t> next(targets + std::size_t{1});
    for (std::uint32_t parent : link.parents)
        if (parent != kNoRow) ++next[parent + std::size_t{1}];
    for (std::size_t i = 1; i < next.size(); ++i) next[i] += next[i - 1];
    link.rows.resize(next.back());
    for (std::uint32_t parent = 0; parent < targets; ++parent) {
        link.first[parent] = next[parent];
        link.last[parent] = next[parent + std::size_t{1}];
    }
    for (std::uint32_t row = 0; row < link.parents.size(); ++row)
        if (link.parents[row] != kNoRow) link.rows[next[link.parents[row]]++] = row;
}

Link make_link(const Draft& draft, const Gathering& g, const Draft* target) {
    Link link;
    link.parents.resize(draft.order.size(), kNoRow);
    for (std::uint32_t row = 0; row < draft.order.size(); ++row) {
        const Id id = g.references[draft.order[row]];
        if (id.is_null()) continue;
        const std::uint32_t came = target ? target->index->find(id) : kNoRow;
        if (came != kNoRow)
            link.parents[row] = target->place[came];
        else
            link.gone.push_back({row, id});
    }
    if (!target) return link;
    link.target = target->made;
    invert(link, static_cast<std::uint32_t>(target->ids.size()));
    return link;
}

Areas make_areas(const Draft& draft) {
    std::vector<std::uint32_t> rows(draft.order.size());
    for (std::uint32_t row = 0; row < rows.size(); ++row) rows[row] = row;
    const auto own = [&](std::uint32_t row) { return draft.divisions[draft.order[row]]; };
    const bool in_order = std::ranges::is_sorted(rows, {}, own);
    if (!in_order) std::ranges::stable_sort(rows, {}, own);
    Areas areas;
    for (std::uint32_t position = 0; position < rows.size(); ++position) {
        const std::int64_t division = own(rows[position]);
        if (division == kUnknownDivision) continue;  // nobody's neighbour
        if (!areas.divisions.empty() && areas.divisions.back() == division) continue;
        areas.divisions.push_back(division);
        areas.first.push_back(position);
    }
    areas.first.push_back(static_cast<std::uint32_t>(rows.size()));
    if (!in_order) areas.rows = std::move(rows);
    return areas;
}

void fill_rows(Image::Register& reg, const Draft& draft,
               const std::vector<std::int64_t>& villages) {
    reg.entity = draft.entity;
    reg.rows = static_cast<std::uint32_t>(draft.order.size());
    reg.village_first = first_rows(draft.anchors, villages);
    reg.ids.reserve(draft.order.size());
    for (std::uint32_t row = 0; row < draft.order.size(); ++row) {
        reg.ids.push_back(draft.ids[draft.order[row]]);
        const std::int64_t own = draft.divisions[draft.order[row]];
        if (own != draft.anchors[row]) reg.strays.push_back({row, own});
    }
    reg.areas = make_areas(draft);
    for (const auto& [field, rows] : draft.unreadable) {
        auto& list = reg.unreadable[field];
        for (std::uint32_t row : rows) list.push_back(draft.place[row]);
        std::ranges::sort(list);
    }
}

void fill_column(const Drafts& by_name, Image::Register& reg, const Draft& draft, Gathering& g) {
    if (g.type == Type::kReference) {
        const Draft* target = target_of(by_name, draft, g);
        reg.links[g.field] = std::make_unique<Link>(make_link(draft, g, target));
        g.references = {};
        return;
    }
    auto texts = g.type == Type::kText ? g.texts.finish() : nullptr;
    reg.columns[g.field] = std::make_unique<Column>(
        g.values.finish(draft.order, g.type == Type::kBool, std::move(texts)));
}

void fill_added(Draft& draft) {
    for (auto& [field, g] : draft.added) {
        auto texts = g.type == Type::kText ? g.texts.finish() : nullptr;
        draft.made->added.emplace(
            field->name, g.values.finish(draft.order, g.type == Type::kBool, std::move(texts)));
    }
}

void fill_columns(const Drafts& by_name, std::deque<Draft>& drafts, const DoAll& do_all) {
    std::vector<std::pair<const Draft*, Gathering*>> all;
    for (Draft& draft : drafts) {
        draft.made->columns.resize(draft.entity->fields.size());
        draft.made->links.resize(draft.entity->fields.size());
        for (Gathering& g : draft.fields) all.push_back({&draft, &g});
        fill_added(draft);
    }
    do_all(all.size(), [&](std::size_t i) {
        fill_column(by_name, *all[i].first->made, *all[i].first, *all[i].second);
    });
}

}  // namespace

Image ImageBuilder::finish(const DoAll& do_all) {
    auto parts = std::make_unique<Image::Parts>();
    sort_all(state_->by_name, state_->drafts, do_all);
    parts->villages = villages_of(state_->drafts);
    for (Draft& draft : state_->drafts) draft.made = &parts->registers.emplace_back();
    do_all(state_->drafts.size(), [&](std::size_t i) {
        fill_rows(*state_->drafts[i].made, state_->drafts[i], parts->villages);
    });
    fill_columns(state_->by_name, state_->drafts, do_all);
    *state_ = State();
    return Image(std::move(parts));
}

}  // namespace tz::policy
