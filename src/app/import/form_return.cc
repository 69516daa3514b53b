#include "app/import/form_return.h"

#include <fmt/format.h>

#include <algorithm>

#include "app/forms/form_sheet.h"
#include "app/import/titled_sheet.h"
#include "base/text.h"
#include "domain/survey/survey.h"
#include "policy/explain/declarations.h"
#include "port/quiet_progress.h"
#include "schema/convert.h"

namespace tz::intake {
namespace {

constexpr std::size_t kAnswer = form_column("回答内容"), kEvidence = form_column("佐证材料"),
                      kDay = form_column("核查日期"), kBy = form_column("核查人"),
                      kNow = form_column("现值"), kPack = form_column("政策包"),
                      kForm = form_column("调查表"), kCampaign = form_column("行动名称"),
                      kQuestion = form_column("题号"), kRegister = form_column("登记册"),
                      kRecord = form_column("记录号"), kAsOf = form_column("截至");
constexpr std::size_t kNeeded[] = {kAnswer, kPack, kForm, kQuestion, kRegister, kRecord};
constexpr Field kMoneyAnswer = money("answer", "回答内容");
constexpr Field kMonthAnswer = month("answer", "回答内容");
const Text kPrintAgain{"重新打印调查表再填", "print the form again"};

// What a value answered to a question is read as; null: any text.
const Field* field_of(const policy::FormSection& section, const policy::Question& question) {
    if (question.field) return &section.entity->fields[*question.field];
    switch (question.kind) {
        case policy::AnswerKind::kNumber:
            return kSurveyAnswer.find("quantity");
        case policy::AnswerKind::kDate:
            return kSurveyAnswer.find("answered_on");
        case policy::AnswerKind::kMoney:
            return &kMoneyAnswer;
        case policy::AnswerKind::kMonth:
            return &kMonthAnswer;
        default:
            return nullptr;
    }
}

using Names = std::vector<std::string>;

std::int64_t code_of(const Field& field, const std::string& name) {
    return field.codes->by_name(name)->code;
}

// The value of a field from names of choices.
Value value_of(const Field& field, const Names& names) {
    if (field.type == Type::kBool) return Value{names[0] == "yes"};
    if (field.type == Type::kChoice) return Value{code_of(field, names[0])};
    std::int64_t bits = 0;
    for (const std::string& name : names) bits |= std::int64_t{1} << code_of(field, name);
    return Value{bits};
}

const policy::AnswerChoice* find_choice(const policy::Question& question, std::string_view word) {
    for (const policy::AnswerChoice& choice : question.choices)
        if (choice.name == word || choice.label == word) return &choice;
    return nullptr;
}

Text not_offered(std::string_view word, const policy::Question& question) {
    const Names labels = labels_of(question);
    return {fmt::format("“{}”不是“{}”的答案；可填：{}", word, question.title, join(labels, "、")),
            fmt::format("\"{}\" is no answer to {}; there are {}", word, question.name,
                        join(labels, ", "))};
}

bool is_bad(const policy::Question& question, const Names& names) {
    return std::ranges::any_of(
        question.bad, [&](const std::string& bad) { return std::ranges::count(names, bad) > 0; });
}

std::string_view verdict_of(const policy::Question& question, const Names& names) {
    if (question.bad.empty()) return "not_applicable";
    return is_bad(question, names) ? "negative" : "positive";
}

std::string household_number_of(const Record& record, const Entity& entity) {
    return first_known(record, entity,
                       {entity.name == "household" ? "number" : "household_number"});
}

// What an answer says it is about.
std::string subject_of(const Record& record, const Entity& entity) {
    const std::string name =
        first_known(record, entity, {"id_number", entity.name == "household" ? "number" : ""});
    return name.empty() ? to_string(record.id) : name;
}

// One record's values by the names of its register's fields; unknown ones are left out.
class Draft {
  public:
    Draft(Envelope& envelope, const Entity& entity) : envelope_(envelope), entity_(entity) {}
    void put(std::string_view field, Value value) {
        if (is_known(value) && value != Value{std::string()})
            set_value(envelope_, entity_.index(field), std::move(value));
    }
    void put(std::string_view field, std::string_view text) {
        put(field, Value{std::string(text)});
    }
    void put(std::string_view field, const std::string& text) { put(field, Value{text}); }
    void put(std::string_view field, Date day) { put(field, Value{std::int64_t{day.days}}); }
    // By the field that refers to records of that register.
    void refer_to(const Entity& other, Id record) {
        for (const Field& field : entity_.fields)
            if (field.refers_to == other.name && !field.inverse_name.empty())
                put(field.name, Value{record});
    }

