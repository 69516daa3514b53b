#include "app/forms/form_sheet.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <unordered_map>

#include "app/forms/asked.h"
#include "app/ledger/places.h"
#include "policy/explain/declarations.h"
#include "schema/convert.h"
#include "sheet/writer.h"

namespace tz {
namespace {

constexpr std::size_t kRecordsMax = 1'000'000;
constexpr std::size_t kAnswer = form_column("回答内容");
constexpr std::size_t kFirstHidden = form_column("政策包");

std::string chinese_date(Date day) {
    const CivilDate date = civil(day);
    return fmt::format("{}年{}月{}日", date.year, date.month, date.day);
}

// Empty where the register has no such field or the record no value.
std::string shown(const Record& record, const Entity& entity, std::size_t field) {
    return field < entity.fields.size() ? show_value(entity.fields[field], record.values[field])
                                        : std::string();
}

sheet::SheetSpec spec_of(const policy::Form& form, const std::string& village,
                         const std::string& place, const FormSheetOptions& options) {
    constexpr std::pair<std::string_view, double> kWidths[] = {
        {"序号", 6},      {"户编号", 14},   {"姓名", 9},  {"调查大项", 9},
        {"调查项目", 26}, {"填法", 24},     {"现值", 9},  {"回答内容", 16},
        {"佐证材料", 11}, {"核查日期", 12}, {"核查人", 9}};
    sheet::SheetSpec spec;
    spec.name = village;
    spec.title = place + form.title;
    spec.subtitle = {options.campaign + "；只填“回答内容”以后各列",
                     chinese_date(options.check.as_of)};
    spec.protect = true;
    spec.footer = place;
    for (std::size_t i = 0; i < std::size(kFormColumns); ++i) {
        const auto width = std::ranges::find(kWidths, kFormColumns[i],
                                             &std::pair<std::string_view, double>::first);
        spec.columns.push_back({.title = std::string(kFormColumns[i]),
                                .width = width == std::end(kWidths) ? 10 : width->second,
                                .wrap = i < kFirstHidden,
                                .locked = i < kAnswer || i >= kFirstHidden,
                                .hidden = i >= kFirstHidden});
    }
    return spec;
}

class FormSheet {
  public:
    FormSheet(const policy::CompiledPacks& packs, const policy::Form& form,
              const FormSheetOptions& options, const Asked& asked)
        : packs_(packs), form_(form), options_(options), asked_(asked) {}

    Result<FormSheets> write(Store& store) {
        RETURN_IF_ERROR(load(store));
        ASSIGN_OR_RETURN(const Places places,
                         Places::load(store, Scope::of(county_of(options_.check.division))));
        for (const auto& [division, records] : villages_) {
            number_ = 0;
            for (const Record& record : records) RETURN_IF_ERROR(ask_all(record, places));
        }
        if (out_.questions == 0)
            return failure(ErrorKind::kNotFound,
                           fmt::format("没有要填“{}”的{}", form_.title, form_.entity->label),
                           fmt::format("nobody is asked by \"{}\"", form_.name), form_.name);
        ASSIGN_OR_RETURN(out_.bytes, writer_.finish());
        return std::move(out_);
    }

  private:
    using Children = std::unordered_map<Id, std::vector<Record>, IdHash>;

    Status load(Store& store) {
        ASSIGN_OR_RETURN(const auto transaction, store.begin(Access::kRead));
        ASSIGN_OR_RETURN(std::vector<Record> own, records_of(*transaction, *form_.entity));
        for (Record& record : own) {
            const Division division = division_of(*form_.entity, record.values);
            if (contains(pack().division, division))
                villages_[division].push_back(std::move(record));
        }
        for (const policy::FormSection& section : form_.sections) {
            Children& children = children_.emplace_back();
            if (section.relation.empty()) continue;
            ASSIGN_OR_RETURN(std::vector<Record> all, records_of(*transaction, *section.entity));
            for (Record& record : all)
                if (const auto* to = std::get_if<Id>(&record.values[section.reference]))
                    children[*to].push_back(std::move(record));
        }
        return ok();
    }

    // In the order in which people look for them.
    Result<std::vector<Record>> records_of(Transaction& transaction, const Entity& entity) const {
        Query query;
        query.limit = kRecordsMax;
        query.when = options_.check.when;
        for (const std::string_view field : {"number", "household_number", "name"})
            if (entity.index(field) < entity.fields.size() && !query.order_by)
                query.order_by = entity.index(field);
        return transaction.find(entity, query, Scope::of(options_.check.division));
    }

