#include "app/import/batch.h"

#include <fmt/format.h>

#include "base/digest.h"
#include "base/text.h"
#include "domain/ledger/import_batch.h"

namespace tz::intake {
namespace {

constexpr std::size_t kState = at(kImportBatch, "state");
constexpr int kStarted = 1;
constexpr int kApplied = 2;
constexpr int kUndone = 3;

Scope county_scope(const Session& session) { return Scope::of(county_of(session.scope.area())); }

Id first_half(const Digest& bytes) {
    Id id;
    for (std::size_t i = 0; i < 8; ++i) {
        id.high = id.high << 8 | bytes[i];
        id.low = id.low << 8 | bytes[i + 8];
    }
    return id;
}

class Patch {
  public:
    explicit Patch(const Entity& entity) : entity_(entity) {}
    void set(std::string_view name, Value value) {
        const std::size_t field = entity_.index(name);
        CHECK(field < entity_.fields.size());
        values_.push_back({field, std::move(value)});
    }
    void set_text(std::string_view name, std::string_view text) {
        if (!text.empty()) set(name, std::string(text));
    }
    std::vector<FieldValue> take() { return std::move(values_); }

  private:
    const Entity& entity_;
    std::vector<FieldValue> values_;
};

Envelope put_envelope(const Entity& entity, Patch& patch) {
    Envelope envelope;
    envelope.command = std::string(entity.name) + ".put";
    envelope.patch = patch.take();
    return envelope;
}

}  // namespace

Result<Batch> Batch::open(Store& store, Registrar& registrar, const Session& session,
                          BatchKey key) {
    Batch batch(registrar, session, std::move(key));
    batch.id_ = derive_id("import_batch", fmt::format("{}/{}/{}", batch.key_.digest,
                                                      batch.key_.layout, batch.key_.source));
    ASSIGN_OR_RETURN(const auto transaction, store.begin(Access::kRead));
    ASSIGN_OR_RETURN(const auto record,
                     transaction->get(kImportBatch, batch.id_, county_scope(session)));
    if (record) {
        batch.version_ = record->version;
        const Value& state = record->values[kState];
        batch.is_resumed_ = is_known(state) && as_int(state) == kStarted;
        if (batch.is_resumed_) batch.attempt_ = record->version;
    }
    batch.name_source();
    return batch;
}

// Each time a file is applied its values have a source of their own, so that one time can be taken
// back.
void Batch::name_source() {
    source_ = fmt::format("{}#{}-{}", key_.file_name, key_.digest.substr(0, 8),
                          attempt_ == 0 ? version_ + 1 : attempt_);
}

Result<Receipt> Batch::put(int state, const ImportReport* report) {
    Patch patch(kImportBatch);
    patch.set("division", key_.division.code);
    patch.set("file_name", key_.file_name);
    patch.set("digest", key_.digest);
    patch.set("layout", key_.layout);
    patch.set("source", key_.source);
    if (key_.month) patch.set("source_month", std::int64_t{key_.month->months});
    patch.set("state", std::int64_t{state});
    patch.set("applied_on", std::int64_t{registrar_->clock().today().days});
    patch.set_text("note", source_);
    if (report != nullptr) {
        const ImportCounts total = report->total();
        std::vector<std::string> sheets;
        for (const SheetReport& sheet : report->sheets)
            if (sheet.is_read && !sheet.name.empty()) sheets.push_back(sheet.name);
        patch.set_text("sheet", join(sheets, "、"));
        patch.set("rows_read", report->rows);
        patch.set("rows_done", report->rows);
        patch.set("added", total.added);
        patch.set("changed", total.changed);
        patch.set("unchanged", total.unchanged);
        patch.set("doubtful", total.doubtful);
        patch.set("refused", total.refused);
    }
    return registrar_->execute(*session_, put_envelope(kImportBatch, patch));
}

Status Batch::begin() {
    ASSIGN_OR_RETURN(const Receipt receipt, put(kStarted, nullptr));
    version_ = attempt_ = receipt.version;
    name_source();
    return ok();
}

Status Batch::finish(const ImportReport& report) {
    ASSIGN_OR_RETURN(const Receipt receipt, put(kApplied, &report));
    version_ = receipt.version;
    return ok();
}

Id Batch::chunk_id(std::uint32_t sheet, std::int64_t first_row) const {
    std::string bytes;
    for (const std::string_view part :
         {std::string_view(key_.digest), std::string_view(key_.layout),
          std::string_view(key_.source), std::string_view(key_.wishes)})
        put_bytes(bytes, part);
    put_int(bytes, attempt_);
    put_int(bytes, sheet);
    put_int(bytes, first_row);
    return first_half(digest(bytes));
}

Status mark_undone(Registrar& registrar, Store& store, const Session& session,
                   std::string_view source) {
    std::vector<Record> found;
    {
        ASSIGN_OR_RETURN(const auto transaction, store.begin(Access::kRead));
        Query query;
        query.filters.push_back({at(kImportBatch, "note"), Compare::kEqual, std::string(source)});
        ASSIGN_OR_RETURN(found, transaction->find(kImportBatch, query, county_scope(session)));
    }
    for (const Record& record : found) {
        Patch patch(kImportBatch);
        patch.set("state", std::int64_t{kUndone});
        Envelope envelope = put_envelope(kImportBatch, patch);
        envelope.record = record.id;
        ASSIGN_OR_RETURN([[maybe_unused]] const Receipt receipt,
                         registrar.execute(session, envelope));
    }
    return ok();
}

Result<Answers> load_learnt(Store& store, const Session& session, std::string_view source) {
    Answers answers;
    if (source.empty()) return answers;
    ASSIGN_OR_RETURN(const auto transaction, store.begin(Access::kRead));
    Query query;
    query.filters.push_back({at(kColumnAlias, "source"), Compare::kEqual, std::string(source)});
    query.limit = 10'000;
    ASSIGN_OR_RETURN(const auto records,
                     transaction->find(kColumnAlias, query, county_scope(session)));
    for (const Record& record : records) {
        const auto text = [&](std::size_t field) {
            return std::string(text_or_empty(record.values[field]));
        };
        const auto* ignored = std::get_if<bool>(&record.values[at(kColumnAlias, "ignored")]);
        answers[header_key(text(at(kColumnAlias, "header")))] =
            ignored && *ignored ? "-"
                                : text(at(kColumnAlias, "register_name")) + "." +
                                      text(at(kColumnAlias, "field_name"));
    }
    return answers;
}

Status keep_learnt(Registrar& registrar, const Session& session, std::string_view source,
                   Division division, const Answers& answers) {
    if (source.empty()) return ok();
    for (const auto& [header, answer] : answers) {
        const std::size_t dot = answer.find('.');
        Patch patch(kColumnAlias);
        patch.set("division", division.code);
        patch.set_text("source", source);
        patch.set_text("header", header);
        patch.set("ignored", answer == "-");
        if (dot != std::string::npos) {
            patch.set_text("register_name", answer.substr(0, dot));
            patch.set_text("field_name", answer.substr(dot + 1));
        }
        ASSIGN_OR_RETURN([[maybe_unused]] const Receipt receipt,
                         registrar.execute(session, put_envelope(kColumnAlias, patch)));
    }
    return ok();
}

}  // namespace tz::intake
