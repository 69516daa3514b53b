// A chain stands for: NAME_asked and NAME_ROLE_asked (where it or a signer says when), NAME_ROLE
// (that one's signature stands), NAME_signed, and for each signer with a time limit NAME_ROLE_due
// and the rule NAME_ROLE_in_time. Signatures are records of the register sign_off that refer to
// what was signed.
#include <algorithm>

#include "policy/check/build.h"
#include "policy/check/expand.h"

namespace tz::policy {
namespace {

constexpr std::string_view kSignatures = "sign_off";

// The name by which records of that register see their signatures; empty: none are kept.
std::string signatures_of(Catalog catalog, const std::string& entity) {
    const Entity* signatures = find_entity(catalog, kSignatures);
    if (!signatures) return {};
    for (const Field& field : signatures->fields)
        if (field.refers_to == entity && !field.inverse_name.empty())
            return std::string(field.inverse_name);
    return {};
}

class ChainExpander {
  public:
    ChainExpander(Model& model, const ChainSyntax& chain, std::vector<Declaration>& out)
        : chain_(chain),
          at_(chain.name.at),
          signatures_(signatures_of(model.catalog, chain.entity.text)),
          out_(out) {
        const std::string command = chain.entity.text + "." + chain.before.text;
        for (const WorkStep& step : model.vocabulary.steps)
            if (step.command == command) steps_.push_back(step);
        is_sound_ = find_entity(model.catalog, chain.entity.text) && has_roles(model.vocabulary);
    }

    void run() {
        if (!is_sound_) return;  // chains.cc says why
        if (chain_.when) define("_asked", "：要签", chain_.when);
        for (const SignerSyntax& signer : chain_.signers)
            if (signer.when)
                define(suffix(signer, "_asked"), "：要" + signer.title + "签", signer.when);
        if (signatures_.empty()) return;
        for (const SignerSyntax& signer : chain_.signers)
            define(suffix(signer, ""), "：" + signer.title + "已签", signed_by(signer));
        define("_signed", "：签字已齐", built_chain(at_, "or", {not_asked(), all_signed(1 << 30)}));
        if (!chain_.has_else) return;
        for (const SignerSyntax& signer : chain_.signers)
            if (signer.within_days > 0) time_limit(signer);
    }

  private:
    // Every role is one, and stands once.
    bool has_roles(const Vocabulary& vocabulary) const {
        std::vector<std::string> seen;
        for (const SignerSyntax& signer : chain_.signers) {
            const std::string& role = signer.role.text;
            const bool is_known = vocabulary.roles.empty() ||
                                  std::find(vocabulary.roles.begin(), vocabulary.roles.end(),
                                            role) != vocabulary.roles.end();
            if (!is_known || std::find(seen.begin(), seen.end(), role) != seen.end()) return false;
            seen.push_back(role);
        }
        return true;
    }

    static std::string suffix(const SignerSyntax& signer, const char* end) {
        return "_" + signer.role.text + end;
    }
    ExprPtr own(const std::string& end) const { return built_path(at_, {chain_.name.text + end}); }
    void define(const std::string& end, const std::string& title, ExprPtr body) {
        DefineSyntax made;
        made.name = {chain_.name.text + end, at_};
        made.title = chain_.title + title;
        made.source = chain_.source;
        made.entity = chain_.entity;
        made.body = std::move(body);
        out_.push_back(std::move(made));
    }

    ExprPtr asked() const { return chain_.when ? own("_asked") : ExprPtr(); }
    ExprPtr not_asked() const { return chain_.when ? built_not(at_, own("_asked")) : ExprPtr(); }

    ExprPtr is_this_chain() const {
        return built_binary(at_, "=", built_path(at_, {"chain_name"}),
                            built_text(at_, chain_.name.text));
    }
    ExprPtr stands() const {
        return built_not(at_, built(ExprKind::kKnown, at_, {}, {built_path(at_, {"voided_on"})}));
    }
    ExprPtr role_in(const std::vector<std::string>& roles) const {
        std::vector<ExprPtr> set;
        for (const std::string& role : roles) set.push_back(built_path(at_, {role}));
        return built(ExprKind::kIn, at_, "in",
                     {built_path(at_, {"role"}), built(ExprKind::kSet, at_, {}, std::move(set))});
    }
    ExprPtr signed_by(const SignerSyntax& signer) const {
        return built_call(at_, "any", {built_path(at_, {signatures_})},
                          built_all(at_, {is_this_chain(), role_in({signer.role.text}), stands()}));
    }

