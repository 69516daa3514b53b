#include "app/policy_run/clause_note.h"

#include <algorithm>

#include "base/division.h"
#include "domain/department/department.h"
#include "policy/explain/sentence.h"
#include "policy/report/sentence.h"

namespace tz {
namespace {

using document::ClauseNote;
using document::ClauseTable;
using policy::Declared;

constexpr std::pair<std::string_view, std::string_view> kKinds[] = {
    {"require", "规则"},   {"parameter", "参数"}, {"define", "定义"}, {"classify", "分类"},
    {"exception", "例外"}, {"context", "说明"},   {"grant", "待遇"},  {"chain", "流程"},
    {"form", "表单"},      {"assess", "考核"},    {"report", "报告"}, {"compare", "比对"},
    {"calendar", "日历"},  {"codes", "代码"}};

std::string kind_of(const std::string& keyword) {
    for (const auto& [word, label] : kKinds)
        if (word == keyword) return std::string(label);
    return keyword;
}

class NoteMaker {
  public:
    NoteMaker(const Declared& declared, const policy::CompiledPacks& packs, NoteLength length)
        : declared_(declared), packs_(packs), length_(length) {}

    ClauseNote make() {
        note_.kind = kind_of(declared_.keyword);
        note_.name = declared_.name;
        note_.title = declared_.title;
        if (declared_.is_context()) {
            note_.text.push_back(declared_.reason);
        } else if (declared_.keyword == "parameter") {
            parameter();
        } else if (declared_.keyword == "exception") {
            exception();
        } else if (declared_.keyword == "report") {
            report();
        } else {
            rule();
            define();
        }
        if (length_ == NoteLength::kFull) cases();
        return std::move(note_);
    }

  private:
    void rule() {
        const auto found = std::ranges::find(packs_.rules, declared_.name, &policy::Rule::name);
        if (found == packs_.rules.end()) return;
        const policy::Labels labels{.departments = &kDepartments, .categories = nullptr};
        const std::string text = sentence(*found, packs_, Language::kChinese, labels);
        for (const std::string_view line : split(text, '\n')) {
            note_.text.emplace_back(trim(line));
            if (length_ == NoteLength::kBrief) return;
        }
        for (std::string& one : parameter_values(*found, packs_, Language::kChinese))
            note_.text.push_back(std::move(one));
        for (const std::string& one : replacements(*found, packs_, Language::kChinese))
            note_.text.push_back("空缺按:" + one);
        if (!found->note.empty()) note_.text.push_back("说明:" + found->note);
    }

    void define() {
        const auto found = std::ranges::find(packs_.defines, declared_.name, &policy::Define::name);
        if (found == packs_.defines.end() || !found->body || !note_.text.empty()) return;
        note_.text.push_back(spelled_out(*found->body, packs_, Language::kChinese));
    }

    void parameter() {
        const auto found =
            std::ranges::find(packs_.parameters, declared_.name, &policy::Parameter::name);
        if (found == packs_.parameters.end()) return;
        ClauseTable table;
        table.head = {"地区", "从", "到", "值", "依据"};
        for (const policy::ParameterRow& row : found->rows)
            table.rows.push_back({row.division.code == 0 ? "" : short_code(row.division),
                                  to_string(row.from), row.to ? to_string(*row.to) : "",
                                  row.is_set ? shown_value(found->type, row.int_value,
                                                           row.text_value, Language::kChinese)
                                             : "未定",
                                  row.source.clause});
        note_.tables.push_back(std::move(table));
    }

    void exception() {
        for (const policy::Rule& rule : packs_.rules)
            for (const policy::Exception& one : rule.exceptions)
                if (rule.name == declared_.name && one.source.clause == declared_.clause)
                    note_.text.push_back("“" + rule.title + "”不适用于:" +
                                         phrase(*one.as_said, packs_, Language::kChinese));
    }

    void report() {
        for (const policy::FigureReport& one : packs_.reports)
            if (one.name == declared_.name)
                note_.text.push_back(report_sentence(one, Language::kChinese));
    }

    // Cases with the same columns are one table.
    void cases() {
        for (const policy::Case& one : packs_.cases) {
            if (one.subject != declared_.name) continue;
            std::vector<std::string> head, row;
            for (const policy::CaseCell& cell : one.cells) {
                head.push_back(cell.path);
                row.push_back(cell.text);
            }
            head.push_back("应为");
            row.push_back(one.expect);
            if (note_.tables.empty() || note_.tables.back().head != head)
                note_.tables.push_back({"用例", std::move(head), {}});
            note_.tables.back().rows.push_back(std::move(row));
        }
    }

    const Declared& declared_;
    const policy::CompiledPacks& packs_;
    NoteLength length_;
    ClauseNote note_{};
};

}  // namespace

ClauseNote clause_note(const Declared& declared, const policy::CompiledPacks& packs,
                       NoteLength length) {
    return NoteMaker(declared, packs, length).make();
}

}  // namespace tz