    Status ask_all(const Record& record, const Places& places) {
        const std::int64_t before = out_.questions;
        for (std::size_t i = 0; i < form_.sections.size(); ++i) {
            const policy::FormSection& section = form_.sections[i];
            if (section.relation.empty()) {
                RETURN_IF_ERROR(ask(section, record, record, places));
                continue;
            }
            const auto found = children_[i].find(record.id);
            if (found == children_[i].end()) continue;
            for (const Record& child : found->second)
                RETURN_IF_ERROR(ask(section, record, child, places));
        }
        if (out_.questions > before) ++out_.records;
        return ok();
    }

    Status ask(const policy::FormSection& section, const Record& record, const Record& about,
               const Places& places) {
        for (const policy::Question& question : section.questions) {
            if (!asked_.is_asked(section, question, about)) continue;
            RETURN_IF_ERROR(open_sheet(record, places));
            RETURN_IF_ERROR(write_row(section, question, record, about));
        }
        return ok();
    }

    // With the first question of a village.
    Status open_sheet(const Record& record, const Places& places) {
        if (number_ > 0) return ok();
        const Division village = division_of(*form_.entity, record.values);
        return writer_.add_sheet(
            spec_of(form_, places.name(village), places.full(village), options_));
    }

    Status write_row(const policy::FormSection& section, const policy::Question& question,
                     const Record& record, const Record& about) {
        const Entity& entity = *section.entity;
        const std::string number = std::to_string(++number_);
        const std::string household =
            first_known(record, *form_.entity, {"number", "household_number"});
        const std::string name =
            first_known(about, entity, {"name", "head_name", "household_number"});
        const std::string how = policy::answer_words(question, Language::kChinese);
        const std::string now = present_value(section, question, about);
        const std::string id = to_string(about.id);
        const std::string as_of = to_string(options_.check.as_of);
        if (question.kind != policy::AnswerKind::kChoices && !question.choices.empty())
            RETURN_IF_ERROR(writer_.offer(kAnswer, labels_of(question)));
        const std::string_view cells[] = {number,
                                          household,
                                          name,
                                          section.title,
                                          question.title,
                                          how,
                                          now,
                                          {},
                                          {},
                                          {},
                                          {},
                                          pack().name,
                                          form_.name,
                                          options_.campaign,
                                          question.name,
                                          entity.name,
                                          id,
                                          as_of};
        static_assert(std::size(cells) == std::size(kFormColumns));
        ++out_.questions;
        return writer_.append_text(cells);
    }

    const policy::PackInfo& pack() const {
        return packs_.packs[static_cast<std::size_t>(form_.pack)];
    }

    const policy::CompiledPacks& packs_;
    const policy::Form& form_;
    const FormSheetOptions& options_;
    const Asked& asked_;
    std::map<Division, std::vector<Record>> villages_{};
    std::vector<Children> children_{};  // by section
    sheet::Writer writer_{};
    std::int64_t number_ = 0;  // of the row in its sheet
    FormSheets out_{};
};

}  // namespace

Result<FormSheets> form_workbook(Store& store, const policy::CompiledPacks& packs,
                                 const policy::Form& form, const FormSheetOptions& options,
                                 Progress& progress) {
    ASSIGN_OR_RETURN(const Asked asked,
                     Asked::work_out(store, packs, form, options.check, progress));
    FormSheetOptions named = options;
    if (named.campaign.empty()) named.campaign = form.title;
    return FormSheet(packs, form, named, asked).write(store);
}

const policy::Form* find_form(const policy::CompiledPacks& packs, std::string_view name) {
    for (const policy::Form& form : packs.forms)
        if (form.name == name || form.title == name) return &form;
    return nullptr;
}

std::string present_value(const policy::FormSection& section, const policy::Question& question,
                          const Record& record) {
    return question.field ? shown(record, *section.entity, *question.field) : std::string();
}

std::string first_known(const Record& record, const Entity& entity,
                        std::initializer_list<std::string_view> fields) {
    for (const std::string_view field : fields)
        if (auto text = shown(record, entity, entity.index(field)); !text.empty()) return text;
    return {};
}

std::vector<std::string> labels_of(const policy::Question& question) {
    std::vector<std::string> out;
    for (const policy::AnswerChoice& choice : question.choices) out.push_back(choice.label);
    return out;
}

}  // namespace tz