    // Those of a lower order have signed, as far as they are asked; null: there are none.
    ExprPtr all_signed(int below) const {
        std::vector<ExprPtr> parts;
        for (const SignerSyntax& signer : chain_.signers) {
            if (signer.order >= below) continue;
            const ExprPtr spared =
                signer.when ? built_not(at_, own(suffix(signer, "_asked"))) : ExprPtr();
            parts.push_back(built_chain(at_, "or", {spared, own(suffix(signer, ""))}));
        }
        return built_all(at_, parts);
    }

    // The record has come to where the step may be taken.
    ExprPtr is_there() const {
        std::vector<ExprPtr> parts;
        for (const WorkStep& step : steps_) {
            const ExprPtr state = built_path(at_, {std::string(step.state)});
            parts.push_back(
                step.from.empty()
                    ? built_not(at_, built(ExprKind::kKnown, at_, {}, {state}))
                    : built_binary(at_, "=", state, built_path(at_, {std::string(step.from)})));
        }
        return built_chain(at_, "or", parts);
    }

    // The day from which it waits there; null: the register keeps none.
    ExprPtr since() const {
        ExprPtr out;
        for (const WorkStep& step : steps_) {
            if (step.since.empty()) continue;
            const ExprPtr day = built_path(at_, {std::string(step.since)});
            const ExprPtr state = built_path(at_, {std::string(step.state)});
            const ExprPtr is_here =
                built_binary(at_, "=", state, built_path(at_, {std::string(step.from)}));
            out = out ? built(ExprKind::kIf, at_, {}, {is_here, day, out}) : day;
        }
        return out;
    }

    // A signer's time begins when the record comes to the step, or with the last signature below.
    ExprPtr begin(const SignerSyntax& signer) const {
        std::vector<std::string> below;
        for (const SignerSyntax& other : chain_.signers)
            if (other.order < signer.order) below.push_back(other.role.text);
        const ExprPtr first = since();
        if (below.empty() || !first) return first;
        const ExprPtr last =
            built_call(at_, "max", {built_path(at_, {signatures_, "signed_on"})},
                       built_all(at_, {is_this_chain(), role_in(below), stands()}));
        const ExprPtr known = built(ExprKind::kMissingAs, at_, {}, {last, first});
        return built_call(at_, "greatest", {first, known});
    }

    void time_limit(const SignerSyntax& signer) {
        const ExprPtr first = begin(signer);
        if (!first) return;
        auto days = std::make_shared<Expr>(*built_number(at_, signer.within_days));
        if (!signer.workdays) days->unit = "days";
        define(suffix(signer, "_due"), "：" + signer.title + "最迟签字日期",
               signer.workdays ? built_call(at_, "add_workdays", {first, days})
                               : built_binary(at_, "+", first, days));
        RequireSyntax made;
        made.name = {chain_.name.text + suffix(signer, "_in_time"), at_};
        made.title = chain_.title + "：" + signer.title + "应按期签字";
        made.source = chain_.source;
        made.entity = chain_.entity;
        const ExprPtr needed = signer.when ? own(suffix(signer, "_asked")) : ExprPtr();
        made.when = built_all(at_, {is_there(), asked(), needed, all_signed(signer.order)});
        made.that = built_binary(
            at_, "or", own(suffix(signer, "")),
            built_binary(at_, "<=", built_path(at_, {"as_of"}), own(suffix(signer, "_due"))));
        made.otherwise = chain_.otherwise;
        made.otherwise.problem = signer.title + "：" + chain_.otherwise.problem;
        out_.push_back(std::move(made));
    }

    const ChainSyntax& chain_;
    Spot at_;
    std::string signatures_;
    std::vector<WorkStep> steps_{};
    bool is_sound_ = false;
    std::vector<Declaration>& out_;
};

}  // namespace

void expand_chain(Model& model, const ChainSyntax& chain, std::vector<Declaration>& out) {
    ChainExpander(model, chain, out).run();
}

}  // namespace tz::policy
