#include "policy/eval/stages.h"

#include <algorithm>
#include <map>
#include <optional>

#include "policy/eval/block.h"
#include "policy/eval/planner.h"
#include "policy/eval/regions.h"

namespace tz::policy {
namespace {

constexpr std::uint32_t kBlockRows = 4096;

// An argument of a staged instruction: the same for all rows, a column, or not there.
struct Argument {
    std::optional<Datum> constant{};
    const Column* column = nullptr;
    Datum at(std::uint32_t row) const {
        if (constant) return *constant;
        return column->known(row) ? Datum::of(column->number(row)) : Datum{};
    }
};

class Stages {
  public:
    explicit Stages(Plan& plan) : plan_(plan), program_(*plan.program) {}

    void run() {
        std::vector<int> level(program_.code.size());
        int levels = 0;
        for (std::uint32_t at = 0; at < program_.code.size(); ++at) {
            for (const std::uint32_t arg : code(at).args)
                if (arg != kNone) level[at] = std::max(level[at], level[arg]);
            if (is_staged(code(at))) levels = std::max(levels, ++level[at]);
        }
        for (int now = 1; now <= levels; ++now) {
            std::vector<std::uint32_t> staged;
            for (std::uint32_t at = 0; at < program_.code.size(); ++at)
                if (level[at] == now && is_staged(code(at)) && !plan_.ready[at])
                    staged.push_back(at);
            stage(staged);
        }
    }

  private:
    const Instruction& code(std::uint32_t at) const { return program_.code[at]; }
    const Image::Register& reg(const Entity& entity) const {
        return *plan_.image->find_register(entity);
    }

    void stage(const std::vector<std::uint32_t>& staged) {
        const Regions regions(plan_);
        std::vector<std::uint32_t> wanted;
        for (const std::uint32_t at : staged)
            for (const std::uint32_t arg : code(at).args)
                if (arg != kNone && !plan_.ready[arg] && !regions.constant(arg) &&
                    std::ranges::count(wanted, arg) == 0)
                    wanted.push_back(arg);
        work_out(wanted);
        for (const std::uint32_t at : staged) put(at, column_of(at, regions));
    }

    void put(std::uint32_t at, Column column) {
        plan_.staged.push_back(std::move(column));
        plan_.ready[at] = &plan_.staged.back();
    }

    // By a plan of its own, over all villages.
    void work_out(const std::vector<std::uint32_t>& wanted) {
        if (wanted.empty()) return;
        Plan inner;
        inner.program = plan_.program;
        inner.image = plan_.image;
        inner.dates = plan_.dates;
        inner.parameters = plan_.parameters;
        inner.ready = plan_.ready;
        Planner(inner).run_values(wanted);
        assign_places(inner);
        const std::vector<Villages> blocks = make_blocks(inner, kBlockRows);
        RunResult result;
        result.values.resize(wanted.size());
        Block block(inner, kernels(), blocks);
        for (const Villages& villages : blocks) block.run(villages, {}, result);
        for (std::size_t i = 0; i < wanted.size(); ++i)
            put(wanted[i], dense(result.values[i], code(wanted[i])));
    }

    Column dense(const ValueResult& result, const Instruction& in) const {
        const std::uint32_t rows = reg(*in.entity).rows;
        Bitmap unknown(rows);
        result.unknowns.for_each([&](std::uint32_t row) { unknown.set(row); });
        ColumnWriter writer;
        auto next = result.values.begin();
        for (std::uint32_t row = 0; row < rows; ++row) {
            const bool there = next != result.values.end() && next->first == row;
            if (unknown.get(row))
                writer.push_unknown();
            else
                writer.push_back(there ? next->second : 0);
            if (there) ++next;
        }
        return writer.finish(in.kind == Kind::kBool);
    }

