// Expressions in words.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/date.h"
#include "base/division.h"
#include "base/money.h"
#include "policy/check/periods.h"
#include "policy/explain/sentence.h"

namespace tz::policy {
namespace {

struct Pattern {
    Op op{};
    const char* zh = "";
    const char* en = "";
};
// {0} and {1}: the arguments; {2}: the register looked at, {3}: the literal text.
constexpr std::array<Pattern, 4> kCalendarPatterns = {{
    {Op::kLess, "{0}早于{1}", "{0} is before {1}"},
    {Op::kLessOrEqual, "{0}不晚于{1}", "{0} is no later than {1}"},
    {Op::kGreater, "{0}晚于{1}", "{0} is after {1}"},
    {Op::kGreaterOrEqual, "{0}不早于{1}", "{0} is no earlier than {1}"},
}};
constexpr std::array<Pattern, 70> kPatterns = {{
    {Op::kAsOf, "数据日期", "the day of the data"},
    {Op::kLawDate, "政策日期", "the law date"},
    {Op::kAnd, "{0}，且{1}", "{0} and {1}"},
    {Op::kOr, "{0}，或{1}", "{0} or {1}"},
    {Op::kNot, "并非（{0}）", "not ({0})"},
    {Op::kKnown, "{0}有值", "{0} is known"},
    {Op::kMissingAs, "{0}（无值时按{1}）", "{0} (taken as {1} when not known)"},
    {Op::kEqual, "{0}为{1}", "{0} is {1}"},
    {Op::kNotEqual, "{0}不为{1}", "{0} is not {1}"},
    {Op::kLess, "{0}低于{1}", "{0} is below {1}"},
    {Op::kLessOrEqual, "{0}不超过{1}", "{0} is at most {1}"},
    {Op::kGreater, "{0}超过{1}", "{0} is above {1}"},
    {Op::kGreaterOrEqual, "{0}不低于{1}", "{0} is at least {1}"},
    {Op::kInSet, "{0}为{3}之一", "{0} is one of {3}"},
    {Op::kHasAny, "{0}含有{3}", "{0} has {3}"},
    {Op::kHasAll, "{0}同时含有{3}", "{0} has all of {3}"},
    {Op::kHasOnly, "{0}只有{3}", "{0} has only {3}"},
    {Op::kSize, "{0}的项数", "the number of choices in {0}"},
    {Op::kAdd, "{0}加{1}", "{0} plus {1}"},
    {Op::kSubtract, "{0}减{1}", "{0} minus {1}"},
    {Op::kMultiply, "{0}乘以{1}", "{0} times {1}"},
    {Op::kNegate, "负的{0}", "minus {0}"},
    {Op::kDivideDown, "{0}除以{1}（舍去零头，精确到{3}）",
     "{0} divided by {1} (rounded down to {3})"},
    {Op::kDivideHalfUp, "{0}除以{1}（四舍五入到{3}）",
     "{0} divided by {1} (rounded half up to {3})"},
    {Op::kLength, "{0}的字数", "the length of {0}"},
    {Op::kStartsWith, "{0}以“{3}”开头", "{0} begins with \"{3}\""},
    {Op::kContains, "{0}含有“{3}”", "{0} contains \"{3}\""},
    {Op::kSlice, "{0}的{3}", "{3} of {0}"},
    {Op::kIsDigits, "{0}全是数字", "{0} is digits only"},
    {Op::kIsMobile, "{0}是手机号", "{0} is a mobile number"},
    {Op::kValidIdNumber, "{0}是有效的身份证号", "{0} is a valid ID number"},
    {Op::kIdBirth, "{0}中的出生日期", "the birth date in {0}"},
    {Op::kIdSex, "{0}中的性别", "the sex in {0}"},
    {Op::kDisabilityKind, "{0}中的残疾类别", "the kind of disability in {0}"},
    {Op::kDisabilityGrade, "{0}中的残疾等级", "the grade of disability in {0}"},
    {Op::kAge, "按{0}在{1}的周岁", "the age of {0} on {1}"},
    {Op::kYearsBetween, "{0}到{1}的整年数", "the whole years from {0} to {1}"},
    {Op::kMonthsBetween, "{0}到{1}的月数", "the months from {0} to {1}"},
    {Op::kYear, "{0}的年份", "the year of {0}"},
    {Op::kYearOfMonth, "{0}的年份", "the year of {0}"},
    {Op::kMonthOf, "{0}的年月", "the month of {0}"},
    {Op::kMonth, "{0}的月份", "the month of the year of {0}"},
    {Op::kQuarter, "{0}是第几季度", "the quarter of {0}"},
    {Op::kSchoolYear, "{0}所在学年的起始年份", "the year in which the school year of {0} began"},
    {Op::kWeekday, "{0}是星期几", "the day of the week of {0}"},
    {Op::kStartOf, "{0}所在{3}的第一天", "the first day of the {3} of {0}"},
    {Op::kEndOf, "{0}所在{3}的最后一天", "the last day of the {3} of {0}"},
    {Op::kAddMonths, "{0}过{1}", "{1} after {0}"},
    {Op::kWorkdaysBetween, "{0}之后到{1}的工作日数", "the working days after {0} up to {1}"},
    {Op::kAddWorkdays, "{0}过{1}（按工作日计）", "{1} after {0} (working days)"},
    {Op::kInDivision, "{0}在{3}之内", "{0} is within {3}"},
    {Op::kParent, "{3}的{0}", "{0} of its {3}"},
    {Op::kChild, "{2}的{0}", "{0} of its {2}"},
    {Op::kAround, "{3}的{0}", "{0} of its {3}"},
    {Op::kAsking, "本{2}的{0}", "{0} of the asking {2}"},
    {Op::kExists, "有{2}记录", "there is a {2} record"},
    {Op::kUnreadable, "{3}有读不出的内容", "{3} had text that could not be read"},
    {Op::kSame, "与本记录{3}相同的记录数", "the number of records with the same {3}"},
    {Op::kSameIn, "与本记录{3}相同的记录所涉的{2}数",
     "the number of different {2} with the same {3}"},
    {Op::kCount, "{2}中{0}的数量", "the number of {2} records where {0}"},
    {Op::kAny, "有{2}满足：{0}", "some {2} record has: {0}"},
    {Op::kAll, "每条{2}都满足：{0}", "every {2} record has: {0}"},
    {Op::kSum, "{2}中{0}的{1}合计", "the sum of {1} over {2} records where {0}"},
    {Op::kMin, "{2}中{0}的{1}最小值", "the least {1} of {2} records where {0}"},
    {Op::kMax, "{2}中{0}的{1}最大值", "the greatest {1} of {2} records where {0}"},
    {Op::kDistinct, "{2}中{0}的不同{1}个数",
     "how many different {1} there are among {2} records where {0}"},
    {Op::kRank, "{1}的名次（从大到小，限{0}的记录）", "the rank of {1} (largest first, where {0})"},
    {Op::kRanked, "参加排名（{0}）的记录数", "how many records are ranked (where {0})"},
    {Op::kIf, "如果{0}则{1}，否则{2}", "if {0} then {1}, otherwise {2}"},
    {Op::kScale, "{0}", "{0}"},
}};

struct UnitLabel {
    std::string_view unit{};
    std::string_view zh{};
};
constexpr std::array<UnitLabel, 11> kUnitLabels = {{{"mu", "亩"},
                                                    {"m2", "平方米"},
                                                    {"km", "公里"},
                                                    {"min", "分钟"},
                                                    {"L/person/day", "升/人/日"},
                                                    {"month", "个月"},
                                                    {"year", "年"},
                                                    {"day", "天"},
                                                    {"person", "人"},
                                                    {"household", "户"},
                                                    {"degree", "度"}}};

// By DivisionLevel.
constexpr std::array<const char*, 6> kAreaLabels = {"全国",   "所在省",   "所在市",
                                                    "所在县", "所在乡镇", "所在村"};
constexpr std::array<const char*, 6> kAreaWords = {"nation", "province", "city",
                                                   "county", "township", "village"};

const Pattern& pattern_of(const Node& node) {
    const auto is = [&](const Pattern& p) { return p.op == node.op; };
    const Kind kind = node.args.empty() ? Kind::kBool : node.args[0]->type.kind;
    const auto* calendar = std::find_if(kCalendarPatterns.begin(), kCalendarPatterns.end(), is);
    if ((kind == Kind::kDate || kind == Kind::kMonth) && calendar != kCalendarPatterns.end()) {
        return *calendar;
    }
    return *std::find_if(kPatterns.begin(), kPatterns.end(), is);
}

// `x is empty`, which is a size of zero.
bool asks_empty(const Node& node) {
    return node.op == Op::kEqual && node.args[0]->op == Op::kSize && node.args[0]->define < 0 &&
           node.args[1]->op == Op::kConstant && node.args[1]->int_value == 0;
}

bool is_always_true(const Node& node) {
    return node.op == Op::kConstant && node.type.kind == Kind::kBool && node.int_value == 1;
}

class Phraser {
  public:
    Phraser(const CompiledPacks& packs, Language language)
        : packs_(packs), zh_(language == Language::kChinese), language_(language) {}

