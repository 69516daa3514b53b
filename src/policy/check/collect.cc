// Enters the names of codes, defines and classifies, and closes defines when they are asked for.
#include <algorithm>

#include "policy/check/model.h"
#include "policy/check/scope.h"
#include "policy/check/typer.h"
#include "policy/check/units.h"
#include "policy/syntax/parser.h"

namespace tz::policy {
namespace {

class Collector {
  public:
    explicit Collector(Model& model) : model_(model) {}

    void run() {
        for (std::size_t i = 0; i < model_.files.size(); ++i) {
            file_ = static_cast<int>(i);
            for (const Declaration& declaration : model_.files[i].tree.declarations) {
                if (const auto* codes = std::get_if<CodesSyntax>(&declaration)) add_codes(*codes);
                if (const auto* define = std::get_if<DefineSyntax>(&declaration))
                    add(*define, define, nullptr);
                if (const auto* classify = std::get_if<ClassifySyntax>(&declaration))
                    add(*classify, nullptr, classify);
                if (const auto* field = std::get_if<FieldSyntax>(&declaration)) add_field(*field);
            }
        }
    }

  private:
    int pack() const { return model_.files[static_cast<std::size_t>(file_)].pack; }
    const Report& report() const { return model_.report(file_); }

    void add_codes(const CodesSyntax& syntax) {
        if (model_.find_codes(pack(), syntax.name.text)) {
            return report().error(
                syntax.name.at,
                say("codes“{}”已经有了", "there is a codes `{}` already", syntax.name.text),
                say("换一个名字", "take another name"));
        }
        NamedCodes named{
            pack(), syntax.name.text, syntax.title, model_.find_list(syntax.list.text), {}};
        if (!named.list) {
            report().error(syntax.list.at,
                           say("没有代码表“{}”", "there is no code list `{}`", syntax.list.text),
                           did_you_mean(syntax.list.text, model_.list_names()));
            return;
        }
        for (const Name& choice : syntax.choices) add_choice(named, choice);
        std::sort(named.codes.begin(), named.codes.end());
        model_.codes.push_back(std::move(named));
    }

    void add_choice(NamedCodes& named, const Name& name) {
        const Choice* choice = named.list->by_name(name.text);
        if (choice) return named.codes.push_back(choice->code);
        std::vector<std::string> names;
        for (const Choice& c : named.list->choices) names.emplace_back(c.name);
        report().error(name.at,
                       say("代码表“{}”没有选项“{}”", "code list {} has no choice `{}`",
                           named.list->name, name.text),
                       did_you_mean(name.text, names));
    }

    // A column of the register for whoever uses it: a define that is read, not computed.
    void add_field(const FieldSyntax& syntax) {
        PackField field = make_field(model_, file_, syntax);
        const std::size_t before = model_.out.defines.size();
        if (field.field) add(syntax, nullptr, nullptr);
        if (model_.out.defines.size() == before) {
            model_.files[static_cast<std::size_t>(file_)].tree.broken.insert(syntax.name.text);
            return;
        }
        auto node = std::make_shared<Node>();
        node->op = Op::kPackField;
        node->type = type_of(*field.field);
        node->entity = field.entity;
        node->index = static_cast<int>(model_.out.fields.size());
        node->at = model_.position(file_, syntax.name.at);
        model_.defines.back().ready = std::move(node);
        model_.out.fields.push_back(std::move(field));
    }

    template <class Syntax>
    void add(const Syntax& syntax, const DefineSyntax* define, const ClassifySyntax* classify) {
        const Entity* entity = model_.entity(file_, syntax.entity);
        if (!entity || !is_free(syntax.name, *entity)) {
            model_.files[static_cast<std::size_t>(file_)].tree.broken.insert(syntax.name.text);
            return;
        }
        Define out;
        out.name = syntax.name.text;
        out.title = syntax.title;
        out.pack = pack();
        out.entity = entity;
        out.source = model_.address(file_, syntax.source);
        out.is_class = classify != nullptr;
        out.at = model_.position(file_, syntax.name.at);
        if (classify) add_classes(out, *classify);
        model_.out.defines.push_back(std::move(out));
        model_.defines.push_back({pack(), file_, define, classify, {}});
    }

    bool is_free(const Name& name, const Entity& entity) {
        const int other = model_.find_define(pack(), entity, name.text);
        if (other >= 0) {
            report().error(
                name.at,
                say("“{}”在 {} 已经定义", "`{}` is defined already at {}", name.text,
                    model_.place(model_.out.defines[static_cast<std::size_t>(other)].at)),
                say("换一个名字，或去掉其中一个", "take another name, or leave one out"));
            return false;
        }
        const bool builtin =
            name.text == "as_of" || name.text == "law_date" || name.text == "division";
        if (!builtin && !entity.find(name.text) &&
            !find_relation(model_.catalog, entity, name.text).relation.entity) {
            return true;
        }
        report().error(
            name.at,
            say("“{}”上已有“{}”，不能再定义", "`{}` has a `{}` already", entity.name, name.text),
            say("换一个名字", "take another name"));
        return false;
    }

