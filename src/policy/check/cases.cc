// Cases: their columns, their values, what they expect; rules without any.
#include <algorithm>
#include <map>

#include "policy/check/case_path.h"
#include "policy/check/model.h"
#include "policy/check/reports.h"
#include "policy/check/units.h"

namespace tz::policy {
namespace {

const std::vector<std::string> kVerdicts = {"holds", "fails", "unknown", "not applicable"};

// A rule or a define that cases are about.
struct Subject {
    const Entity* entity = nullptr;
    const Define* define = nullptr;
    int pack = 0;
};

class Cases {
  public:
    explicit Cases(Model& model) : model_(model), paths_(model.out) {}

    void run() {
        for (std::size_t i = 0; i < model_.files.size(); ++i) {
            file_ = static_cast<int>(i);
            for (const Declaration& declaration : model_.files[i].tree.declarations) {
                if (const auto* cases = std::get_if<CaseSyntax>(&declaration)) table(*cases);
            }
        }
        for (const Rule& rule : model_.out.rules) {
            if (!rule.grant.empty()) continue;
            const auto found = expectations_.find({rule.name, rule.pack});
            if (found == expectations_.end() && model_.is_made(rule)) continue;
            if (found == expectations_.end()) {
                report_at(rule.at).warn(
                    spot(rule.at), say("规则“{}”没有案例", "rule `{}` has no case", rule.name),
                    say("写 case {} 和一张表", "write `case {}` and a table", rule.name));
            } else if (found->second.size() == 1) {
                report_at(rule.at).warn(
                    spot(rule.at),
                    say("“{}”的案例都是同一结果（{}），什么也没检验",
                        "the cases of `{}` all expect `{}`: they test nothing", rule.name,
                        *found->second.begin()),
                    say("补上另一种结果的案例", "add a case with another result"));
            }
        }
        for (const Grant& grant : model_.out.grants) tested(grant);
    }

  private:
    void tested(const Grant& grant) const {
        for (const char* end : {"", "_entitled", "_received", "_gap", "_paid"})
            if (expectations_.contains({grant.name + end, grant.pack})) return;
        report_at(grant.at).warn(
            spot(grant.at), say("补助“{}”没有案例", "grant `{}` has no case", grant.name),
            say("写 case {} 和一张表", "write `case {}` and a table", grant.name));
    }

    int pack() const { return model_.files[static_cast<std::size_t>(file_)].pack; }
    const Report& report() const { return model_.report(file_); }
    const Report& report_at(const Position& at) const { return model_.report(at.file); }
    static Spot spot(const Position& at) { return {at.line, at.column, 1}; }

    Subject find_subject(const Name& name) {
        const int rule = model_.find_rule(pack(), name.text);
        if (rule >= 0) {
            const Rule& found = model_.out.rules[static_cast<std::size_t>(rule)];
            return {found.entity, nullptr, found.pack};
        }
        for (std::size_t i = 0; i < model_.defines.size(); ++i) {
            const Define& define = model_.out.defines[i];
            if (define.name == name.text && model_.sees(pack(), model_.defines[i].pack))
                return {define.entity, &define, define.pack};
        }
        return {};
    }

    void no_subject(const Name& name) {
        if (model_.is_broken(name.text)) return;
        std::vector<std::string> names;
        for (const Rule& rule : model_.out.rules) names.push_back(rule.name);
        for (const Define& define : model_.out.defines) names.push_back(define.name);
        for (const FigureReport& made : model_.out.reports)
            for (const ReportItem& item : made.items) names.push_back(item.name);
        report().error(name.at,
                       say("没有规则或 define“{}”", "there is no rule or define `{}`", name.text),
                       did_you_mean(name.text, names));
    }

    void table(const CaseSyntax& syntax) {
        const ReportItemPlace place = find_item(model_.out, pack(), syntax.subject.text);
        if (place.item) return report_table(syntax, place);
        const Subject subject = find_subject(syntax.subject);
        if (!subject.entity) return no_subject(syntax.subject);
        if (subject.define && !subject.define->body) return;
        std::vector<CasePath> paths;
        bool good = true;
        for (std::size_t i = 0; i + 1 < syntax.columns.size(); ++i) {
            const std::string& written = syntax.columns[i].text;
            const CasePath* known = paths_.find(pack(), *subject.entity, written);
            if (known == nullptr) {
                FoundPath found = find_path(model_.out, pack(), *subject.entity, written);
                report().error(syntax.columns[i].at, std::move(found.problem.message),
                               std::move(found.problem.fix));
                good = false;
            }
            paths.push_back(known ? *known : CasePath{});
        }
        if (good)
            rows(syntax, subject, paths);
        else
            expectations_[{syntax.subject.text, subject.pack}] = {"", "?"};
    }

