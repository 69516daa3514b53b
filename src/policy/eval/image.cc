#include "policy/eval/image.h"

#include <algorithm>
#include <set>
#include <unordered_set>

#include "base/result.h"
#include "policy/eval/image_parts.h"

namespace tz::policy {
namespace {

using Range = std::pair<std::uint32_t, std::uint32_t>;

template <class Map, class Row>
auto find_row(const Map& sorted, Row row) {
    const auto it =
        std::ranges::lower_bound(sorted, row, {}, [](const auto& p) { return p.first; });
    return it != sorted.end() && it->first == row ? it : sorted.end();
}

Value make_value(const Field& field, const Column& column, std::uint32_t row) {
    if (!column.known(row)) return {};
    if (field.type == Type::kText) return std::string(column.text(row));
    if (field.type == Type::kBool) return column.number(row) != 0;
    return column.number(row);
}

Value make_reference(const Link& link, std::uint32_t row) {
    if (link.parents[row] != kNoRow) return link.target->ids[link.parents[row]];
    const auto it = find_row(link.gone, row);
    return it == link.gone.end() ? Value{} : Value{it->second};
}

// Worked out by a former run; null: not yet.
const Column* find_same(const Image& image, const Entity& entity, std::size_t field,
                        std::size_t reference) {
    const Image::Register* reg = image.find_register(entity);
    if (!reg) return nullptr;
    const auto it = reg->same.find({field, reference});
    return it == reg->same.end() ? nullptr : it->second;
}

const Link* find_link(const Image& image, const Entity& entity, std::size_t field) {
    const Image::Register* reg = image.find_register(entity);
    return reg && field < reg->links.size() ? reg->links[field].get() : nullptr;
}

}  // namespace

std::int64_t own_division(const Image& image, const Image::Register& reg, std::uint32_t row) {
    const auto stray = find_row(reg.strays, row);
    if (stray != reg.strays.end()) return stray->second;
    const auto after = std::ranges::upper_bound(reg.village_first, row);
    return image.parts().villages[static_cast<std::size_t>(after - reg.village_first.begin()) - 1];
}

Range Areas::find(std::int64_t division) const {
    const auto it = std::ranges::lower_bound(divisions, division);
    if (it == divisions.end() || *it != division) return {0, 0};
    const auto i = static_cast<std::size_t>(it - divisions.begin());
    return {first[i], first[i + 1]};
}

Range Areas::find_below(std::int64_t division) const {
    if (division == kUnknownDivision) return {0, 0};
    const auto from = std::ranges::lower_bound(divisions, division);
    const auto to = std::ranges::lower_bound(divisions, end_code({division}));
    return {first[static_cast<std::size_t>(from - divisions.begin())],
            first[static_cast<std::size_t>(to - divisions.begin())]};
}

Image::Image(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Image::Image(Image&&) noexcept = default;
Image& Image::operator=(Image&&) noexcept = default;
Image::~Image() = default;

const Image::Register* Image::find_register(const Entity& entity) const {
    for (const Register& reg : parts_->registers)
        if (reg.entity == &entity) return &reg;
    return nullptr;
}

std::uint32_t Image::row_count(const Entity& entity) const {
    const Register* reg = find_register(entity);
    return reg ? reg->rows : 0;
}

Value Image::value(const Entity& entity, std::uint32_t row, std::size_t field) const {
    const Register* reg = find_register(entity);
    if (!reg || field >= reg->columns.size()) return {};
    if (reg->links[field]) return make_reference(*reg->links[field], row);
    if (!reg->columns[field] && field == entity.scope_index()) {
        const std::int64_t own = own_division(*this, *reg, row);
        return own == kUnknownDivision ? Value{} : Value{own};
    }
    if (!reg->columns[field]) return {};
    return make_value(entity.fields[field], *reg->columns[field], row);
}

Value Image::pack_value(const Entity& entity, std::uint32_t row, const Field& field) const {
    const Register* reg = find_register(entity);
    if (!reg) return {};
    const auto it = reg->added.find(field.name);
    return it == reg->added.end() ? Value{} : make_value(field, it->second, row);
}

bool Image::unreadable(const Entity& entity, std::uint32_t row, std::size_t field) const {
    const Register* reg = find_register(entity);
    if (!reg) return false;
    const auto it = reg->unreadable.find(field);
    return it != reg->unreadable.end() && std::ranges::binary_search(it->second, row);
}

std::uint32_t Image::parent(const Entity& entity, std::uint32_t row, std::size_t field) const {
    const Link* link = find_link(*this, entity, field);
    return link ? link->parents[row] : kNoRow;
}

Range Image::children(const Entity& entity, std::uint32_t row, const Entity& other,
                      std::size_t field) const {
    const Link* link = find_link(*this, other, field);
    if (!link || !link->target || link->target->entity != &entity) return {0, 0};
    return {link->first[row], link->last[row]};
}

Range Image::neighbours(const Entity& entity, std::uint32_t row, const Entity& other) const {
    const Register *own = find_register(entity), *reg = find_register(other);
    if (!own || !reg) return {0, 0};
    return reg->areas.find(own_division(*this, *own, row));
}

Range Image::within(const Entity& entity, std::uint32_t row, const Entity& other) const {
    const Register *own = find_register(entity), *reg = find_register(other);
    if (!own || !reg) return {0, 0};
    return reg->areas.find_below(own_division(*this, *own, row));
}

std::uint32_t Image::at_division(const Entity& other, std::int64_t division) const {
    const Register* reg = find_register(other);
    if (!reg) return kNoRow;
    const auto [first, last] = reg->areas.find(division);
    return first == last ? kNoRow : reg->areas.row_at(first);
}

std::uint32_t Image::child(const Entity& other, std::size_t field, bool by_division,
                           std::uint32_t position) const {
    const Register* reg = find_register(other);
    CHECK(reg != nullptr);
    return by_division ? reg->areas.row_at(position) : reg->links[field]->row_at(position);
}

std::int64_t Image::same(const Entity& entity, std::uint32_t row, std::size_t field) const {
    if (const Column* ready = find_same(*this, entity, field, kNoField)) return ready->number(row);
    const Value wanted = value(entity, row, field);
    if (!is_known(wanted)) return 0;
    std::int64_t count = 0;
    for (std::uint32_t other = 0; other < row_count(entity); ++other)
        count += value(entity, other, field) == wanted ? 1 : 0;
    return count;
}

std::int64_t Image::same_in(const Entity& entity, std::uint32_t row, std::size_t field,
                            std::size_t reference) const {
    if (const Column* ready = find_same(*this, entity, field, reference)) return ready->number(row);
    const Value wanted = value(entity, row, field);
    if (!is_known(wanted)) return 0;
    std::set<Value> different;
    for (std::uint32_t other = 0; other < row_count(entity); ++other)
        if (value(entity, other, field) == wanted)
            different.insert(value(entity, other, reference));
    different.erase(Value{});
    return static_cast<std::int64_t>(different.size());
}

Id Image::id(const Entity& entity, std::uint32_t row) const {
    const Register* reg = find_register(entity);
    CHECK(reg != nullptr && row < reg->rows);
    return reg->ids[row];
}

Division Image::division(const Entity& entity, std::uint32_t row) const {
    const Register* reg = find_register(entity);
    CHECK(reg != nullptr && row < reg->rows);
    return {std::max<std::int64_t>(own_division(*this, *reg, row), 0)};
}

std::optional<std::uint32_t> Image::find(const Entity& entity, Id id) const {
    const Register* reg = find_register(entity);
    if (!reg) return std::nullopt;
    const auto it = std::ranges::find(reg->ids, id);
    if (it == reg->ids.end()) return std::nullopt;
    return static_cast<std::uint32_t>(it - reg->ids.begin());
}

std::uint32_t Image::village_count() const {
    return static_cast<std::uint32_t>(parts_->villages.size());
}

Division Image::village(std::uint32_t index) const {
    return {std::max<std::int64_t>(parts_->villages[index], 0)};
}

RowRange Image::rows(const Entity& entity, std::uint32_t village) const {
    const Register* reg = find_register(entity);
    if (!reg) return {};
    return {reg->village_first[village], reg->village_first[village + 1]};
}

namespace {

std::size_t memory_of(const Link& link) {
    return sizeof(std::uint32_t) * (link.parents.capacity() + link.first.capacity() +
                                    link.last.capacity() + link.rows.capacity()) +
           link.gone.capacity() * sizeof(link.gone[0]);
}

// Columns that share a dictionary count it once.
class MemoryCount {
  public:
    void add(const Column& column) {
        total_ += column.memory();
        if (column.is_text() && seen_.insert(column.texts().get()).second)
            total_ += column.texts()->memory();
    }
    void add(const Image::Register& reg) {
        total_ += reg.ids.capacity() * sizeof(Id);
        for (const auto& column : reg.columns)
            if (column) add(*column);
        for (const auto& link : reg.links)
            if (link) total_ += memory_of(*link);
        for (const auto& [key, column] : reg.added) add(column);
        for (const auto& [key, column] : reg.derived) add(column);
    }
    std::size_t total() const { return total_; }

  private:
    std::size_t total_ = 0;
    std::unordered_set<const Dictionary*> seen_;
};

}  // namespace

std::size_t Image::memory() const {
    MemoryCount count;
    for (const Register& reg : parts_->registers) count.add(reg);
    return count.total();
}

}  // namespace tz::policy