    std::string of(const Node& node) const {
        if (node.define >= 0)
            return titled(packs_.defines[static_cast<std::size_t>(node.define)].title);
        return inner(node);
    }

    std::string inner(const Node& node) const {
        if (!node.said.zh.empty()) return tz::in(node.said, language_);
        if (node.short_for) return inner(*node.short_for);
        if (node.op == Op::kAnd && node.args[0]->unsaid) return of(*node.args[1]);
        switch (node.op) {
            case Op::kConstant:
                return shown_value(node.type, node.int_value, node.text_value, language_);
            case Op::kField:
                return field(node);
            case Op::kPackField:
                return pack_field(node);
            case Op::kParameter:
                return titled(packs_.parameters[static_cast<std::size_t>(node.index)].title);
            case Op::kNot:
                return negated(*node.args[0]);
            case Op::kEqual:
                return asks_empty(node) ? empty(node, true) : pattern(node);
            case Op::kInSet:
                return has_one_member(node)
                           ? argument(node, 0) + (zh_ ? "为" : " is ") + set_of(node)
                           : pattern(node);
            case Op::kHasAny:
                return one_of(node);
            case Op::kScale:
                return scaled(node);
            case Op::kIf:
                return is_extreme(node) ? extreme(node) : pattern(node);
            case Op::kRank:
            case Op::kRanked:
                return rank(node);
            case Op::kCount:
            case Op::kSum:
            case Op::kMin:
            case Op::kMax:
            case Op::kDistinct:
                return aggregate(node);
            default:
                return pattern(node);
        }
    }

