// A form stands for: NAME_applies (where it says when), NAME_QUESTION_answered, NAME_complete, and
// for each question with a problem the rule NAME_QUESTION. Answers are records of the register
// survey_answer that refer to the record asked about; an answer that is the value of a field is
// judged by that field, so that a later correction counts.
#include "policy/check/build.h"
#include "policy/check/expand.h"
#include "policy/check/typer.h"

namespace tz::policy {
namespace {

constexpr std::string_view kAnswers = "survey_answer";

// The name by which records of `entity` see their answers; empty: nobody keeps any.
std::string answers_of(Catalog catalog, const Entity& entity) {
    const Entity* answers = find_entity(catalog, kAnswers);
    if (!answers) return {};
    for (const Field& field : answers->fields)
        if (field.refers_to == entity.name && !field.inverse_name.empty())
            return std::string(field.inverse_name);
    return {};
}

// The reference by which an answer of that kind points back at the record.
std::string reference_to(Catalog catalog, const Entity& entity) {
    for (const Field& field : find_entity(catalog, kAnswers)->fields)
        if (field.refers_to == entity.name && !field.inverse_name.empty())
            return std::string(field.name);
    return {};
}

class FormExpander {
  public:
    FormExpander(Model& model, int file, const FormSyntax& form, std::vector<Declaration>& out)
        : model_(model), file_(file), form_(form), out_(out) {}

    void run() {
        const Entity* entity = model_.entity(file_, form_.entity);
        if (!entity) return;
        if (form_.when) define("_applies", "适用", form_.entity, form_.when);
        std::vector<ExprPtr> complete;
        for (const FormSectionSyntax& section : form_.sections) {
            const ExprPtr part =
                section.relation.empty() ? own(section, *entity) : each(section, *entity);
            if (part) complete.push_back(part);
        }
        const Spot at = form_.name.at;
        ExprPtr all = complete.empty() ? built_true(at) : built_all(at, complete);
        if (form_.when) {
            all = built_binary(at, "or", built_not(at, built_path(at, {name("_applies")})), all);
        }
        define("_complete", "问全", form_.entity, all);
    }

  private:
    std::string name(const std::string& suffix) const { return form_.name.text + suffix; }

    void define(const std::string& suffix, const std::string& title, const Name& entity,
                const ExprPtr& body) {
        DefineSyntax made;
        made.name = {name(suffix), form_.name.at};
        made.title = form_.title + title;
        made.source = form_.source;
        made.entity = entity;
        made.body = body;
        out_.push_back(std::move(made));
    }

    ExprPtr own(const FormSectionSyntax& section, const Entity& entity) {
        return questions(section, entity, form_.entity,
                         form_.when ? built_path(form_.name.at, {name("_applies")}) : ExprPtr());
    }

    // The questions of one kind of child, whose completeness is asked of every one.
    ExprPtr each(const FormSectionSyntax& section, const Entity& entity) {
        const Name& relation = section.relation;
        const FoundRelation found = find_relation(model_.catalog, entity, relation.text);
        if (!found.relation.entity || found.by_division) return no_relation(relation, entity);
        const Entity& child = *found.relation.entity;
        const std::string parent(child.fields[found.relation.field].name);
        const Name on{std::string(child.name), relation.at};
        const ExprPtr complete =
            questions(section, child, on,
                      form_.when ? built_path(relation.at, {parent, name("_applies")}) : ExprPtr());
        const std::string suffix = "_" + section.name.text + "_complete";
        define(suffix, section.title + "问全", on, complete);
        return built_call(relation.at, "all", {built_path(relation.at, {relation.text})},
                          built_path(relation.at, {name(suffix)}));
    }

    ExprPtr no_relation(const Name& relation, const Entity& entity) {
        std::vector<std::string> names;
        for (const Entity* other : model_.catalog)
            for (const Field& field : other->fields)
                if (field.refers_to == entity.name && !field.inverse_name.empty())
                    names.emplace_back(field.inverse_name);
        model_.report(file_).error(
            relation.at,
            say("“{}”没有逐条的“{}”", "`{}` has no records `{}`", entity.name, relation.text),
            suggest(relation.text, names));
        return nullptr;
    }

    // All that is asked is answered.
    ExprPtr questions(const FormSectionSyntax& section, const Entity& entity, const Name& on,
                      const ExprPtr& applies) {
        std::vector<ExprPtr> complete;
        for (const QuestionSyntax& question : section.questions) {
            const Spot at = question.name.at;
            const ExprPtr answered = is_answered(question, entity, on);
            complete.push_back(question.when
                                   ? built_binary(at, "or", built_not(at, question.when), answered)
                                   : answered);
            if (!question.trigger.empty()) rule(question, entity, on, applies, answered);
        }
        return built_all(section.name.at, complete);
    }

    static ExprPtr is_one_of(Spot at, const char* field, const std::vector<std::string>& words) {
        std::vector<ExprPtr> set;
        for (const std::string& word : words) set.push_back(built_text(at, word));
        return built(ExprKind::kIn, at, "in",
                     {built_path(at, {field}), built(ExprKind::kSet, at, {}, std::move(set))});
    }

