// require, exception and context.
#include <algorithm>

#include "policy/check/model.h"
#include "policy/check/periods.h"
#include "policy/check/scope.h"
#include "policy/check/typer.h"

namespace tz::policy {
namespace {

constexpr int kDefaultSeverity = 3;

class Rules {
  public:
    explicit Rules(Model& model) : model_(model) {}

    void run() {
        for (std::size_t i = 0; i < model_.defines.size(); ++i) {
            const Position& at = model_.out.defines[i].at;
            compile_define(model_, static_cast<int>(i), {at.line, at.column, 1}, at.file);
        }
        each<RequireSyntax>([&](const RequireSyntax& syntax) { require(syntax); });
        each<ExceptionSyntax>([&](const ExceptionSyntax& syntax) { exception(syntax); });
        each<ContextSyntax>([&](const ContextSyntax& syntax) {
            model_.out.contexts.push_back({model_.address(file_, syntax.source), syntax.reason,
                                           pack(), model_.position(file_, syntax.at)});
        });
    }

  private:
    int pack() const { return model_.files[static_cast<std::size_t>(file_)].pack; }
    const Report& report() const { return model_.report(file_); }

    template <class Syntax, class Use>
    void each(Use use) {
        for (std::size_t i = 0; i < model_.files.size(); ++i) {
            file_ = static_cast<int>(i);
            for (const Declaration& declaration : model_.files[i].tree.declarations) {
                if (const auto* syntax = std::get_if<Syntax>(&declaration)) use(*syntax);
            }
        }
    }

    bool is_free(const Name& name) {
        for (const Rule& rule : model_.out.rules) {
            if (rule.name == name.text) return taken(name, rule);
        }
        for (const Define& define : model_.out.defines) {
            if (define.name != name.text) continue;
            report().error(name.at,
                           say("“{}”已是一个 define 的名字", "`{}` is the name of a define already",
                               name.text),
                           say("换一个名字", "take another name"));
            return false;
        }
        return true;
    }

    bool taken(const Name& name, const Rule& other) {
        const bool below = other.pack != pack() && model_.sees(pack(), other.pack);
        report().error(
            name.at,
            say("规则“{}”在 {} 已经有了", "there is a rule `{}` already at {}", name.text,
                model_.place(other.at)),
            below ? say("上级的规则只能用 exception to {} 改变",
                        "a rule from above is changed with `exception to {}` only", name.text)
                  : say("换一个名字", "take another name"));
        return false;
    }

    void broken(const std::string& name) {
        model_.files[static_cast<std::size_t>(file_)].tree.broken.insert(name);
    }

    void require(const RequireSyntax& syntax) {
        Rule rule;
        rule.name = syntax.name.text;
        rule.title = syntax.title;
        rule.pack = pack();
        rule.source = model_.address(file_, syntax.source);
        rule.entity = model_.entity(file_, syntax.entity);
        rule.at = model_.position(file_, syntax.name.at);
        rule.proposed = syntax.proposed;
        rule.note = syntax.note;
        rule.severity = syntax.severity ? syntax.severity : kDefaultSeverity;
        const bool acted = otherwise(rule, syntax.otherwise);
        if (!rule.entity || !conditions(rule, syntax) || !is_free(syntax.name) || !acted)
            return broken(rule.name);
        model_.out.rules.push_back(std::move(rule));
    }

    bool conditions(Rule& rule, const RequireSyntax& syntax) {
        Typer typer(model_, file_);
        const bool timed = period(syntax.every, rule.every);
        if (rule.every) typer.set_period(*rule.every);
        if (syntax.when) rule.when_said = typer.condition(*syntax.when, *rule.entity);
        rule.that = typer.condition(*syntax.that, *rule.entity);
        NodePtr when = rule.when_said;
        if (rule.every)
            when = joined(Op::kAnd,
                          period_in_dates(model_, file_, *rule.every, *rule.entity, syntax.name.at),
                          when);
        rule.when = in_scope(model_, file_, when, *rule.entity, syntax.name.at);
        return timed && rule.that && (!syntax.when || rule.when_said);
    }

    bool period(const Name& word, std::optional<Period>& out) {
        if (word.empty()) return true;
        out = parse_period(word.text);
        if (out) return true;
        report().error(word.at, say("没有周期“{}”", "there is no period `{}`", word.text),
                       suggest(word.text, {"month", "quarter", "year", "school_year"}));
        return false;
    }

    bool otherwise(Rule& rule, const ElseSyntax& syntax) {
        rule.category = syntax.category.text;
        rule.problem = syntax.problem;
        rule.owner = syntax.owner.text;
        rule.within_days = syntax.within_days;
        rule.workdays = syntax.workdays;
        if (rule.workdays) rule.calendar = model_.find_calendar(pack());
        const bool timed = period(syntax.due_end, rule.due_end);
        const bool owned =
            listed(syntax.owner, model_.vocabulary.departments,
                   say("没有部门“{}”", "there is no department `{}`", syntax.owner.text));
        const bool filed = listed(
            syntax.category, model_.vocabulary.categories,
            say("没有问题类别“{}”", "there is no problem category `{}`", syntax.category.text));
        if (syntax.due.text.empty()) return owned && filed && timed;
        rule.due = parse_date(syntax.due.text);
        if (!rule.due)
            report().error(syntax.due.at,
                           say("没有{}这一天", "there is no day {}", syntax.due.text));
        return owned && filed && rule.due;
    }

    bool listed(const Name& name, std::span<const std::string_view> names, Text message) {
        return model_.listed(file_, name, names, std::move(message));
    }

    void exception(const ExceptionSyntax& syntax) {
        const int index = model_.find_rule(pack(), syntax.rule.text);
        if (index < 0) return no_rule(syntax.rule);
        Rule& rule = model_.out.rules[static_cast<std::size_t>(index)];
        Exception out;
        out.pack = pack();
        out.title = syntax.title;
        out.source = model_.address(file_, syntax.source);
        out.at = model_.position(file_, syntax.rule.at);
        out.as_said = Typer(model_, file_).condition(*syntax.when, *rule.entity);
        if (!out.as_said) return;
        out.when = pack() == rule.pack
                       ? out.as_said
                       : in_scope(model_, file_, out.as_said, *rule.entity, syntax.rule.at);
        rule.exceptions.push_back(std::move(out));
    }

    void no_rule(const Name& name) {
        if (model_.is_broken(name.text)) return;
        std::vector<std::string> names;
        for (const Rule& rule : model_.out.rules) names.push_back(rule.name);
        report().error(name.at, say("没有规则“{}”", "there is no rule `{}`", name.text),
                       did_you_mean(name.text, names));
    }

    Model& model_;
    int file_ = 0;
};

}  // namespace

void check_rules(Model& model) { Rules(model).run(); }

}  // namespace tz::policy
