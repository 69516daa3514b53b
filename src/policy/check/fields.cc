// Types as packs write them, and the columns that packs add to registers.
#include <deque>

#include "policy/check/model.h"
#include "policy/check/units.h"

namespace tz::policy {
namespace {

const std::vector<std::string> kTypes = {"bool",  "number", "money",    "ratio",  "date",
                                         "month", "text",   "duration", "choice", "choices"};

class TypeReader {
  public:
    TypeReader(const Model& model, int file) : model_(model), file_(file) {}

    std::optional<ValueType> read(const TypeSyntax& syntax) const {
        const std::string& name = syntax.name.text;
        if (name == "bool") return ValueType{};
        if (name == "money") return ValueType{Kind::kMoney};
        if (name == "ratio") return ValueType{Kind::kNumber, nullptr, "%"};
        if (name == "date") return ValueType{Kind::kDate};
        if (name == "month") return ValueType{Kind::kMonth};
        if (name == "text") return ValueType{Kind::kText};
        if (name == "duration") return ValueType{Kind::kNumber};
        if (name == "number") return number(syntax.argument);
        if (name == "choice" || name == "choices") return choice(syntax);
        report().error(syntax.name.at, say("没有类型“{}”", "there is no type `{}`", name),
                       suggest(name, kTypes));
        return std::nullopt;
    }

  private:
    const Report& report() const { return model_.report(file_); }

    std::optional<ValueType> number(const Name& unit) const {
        if (unit.empty()) return ValueType{Kind::kNumber};
        if (const auto found = find_unit(unit.text, model_.catalog))
            return ValueType{Kind::kNumber, nullptr, found->name};
        report().error(unit.at, say("不认识单位“{}”", "unknown unit `{}`", unit.text),
                       suggest(unit.text, unit_names(model_.catalog)));
        return std::nullopt;
    }

    std::optional<ValueType> choice(const TypeSyntax& syntax) const {
        const CodeList* codes = model_.find_list(syntax.argument.text);
        if (codes)
            return ValueType{syntax.name.text == "choice" ? Kind::kChoice : Kind::kChoices, codes};
        report().error(syntax.argument.at,
                       say("没有代码表“{}”", "there is no code list `{}`", syntax.argument.text),
                       did_you_mean(syntax.argument.text, model_.list_names()));
        return std::nullopt;
    }

    const Model& model_;
    int file_;
};

Type stored_type(Kind kind) {
    switch (kind) {
        case Kind::kBool:
            return Type::kBool;
        case Kind::kNumber:
            return Type::kNumber;
        case Kind::kMoney:
            return Type::kMoney;
        case Kind::kDate:
            return Type::kDate;
        case Kind::kMonth:
            return Type::kMonth;
        case Kind::kChoice:
            return Type::kChoice;
        case Kind::kChoices:
            return Type::kChoices;
        default:
            return Type::kText;
    }
}

constexpr int kFieldDecimals = 2;

// A field with the words and choices that it points to.
struct OwnedField {
    std::deque<std::string> words{};
    std::vector<Choice> choices{};
    CodeList list{};
    Field field{};

    std::string_view word(const std::string& text) { return words.emplace_back(text); }

    const CodeList* codes(const FieldSyntax& syntax) {
        int code = 0;
        for (const ChoiceSyntax& choice : syntax.choices)
            choices.push_back({++code, word(choice.name.text), word(choice.label), {}});
        list = {word(syntax.name.text), word(syntax.title), choices};
        return &list;
    }
};

}  // namespace

std::optional<ValueType> read_type(const Model& model, int file, const TypeSyntax& syntax) {
    return TypeReader(model, file).read(syntax);
}

PackField make_field(const Model& model, int file, const FieldSyntax& syntax) {
    PackField out;
    out.pack = model.files[static_cast<std::size_t>(file)].pack;
    out.entity = model.entity(file, syntax.entity);
    out.source = model.address(file, syntax.source);
    auto owned = std::make_shared<OwnedField>();
    std::optional<ValueType> type;
    if (syntax.choices.empty())
        type = read_type(model, file, syntax.type);
    else
        type = ValueType{syntax.type.name.text == "choice" ? Kind::kChoice : Kind::kChoices,
                         owned->codes(syntax)};
    if (!type || !out.entity) return {};
    Field& field = owned->field;
    field.name = owned->word(syntax.name.text);
    field.label = owned->word(syntax.title);
    field.type = stored_type(type->kind);
    field.codes = type->codes;
    // As written: a length in m is typed in km, and stored in m.
    const std::string& unit = syntax.type.argument.text;
    field.unit = owned->word(type->kind == Kind::kNumber && !unit.empty() ? unit : type->unit);
    field.unit_label = field.unit;
    field.tag = name_tag(field.name);
    if (field.type == Type::kNumber) field.decimals = kFieldDecimals;
    if (field.type == Type::kMoney) field.unit_label = "元";
    out.field = std::shared_ptr<const Field>(owned, &owned->field);
    return out;
}

}  // namespace tz::policy
