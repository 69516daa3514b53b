// Scorecards as a whole: which defines hold their sums, ranks and places.
#include "policy/check/model.h"
#include "policy/check/typer.h"

namespace tz::policy {
namespace {

class Assessments {
  public:
    explicit Assessments(Model& model) : model_(model) {}

    void run() {
        for (std::size_t i = 0; i < model_.files.size(); ++i) {
            file_ = static_cast<int>(i);
            for (const Declaration& declaration : model_.files[i].tree.declarations)
                if (const auto* assess = std::get_if<AssessSyntax>(&declaration)) add(*assess);
        }
    }

  private:
    // Its position if it was made and is right.
    int define(const Assessment& of, const std::string& name) const {
        const int found = model_.find_define(of.pack, *of.entity, name);
        const bool made =
            found >= 0 && model_.out.defines[static_cast<std::size_t>(found)].body != nullptr;
        return made ? found : -1;
    }

    void add(const AssessSyntax& syntax) {
        Assessment out;
        out.pack = model_.files[static_cast<std::size_t>(file_)].pack;
        out.name = syntax.name.text;
        out.title = syntax.title;
        out.source = model_.address(file_, syntax.source);
        out.entity = find_entity(model_.catalog, syntax.entity.text);
        out.at = model_.position(file_, syntax.name.at);
        out.high_first = syntax.ranked.text != "low";
        if (!out.entity) return;
        if (syntax.when) out.when = Typer(model_, file_).condition(*syntax.when, *out.entity);
        for (const ScoreSyntax& item : syntax.items) {
            const int points = define(out, out.name + "_" + item.name.text);
            if (points < 0) return;
            out.items.push_back({item.name.text, item.title, points});
        }
        out.total = define(out, out.name);
        out.rank = define(out, out.name + "_rank");
        out.place = define(out, out.name + "_place");
        if (out.total >= 0) model_.out.assessments.push_back(std::move(out));
    }

    Model& model_;
    int file_ = 0;
};

}  // namespace

void check_assessments(Model& model) { Assessments(model).run(); }

}  // namespace tz::policy
