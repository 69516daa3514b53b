#include "policy/check/closure.h"

#include <set>

#include "policy/syntax/print.h"

namespace tz::policy {
namespace {

class Closure {
  public:
    Closure(const Model& model, int pack, const Entity& entity, const std::string& document)
        : model_(model), pack_(pack), entity_(entity), document_(document) {}

    void add(const std::string& name) {
        if (!seen_.insert(name).second) return;
        const int define = model_.find_define(pack_, entity_, name);
        if (define >= 0) add(model_.defines[static_cast<std::size_t>(define)]);
        if (model_.find_codes(pack_, name)) add_codes(name);
        if (model_.find_parameter(pack_, name) >= 0) add_parameter(name);
    }

    std::string take() { return std::move(text_); }

  private:
    AddressSyntax address() const { return {{document_, {}}, "0"}; }
    void put(const Declaration& declaration) { text_ += print(declaration) + "\n"; }

    void add(const DefineSource& source) {
        if (source.define) {
            DefineSyntax define = *source.define;
            define.source = {};
            put(define);
            add(define.body);
        }
        if (!source.classify) return;
        ClassifySyntax classify = *source.classify;
        classify.source = address();
        put(classify);
        for (const ClassRowSyntax& row : classify.rows) add(row.when);
    }

    void add(const ExprPtr& expr) {
        if (!expr) return;
        if (!expr->path.empty()) add(expr->path.front().text);
        for (const ExprPtr& arg : expr->args) add(arg);
        add(expr->where);
    }

    template <class Syntax, class Visit>
    void each(const std::string& name, Visit visit) const {
        for (const PackFile& file : model_.files) {
            if (!model_.sees(pack_, file.pack)) continue;
            for (const Declaration& declaration : file.tree.declarations)
                if (const auto* found = std::get_if<Syntax>(&declaration))
                    if (found->name.text == name) visit(*found);
        }
    }

    void add_codes(const std::string& name) {
        each<CodesSyntax>(name, [&](const CodesSyntax& codes) { put(codes); });
    }

    // The rows of all packs that say something about it, as one table.
    void add_parameter(const std::string& name) {
        ParameterSyntax whole;
        each<ParameterSyntax>(name, [&](const ParameterSyntax& part) {
            std::vector<ParameterRowSyntax> rows = std::move(whole.rows);
            whole = part;
            whole.binding.clear();
            whole.rows.insert(whole.rows.begin(), rows.begin(), rows.end());
        });
        for (ParameterRowSyntax& row : whole.rows) row.source = address();
        put(whole);
    }

    const Model& model_;
    int pack_;
    const Entity& entity_;
    const std::string& document_;
    std::set<std::string> seen_{};
    std::string text_{};
};

}  // namespace

std::string closure_of(const Model& model, int pack, const Entity& entity,
                       const std::vector<std::string>& defines, const std::string& document) {
    Closure closure(model, pack, entity, document);
    for (const std::string& name : defines) closure.add(name);
    return closure.take();
}

}  // namespace tz::policy