    // An answer names its form and its question by identifier or as people read them.
    ExprPtr is_this(const QuestionSyntax& question) const {
        const Spot at = question.name.at;
        return built_all(at, {is_one_of(at, "form", {form_.name.text, form_.title}),
                              is_one_of(at, "question", {question.name.text, question.title})});
    }

    ExprPtr is_answered(const QuestionSyntax& question, const Entity& entity, const Name& on) {
        const Spot at = question.name.at;
        const std::string answers = answers_of(model_.catalog, entity);
        if (answers.empty()) {
            if (question.field.empty()) return built_true(at);
            return built(ExprKind::kKnown, at, {}, {built_path(at, {question.field.text})});
        }
        const std::string suffix = "_" + question.name.text + "_answered";
        define(suffix, "已问：" + question.title, on,
               built_call(at, "any", {built_path(at, {answers})}, is_this(question)));
        return built_path(at, {name(suffix)});
    }

    void rule(const QuestionSyntax& question, const Entity& entity, const Name& on,
              const ExprPtr& applies, const ExprPtr& answered) {
        const ExprPtr bad = question.field.empty() ? answered_badly(question, entity, on)
                                                   : field_is_bad(question, entity);
        if (!bad) return;
        RequireSyntax made;
        made.name = {name("_" + question.name.text), question.name.at};
        made.title = question.title;
        made.source = form_.source;
        made.entity = on;
        made.when = built_all(question.name.at, {applies, question.when, answered});
        made.that = built_not(question.name.at, bad);
        made.otherwise = question.problem;
        out_.push_back(std::move(made));
    }

    ExprPtr field_is_bad(const QuestionSyntax& question, const Entity& entity) {
        const TriggerSyntax& trigger = question.trigger;
        const Spot at = question.problem.at;
        const ExprPtr value = built_path(question.field.at, {question.field.text});
        if (!trigger.sign.empty()) return built_binary(at, trigger.sign, value, trigger.bound);
        const Field* field = entity.find(question.field.text);
        if (field && field->type == Type::kBool)
            return trigger.answers[0].text == "yes" ? value : built_not(at, value);
        std::vector<ExprPtr> set;
        for (const Name& answer : trigger.answers)
            set.push_back(built_path(answer.at, {answer.text}));
        const ExprPtr bad = built(ExprKind::kSet, at, {}, std::move(set));
        return field && field->type == Type::kChoices
                   ? built(ExprKind::kHas, at, "any", {value, bad})
                   : built(ExprKind::kIn, at, "in", {value, bad});
    }

    // The last answer given is a bad one.
    ExprPtr answered_badly(const QuestionSyntax& question, const Entity& entity, const Name& on) {
        const Spot at = question.problem.at;
        const std::string answers = answers_of(model_.catalog, entity);
        if (!question.trigger.sign.empty()) return no_field(question);
        if (answers.empty()) return nullptr;
        const std::string last = "_" + question.name.text + "_on";
        define(
            last, "问的日期：" + question.title, on,
            built_call(at, "max", {built_path(at, {answers, "answered_on"})}, is_this(question)));
        std::vector<ExprPtr> bad;
        for (const Name& answer : question.trigger.answers) bad.push_back(is_bad(question, answer));
        const std::string back = reference_to(model_.catalog, entity);
        const ExprPtr is_last = built_binary(at, "=", built_path(at, {"answered_on"}),
                                             built_path(at, {back, name(last)}));
        return built_call(at, "any", {built_path(at, {answers})},
                          built_all(at, {is_this(question), is_last, built_chain(at, "or", bad)}));
    }

    // A choice of several is kept as its names, joined by commas.
    ExprPtr is_bad(const QuestionSyntax& question, const Name& answer) const {
        const std::string label = label_of(question.answer, answer.text);
        if (question.answer.kind.text != "choices")
            return is_one_of(answer.at, "answer", {answer.text, label});
        const auto has = [&](const std::string& word) {
            return built_call(answer.at, "contains",
                              {built_path(answer.at, {"answer"}), built_text(answer.at, word)});
        };
        return built_binary(answer.at, "or", has(answer.text), has(label));
    }

    std::string label_of(const AnswerSyntax& answer, const std::string& word) const {
        if (answer.kind.text == "yes_no") return word == "yes" ? "是" : "否";
        for (const ChoiceSyntax& choice : answer.choices)
            if (choice.name.text == word) return choice.label;
        const CodeList* codes = model_.find_list(answer.argument.text);
        const Choice* choice = codes ? codes->by_name(word) : nullptr;
        return choice ? std::string(choice->label) : word;
    }

    ExprPtr no_field(const QuestionSyntax& question) {
        model_.report(file_).error(
            question.problem.at,
            say("没有对应字段的答案不能比大小",
                "an answer that is no field's value can not be compared"),
            say("在 field 列写上字段，或改用 choice", "name a field, or ask for a `choice`"));
        return nullptr;
    }

    Model& model_;
    int file_;
    const FormSyntax& form_;
    std::vector<Declaration>& out_;
};

}  // namespace

void expand_form(Model& model, int file, const FormSyntax& form, std::vector<Declaration>& out) {
    FormExpander(model, file, form, out).run();
}

}  // namespace tz::policy