    // A value by its name: a truth that is asked about, not said.
    std::string named(const Node& node) const {
        if (node.define >= 0 || node.type.kind != Kind::kBool) return of(node);
        switch (node.op) {
            case Op::kField:
                return titled(std::string(node.entity->fields[node.field].label));
            case Op::kParent:
            case Op::kChild:
            case Op::kAround: {
                const std::string record =
                    node.op == Op::kChild ? register_name(node) : literal(node);
                const std::string name = named(*node.args[0]);
                return zh_ ? record + "的" + name : name + " of its " + record;
            }
            default:
                return of(node);
        }
    }

  private:
    std::string titled(const std::string& title) const {
        return in_quotes(title, zh_ ? Language::kChinese : Language::kEnglish);
    }

    // A truth is said as such; other fields by their label alone.
    std::string field(const Node& node) const {
        const std::string label(node.entity->fields[node.field].label);
        if (node.type.kind != Kind::kBool) return label;
        return zh_ ? "“" + label + "”为是" : "\"" + label + "\" is yes";
    }

    std::string pack_field(const Node& node) const {
        const PackField& added = packs_.fields[static_cast<std::size_t>(node.index)];
        const std::string label = titled(std::string(added.field->label));
        return zh_ ? std::string(node.entity->label) + "上加登的" + label
                   : label + ", a column added to " + std::string(node.entity->label);
    }

    std::string negated(const Node& node) const {
        if (node.define >= 0) return general_not(node);
        if (node.short_for) return negated(*node.short_for);
        switch (node.op) {
            case Op::kField: {
                const std::string label(node.entity->fields[node.field].label);
                return zh_ ? "“" + label + "”为否" : "\"" + label + "\" is no";
            }
            case Op::kKnown:
                return named(*node.args[0]) + (zh_ ? "无值" : " is not known");
            case Op::kEqual:
                return asks_empty(node) ? empty(node, false) : general_not(node);
            case Op::kInSet: {
                const std::string set = literal(node), value = argument(node, 0);
                if (has_one_member(node)) return value + (zh_ ? "不为" : " is not ") + set;
                return zh_ ? value + "不是" + set + "中的任何一个" : value + " is none of " + set;
            }
            case Op::kExists:
                return (zh_ ? "没有" : "there is no ") + register_name(node) +
                       (zh_ ? "记录" : " record");
            default:
                return general_not(node);
        }
    }
    // One choice is had; several are had in part.
    std::string one_of(const Node& node) const {
        const bool several = node.args.size() > 1 || (node.int_value & (node.int_value - 1)) != 0;
        if (!several) return pattern(node);
        return zh_ ? argument(node, 0) + "含有" + literal(node) + "之一"
                   : argument(node, 0) + " has any of " + literal(node);
    }

