// Forms as they are filled in: kinds of answers, the fields they are values of.
#include <algorithm>
#include <array>

#include "policy/check/model.h"
#include "policy/check/typer.h"
#include "policy/check/units.h"

namespace tz::policy {
namespace {

struct KindName {
    std::string_view word{};
    AnswerKind kind = AnswerKind::kYesNo;
    Kind value = Kind::kText;  // of a field it may be the value of
};
constexpr std::array<KindName, 11> kKinds = {{{"yes_no", AnswerKind::kYesNo, Kind::kBool},
                                              {"number", AnswerKind::kNumber, Kind::kNumber},
                                              {"money", AnswerKind::kMoney, Kind::kMoney},
                                              {"text", AnswerKind::kText, Kind::kText},
                                              {"date", AnswerKind::kDate, Kind::kDate},
                                              {"month", AnswerKind::kMonth, Kind::kMonth},
                                              {"choice", AnswerKind::kChoice, Kind::kChoice},
                                              {"choices", AnswerKind::kChoices, Kind::kChoices},
                                              {"photo", AnswerKind::kPhoto, Kind::kText},
                                              {"signature", AnswerKind::kSignature, Kind::kText},
                                              {"location", AnswerKind::kLocation, Kind::kText}}};

const KindName& kind_of(std::string_view word) {
    return *std::find_if(kKinds.begin(), kKinds.end(),
                         [&](const KindName& k) { return k.word == word; });
}

class Forms {
  public:
    explicit Forms(Model& model) : model_(model) {}

    void run() {
        for (std::size_t i = 0; i < model_.files.size(); ++i) {
            file_ = static_cast<int>(i);
            for (const Declaration& declaration : model_.files[i].tree.declarations)
                if (const auto* form = std::get_if<FormSyntax>(&declaration)) add(*form);
        }
    }

  private:
    const Report& report() const { return model_.report(file_); }
    int pack() const { return model_.files[static_cast<std::size_t>(file_)].pack; }

    void add(const FormSyntax& syntax) {
        Form form;
        form.pack = pack();
        form.name = syntax.name.text;
        form.title = syntax.title;
        form.source = model_.address(file_, syntax.source);
        form.entity = find_entity(model_.catalog, syntax.entity.text);
        form.at = model_.position(file_, syntax.name.at);
        if (!form.entity || !is_free(syntax.name)) return;
        if (syntax.when) form.when = Typer(model_, file_).condition(*syntax.when, *form.entity);
        std::set<std::string> names;
        for (const FormSectionSyntax& section : syntax.sections) add_section(form, section, names);
        model_.out.forms.push_back(std::move(form));
    }

    bool is_free(const Name& name) {
        for (const Form& form : model_.out.forms) {
            if (form.name != name.text) continue;
            report().error(name.at,
                           say("表“{}”已经有了", "there is a form `{}` already", name.text),
                           say("换一个名字", "take another name"));
            return false;
        }
        return true;
    }

    void add_section(Form& form, const FormSectionSyntax& syntax, std::set<std::string>& names) {
        FormSection section{
            syntax.name.text, syntax.title, form.entity, syntax.relation.text, 0, {}};
        if (!section.relation.empty()) {
            const Relation relation =
                find_relation(model_.catalog, *form.entity, section.relation).relation;
            if (!relation.entity) return;  // reported when the form was expanded
            section.entity = relation.entity;
            section.reference = relation.field;
        }
        for (const QuestionSyntax& question : syntax.questions) {
            if (!names.insert(question.name.text).second) {
                report().error(
                    question.name.at,
                    say("问题“{}”写了两次", "question `{}` stands twice", question.name.text));
            }
            section.questions.push_back(add_question(form, section, question));
        }
        form.sections.push_back(std::move(section));
    }

