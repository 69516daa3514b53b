#include "app/import/sender.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <span>

#include "schema/convert.h"

namespace tz::intake {
namespace {

bool changes_nothing(const Receipt& receipt) {
    return receipt.outcome == Outcome::kUnchanged || receipt.outcome == Outcome::kRefused;
}

// Whose record it is, in short.
std::string subject_of(const Slot& slot, const Envelope& envelope) {
    for (const std::size_t field : {slot.name, slot.number, slot.id_number})
        if (const std::string_view text = text_of(envelope, field); !text.empty())
            return std::string(text);
    return to_string(envelope.record);
}

// What no sheet may say is not mended by another value.
Text what_to_do(ErrorKind kind) {
    if (kind == ErrorKind::kForbidden)
        return {"从表里去掉，照此办理", "take it out of the sheet and do as said"};
    return {"改正后再导入这一行", "correct the row and import it again"};
}

}  // namespace

Result<ChunkReceipt> Sender::ask() {
    return registrar_.preview(session_, std::span(chunk_.envelopes.data(), chunk_.used));
}

Result<ChunkReceipt> Sender::deliver(Id chunk_id) {
    const std::span envelopes(chunk_.envelopes.data(), chunk_.used);
    auto done = registrar_.execute_all(session_, chunk_id, envelopes);
    // The chunk was sent before from another state of the register: what it says now counts.
    if (!done && done.error().kind == ErrorKind::kConflict)
        done = registrar_.execute_all(session_, Id{}, envelopes);
    return done;
}

// The answers, if all of them are that nothing changes; piece by piece, as the first change ends
// it.
Result<std::optional<ChunkReceipt>> Sender::ask_whether_nothing_changes() {
    constexpr std::size_t kPiece = 50;
    std::optional<ChunkReceipt> would(std::in_place);
    std::span<const Envelope> rest(chunk_.envelopes.data(), chunk_.used);
    while (!rest.empty()) {
        const auto piece = rest.first(std::min(kPiece, rest.size()));
        ASSIGN_OR_RETURN(ChunkReceipt answer, registrar_.preview(session_, piece));
        if (!std::ranges::all_of(answer.rows, changes_nothing))
            return std::optional<ChunkReceipt>();
        std::ranges::move(answer.rows, std::back_inserter(would->rows));
        rest = rest.subspan(piece.size());
    }
    return would;
}

// An import writes nothing, not even that it took place, until there is something to change.
Status Sender::send(Chunk& chunk, std::uint32_t sheet) {
    chunk_.clear();
    if (chunk.used == 0) return ok();
    chunk_.source = chunk.source;
    std::swap(chunk, chunk_);
    if (applies_ && !batch_.is_begun()) {
        ASSIGN_OR_RETURN(const auto would, ask_whether_nothing_changes());
        if (would) {
            account(*would);
            return ok();
        }
        RETURN_IF_ERROR(batch_.begin());
    }
    const Id id = applies_ ? batch_.chunk_id(sheet, chunk_.first_row) : Id{};
    answer_ = std::async(std::launch::async, [this, id] { return applies_ ? deliver(id) : ask(); });
    return ok();
}

Status Sender::settle() {
    if (!answer_.valid()) return ok();
    ASSIGN_OR_RETURN(const ChunkReceipt done, answer_.get());
    account(done);
    return ok();
}

void Sender::account(const ChunkReceipt& done) {
    ImportReport& report = reporter_.report();
    for (std::size_t i = 0; i < chunk_.used; ++i) {
        const DraftInfo& info = chunk_.infos[i];
        const Receipt& receipt = done.rows[i];
        const std::string_view name = info.plan->slots[info.slot].entity->name;
        auto it = report.counts.find(name);
        if (it == report.counts.end()) it = report.counts.emplace(name, ImportCounts{}).first;
        ImportCounts& counts = it->second;
        if (info.is_doubtful && receipt.outcome != Outcome::kRefused) ++counts.doubtful;
        switch (receipt.outcome) {
            case Outcome::kRefused:
                ++counts.refused;
                account_refusal(i, receipt);
                break;
            case Outcome::kAdded:
                ++(info.is_again ? counts.changed : counts.added);
                break;
            case Outcome::kUnchanged:
                ++counts.unchanged;
                break;
            default:
                ++counts.changed;
                account_change(i, receipt);
        }
    }
}

void Sender::account_change(std::size_t draft, const Receipt& receipt) {
    const DraftInfo& info = chunk_.infos[draft];
    const Envelope& envelope = chunk_.envelopes[draft];
    const Slot& slot = info.plan->slots[info.slot];
    ImportReport& report = reporter_.report();
    for (const FieldValue& former : receipt.former) {
        const Field& field = slot.entity->fields[former.field];
        ++report.changed_fields[fmt::format("{}.{}", slot.entity->name, field.name)];
        if (report.changes.size() >= details_max_) continue;
        const Value* now = find_value(envelope, former.field);
        report.changes.push_back(
            {info.plan->sheet, info.row, std::string(slot.entity->name), receipt.record,
             subject_of(slot, envelope), std::string(field.name), std::string(field.label),
             show_value(field, former.value), now ? show_value(field, *now) : std::string()});
    }
}

void Sender::account_refusal(std::size_t draft, const Receipt& receipt) {
    const DraftInfo& info = chunk_.infos[draft];
    const Slot& slot = info.plan->slots[info.slot];
    for (const Problem& problem : receipt.problems) {
        const std::size_t field = slot.entity->index(problem.field);
        const bool is_field = field < slot.entity->fields.size();
        const Value* value = is_field ? find_value(chunk_.envelopes[draft], field) : nullptr;
        reporter_.cell(IssueKind::kRefusal, *info.plan, info.row,
                       is_field ? column_of(*info.plan, info.slot, field) : kNone,
                       value ? show_value(slot.entity->fields[field], *value)
                             : subject_of(slot, chunk_.envelopes[draft]),
                       slot.entity->name, problem.text, what_to_do(receipt.kind));
    }
}

}  // namespace tz::intake
