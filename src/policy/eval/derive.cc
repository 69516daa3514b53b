#include "policy/eval/derive.h"

#include <algorithm>
#include <map>

#include "base/result.h"

namespace tz::policy {
namespace {

constexpr std::int64_t kUnknownCode = -1;
constexpr std::uint32_t kMany = kNone - 1;

template <class Answer>
Column fill(std::size_t rows, bool is_bool, std::shared_ptr<const Dictionary> texts,
            Answer answer) {
    ColumnWriter writer;
    for (std::uint32_t row = 0; row < rows; ++row) {
        const Datum datum = answer(row);
        if (datum.known)
            writer.push_back(datum.number);
        else
            writer.push_unknown();
    }
    return writer.finish(is_bool, std::move(texts));
}

// A text keeps its code here: the dictionary goes along.
Datum stored(const Column& column, std::uint32_t row) {
    return column.known(row) ? Datum::of(column.number(row)) : Datum{};
}

std::vector<std::int64_t> dense(const Column& column, std::size_t rows) {
    std::vector<std::int64_t> values;
    for (std::uint32_t row = 0; row < rows; ++row)
        if (column.known(row)) values.push_back(column.number(row));
    std::ranges::sort(values);
    values.erase(std::unique(values.begin(), values.end()), values.end());
    std::vector<std::int64_t> codes(rows, kUnknownCode);
    for (std::uint32_t row = 0; row < rows; ++row)
        if (column.known(row))
            codes[row] = std::ranges::lower_bound(values, column.number(row)) - values.begin();
    return codes;
}

std::vector<std::int64_t> codes_of(const Column& column, std::size_t rows) {
    if (!column.is_text()) return dense(column, rows);
    std::vector<std::int64_t> codes(rows, kUnknownCode);
    for (std::uint32_t row = 0; row < rows; ++row)
        if (column.known(row)) codes[row] = column.number(row);
    return codes;
}

std::vector<std::int64_t> codes_of(const Link& link) {
    std::vector<std::int64_t> codes(link.parents.size(), kUnknownCode);
    std::int64_t next = link.target ? link.target->rows : 0;
    for (std::size_t row = 0; row < codes.size(); ++row)
        if (link.parents[row] != kNoRow) codes[row] = link.parents[row];
    std::map<Id, std::int64_t> gone;
    for (const auto& [row, id] : link.gone) {
        const auto [it, is_new] = gone.emplace(id, next);
        if (is_new) ++next;
        codes[row] = it->second;
    }
    return codes;
}

class Deriver {
  public:
    Deriver(const Program& program, Image& image, RunDates dates, ReadyColumns& ready)
        : program_(program),
          image_(image),
          ready_(ready),
          single_(program, image, dates, no_parameters_, ready),
          timeless_(program.code.size()) {}

    void run() {
        ready_.assign(program_.code.size(), nullptr);
        for (std::uint32_t at = 0; at < program_.code.size(); ++at) {
            timeless_[at] = is_timeless(at);
            ready_[at] = find(at);
        }
    }

  private:
    const Instruction& code(std::uint32_t at) const { return program_.code[at]; }

    Image::Register& reg(const Entity& entity) const {
        for (Image::Register& r : image_.parts().registers)
            if (r.entity == &entity) return r;
        CHECK(false);  // the image was not made for this program
        return image_.parts().registers.front();
    }

    bool is_timeless(std::uint32_t at) const {
        const Instruction& in = code(at);
        if (in.op == Op::kParameter || in.op == Op::kAsOf || in.op == Op::kLawDate) return false;
        if (is_staged(in)) return false;
        return std::ranges::all_of(
            in.args, [&](std::uint32_t arg) { return arg == kNone || timeless_[arg]; });
    }

    bool has_text_argument(const Instruction& in) const {
        return std::ranges::any_of(in.args, [&](std::uint32_t arg) {
            return arg != kNone && code(arg).kind == Kind::kText;
        });
    }

    bool is_plain_count(const Instruction& in) const {
        if (in.op != Op::kCount || is_staged(in)) return false;
        if (in.args[0] == kNone) return true;
        const Instruction& condition = code(in.args[0]);
        return condition.op == Op::kConstant && condition.int_value != 0;
    }

