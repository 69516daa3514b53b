#include "app/cross_check/report.h"

#include <fmt/format.h>

#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>
#include <map>

#include "app/cross_check/view.h"

namespace tz::cross_check {
namespace {

namespace json = boost::json;

constexpr std::size_t kExamples = 3;  // of each kind, in the summary

json::value text_or_null(const std::string& text) {
    return text.empty() ? json::value(nullptr) : json::value(text);
}

json::object counts_json(const Comparison& comparison) {
    json::object out;
    for (std::size_t i = 0; i < kOutcomeKinds; ++i) {
        const auto kind = static_cast<OutcomeKind>(i);
        out[info(kind).name] = comparison.count(kind);
    }
    return out;
}

std::map<std::string_view, std::int64_t> owner_counts(const Comparison& comparison) {
    std::map<std::string_view, std::int64_t> counts;
    for (const OutcomeRow& row : comparison.outcomes) ++counts[comparison.owner(row)];
    return counts;
}

json::array notes_json(const List& list) {
    json::array out;
    for (const ListNote& note : list.notes)
        out.push_back({{"sheet", note.sheet},
                       {"row", note.row},
                       {"column", note.column},
                       {"value", note.value},
                       {"reason", note.text.zh}});
    return out;
}

json::object head_json(const Comparison& comparison) {
    const List& list = comparison.list;
    json::object owners;
    for (const auto& [owner, count] : owner_counts(comparison)) owners[owner] = count;
    return {{"file", list.file},
            {"layout", list.layout},
            {"list", list.comparing.list->name},
            {"against", list.comparing.against->name},
            {"division", to_string(comparison.options.division)},
            {"complete", comparison.options.is_complete},
            {"rows", list.rows},
            {"entries", list.entries.size()},
            {"skipped", list.skipped},
            {"unreadable", list.unreadable},
            {"registered", comparison.index.size()},
            {"matched", comparison.matched},
            {"counts", counts_json(comparison)},
            {"owners", std::move(owners)},
            {"notes", notes_json(list)}};
}

json::array reasons_json(const OutcomeView& seen) {
    json::array out;
    for (const Text& reason : seen.reasons) out.push_back({{"zh", reason.zh}, {"en", reason.en}});
    return out;
}

json::object outcome_json(const Comparison& comparison, const OutcomeRow& row) {
    const OutcomeView seen = view(comparison, row);
    json::object listed{{"sheet", seen.sheet},
                        {"row", seen.row},
                        {"column", seen.column},
                        {"header", seen.header},
                        {"name", seen.list_name},
                        {"id_number", seen.list_id},
                        {"value", text_or_null(seen.list_value)}};
    json::object registered{{"record", to_string(seen.record)},
                            {"division", to_string(seen.division)},
                            {"household_number", seen.household_number},
                            {"name", seen.register_name},
                            {"id_number", seen.register_id},
                            {"value", text_or_null(seen.register_value)}};
    json::object out{{"kind", info(row.kind).name}, {"field", text_or_null(seen.field)}};
    out["list"] = row.entry == kNone ? json::value(nullptr) : json::value(std::move(listed));
    out["register"] =
        row.person == kNone ? json::value(nullptr) : json::value(std::move(registered));
    out["owner"] = seen.owner;
    out["band"] = text_or_null(std::string(band_name(row)));
    out["score"] = row.score == 0 ? json::value(nullptr) : json::value(row.score);
    out["reasons"] = reasons_json(seen);
    return out;
}

Text heading(const Comparison& comparison) {
    const List& list = comparison.list;
    return {fmt::format("{}（{}）对 {}：名单 {} 人，登记册 {} 条，对上 {} 人，其中一致 {} 人\n",
                        list.title, list.file, list.comparing.against->label, list.entries.size(),
                        comparison.index.size(), comparison.matched,
                        comparison.count(OutcomeKind::kEqual)),
            fmt::format("{} ({}) against {}: {} on the list, {} in the register, {} found, {} of "
                        "them equal\n",
                        list.layout, list.file, list.comparing.against->name, list.entries.size(),
                        comparison.index.size(), comparison.matched,
                        comparison.count(OutcomeKind::kEqual))};
}

std::string example(const OutcomeView& seen, Language language) {
    Text out;
    if (seen.row != 0) out = {fmt::format("第{}行 ", seen.row), fmt::format("row {} ", seen.row)};
    const auto add = [&out](std::string zh, std::string en) {
        out.zh += zh;
        out.en += en;
    };
    const std::string& name = seen.list_name.empty() ? seen.register_name : seen.list_name;
    add(name, name);
    if (!seen.item.empty()) add("，" + seen.item, ", " + seen.item);
    if (!seen.list_value.empty())
        add(fmt::format("，名单“{}”", seen.list_value),
            fmt::format(", list \"{}\"", seen.list_value));
    if (!seen.register_value.empty())
        add(fmt::format("，登记册“{}”", seen.register_value),
            fmt::format(", register \"{}\"", seen.register_value));
    if (!seen.reasons.empty())
        add("，" + join_reasons(seen.reasons, Language::kChinese),
            ", " + join_reasons(seen.reasons, Language::kEnglish));
    return in(out, language);
}

std::string examples(const Comparison& comparison, OutcomeKind kind, Language language) {
    std::string out;
    std::size_t shown = 0;
    for (const OutcomeRow& row : comparison.outcomes) {
        if (row.kind != kind) continue;
        out += "            " + example(view(comparison, row), language) + "\n";
        if (++shown == kExamples) break;
    }
    return out;
}

std::string notes_text(const List& list, Language language) {
    std::string out;
    if (list.skipped > 0)
        out += in({fmt::format("合计、签字等 {} 行没有计入\n", list.skipped),
                   fmt::format("{} rows of totals and signatures left out\n", list.skipped)},
                  language);
    if (list.unreadable > 0)
        out +=
            in({fmt::format("有 {} 个单元格读不懂，没有参加比对\n", list.unreadable),
                fmt::format("{} cells could not be read and were not compared\n", list.unreadable)},
               language);
    for (std::size_t i = 0; i < std::min(list.notes.size(), kExamples * 3); ++i) {
        const ListNote& note = list.notes[i];
        out += fmt::format("  {}{} {} {}\n", note.column,
                           note.row == 0 ? std::string() : std::to_string(note.row), note.value,
                           in(note.text, language));
    }
    return out;
}

}  // namespace

void write_json(const Comparison& comparison, const TextSink& out) {
    std::string text = json::serialize(head_json(comparison));
    text.pop_back();
    out(text + ",\"outcomes\":[");
    bool is_first = true;
    for (const OutcomeRow& row : comparison.outcomes) {
        out((is_first ? "\n" : ",\n") + json::serialize(outcome_json(comparison, row)));
        is_first = false;
    }
    out("\n]}\n");
}

std::string to_text(const Comparison& comparison, Language language) {
    std::string out = in(heading(comparison), language);
    for (std::size_t i = 1; i < kOutcomeKinds; ++i) {
        const auto kind = static_cast<OutcomeKind>(i);
        if (comparison.count(kind) == 0) continue;
        out += fmt::format("  {:>8}  {}\n", comparison.count(kind), in(label(kind), language));
        out += examples(comparison, kind, language);
    }
    const auto owners = owner_counts(comparison);
    if (!owners.empty()) out += in({"由谁处理：\n", "who must act:\n"}, language);
    for (const auto& [owner, count] : owners)
        out +=
            fmt::format("  {:>8}  {}\n", count,
                        language == Language::kChinese ? owner_label(owner) : std::string(owner));
    return out + notes_text(comparison.list, language);
}

}  // namespace tz::cross_check