    Argument argument(const Instruction& in, std::size_t i, const Regions& regions) const {
        const std::uint32_t at = in.args[i];
        if (at == kNone) return {i == 0 ? Datum::of(std::int64_t{1}) : Datum{}};
        if (plan_.ready[at]) return {std::nullopt, plan_.ready[at]};
        return {regions.constant(at)};
    }

    Column column_of(std::uint32_t at, const Regions& regions) const {
        const Instruction& in = code(at);
        const Argument condition = argument(in, 0, regions), term = argument(in, 1, regions);
        if (in.op == Op::kRank) return ranks(in, condition, term);
        if (in.op == Op::kRanked) return ranked(in, condition, term);
        if (in.op == Op::kAround) return area_around(in, condition);
        return below(in, condition, term);
    }

    // Rows of one division have one answer.
    Column below(const Instruction& in, const Argument& condition, const Argument& term) const {
        const Image::Register &own = reg(*in.entity), &other = reg(*in.other);
        std::map<std::int64_t, Datum> answers;
        ColumnWriter writer;
        for (std::uint32_t row = 0; row < own.rows; ++row) {
            const std::int64_t division = own_division(*plan_.image, own, row);
            const auto [it, is_new] = answers.try_emplace(division);
            if (is_new) it->second = fold(in, other.areas, division, condition, term);
            push(writer, it->second);
        }
        return writer.finish(in.kind == Kind::kBool);
    }

    Column area_around(const Instruction& in, const Argument& value) const {
        const Image::Register& own = reg(*in.entity);
        ColumnWriter writer;
        for (std::uint32_t row = 0; row < own.rows; ++row) {
            const std::uint32_t there = around(*plan_.image, in, row);
            push(writer, there == kNoRow ? Datum{} : value.at(there));
        }
        return writer.finish(in.kind == Kind::kBool);
    }

    static Datum fold(const Instruction& in, const Areas& areas, std::int64_t division,
                      const Argument& condition, const Argument& term) {
        Aggregate state(in.op);
        const auto [first, last] = areas.find_below(division);
        for (std::uint32_t position = first; position < last; ++position) {
            const std::uint32_t row = areas.row_at(position);
            state.add(condition.at(row), in.args[1] == kNone ? Datum{} : term.at(row));
        }
        return state.finish();
    }

    static void push(ColumnWriter& writer, const Datum& value) {
        if (value.known)
            writer.push_back(value.number);
        else
            writer.push_unknown();
    }

    static bool has_rank(const Instruction& in, const Argument& condition, const Argument& term,
                         std::uint32_t row) {
        return condition.at(row).is_true() && (in.args[1] == kNone || term.at(row).known);
    }

    Column ranks(const Instruction& in, const Argument& condition, const Argument& term) const {
        const std::uint32_t rows = reg(*in.entity).rows;
        std::vector<std::int64_t> values;
        for (std::uint32_t row = 0; row < rows; ++row)
            if (has_rank(in, condition, term, row)) values.push_back(term.at(row).number);
        std::ranges::sort(values);
        ColumnWriter writer;
        for (std::uint32_t row = 0; row < rows; ++row) {
            Datum rank;
            if (has_rank(in, condition, term, row))
                rank = Datum::of(std::int64_t{
                    values.end() - std::ranges::upper_bound(values, term.at(row).number) + 1});
            push(writer, rank);
        }
        return writer.finish(false);
    }

    Column ranked(const Instruction& in, const Argument& condition, const Argument& term) const {
        const std::uint32_t rows = reg(*in.entity).rows;
        std::int64_t count = 0;
        for (std::uint32_t row = 0; row < rows; ++row)
            count += has_rank(in, condition, term, row) ? 1 : 0;
        ColumnWriter writer;
        for (std::uint32_t row = 0; row < rows; ++row) writer.push_back(count);
        return writer.finish(false);
    }

    Plan& plan_;
    const Program& program_;
};

}  // namespace

void add_stages(Plan& plan) { Stages(plan).run(); }

}  // namespace tz::policy
