#include "policy/check/expand.h"

namespace tz::policy {

void expand(Model& model) {
    for (std::size_t i = 0; i < model.files.size(); ++i) {
        Tree& tree = model.files[i].tree;
        std::vector<Declaration> out;
        for (const Declaration& declaration : tree.declarations) {
            if (const auto* form = std::get_if<FormSyntax>(&declaration))
                expand_form(model, static_cast<int>(i), *form, out);
            if (const auto* chain = std::get_if<ChainSyntax>(&declaration))
                expand_chain(model, *chain, out);
            if (const auto* assess = std::get_if<AssessSyntax>(&declaration))
                expand_assess(*assess, out);
            if (const auto* comparison = std::get_if<ComparisonSyntax>(&declaration))
                expand_comparison(*comparison, out);
        }
        for (Declaration& made : out) {
            if (const auto* rule = std::get_if<RequireSyntax>(&made))
                tree.made.insert(rule->name.text);
            tree.declarations.push_back(std::move(made));
        }
    }
}

}  // namespace tz::policy