    // The columns of a report's case are its figures; a value stands with its unit.
    void report_table(const CaseSyntax& syntax, const ReportItemPlace& place) {
        std::vector<std::string> names;
        for (const ReportFigure& figure : place.report->figures) names.push_back(figure.name);
        for (std::size_t i = 0; i + 1 < syntax.columns.size(); ++i) {
            const Cell& column = syntax.columns[i];
            if (std::find(names.begin(), names.end(), column.text) == names.end())
                report().error(
                    column.at,
                    say("报告没有数字“{}”", "the report has no figure `{}`", column.text),
                    suggest(column.text, names));
        }
        for (const std::vector<Cell>& row : syntax.rows) {
            model_.out.cases.push_back({pack(),
                                        syntax.subject.text,
                                        {},
                                        row.back().text,
                                        model_.position(file_, row[0].at),
                                        true});
            for (std::size_t i = 0; i + 1 < row.size(); ++i)
                model_.out.cases.back().cells.push_back(
                    {syntax.columns[i].text, row[i].text, model_.position(file_, row[i].at)});
        }
    }

    void rows(const CaseSyntax& syntax, const Subject& subject,
              const std::vector<CasePath>& paths) {
        for (const std::vector<Cell>& row : syntax.rows) {
            Case out;
            out.pack = pack();
            out.subject = syntax.subject.text;
            out.expect = row.back().text;
            out.at = model_.position(file_, row[0].at);
            for (std::size_t i = 0; i < paths.size(); ++i) {
                cell(paths[i], row[i]);
                out.cells.push_back(
                    {syntax.columns[i].text, row[i].text, model_.position(file_, row[i].at)});
            }
            expect(subject, row.back());
            expectations_[{out.subject, subject.pack}].insert(out.expect);
            model_.out.cases.push_back(std::move(out));
        }
    }

    void cell(const CasePath& path, const Cell& cell) {
        const CellValue value = read_cell(cell.text, path);
        const bool absent_self = value.kind == CellKind::kAbsent && path.steps.empty();
        const bool unreadable =
            value.kind == CellKind::kUnreadable && path.target != CellTarget::kField;
        if (value.kind != CellKind::kBad && !absent_self && !unreadable) return;
        bad_value(path.type, cell, absent_self);
    }

    void bad_value(const ValueType& type, const Cell& cell, bool absent_self) {
        if (absent_self) {
            return report().error(
                cell.at,
                say("- 表示没有这条记录，这里是本记录自己",
                    "`-` says that a record is not there; this is the record itself"),
                say("没有值写 ?", "no value is `?`"));
        }
        const Text wanted = describe(type);
        Text fix =
            type.kind == Kind::kBool ? say("写 true 或 false", "write true or false") : Text{};
        if (type.codes) {
            std::vector<std::string> names;
            for (const Choice& c : type.codes->choices) names.emplace_back(c.name);
            fix = did_you_mean(cell.text, names);
            if (fix.zh.empty() && type.kind == Kind::kChoices) {
                fix = say("写成 {{a, b}}", "write {{a, b}}");
            }
        }
        report().error(cell.at,
                       {fmt::format("“{}”不是{}", cell.text, wanted.zh),
                        fmt::format("`{}` is not {}", cell.text, wanted.en)},
                       std::move(fix));
    }

    void expect(const Subject& subject, const Cell& cell) {
        if (!subject.define) {
            if (std::find(kVerdicts.begin(), kVerdicts.end(), cell.text) != kVerdicts.end()) return;
            return report().error(cell.at,
                                  say("判定结果“{}”不对", "`{}` is not a verdict", cell.text),
                                  suggest(cell.text, kVerdicts));
        }
        const ValueType& type = subject.define->body->type;
        if (cell.text == "unknown") return;
        if (read_cell(cell.text, type).kind == CellKind::kBad) bad_value(type, cell, false);
    }

    Model& model_;
    CasePaths paths_;
    int file_ = 0;
    std::map<std::pair<std::string, int>, std::set<std::string>> expectations_{};  // name, pack
};

}  // namespace

void check_cases(Model& model) { Cases(model).run(); }

}  // namespace tz::policy