    bool is_derived(std::uint32_t at) const {
        const Instruction& in = code(at);
        switch (in.op) {
            case Op::kUnreadable:
            case Op::kSame:
            case Op::kSameIn:
            case Op::kExists:
                return true;
            case Op::kCount:
                return is_plain_count(in);
            case Op::kParent:
            case Op::kChild:
            case Op::kAround:
                return ready_[in.args[0]] != nullptr;
            case Op::kKnown:
                return timeless_[at] && has_text_argument(in) && !ready_[in.args[0]];
            default:
                return is_local(in.op) && in.kind != Kind::kText && timeless_[at] &&
                       has_text_argument(in);
        }
    }

    const Column* find(std::uint32_t at) {
        const Instruction& in = code(at);
        if (in.opens || in.reach > 0) return nullptr;
        if (in.op == Op::kPackField) {
            const auto& name = program_.fields[static_cast<std::size_t>(in.index)].field->name;
            return &reg(*in.entity).added.find(name)->second;
        }
        if (in.op == Op::kField) {
            const auto& columns = reg(*in.entity).columns;
            if (columns[in.field]) return columns[in.field].get();
        } else if (!is_derived(at)) {
            return nullptr;
        }
        auto& derived = reg(*in.entity).derived;
        const std::string key = print(program_, at);
        const auto it = derived.find(key);
        if (it != derived.end()) return &it->second;
        const Column* made = &derived.emplace(key, make(at)).first->second;
        if (in.op == Op::kSame) reg(*in.entity).same[{in.field, kNoField}] = made;
        if (in.op == Op::kSameIn)
            reg(*in.entity).same[{in.field, static_cast<std::size_t>(in.index)}] = made;
        return made;
    }

    Column make(std::uint32_t at) const {
        const Instruction& in = code(at);
        switch (in.op) {
            case Op::kField:
                return make_reference(in);
            case Op::kUnreadable:
                return make_unreadable(in);
            case Op::kSame:
            case Op::kSameIn:
                return make_same(in);
            case Op::kParent:
                return make_parent(in);
            case Op::kChild:
                return make_child(in);
            case Op::kAround:
                return make_around(in);
            case Op::kExists:
            case Op::kCount:
                return make_count(in);
            default:
                return make_text(at);
        }
    }

    std::size_t rows(const Instruction& in) const { return reg(*in.entity).rows; }

    // The field is a reference, of which only "known" can be asked, or wasn't scanned.
    Column make_reference(const Instruction& in) const {
        const auto& link = reg(*in.entity).links[in.field];
        if (!link)
            return fill(rows(in), in.kind == Kind::kBool, nullptr,
                        [](std::uint32_t) { return Datum{}; });
        const std::vector<std::int64_t> codes = codes_of(*link);
        return fill(rows(in), false, nullptr, [&](std::uint32_t row) {
            return codes[row] == kUnknownCode ? Datum{} : Datum::of(codes[row]);
        });
    }

    Column make_unreadable(const Instruction& in) const {
        return fill(rows(in), true, nullptr, [&](std::uint32_t row) {
            return Datum::of(std::int64_t{image_.unreadable(*in.entity, row, in.field)});
        });
    }

    Column make_same(const Instruction& in) const {
        const Image::Register& own = reg(*in.entity);
        const bool is_link = own.links[in.field] != nullptr;
        if (!is_link && !own.columns[in.field]) return make_reference(in);
        const auto codes =
            is_link ? codes_of(*own.links[in.field]) : codes_of(*own.columns[in.field], own.rows);
        const auto counts =
            in.op == Op::kSame
                ? count_same(codes)
                : count_same_in(codes, codes_of(*own.links[static_cast<std::size_t>(in.index)]));
        return fill(own.rows, false, nullptr, [&](std::uint32_t row) {
            return codes[row] == kUnknownCode ? Datum{} : Datum::of(counts[row]);
        });
    }

    Column make_parent(const Instruction& in) const {
        const Column& from = *ready_[in.args[0]];
        const auto& link = reg(*in.entity).links[in.field];
        return fill(rows(in), in.kind == Kind::kBool, from.texts(), [&](std::uint32_t row) {
            const std::uint32_t parent = link ? link->parents[row] : kNoRow;
            return parent == kNoRow ? Datum{} : stored(from, parent);
        });
    }

    Column make_child(const Instruction& in) const {
        const Column& from = *ready_[in.args[0]];
        return fill(rows(in), in.kind == Kind::kBool, from.texts(), [&](std::uint32_t row) {
            const auto [first, last] = positions(image_, in, row);
            if (first == last) return Datum{};
            return stored(from, image_.child(*in.other, in.field, in.by_division, first));
        });
    }

