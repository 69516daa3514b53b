// Chains of signatures: who signs in which order before which step.
#include <algorithm>

#include "policy/check/closure.h"
#include "policy/check/model.h"

namespace tz::policy {
namespace {

constexpr int kBad = -2;  // a condition that was reported

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
        bool good = step_exists(syntax);
        good = signers(syntax, chain) && good;
        good = has_consequence(syntax) && good;
        if (good && conditions(syntax, chain)) model_.out.chains.push_back(std::move(chain));
    }

    // Who is late is somebody's to see to.
    bool has_consequence(const ChainSyntax& syntax) {
        const auto limited = std::find_if(syntax.signers.begin(), syntax.signers.end(),
                                          [](const auto& s) { return s.within_days > 0; });
        if (syntax.has_else || limited == syntax.signers.end()) return true;
        report().error(
            limited->role.at,
            say("签字有期限，要说逾期由谁督办",
                "a signature with a time limit needs somebody to see to it when late"),
            say("在表前写上 else problem 类别 \"逾期未签字\" owner 部门",
                "write `else problem CATEGORY \"…\" owner DEPARTMENT` before the table"));
        return false;
    }

    // The defines that say whether the chain and each signer are asked for.
    bool conditions(const ChainSyntax& syntax, Chain& chain) {
        std::vector<std::string> names;
        chain.asked = asked(syntax, chain, syntax.when, chain.name + "_asked", names);
        if (chain.asked == kBad) return false;
        for (Signer& signer : chain.signers) {
            const auto it =
                std::find_if(syntax.signers.begin(), syntax.signers.end(),
                             [&](const SignerSyntax& s) { return s.role.text == signer.role; });
            signer.asked =
                asked(syntax, chain, it->when, chain.name + "_" + signer.role + "_asked", names);
            if (signer.asked == kBad) return false;
        }
        if (!names.empty())
            chain.condition = closure_of(model_, chain.pack, *chain.entity, names,
                                         std::string(kConditionDocument));
        return true;
    }

    int asked(const ChainSyntax& syntax, const Chain& chain, const ExprPtr& when,
              const std::string& name, std::vector<std::string>& names) {
        if (!when) return -1;
        const int define = model_.find_define(chain.pack, *chain.entity, name);
        if (define < 0) return kBad;
        const NodePtr& body = model_.out.defines[static_cast<std::size_t>(define)].body;
        if (!body) return kBad;
        if (!is_own(*body)) {
            report().error(
                syntax.name.at,
                say("签字链的条件只能看这条记录自己的字段",
                    "the conditions of a chain may look at fields of the record itself only"),
                say("别的记录说的话，先写进这条记录的字段",
                    "put what other records say into a field of this one"));
            return kBad;
        }
        names.push_back(name);
        return define;
    }

    // Nothing but this record answers it: neither others nor the working days.
    static bool is_own(const Node& node) {
        const bool looks_away = node.op >= Op::kParent || node.op == Op::kSame ||
                                node.op == Op::kSameIn || node.op == Op::kAddWorkdays ||
                                node.op == Op::kWorkdaysBetween;
        return !looks_away && std::all_of(node.args.begin(), node.args.end(),
                                          [](const NodePtr& arg) { return !arg || is_own(*arg); });
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
        for (const WorkStep& step : model_.vocabulary.steps)
            if (step.command.starts_with(prefix))
                steps.push_back(step.command.substr(prefix.size()));
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
        for (const WorkStep& one : model_.vocabulary.steps) {
            const std::string_view step = one.command;
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
                                     signer.within_days, signer.workdays, -1});
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
