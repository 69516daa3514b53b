// Comparisons with lists: which fields, with what tolerance. Who should be on a list and who should
// not are rules while names and conditions are checked, and belong to the comparison afterwards.
#include <algorithm>

#include "policy/check/build.h"
#include "policy/check/expand.h"
#include "policy/check/typer.h"
#include "policy/check/units.h"

namespace tz::policy {
namespace {

constexpr const char* kMissing = "_missing";
constexpr const char* kFound = "_found";

class Comparisons {
  public:
    explicit Comparisons(Model& model) : model_(model) {}

    void run() {
        for (std::size_t i = 0; i < model_.files.size(); ++i) {
            file_ = static_cast<int>(i);
            for (const Declaration& declaration : model_.files[i].tree.declarations)
                if (const auto* said = std::get_if<ComparisonSyntax>(&declaration)) add(*said);
        }
    }

  private:
    const Report& report() const { return model_.report(file_); }

    std::optional<Rule> taken_rule(const std::string& name, int pack) {
        auto& rules = model_.out.rules;
        const auto found = std::find_if(rules.begin(), rules.end(), [&](const Rule& rule) {
            return rule.name == name && rule.pack == pack;
        });
        if (found == rules.end()) return std::nullopt;
        Rule out = std::move(*found);
        rules.erase(found);
        return out;
    }

    void add(const ComparisonSyntax& syntax) {
        ListComparison out;
        out.pack = model_.files[static_cast<std::size_t>(file_)].pack;
        out.name = syntax.name.text;
        out.title = syntax.title;
        out.source = model_.address(file_, syntax.source);
        out.at = model_.position(file_, syntax.name.at);
        out.list = model_.entity(file_, syntax.list);
        out.entity = model_.entity(file_, syntax.entity);
        out.missing = taken_rule(out.name + kMissing, out.pack);
        out.found = taken_rule(out.name + kFound, out.pack);
        if (!out.list || !out.entity) return;
        bool good = true;
        for (const Name& key : syntax.keys) {
            good = position(key, *out.list).has_value() && good;
            if (const auto field = position(key, *out.entity)) out.keys.push_back(*field);
        }
        for (const ComparedSyntax& said : syntax.fields) good = pair(said, out) && good;
        if (good) model_.out.comparisons.push_back(std::move(out));
    }

    std::optional<std::size_t> position(const Name& name, const Entity& entity) {
        const std::size_t found = entity.index(name.text);
        if (found < entity.fields.size()) return found;
        std::vector<std::string> names;
        for (const Field& field : entity.fields) names.emplace_back(field.name);
        report().error(name.at, say("“{}”上没有“{}”", "`{}` has no `{}`", entity.name, name.text),
                       did_you_mean(name.text, names));
        return std::nullopt;
    }

    bool pair(const ComparedSyntax& said, ListComparison& out) {
        const auto field = position(said.field, *out.entity);
        const auto source = position(said.source, *out.list);
        if (!field || !source) return false;
        const ValueType type = type_of(out.entity->fields[*field]);
        const ValueType other = type_of(out.list->fields[*source]);
        const bool alike = same_kind(type, other) && type.decimals == other.decimals;
        if (!alike) {
            const Text wanted = describe(type), listed = describe(other);
            report().error(said.source.at,
                           {fmt::format("登记的“{}”是{}，名单的是{}，不能比对", said.field.text,
                                        wanted.zh, listed.zh),
                            fmt::format("`{}` is {} in the register and {} in the list",
                                        said.field.text, wanted.en, listed.en)});
            return false;
        }
        ComparedPair made{*field, *source, 0, said.owner.text};
        const bool owned =
            said.owner.empty() ||
            model_.listed(file_, said.owner, model_.vocabulary.departments,
                          say("没有部门“{}”", "there is no department `{}`", said.owner.text));
        if (!tolerance(said, *out.entity, type, made.tolerance) || !owned) return false;
        out.pairs.push_back(std::move(made));
        return true;
    }

    // A constant of the field's own kind, in its last places.
    bool tolerance(const ComparedSyntax& said, const Entity& entity, const ValueType& type,
                   std::int64_t& out) {
        if (!said.tolerance) return true;
        Typer typer(model_, file_);
        NodePtr value = typer.expression(*said.tolerance, entity);
        NodePtr field =
            typer.expression(*built_path(said.tolerance->at, {said.field.text}), entity);
        if (!value || !field || !typer.align(field, value, said.tolerance->at)) return false;
        const bool exact = value->op == Op::kConstant && value->type.decimals == type.decimals;
        if (!exact || (type.kind != Kind::kNumber && type.kind != Kind::kMoney)) {
            report().error(said.tolerance->at,
                           say("允许的差应是一个数，不比字段更细",
                               "a tolerance is a number, no finer than the field"));
            return false;
        }
        out = value->int_value;
        return true;
    }

    Model& model_;
    int file_ = 0;
};

}  // namespace

void expand_comparison(const ComparisonSyntax& comparison, std::vector<Declaration>& out) {
    const auto rule = [&](const char* suffix, const AbsenceSyntax& absence) {
        if (!absence.is_said) return;
        RequireSyntax made;
        made.name = {comparison.name.text + suffix, comparison.name.at};
        made.title = comparison.title;
        made.source = comparison.source;
        made.entity = comparison.entity;
        made.when = absence.when;
        made.that = built(ExprKind::kBool, comparison.name.at, "false", {});
        made.otherwise = absence.problem;
        out.push_back(std::move(made));
    };
    rule(kMissing, comparison.missing);
    rule(kFound, comparison.found);
}

void check_comparisons(Model& model) { Comparisons(model).run(); }

}  // namespace tz::policy
