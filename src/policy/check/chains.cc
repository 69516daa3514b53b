// Chains of signatures: who signs in which order before which step.
#include <algorithm>

#include "policy/check/model.h"

namespace tz::policy {
namespace {

class Chains {
  public:
    explicit Chains(Model& model) : model_(model) {}

    void run() {
        for (std::size_t i = 0; i < model_.files.size(); ++i) {
            file_ = static_cast<int>(i);
            for (const Declaration& declaration : model_.files[i].tree.declarations)
                if (const auto* chain = std::get_if<ChainSyntax>(&declaration)) add(*chain);
        }
    }

  private:
    const Report& report() const { return model_.report(file_); }

    void add(const ChainSyntax& syntax) {
        Chain chain;
        chain.pack = model_.files[static_cast<std::size_t>(file_)].pack;
        chain.name = syntax.name.text;
        chain.title = syntax.title;
        chain.source = model_.address(file_, syntax.source);
        chain.entity = model_.entity(file_, syntax.entity);
        chain.at = model_.position(file_, syntax.name.at);
        chain.voided_by_change = syntax.voided_by_change;
        chain.second_person = syntax.second_person;
        if (!chain.entity || !is_free(syntax.name)) return;
        chain.before = syntax.before.text;
        if (step_exists(syntax) && signers(syntax, chain))
            model_.out.chains.push_back(std::move(chain));
    }

    bool is_free(const Name& name) {
        for (const Chain& chain : model_.out.chains) {
            if (chain.name != name.text) continue;
            report().error(name.at,
                           say("签字链“{}”已经有了", "there is a chain `{}` already", name.text),
                           say("换一个名字", "take another name"));
            return false;
        }
        return true;
    }

    // Steps are known as "problem.close_out"; a chain says the part behind its register.
    bool step_exists(const ChainSyntax& syntax) {
        const std::string prefix = syntax.entity.text + ".";
        std::vector<std::string_view> steps;
        for (const std::string_view step : model_.vocabulary.steps)
            if (step.starts_with(prefix)) steps.push_back(step.substr(prefix.size()));
        if (model_.vocabulary.steps.empty()) return true;
        if (!steps.empty()) {
            return model_.listed(file_, syntax.before, steps,
                                 say("“{}”没有步骤“{}”", "`{}` has no step `{}`",
                                     syntax.entity.text, syntax.before.text));
        }
        report().error(syntax.before.at,
                       say("“{}”没有办理步骤", "`{}` has no workflow", syntax.entity.text),
                       registers_with_steps());
        return false;
    }

    Text registers_with_steps() const {
        std::vector<std::string> names;
        for (const std::string_view step : model_.vocabulary.steps) {
            const std::string name(step.substr(0, step.find('.')));
            if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
        }
        const std::string all = join(names, ", ");
        return say("有步骤的登记表：{}", "registers with steps: {}", all);
    }

    bool signers(const ChainSyntax& syntax, Chain& chain) {
        bool good = true;
        for (const SignerSyntax& signer : syntax.signers) {
            good = model_.listed(file_, signer.role, model_.vocabulary.roles,
                                 say("没有角色“{}”", "there is no role `{}`", signer.role.text)) &&
                   once(chain, signer) && good;
            chain.signers.push_back({signer.order, signer.role.text, signer.title,
                                     signer.within_days, signer.workdays});
        }
        std::stable_sort(chain.signers.begin(), chain.signers.end(),
                         [](const Signer& a, const Signer& b) { return a.order < b.order; });
        return good;
    }

    bool once(const Chain& chain, const SignerSyntax& signer) {
        const bool taken = std::any_of(chain.signers.begin(), chain.signers.end(),
                                       [&](const Signer& s) { return s.role == signer.role.text; });
        if (taken) {
            report().error(signer.role.at,
                           say("角色“{}”写了两次", "role `{}` stands twice", signer.role.text));
        }
        return !taken;
    }

    Model& model_;
    int file_ = 0;
};

}  // namespace

void check_chains(Model& model) { Chains(model).run(); }

}  // namespace tz::policy