    std::string empty(const Node& node, bool is) const {
        const std::string choices = of(*node.args[0]->args[0]);
        if (zh_) return choices + (is ? "一项也没有勾" : "至少勾了一项");
        return choices + (is ? " is empty" : " is not empty");
    }
    std::string general_not(const Node& node) const {
        return zh_ ? "并非（" + of(node) + "）" : "not (" + of(node) + ")";
    }

    static bool has_one_member(const Node& node) {
        return node.int_set.size() + node.text_set.size() == 1;
    }

    // Whether a truth is compared or asked about, and so named, not said.
    static bool names_truth(const Node& node) {
        return node.op == Op::kKnown || node.op == Op::kEqual || node.op == Op::kNotEqual;
    }

    // A mixture of and/or keeps its brackets.
    std::string argument(const Node& node, std::size_t i) const {
        if (i >= node.args.size() || !node.args[i]) return {};
        const Node& arg = *node.args[i];
        if (names_truth(node) && !is_junction(arg)) return named(arg);
        const std::string text = of(arg);
        const bool logic = is_junction(arg);
        const bool sums = arg.define < 0 && (arg.op == Op::kAdd || arg.op == Op::kSubtract) &&
                          node.op >= Op::kSubtract && node.op <= Op::kDivideHalfUp;
        const bool set_off = node.op == Op::kIf || node.op == Op::kAny || node.op == Op::kAll;
        if ((!logic || arg.op == node.op || set_off) && !sums) return text;
        return zh_ ? "（" + text + "）" : "(" + text + ")";
    }

    static bool is_junction(const Node& node) {
        const bool joins = node.op == Op::kAnd || node.op == Op::kOr || node.op == Op::kIf;
        return joins && node.define < 0 && !node.short_for && !is_extreme(node);
    }

    std::string pattern(const Node& node) const {
        const Pattern& found = pattern_of(node);
        const std::string third = node.op == Op::kIf ? argument(node, 2) : register_name(node);
        return fmt::format(fmt::runtime(zh_ ? found.zh : found.en), argument(node, 0),
                           argument(node, 1), third, literal(node));
    }

    std::string extreme(const Node& node) const {
        const std::string a = argument(node, 1), b = argument(node, 2);
        if (node.args[0]->op == Op::kLessOrEqual)
            return zh_ ? a + "与" + b + "中较小的" : "the smaller of " + a + " and " + b;
        return zh_ ? a + "与" + b + "中较大的" : "the greater of " + a + " and " + b;
    }

    std::string register_name(const Node& node) const {
        if (node.op == Op::kSameIn)
            return std::string(node.entity->fields[static_cast<std::size_t>(node.index)].label);
        if (!node.other) return {};
        const std::string label(node.other->label);
        if (!node.by_division) return label;
        if (node.within) return zh_ ? "辖区内的" + label : label + " of the division and below";
        return zh_ ? "同一区划的" + label : label + " of the same division";
    }

    std::string aggregate(const Node& node) const {
        if (!is_always_true(*node.args[0])) return pattern(node);
        const std::string records = register_name(node);
        const std::string term = node.args.size() > 1 ? of(*node.args[1]) : "";
        if (node.op == Op::kCount)
            return zh_ ? records + "的数量" : "the number of " + records + " records";
        const char* zh = node.op == Op::kSum        ? "{0}的{1}合计"
                         : node.op == Op::kDistinct ? "{0}的不同{1}个数"
                         : node.op == Op::kMin      ? "{0}的{1}最小值"
                                                    : "{0}的{1}最大值";
        const char* en = node.op == Op::kSum        ? "the sum of {1} over {0} records"
                         : node.op == Op::kDistinct ? "how many different {1} {0} records have"
                         : node.op == Op::kMin      ? "the least {1} of {0} records"
                                                    : "the greatest {1} of {0} records";
        return fmt::format(fmt::runtime(zh_ ? zh : en), records, term);
    }

    std::string rank(const Node& node) const {
        if (!is_always_true(*node.args[0])) return pattern(node);
        if (node.op == Op::kRanked) return zh_ ? "参加排名的记录数" : "how many records are ranked";
        const std::string term = of(*node.args[1]);
        return zh_ ? term + "的名次（从大到小）" : "the rank of " + term + " (largest first)";
    }

    // Scaling is for the machine, except where it is the step of a rounding.
    std::string scaled(const Node& node) const {
        const Node& arg = *node.args[0];
        const bool rounds = arg.op == Op::kDivideDown || arg.op == Op::kDivideHalfUp;
        const bool step = rounds && arg.type.decimals == node.type.decimals;
        if (!step || arg.define >= 0) return of(arg);
        Node coarse = arg;
        coarse.index = static_cast<int>(node.int_value);
        return pattern(coarse);
    }

