#include "policy/explain/cases.h"

#include <algorithm>

#include "policy/check/case_path.h"
#include "policy/check/reports.h"
#include "policy/explain/case_runner.h"
#include "policy/explain/world.h"
#include "policy/report/case.h"

namespace tz::policy {

CaseSubject subject_of(const CompiledPacks& packs, const Case& test) {
    if (test.of_report) return {};
    for (const Rule& rule : packs.rules)
        if (rule.name == test.subject && sees(packs, test.pack, rule.pack)) return {&rule, nullptr};
    for (const Define& define : packs.defines) {
        const bool is_meant = define.name == test.subject && sees(packs, test.pack, define.pack);
        if (is_meant && define.body) return {nullptr, &define};
    }
    return {};
}

std::string expected_of(const Case& test, const CaseSubject& subject) {
    if (subject.rule || test.expect == "unknown") return test.expect;
    const ValueType& type = subject.define->body->type;
    const CellValue cell = read_cell(test.expect, type);
    if (cell.kind != CellKind::kValue) return "unknown";
    return write_value(type, cell.number, cell.text);
}

CaseAnswer answer_of(CasePaths& paths, const CompiledPacks& packs, const Case& test,
                     const CaseSubject& subject) {
    const Entity& entity = subject.rule ? *subject.rule->entity : *subject.define->entity;
    const CaseWorld built = build_world(paths, packs, test, entity);
    const Oracle oracle(packs, built.world, built.dates, &built.given);
    if (subject.rule) {
        Judgement judgement = oracle.judge(*subject.rule, 0);
        return {std::string(verdict_word(judgement.verdict)), std::move(judgement.missing)};
    }
    Answer answer = oracle.evaluate(*subject.define->body, 0);
    if (!answer.known()) return {"unknown", std::move(answer.missing)};
    return {write_value(subject.define->body->type, answer.number, answer.text.value_or("")), {}};
}

std::int64_t last_place(const Node& constant) {
    const int decimals = constant.type.kind == Kind::kMoney ? 2 : constant.type.decimals;
    std::int64_t step = 1;
    for (int i = 0; i < decimals && constant.int_value % (step * 10) == 0; ++i) step *= 10;
    return step;
}

std::vector<CaseResult> run_cases(const CompiledPacks& packs) {
    std::vector<CaseResult> results;
    CasePaths paths(packs);
    const Case* last = nullptr;  // the rows of a table stand together
    CaseSubject subject;
    for (const Case& test : packs.cases) {
        if (test.of_report) {
            ReportAnswer answer = report_answer(find_item(packs, test.pack, test.subject), test);
            results.push_back({test.subject, test.at,
                               packs.files[static_cast<std::size_t>(test.at.file)], test.expect,
                               std::move(answer.shown), std::move(answer.missing)});
            continue;
        }
        if (last == nullptr || last->pack != test.pack || last->subject != test.subject)
            subject = subject_of(packs, test);
        last = &test;
        if (!subject.rule && !subject.define) continue;
        CaseAnswer answer = answer_of(paths, packs, test, subject);
        CaseResult result{test.subject,
                          test.at,
                          packs.files[static_cast<std::size_t>(test.at.file)],
                          expected_of(test, subject),
                          std::move(answer.shown),
                          {}};
        for (const Missing& missing : answer.missing) result.missing.push_back(name_of(missing));
        results.push_back(std::move(result));
    }
    return results;
}

}  // namespace tz::policy