  private:
    Envelope& envelope_;
    const Entity& entity_;
};

Said said_by_choice(const policy::Question& question, const Field* field,
                    const std::string& written) {
    Said out;
    const bool is_many = question.kind == policy::AnswerKind::kChoices;
    std::vector<std::string> labels;
    const auto words = is_many ? split_list(written) : std::vector<std::string_view>{written};
    for (const std::string_view word : words) {
        const policy::AnswerChoice* choice = find_choice(question, trim(word));
        if (choice == nullptr) {
            out.wrong = not_offered(word, question);
            return out;
        }
        labels.push_back(choice->label);
        out.names.push_back(choice->name);
    }
    out.text = join(labels, ",");
    if (field != nullptr) out.value = value_of(*field, out.names);
    return out;
}

Said said_by_value(const Field& field, const std::string& written, Date today) {
    const Cell read = CellReader(field, false, today).read(written);
    if (!is_known(read.value))
        return {{},
                {},
                {},
                read.is_doubtful() ? read.reason : Text{"答案不可读", "the answer is unreadable"}};
    return {show_value(field, read.value), {}, read.value, {}};
}

Said said_by(const policy::FormSection& section, const policy::Question& question,
             const std::string& written, Date today) {
    const Field* field = field_of(section, question);
    if (!question.choices.empty()) return said_by_choice(question, field, written);
    return field ? said_by_value(*field, written, today) : Said{written, {}, {}, {}};
}

}  // namespace

bool is_form_sheet(const Header& header) {
    return std::ranges::all_of(
        kNeeded, [&](std::size_t i) { return find_column(header, kFormColumns[i]) != kNone; });
}

FormReturn::FormReturn(Store& store, const Session& session, const ImportOptions& options,
                       const Header& header, SheetReport& report, Reporter& reporter, Chunk& chunk,
                       Date today)
    : store_(store),
      session_(session),
      options_(options),
      report_(report),
      reporter_(reporter),
      chunk_(chunk),
      today_(today),
      plan_(titled_plan(header, kFormColumns, {"调查表的列", "of the form"},
                        {"不是调查表的列", "not of the form"}, report)) {
    for (const std::string_view title : kFormColumns)
        columns_.push_back(find_column(header, title));
}

void FormReturn::refuse(const Row& row, std::size_t column, Text reason, Text action,
                        IssueKind kind) {
    reporter_.cell(kind, plan_, row.number, columns_[column], row.cells[column], {},
                   std::move(reason), std::move(action));
}

void FormReturn::add(const sheet::RowView& row) {
    if (row.number <= plan_.last_header_row) return;
    Row taken{row.number, {}};
    for (const std::size_t column : columns_)
        taken.cells.emplace_back(column == kNone ? std::string_view() : trim(row.at(column)));
    if (taken.cells[kRecord].empty() && taken.cells[kAnswer].empty()) {
        report_.skipped.push_back({row.number, std::string(trim(row.at(0)))});
        return;
    }
    ++report_.rows;
    if (!taken.cells[kAnswer].empty()) rows_.push_back(std::move(taken));
}

Result<std::unique_ptr<FormReturn::Work>> FormReturn::make_work(const std::string& pack,
                                                                const std::string& form,
                                                                Date as_of) {
    auto work = std::make_unique<Work>();
    ASSIGN_OR_RETURN(work->packs, options_.packs(pack));
    work->form = find_form(work->packs, form);
    if (work->form == nullptr)
        return failure(ErrorKind::kNotFound, fmt::format("政策包“{}”里没有调查表“{}”", pack, form),
                       fmt::format("pack {} has no form {}", pack, form), form);
    CheckOptions check;
    check.as_of = as_of;
    check.division = session_.scope.area();
    QuietProgress progress;
    ASSIGN_OR_RETURN(Asked asked,
                     Asked::work_out(store_, work->packs, *work->form, check, progress));
    work->asked.emplace(std::move(asked));
    return work;
}

// Null where its pack or form can't be had; the first such row says why.
Result<const FormReturn::Work*> FormReturn::work_of(const Row& row) {
    const std::string& pack = row.cells[kPack];
    const std::string& form = row.cells[kForm];
    const auto [it, is_new] =
        works_.try_emplace(pack + "\n" + form + "\n" + row.cells[kAsOf], nullptr);
    if (!is_new) return it->second.get();
    if (!options_.packs) {
        refuse(row, kPack, {"这里读不到政策包，不能核对答案", "no packs can be read here"},
               {"用 taizhang import 导入", "import it with taizhang import"});
        return nullptr;
    }
    auto work = make_work(pack, form, parse_date(row.cells[kAsOf]).value_or(today_));
    if (work) return (it->second = std::move(*work)).get();
    refuse(row, kForm, work.error().text,
           {"用 --pack 指明调查表所在的政策包", "name the form's pack with --pack"});
    return nullptr;
}

FormReturn::Questions FormReturn::find_question(const policy::Form& form, std::string_view name) {
    for (const policy::FormSection& section : form.sections)
        for (const policy::Question& question : section.questions)
            if (question.name == name) return {&section, &question};
    return {};
}

// False where it was refused.
Result<bool> FormReturn::find_record(const Row& row, Transaction& transaction, Answered& out) {
    const auto id = parse_id(row.cells[kRecord]);
    if (!id || row.cells[kRegister] != out.section->entity->name) {
        refuse(row, id ? kRegister : kRecord,
               {"隐藏列里的登记册或记录号被改动，不知道答的是谁",
                "register or record in the hidden columns was changed"},
               kPrintAgain);
        return false;
    }
    ASSIGN_OR_RETURN(auto record, get(transaction, *out.section->entity, *id));
    if (!record) {
        refuse(row, kRecord,
               {fmt::format("没有这条{}记录，或不在您的管辖范围内", out.section->entity->label),
                fmt::format("no such {} record, or it lies outside your area",
                            out.section->entity->name)},
               kPrintAgain);
        return false;
    }
    out.record = *std::move(record);
    out.whole = out.record;
    if (out.section->relation.empty()) return true;
    const auto* to = std::get_if<Id>(&out.record.values[out.section->reference]);
    if (to == nullptr) return true;
    ASSIGN_OR_RETURN(auto whole, get(transaction, *out.work->form->entity, *to));
    if (whole) out.whole = *std::move(whole);
    return true;
}

Result<std::optional<Record>> FormReturn::get(Transaction& transaction, const Entity& entity,
                                              Id id) {
    ASSIGN_OR_RETURN(auto record, transaction.get(entity, id, session_.scope));
    if (record && record->retired) record.reset();
    return record;
}

bool FormReturn::read_day(const Row& row, Date& on) {
    on = options_.holds_from.value_or(today_);
    if (row.cells[kDay].empty()) return true;
    const Cell read =
        CellReader(*kSurveyAnswer.find("answered_on"), false, today_).read(row.cells[kDay]);
    if (!is_known(read.value) || read.is_doubtful()) {
        refuse(row, kDay,
               read.is_doubtful() ? read.reason : Text{"日期不可读", "the date is unreadable"},
               {"写成 2020-03-01", "write it as 2020-03-01"});
        return false;
    }
    on = Date{static_cast<std::int32_t>(as_int(read.value))};
    return true;
}

// The same question of the same record answered on another row: the first counts.
bool FormReturn::is_first(const Row& row, const Answered& given) {
    const auto [it, is_new] =
        answers_.try_emplace({given.record.id, given.question}, given.said.text);
    if (!is_new && it->second != given.said.text)
        refuse(row, kAnswer,
               {"同一题在前面的行填了另一个答案，保留前面的",
                "a row above answers the question otherwise; the first is kept"},
               {"核实后只留一个", "keep one of them"});
    return is_new;
}

Status FormReturn::take(const Row& row, Transaction& transaction) {
    Answered given;
    ASSIGN_OR_RETURN(given.work, work_of(row));
    if (given.work == nullptr) return ok();
    std::tie(given.section, given.question) =
        find_question(*given.work->form, row.cells[kQuestion]);
    if (given.question == nullptr) {
        refuse(row, kQuestion,
               {fmt::format("“{}”里没有这一题", given.work->form->title),
                fmt::format("{} has no such question", given.work->form->name)},
               kPrintAgain);
        return ok();
    }
    ASSIGN_OR_RETURN(const bool is_found, find_record(row, transaction, given));
    if (!is_found) return ok();
    if (!given.work->asked->is_asked(*given.section, *given.question, given.record)) {
        refuse(row, kAnswer,
               {fmt::format("“{}”不用问这个对象", given.question->title),
                fmt::format("{} is not asked here", given.question->name)},
               {"清空答案，或先更正登记册", "clear the answer, or correct the register first"});
        return ok();
    }
    given.said = said_by(*given.section, *given.question, row.cells[kAnswer], today_);
    if (!given.said.wrong.zh.empty()) {
        refuse(row, kAnswer, given.said.wrong, {"按“填法”一列填写", "answer as the sheet says"});
        return ok();
    }
    if (!read_day(row, given.on) || !is_first(row, given)) return ok();
    ASSIGN_OR_RETURN(const Id sheet, sheet_of(row, transaction, given));
    if (chunk_.first_row == 0) chunk_.first_row = row.number;
    keep_answer(row, given, sheet);
    if (given.question->field) keep_value(row, given);
    return ok();
}

std::string FormReturn::campaign_of(const Row& row, const Answered& given) {
    return row.cells[kCampaign].empty() ? given.work->form->title : row.cells[kCampaign];
}

// The sheet that was filled in about a record; made with its first answer, left alone when it is
// in the register.
Result<Id> FormReturn::sheet_of(const Row& row, Transaction& transaction, const Answered& given) {
    tz::Row key(kSurveySheet.fields.size());
    key[at(kSurveySheet, "campaign_name")] = campaign_of(row, given);
    key[at(kSurveySheet, "form")] = given.work->form->title;
    key[at(kSurveySheet, "subject")] = subject_of(given.whole, *given.work->form->entity);
    const Id id = natural_id(kSurveySheet, key);
    if (!sheets_.insert(id).second) return id;
    ASSIGN_OR_RETURN(const auto known, get(transaction, kSurveySheet, id));
    if (!known) keep_sheet(row, given, id);
    return id;
}

void FormReturn::keep_sheet(const Row& row, const Answered& given, Id id) {
    const policy::Form& form = *given.work->form;
    Envelope& envelope =
        chunk_.envelopes[chunk_.open(plan_, slot_for(plan_, kSurveySheet), row.number)];
    envelope.record = id;
    envelope.holds_from = given.on;
    Draft sheet(envelope, kSurveySheet);
    sheet.put("division", Value{division_of(*form.entity, given.whole.values).code});
    sheet.put("campaign_name", campaign_of(row, given));
    sheet.put("form", form.title);
    sheet.put("subject", subject_of(given.whole, *form.entity));
    sheet.put("household_number", household_number_of(given.whole, *form.entity));
    sheet.refer_to(*form.entity, given.whole.id);
    sheet.put("state", Value{std::int64_t{kSheetStates.by_name("filled")->code}});
    sheet.put("filled_on", given.on);
    sheet.put("filled_by", row.cells[kBy]);
}

void FormReturn::keep_answer(const Row& row, const Answered& given, Id sheet) {
    const Entity& entity = *given.section->entity;
    Envelope& envelope =
        chunk_.envelopes[chunk_.open(plan_, slot_for(plan_, kSurveyAnswer), row.number)];
    envelope.holds_from = given.on;
    Draft answer(envelope, kSurveyAnswer);
    answer.put("division", Value{division_of(entity, given.record.values).code});
    answer.put("campaign_name", campaign_of(row, given));
    answer.put("form", given.work->form->title);
    answer.put("subject", subject_of(given.record, entity));
    answer.put("subject_register", entity.name);
    answer.put("sheet", Value{sheet});
    answer.put("household_number", household_number_of(given.record, entity));
    answer.put("id_number", first_known(given.record, entity, {"id_number"}));
    answer.refer_to(entity, given.record.id);
    answer.put("heading", given.section->title);
    answer.put("question", given.question->title);
    const std::string_view verdict = verdict_of(*given.question, given.said.names);
    answer.put("verdict", Value{std::int64_t{kAnswerVerdicts.by_name(verdict)->code}});
    if (!given.question->bad.empty()) answer.put("problem_opened", Value{verdict == "negative"});
    answer.put("answer", given.said.text);
    answer.put("evidence", row.cells[kEvidence]);
    answer.put("answered_on", given.on);
    answer.put("answered_by", row.cells[kBy]);
}

// One envelope a record. What the register has learnt since stays.
void FormReturn::keep_value(const Row& row, const Answered& given) {
    const std::string now = present_value(*given.section, *given.question, given.record);
    const Value& present = given.record.values[*given.question->field];
    if (present == given.said.value) return;
    if (given.record.holds_from > given.on || now != row.cells[kNow])
        return refuse(
            row, kAnswer,
            {fmt::format("登记册后来已改为“{}”，答案只记入调查答案", now),
             fmt::format("the register has become \"{}\" since; only the answer is kept", now)},
            {"核实以哪个为准", "find out which is right"}, IssueKind::kDoubt);
    const auto [it, is_new] = drafts_.try_emplace(given.record.id, 0);
    if (is_new) {
        it->second = chunk_.open(plan_, slot_for(plan_, *given.section->entity), row.number);
        Envelope& made = chunk_.envelopes[it->second];
        made.record = given.record.id;
        made.base_version = given.record.version;
        made.holds_from = given.on;
    }
    Envelope& envelope = chunk_.envelopes[it->second];
    envelope.holds_from = std::max(*envelope.holds_from, given.on);
    set_value(envelope, *given.question->field, given.said.value);
}

Status FormReturn::finish() {
    ASSIGN_OR_RETURN(const auto transaction, store_.begin(Access::kRead));
    for (const Row& row : rows_) RETURN_IF_ERROR(take(row, *transaction));
    return ok();
}

}  // namespace tz::intake