    std::string literal(const Node& node) const {
        switch (node.op) {
            case Op::kInSet:
                return node.args.size() > 1 ? of(*node.args[1]) : set_of(node);
            case Op::kHasAny:
            case Op::kHasAll:
            case Op::kHasOnly:
                if (node.args.size() > 1) return of(*node.args[1]);
                return shown_value(node.args[0]->type, node.int_value, {}, language_);
            case Op::kDivideDown:
            case Op::kDivideHalfUp:
                return shown_value(node.type, std::max(node.index, 1), {}, language_);
            case Op::kSlice:
                return fmt::format(fmt::runtime(zh_ ? "第{}位起{}个字" : "{1} characters from {0}"),
                                   node.int_value, node.int_value2);
            case Op::kInDivision:
                return short_code({node.int_value});
            case Op::kAround:
                return (zh_ ? kAreaLabels : kAreaWords)[static_cast<std::size_t>(node.int_value)];
            case Op::kStartOf:
            case Op::kEndOf: {
                const auto period = static_cast<Period>(node.int_value);
                return std::string(zh_ ? label_of(period) : word_of(period));
            }
            case Op::kParent:
            case Op::kUnreadable:
            case Op::kSame:
            case Op::kSameIn:
                return std::string(node.entity->fields[node.field].label);
            default:
                return node.text_value;
        }
    }

    std::string set_of(const Node& node) const {
        std::vector<std::string> parts;
        const ValueType& type = node.args[0]->type;
        for (std::int64_t value : node.int_set)
            parts.push_back(shown_value(type, value, {}, language_));
        for (const std::string& text : node.text_set)
            parts.push_back(shown_value(type, 0, text, language_));
        return join(parts, zh_ ? "、" : ", ");
    }

    const CompiledPacks& packs_;
    bool zh_;
    Language language_;
};

std::string choice_label(const CodeList& codes, std::int64_t code) {
    const Choice* choice = codes.by_code(code);
    return choice ? std::string(choice->label) : std::to_string(code);
}

std::string choice_labels(const CodeList& codes, std::int64_t bits, bool zh) {
    std::vector<std::string> labels;
    for (const Choice& c : codes.choices)
        if ((bits >> c.code & 1) != 0) labels.emplace_back(c.label);
    if (labels.empty()) return zh ? "（空）" : "(none)";
    return join(labels, zh ? "、" : ", ");
}

std::string with_unit(const std::string& digits, const std::string& unit, bool zh) {
    const auto found = std::find_if(kUnitLabels.begin(), kUnitLabels.end(),
                                    [&](const UnitLabel& label) { return label.unit == unit; });
    if (zh && found != kUnitLabels.end()) return digits + std::string(found->zh);
    return unit.empty() || unit == "%" ? digits + unit : digits + " " + unit;
}

}  // namespace

std::string in_quotes(std::string_view title, Language language) {
    if (language == Language::kEnglish) return fmt::format("\"{}\"", title);
    return fmt::format("“{}”", replace_all(replace_all(std::string(title), "“", "‘"), "”", "’"));
}

std::string shown_value(const ValueType& type, std::int64_t number, std::string_view text,
                        Language language) {
    const bool zh = language == Language::kChinese;
    switch (type.kind) {
        case Kind::kText:
            return in_quotes(text, language);
        case Kind::kBool:
            return number ? (zh ? "是" : "yes") : (zh ? "否" : "no");
        case Kind::kMoney:
            return to_string(Money{number}) + (zh ? "元" : " yuan");
        case Kind::kDate:
            return to_string(Date{static_cast<std::int32_t>(number)});
        case Kind::kMonth:
            return to_string(Month{static_cast<std::int32_t>(number)});
        case Kind::kDivision:
            return to_string(Division{number});
        case Kind::kChoice:
            return choice_label(*type.codes, number);
        case Kind::kChoices:
            return choice_labels(*type.codes, number, zh);
        default:
            return with_unit(from_scaled(number, type.decimals), type.unit, zh);
    }
}

std::string phrase(const Node& node, const CompiledPacks& packs, Language language) {
    return Phraser(packs, language).of(node);
}

std::string name_phrase(const Node& node, const CompiledPacks& packs, Language language) {
    return Phraser(packs, language).named(node);
}

std::string spelled_out(const Node& node, const CompiledPacks& packs, Language language) {
    return Phraser(packs, language).inner(node);
}

}  // namespace tz::policy