    // The words live behind shared pointers, so that the code list stays valid wherever the define
    // goes.
    void add_classes(Define& out, const ClassifySyntax& syntax) {
        struct Storage {
            CodeList list{};
            std::vector<Choice> choices{};
            std::vector<std::shared_ptr<std::string>> words{};
            std::string name{}, title{};
        };
        auto storage = std::make_shared<Storage>();
        const auto word = [&](const std::string& text) -> std::string_view {
            storage->words.push_back(std::make_shared<std::string>(text));
            return *storage->words.back();
        };
        for (const ClassRowSyntax& row : syntax.rows) {
            const auto same = [&](const Choice& c) { return c.name == row.name.text; };
            if (std::any_of(storage->choices.begin(), storage->choices.end(), same)) continue;
            const int code = static_cast<int>(storage->choices.size()) + 1;
            storage->choices.push_back({code, word(row.name.text), word(row.label)});
        }
        storage->list = {word(out.name), word(out.title), storage->choices};
        out.choices = storage->choices;
        out.words = storage->words;
        out.codes = std::shared_ptr<CodeList>(storage, &storage->list);
    }

    Model& model_;
    int file_ = 0;
};

// First row whose condition is true.
NodePtr class_body(Model& model, int define) {
    const DefineSource& source = model.defines[static_cast<std::size_t>(define)];
    const Define& out = model.out.defines[static_cast<std::size_t>(define)];
    const auto& rows = source.classify->rows;
    const Report& report = model.report(source.file);
    if (rows.empty() || rows.back().when) {
        report.error(
            rows.empty() ? source.classify->name.at : rows.back().name.at,
            say("classify 的最后一行应是 otherwise", "the last row of a classify is `otherwise`"));
        return nullptr;
    }
    Typer typer(model, source.file);
    NodePtr body;
    bool good = true;
    for (auto row = rows.rbegin(); row != rows.rend(); ++row) {
        auto value = std::make_shared<Node>();
        value->type = {Kind::kChoice, out.codes.get()};
        value->entity = out.entity;
        value->int_value = out.codes->by_name(row->name.text)->code;
        value->at = model.position(source.file, row->name.at);
        if (row == rows.rbegin()) {
            body = value;
            continue;
        }
        if (!row->when) {
            report.error(row->name.at,
                         say("otherwise 只能是最后一行", "`otherwise` is the last row"));
            good = false;
            continue;
        }
        NodePtr when = typer.condition(*row->when, *out.entity);
        auto choice = std::make_shared<Node>(*value);
        choice->op = Op::kIf;
        choice->args = {when, value, body};
        good = good && when;
        body = std::move(choice);
    }
    return good ? body : nullptr;
}

std::string circle(const Model& model, int define) {
    std::string out;
    auto at = std::find(model.working.begin(), model.working.end(), define);
    for (; at != model.working.end(); ++at)
        out += model.out.defines[static_cast<std::size_t>(*at)].name + " → ";
    return out + model.out.defines[static_cast<std::size_t>(define)].name;
}

}  // namespace

void collect(Model& model) { Collector(model).run(); }

NodePtr compile_define(Model& model, int define, Spot used_at, int used_in_file) {
    const auto index = static_cast<std::size_t>(define);
    if (model.defines[index].state == DefineState::kWorking) {
        model.report(used_in_file)
            .error(used_at,
                   say("定义绕回了自己：{}", "these defines go round in a circle: {}",
                       circle(model, define)),
                   say("其中一个要改成只用登记的字段", "one of them must do without the others"));
        return nullptr;
    }
    if (model.defines[index].state == DefineState::kDone) return model.out.defines[index].body;
    if (model.working.size() > kMaxDepth) {
        model.report(used_in_file)
            .error(used_at, say("定义一层套一层，超过{}层",
                                "these defines use each other more than {} deep", kMaxDepth));
        return nullptr;
    }
    model.defines[index].state = DefineState::kWorking;
    model.working.push_back(define);
    const DefineSource source = model.defines[index];
    NodePtr body = source.ready ? source.ready
                   : source.define
                       ? Typer(model, source.file)
                             .expression(*source.define->body, *model.out.defines[index].entity)
                       : class_body(model, define);
    if (body && source.define && source.define->in_scope)
        body = in_scope(model, source.file, body, *model.out.defines[index].entity,
                        source.define->name.at);
    model.working.pop_back();
    model.defines[index].state = DefineState::kDone;
    if (!body) return nullptr;
    auto named = std::make_shared<Node>(*body);
    named->define = define;
    model.out.defines[index].body = named;
    return named;
}

}  // namespace tz::policy
