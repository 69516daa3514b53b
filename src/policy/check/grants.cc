// A grant stands for defines and a rule: NAME (the amount, 0 for those who are not entitled),
// NAME_entitled, and, where it says what was received, NAME_received, NAME_gap and the rule
// NAME_paid.
#include <algorithm>
#include <array>

#include "policy/check/model.h"

namespace tz::policy {
namespace {

constexpr std::array<std::string_view, 7> kPeriods = {"once",     "case", "month",      "quarter",
                                                      "semester", "year", "school_year"};

class Expander {
  public:
    explicit Expander(const GrantSyntax& grant) : g_(grant) {}

    std::vector<Declaration> run() {
        std::vector<Declaration> out = {define("_entitled", "：应享受", entitled(), true)};
        out.push_back(define("", "", amount()));
        if (!g_.received) return out;
        out.push_back(define("_received", "：已到位", g_.received));
        const ExprPtr rest = make(ExprKind::kBinary, "-", {path(""), path("_received")});
        out.push_back(
            define("_gap", "：差额", make(ExprKind::kCall, "greatest", {rest, nothing()})));
        out.push_back(rule());
        return out;
    }

  private:
    Name named(const std::string& end) const { return {g_.name.text + end, g_.name.at}; }

    ExprPtr make(ExprKind kind, std::string text, std::vector<ExprPtr> args) const {
        auto out = std::make_shared<Expr>();
        out->kind = kind;
        out->at = g_.name.at;
        out->text = std::move(text);
        out->args = std::move(args);
        return out;
    }
    ExprPtr path(const Name& name) const {
        auto out = std::make_shared<Expr>();
        out->at = name.at;
        out->path = {name};
        return out;
    }
    ExprPtr path(const std::string& end) const { return path(named(end)); }
    ExprPtr nothing() const {
        auto out = std::make_shared<Expr>(*make(ExprKind::kNumber, "0", {}));
        out->unit = "元";
        return out;
    }

    // What is wrong with the amount is told where it is written.
    ExprPtr amount() const {
        auto out = std::make_shared<Expr>(
            *make(ExprKind::kIf, "", {path("_entitled"), g_.amount, nothing()}));
        out->at = g_.amount->at;
        return out;
    }

    ExprPtr entitled() const {
        ExprPtr out = g_.when;
        for (const ExprPtr& other : g_.unless) {
            const ExprPtr paid = make(ExprKind::kBinary, ">", {other, nothing()});
            const ExprPtr unpaid = make(ExprKind::kNot, "", {paid});
            out = out ? make(ExprKind::kBinary, "and", {out, unpaid}) : unpaid;
        }
        return out ? out : make(ExprKind::kBool, "true", {});
    }

    DefineSyntax define(const std::string& end, const std::string& title_end, ExprPtr body,
                        bool in_scope = false) const {
        return {.name = named(end),
                .title = g_.title + title_end,
                .source = g_.source,
                .entity = g_.entity,
                .body = std::move(body),
                .in_scope = in_scope};
    }

    RequireSyntax rule() const {
        RequireSyntax out;
        out.name = named("_paid");
        out.title = g_.title + "足额到位";
        out.source = g_.source;
        out.entity = g_.entity;
        out.when = path("_entitled");
        out.that = make(ExprKind::kBinary, ">=", {path("_received"), path("")});
        out.otherwise = g_.otherwise;
        if (!g_.has_else) {
            out.otherwise.category = {"allowance", g_.name.at};
            out.otherwise.problem = g_.title + "未足额到位";
            out.otherwise.owner = g_.payer;
        }
        out.proposed = g_.proposed;
        out.note = g_.note;
        return out;
    }

    const GrantSyntax& g_;
};

class Grants {
  public:
    explicit Grants(Model& model) : model_(model) {}

    void run() {
        for (std::size_t i = 0; i < model_.files.size(); ++i) {
            file_ = static_cast<int>(i);
            for (const Declaration& declaration : model_.files[i].tree.declarations)
                if (const auto* grant = std::get_if<GrantSyntax>(&declaration)) add(*grant);
        }
    }

  private:
    int pack() const { return model_.files[static_cast<std::size_t>(file_)].pack; }

    void add(const GrantSyntax& syntax) {
        Grant out;
        out.name = syntax.name.text;
        out.title = syntax.title;
        out.pack = pack();
        out.source = {syntax.source.document.text, syntax.source.clause};
        out.entity = find_entity(model_.catalog, syntax.entity.text);
        out.per = syntax.per.text;
        out.payer = syntax.payer.text;
        out.proposed = syntax.proposed;
        out.note = syntax.note;
        out.at = model_.position(file_, syntax.name.at);
        const bool worded = listed(syntax.per, kPeriods,
                                   say("没有周期“{}”", "there is no period `{}`", syntax.per.text));
        const bool paid =
            listed(syntax.payer, model_.vocabulary.departments,
                   say("没有部门“{}”", "there is no department `{}`", syntax.payer.text));
        if (!out.entity || !worded || !paid) return;
        out.amount = find(out, "");
        out.entitled = find(out, "_entitled");
        if (syntax.received) {
            out.received = find(out, "_received");
            out.gap = find(out, "_gap");
        }
        const int rule = model_.find_rule(pack(), out.name + "_paid");
        if (rule >= 0) model_.out.rules[static_cast<std::size_t>(rule)].grant = out.name;
        if (out.amount >= 0 && out.entitled >= 0) model_.out.grants.push_back(std::move(out));
    }

    int find(const Grant& grant, const std::string& end) const {
        const int define = model_.find_define(pack(), *grant.entity, grant.name + end);
        const bool good = define >= 0 && model_.out.defines[static_cast<std::size_t>(define)].body;
        return good ? define : -1;
    }

    bool listed(const Name& name, std::span<const std::string_view> names, Text message) const {
        if (names.empty() || std::find(names.begin(), names.end(), name.text) != names.end())
            return true;
        model_.report(file_).error(name.at, std::move(message),
                                   suggest(name.text, {names.begin(), names.end()}));
        return false;
    }

    Model& model_;
    int file_ = 0;
};

}  // namespace

void expand_grants(Model& model) {
    for (PackFile& file : model.files) {
        std::vector<Declaration> made;
        for (const Declaration& declaration : file.tree.declarations) {
            const auto* grant = std::get_if<GrantSyntax>(&declaration);
            if (!grant) continue;
            for (Declaration& one : Expander(*grant).run()) made.push_back(std::move(one));
        }
        for (Declaration& one : made) file.tree.declarations.push_back(std::move(one));
    }
}

void check_grants(Model& model) { Grants(model).run(); }

}  // namespace tz::policy
