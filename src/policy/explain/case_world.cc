// From the cells of a case to its records.
#include <algorithm>

#include "policy/check/case_path.h"
#include "policy/explain/world.h"

namespace tz::policy {
namespace {

struct At {
    const Entity* entity = nullptr;
    std::uint32_t row = kNoRow;  // kNoRow: said not to be there
};

class WorldBuilder {
  public:
    WorldBuilder(CasePaths& paths, const CompiledPacks& packs, const Case& test,
                 const Entity& subject)
        : paths_(paths), packs_(packs), test_(test), subject_(subject) {}

    CaseWorld build() {
        const PackInfo& pack = packs_.packs[static_cast<std::size_t>(test_.pack)];
        out_.dates = {pack.from, pack.from};
        read_cells();
        // Whoever is said not to be there is known before anybody is made.
        for (const auto& [path, cell] : cells_) {
            if (cell.kind == CellKind::kAbsent) absent_.push_back(path->steps);
        }
        add(subject_, pack.division);
        const At self{&subject_, 0};
        if (const auto own = own_division()) set_division(self, *own);
        for (const auto& [path, cell] : cells_) put(self, *path, cell);
        return std::move(out_);
    }

  private:
    using Steps = std::vector<CaseStep>;

    void read_cells() {
        for (const CaseCell& cell : test_.cells) {
            const CasePath* path = paths_.find(test_.pack, subject_, cell.path);
            if (path != nullptr) cells_.emplace_back(path, read_cell(cell.text, *path));
        }
    }

    // The division of the case goes for all its records that say nothing else.
    std::optional<Division> own_division() const {
        for (const auto& [path, cell] : cells_) {
            const bool own = path->steps.empty() && path->target == CellTarget::kField &&
                             path->field == subject_.scope_index();
            if (own && cell.kind == CellKind::kValue) return Division{cell.number};
        }
        return std::nullopt;
    }

    std::uint32_t add(const Entity& entity, Division division) {
        const std::uint32_t row = out_.world.add(entity);
        set_division({&entity, row}, division);
        return row;
    }

    void set_division(At at, Division division) {
        const std::size_t scope = at.entity->scope_index();
        if (scope < at.entity->fields.size()) {
            out_.world.set(*at.entity, at.row, scope, division.code);
        }
    }

    Division division_of_subject() const {
        const std::size_t scope = subject_.scope_index();
        if (scope >= subject_.fields.size()) return {};
        const Value value = out_.world.value(subject_, 0, scope);
        return is_known(value) ? Division{as_int(value)} : Division{};
    }

    // Of a record made on the way: that of the case, or the one around where it comes from.
    Division division_of(At from, const CaseStep& step) const {
        const std::size_t scope = from.entity->scope_index();
        if (step.kind != StepKind::kAround) return division_of_subject();
        const Value own = out_.world.value(*from.entity, from.row, scope);
        return is_known(own) ? at_level({as_int(own)}, static_cast<DivisionLevel>(step.field))
                             : Division{};
    }

    bool is_absent(const Steps& steps) const {
        return std::find(absent_.begin(), absent_.end(), steps) != absent_.end();
    }

    // The record at the end of the steps, made on the way.
    At walk(At at, const Steps& steps, const std::string& label) {
        Steps done;
        for (const CaseStep& step : steps) {
            done.push_back(step);
            if (is_absent(done)) return {step.to, kNoRow};
            const auto known = made_.find(key(done));
            at = known != made_.end() ? known->second
                                      : make(at, done, done.size() == steps.size() ? label : "");
        }
        return at;
    }

    static std::string key(const Steps& steps) {
        std::string out;
        for (const CaseStep& step : steps) {
            out += std::to_string(static_cast<int>(step.kind)) + ":" + std::string(step.to->name) +
                   ":" + std::to_string(step.field) + ":" + std::to_string(step.number) + "/";
        }
        return out;
    }

    // Records referred to with the same label are the same record.
    At make(At from, const Steps& steps, const std::string& label) {
        const CaseStep& step = steps.back();
        At at{step.to, kNoRow};
        const bool labelled = step.kind == StepKind::kParent && !label.empty();
        const auto named = labels_.find({step.to, label});
        if (labelled && named != labels_.end()) {
            at.row = named->second;
        } else {
            at.row = add(*step.to, division_of(from, step));
            if (labelled) labels_[{step.to, label}] = at.row;
        }
        if (step.kind == StepKind::kParent) {
            out_.world.point(*from.entity, from.row, step.field, *at.entity, at.row);
        } else if (step.kind == StepKind::kChild) {
            out_.world.point(*at.entity, at.row, step.field, *from.entity, from.row);
        }
        made_[key(steps)] = at;
        return at;
    }

    void put(At self, const CasePath& path, const CellValue& cell) {
        if (path.target == CellTarget::kRecord && cell.kind == CellKind::kUnknown) return;
        const At at = walk(self, path.steps,
                           path.target == CellTarget::kRecord ? cell.text : label_of(path.steps));
        if (at.row == kNoRow) return;
        switch (path.target) {
            case CellTarget::kField:
                return put_field(at, path, cell);
            case CellTarget::kDefine:
                out_.given.defines[{path.define, at.row}] = answer(path, cell);
                return;
            case CellTarget::kParameter:
                out_.given.parameters[path.parameter] = answer(path, cell);
                return;
            case CellTarget::kAsOf:
                if (cell.kind == CellKind::kValue) out_.dates.as_of = day(cell);
                return;
            case CellTarget::kLawDate:
                if (cell.kind == CellKind::kValue) out_.dates.law_date = day(cell);
                return;
            default:
                return;
        }
    }

    // A record may be labelled by a column of its own, further along the table.
    std::string label_of(const Steps& steps) const {
        for (const auto& [path, cell] : cells_) {
            if (path->target == CellTarget::kRecord && path->steps == steps) return cell.text;
        }
        return {};
    }

    static Date day(const CellValue& cell) { return {static_cast<std::int32_t>(cell.number)}; }

    static Answer answer(const CasePath& path, const CellValue& cell) {
        if (cell.kind != CellKind::kValue) return {};
        return path.type.kind == Kind::kText ? Answer::of(cell.text) : Answer::of(cell.number);
    }

    void put_field(At at, const CasePath& path, const CellValue& cell) {
        Value value;
        if (cell.kind == CellKind::kValue) {
            if (path.type.kind == Kind::kText)
                value = cell.text;
            else if (path.type.kind == Kind::kBool)
                value = cell.number != 0;
            else
                value = cell.number;
        }
        out_.world.set(*at.entity, at.row, path.field, std::move(value));
        if (cell.kind == CellKind::kUnreadable)
            out_.world.set_unreadable(*at.entity, at.row, path.field);
    }

    CasePaths& paths_;
    const CompiledPacks& packs_;
    const Case& test_;
    const Entity& subject_;
    CaseWorld out_{};
    std::vector<std::pair<const CasePath*, CellValue>> cells_{};
    std::vector<Steps> absent_{};
    std::map<std::string, At> made_{};
    std::map<std::pair<const Entity*, std::string>, std::uint32_t> labels_{};
};

}  // namespace

CaseWorld build_world(CasePaths& paths, const CompiledPacks& packs, const Case& test,
                      const Entity& subject) {
    return WorldBuilder(paths, packs, test, subject).build();
}

CaseWorld build_world(const CompiledPacks& packs, const Case& test, const Entity& subject) {
    CasePaths paths(packs);
    return build_world(paths, packs, test, subject);
}

}  // namespace tz::policy