    Column make_around(const Instruction& in) const {
        const Column& from = *ready_[in.args[0]];
        return fill(rows(in), in.kind == Kind::kBool, from.texts(), [&](std::uint32_t row) {
            const std::uint32_t there = around(image_, in, row);
            return there == kNoRow ? Datum{} : stored(from, there);
        });
    }

    Column make_count(const Instruction& in) const {
        const bool exists = in.op == Op::kExists;
        const auto count = [&](std::uint32_t row) -> std::int64_t {
            if (points_up(in)) return image_.parent(*in.entity, row, in.field) != kNoRow;
            const auto [first, last] = positions(image_, in, row);
            return last - first;
        };
        return fill(rows(in), exists, nullptr, [&](std::uint32_t row) {
            return Datum::of(exists ? std::int64_t{count(row) > 0} : count(row));
        });
    }

    // The one text column an expression hangs on; kNone when it is constant, kMany when there are
    // more or other things in it.
    std::uint32_t text_leaf(std::uint32_t at) const {
        const Instruction& in = code(at);
        if (in.op == Op::kConstant) return kNone;
        if (ready_[at]) return ready_[at]->is_text() ? at : kMany;
        if (!is_local(in.op)) return kMany;
        std::uint32_t leaf = kNone;
        for (std::uint32_t arg : in.args) {
            const std::uint32_t other = arg == kNone ? kNone : text_leaf(arg);
            if (other == kNone || other == leaf) continue;
            if (leaf != kNone) return kMany;
            leaf = other;
        }
        return leaf;
    }

    Column make_text(std::uint32_t at) const {
        const Instruction& in = code(at);
        const bool is_bool = in.kind == Kind::kBool;
        const std::uint32_t leaf = text_leaf(at);
        if (leaf == kMany || leaf == kNone)
            return fill(rows(in), is_bool, nullptr,
                        [&](std::uint32_t row) { return single_.evaluate(at, row); });
        const Column& column = *ready_[leaf];
        const Datum unknown = single_.evaluate_text(at, leaf, Datum{});
        std::vector<Datum> answers;
        answers.reserve(column.texts()->size());
        for (std::size_t i = 0; i < column.texts()->size(); ++i)
            answers.push_back(single_.evaluate_text(at, leaf, Datum::of(column.texts()->at(i))));
        return fill(rows(in), is_bool, nullptr, [&](std::uint32_t row) {
            if (!column.known(row)) return unknown;
            return answers[static_cast<std::size_t>(column.number(row))];
        });
    }

    const Program& program_;
    Image& image_;
    ReadyColumns& ready_;
    const std::vector<ParameterMap> no_parameters_{};
    Single single_;
    std::vector<bool> timeless_;
};

}  // namespace

std::vector<std::int64_t> count_same(const std::vector<std::int64_t>& codes) {
    std::vector<std::int64_t> by_code;
    for (std::int64_t code : codes) {
        if (code == kUnknownCode) continue;
        const auto i = static_cast<std::size_t>(code);
        if (i >= by_code.size()) by_code.resize(std::max(i + 1, by_code.size() * 2));
        ++by_code[i];
    }
    std::vector<std::int64_t> out(codes.size());
    for (std::size_t row = 0; row < codes.size(); ++row)
        if (codes[row] != kUnknownCode) out[row] = by_code[static_cast<std::size_t>(codes[row])];
    return out;
}

std::vector<std::int64_t> count_same_in(const std::vector<std::int64_t>& codes,
                                        const std::vector<std::int64_t>& references) {
    const std::vector<std::int64_t> sizes = count_same(codes);
    std::vector<std::int64_t> out(codes.size());
    std::vector<std::pair<std::int64_t, std::int64_t>> shared;  // value and record referred to
    for (std::size_t row = 0; row < codes.size(); ++row) {
        const bool refers = references[row] != kUnknownCode;
        if (sizes[row] == 1) out[row] = refers ? 1 : 0;
        if (sizes[row] > 1 && refers) shared.push_back({codes[row], references[row]});
    }
    std::ranges::sort(shared);
    shared.erase(std::unique(shared.begin(), shared.end()), shared.end());
    for (std::size_t row = 0; row < codes.size(); ++row) {
        if (sizes[row] <= 1) continue;
        const auto code = [](const auto& pair) { return pair.first; };
        out[row] = std::ranges::upper_bound(shared, codes[row], {}, code) -
                   std::ranges::lower_bound(shared, codes[row], {}, code);
    }
    return out;
}

void derive_columns(const Program& program, Image& image, RunDates dates, ReadyColumns& ready) {
    Deriver(program, image, dates, ready).run();
}

}  // namespace tz::policy