    Question add_question(const Form& form, const FormSection& section,
                          const QuestionSyntax& syntax) {
        Question out;
        out.name = syntax.name.text;
        out.title = syntax.title;
        out.at = model_.position(file_, syntax.name.at);
        out.kind = kind_of(syntax.answer.kind.text).kind;
        if (syntax.when) out.when = Typer(model_, file_).condition(*syntax.when, *section.entity);
        if (out.kind == AnswerKind::kNumber) out.unit = unit(syntax.answer.argument);
        choices(syntax.answer, out);
        if (!syntax.field.empty()) bind(syntax, *section.entity, out);
        if (!syntax.trigger.empty()) {
            triggers(syntax, out);
            for (const Name& answer : syntax.trigger.answers) out.bad.push_back(answer.text);
            out.rule = form.name + "_" + out.name;
        }
        return out;
    }

    std::string unit(const Name& name) {
        if (name.empty() || is_money_unit(name.text)) return name.text;
        if (!find_unit(name.text, model_.catalog))
            report().error(name.at, say("不认识单位“{}”", "unknown unit `{}`", name.text),
                           suggest(name.text, unit_names(model_.catalog)));
        return name.text;
    }

    void choices(const AnswerSyntax& syntax, Question& out) {
        for (const ChoiceSyntax& choice : syntax.choices)
            out.choices.push_back({choice.name.text, choice.label});
        if (out.kind == AnswerKind::kYesNo) out.choices = {{"yes", "是"}, {"no", "否"}};
        const Name& list = syntax.argument;
        const bool chosen = out.kind == AnswerKind::kChoice || out.kind == AnswerKind::kChoices;
        if (!chosen || list.empty()) return;
        const CodeList* codes = model_.find_list(list.text);
        if (!codes) {
            return report().error(list.at,
                                  say("没有代码表“{}”", "there is no code list `{}`", list.text),
                                  did_you_mean(list.text, model_.list_names()));
        }
        for (const Choice& choice : codes->choices)
            out.choices.push_back({std::string(choice.name), std::string(choice.label)});
    }

    void bind(const QuestionSyntax& syntax, const Entity& entity, Question& out) {
        const Name& name = syntax.field;
        const std::size_t field = entity.index(name.text);
        if (field == entity.fields.size()) {
            if (model_.is_broken(name.text)) return;
            std::vector<std::string> names;
            for (const Field& f : entity.fields) names.emplace_back(f.name);
            return report().error(name.at,
                                  say("“{}”上没有“{}”", "`{}` has no `{}`", entity.name, name.text),
                                  did_you_mean(name.text, names));
        }
        out.field = field;
        const ValueType type = type_of(entity.fields[field]);
        const bool same = type.kind == kind_of(syntax.answer.kind.text).value &&
                          (!type.codes || covers(*type.codes, out));
        if (same) return;
        const Text wanted = describe(type);
        report().error(
            syntax.answer.kind.at,
            {fmt::format("字段“{}”是{}，答案类型不合", name.text, wanted.zh),
             fmt::format("field `{}` is {}, not this kind of answer", name.text, wanted.en)});
    }

    static bool covers(const CodeList& codes, const Question& question) {
        return std::all_of(question.choices.begin(), question.choices.end(),
                           [&](const AnswerChoice& c) { return codes.by_name(c.name); });
    }

    void triggers(const QuestionSyntax& syntax, const Question& question) {
        std::vector<std::string> names;
        for (const AnswerChoice& choice : question.choices) names.push_back(choice.name);
        for (const Name& answer : syntax.trigger.answers) {
            if (std::find(names.begin(), names.end(), answer.text) != names.end()) continue;
            report().error(
                answer.at,
                say("这个问题没有答案“{}”", "this question has no answer `{}`", answer.text),
                names.empty() ? say("数值写成 < 35: …", "a number is `< 35: …`")
                              : suggest(answer.text, names));
        }
    }

    Model& model_;
    int file_ = 0;
};

}  // namespace

void check_forms(Model& model) { Forms(model).run(); }

}  // namespace tz::policy
