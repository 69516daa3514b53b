#include "app/import/matching.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/id_number.h"
#include "domain/catalog.h"
#include "domain/household/household.h"
#include "domain/person/person.h"

namespace tz::intake {
namespace {

constexpr std::size_t kHouseholdDivision = at(kHousehold, "division");
constexpr std::size_t kPersonDivision = at(kPerson, "division");
constexpr std::size_t kPersonHousehold = at(kPerson, "household");
constexpr std::size_t kPersonIdNumber = at(kPerson, "id_number");
constexpr std::size_t kPersonName = at(kPerson, "name");
constexpr std::size_t kPersonBirth = at(kPerson, "birth_date");
constexpr std::size_t kMembersMax = 1'000;

std::optional<std::int64_t> birth_of(const Value* birth, std::string_view id_number) {
    if (birth != nullptr && is_known(*birth)) return as_int(*birth);
    const auto day = id_birth(id_number);
    return day ? std::optional<std::int64_t>(day->days) : std::nullopt;
}

bool same_person(const Envelope& envelope, const Slot& slot, const Record& member) {
    const std::string key = person_key(text_of(envelope, slot.id_number));
    return !key.empty() && key == person_key(text_or_empty(member.values[kPersonIdNumber]));
}

// Same name, and no other birth date.
bool looks_like(const Envelope& envelope, const Slot& slot, const Record& member) {
    const std::string_view name = text_of(envelope, slot.name);
    if (name.empty() || name != text_or_empty(member.values[kPersonName])) return false;
    const auto said = birth_of(slot.birth == kNone ? nullptr : find_value(envelope, slot.birth),
                               text_of(envelope, slot.id_number));
    const auto known =
        birth_of(&member.values[kPersonBirth], text_or_empty(member.values[kPersonIdNumber]));
    return !said || !known || *said == *known;
}

// The record whose natural key this one holds in fields of its own.
Value find_by_key(const Envelope& envelope, const Entity& from, const Field& reference) {
    const Entity* to = find_entity(catalog(), reference.refers_to);
    Row key(to->fields.size());
    for (std::size_t i = 0; i < to->key.size(); ++i)
        if (const Value* part = find_value(envelope, from.index(reference.refers_by[i])))
            key[to->index(to->key[i])] = *part;
    const Id id = natural_id(*to, key);
    return id.is_null() ? Value{} : Value{id};
}

}  // namespace

Matcher::Matcher(Store& store, const Session& session, Division area, FileMemory& memory,
                 Reporter& reporter)
    : store_(store),
      scope_(Scope::of(county_of(session.scope.area()))),
      area_(area),
      memory_(memory),
      reporter_(reporter) {}

Status Matcher::prepare(const std::vector<const Entity*>& registers) {
    ASSIGN_OR_RETURN(const auto transaction, store_.begin(Access::kRead));
    Query any;
    any.limit = 1;
    any.with_retired = true;
    for (const Entity* entity : registers) {
        ASSIGN_OR_RETURN(const auto found, transaction->find(*entity, any, scope_));
        if (!found.empty()) has_records_[entity] = true;
    }
    return ok();
}

Result<bool> Matcher::exists(const Entity& entity, Id id) {
    if (is_empty(entity)) return false;
    ASSIGN_OR_RETURN(const auto record, transaction_->get(entity, id, scope_));
    return record.has_value();
}

Status Matcher::match(Chunk& chunk) {
    members_.clear();
    ASSIGN_OR_RETURN(transaction_, store_.begin(Access::kRead));
    if (!is_empty(kPerson)) RETURN_IF_ERROR(match_people(chunk));
    RETURN_IF_ERROR(drop_absent(chunk));
    for (std::size_t i = 0; i < chunk.used; ++i) {
        if (!chunk.infos[i].is_dropped && chunk.infos[i].needs_area)
            RETURN_IF_ERROR(place(chunk, i));
        if (!chunk.infos[i].is_dropped) RETURN_IF_ERROR(refer(chunk, i));
    }
    transaction_.reset();
    return ok();
}

Status Matcher::drop_absent(Chunk& chunk) {
    for (std::size_t i = 0; i < chunk.used; ++i) {
        DraftInfo& info = chunk.infos[i];
        if (!info.must_exist || info.is_dropped) continue;
        ASSIGN_OR_RETURN(const bool is_there,
                         exists(*info.plan->slots[info.slot].entity, chunk.envelopes[i].record));
        info.is_dropped = !is_there;
        if (info.is_dropped && info.says_something) note_absent(info);
    }
    return ok();
}

void Matcher::note_absent(const DraftInfo& info) {
    for (Absent& absent : absent_)
        if (absent.plan == info.plan && absent.slot == info.slot) {
            ++absent.count;
            return;
        }
    absent_.push_back({info.plan, info.slot, info.row, 1});
}

void Matcher::report_absent() {
    for (const Absent& absent : absent_) {
        const Slot& slot = absent.plan->slots[absent.slot];
        const Entity& entity = *slot.entity;
        Text reason{fmt::format("有{}条“{}”记录不在登记册里，表里说的没有登记（从这一行起）",
                                absent.count, entity.label),
                    fmt::format("{} {} records are not in the register; what the sheet says of "
                                "them is not recorded (from this row)",
                                absent.count, entity.name)};
        if (slot.made_if != kNone)
            reason = {fmt::format("有{}条没有“{}”，其余的“{}”内容没有登记（从这一行起）",
                                  absent.count, entity.fields[slot.made_if].label, entity.label),
                      fmt::format("{} lack {}; what they say of {} is not recorded (from this row)",
                                  absent.count, entity.fields[slot.made_if].name, entity.name)};
        reporter_.cell(
            IssueKind::kDoubt, *absent.plan, absent.first_row, kNone, {}, entity.name,
            std::move(reason),
            {"先导入户和成员信息，或补上缺的内容", "import the households first, or fill it in"});
    }
    absent_.clear();
}

// ---- people whose number was corrected ---------------------------------------------------------

Result<const Matcher::Members*> Matcher::members_of(Id household) {
    const auto [it, is_new] = members_.try_emplace(household);
    if (is_new && !is_empty(kPerson)) {
        Query query;
        query.filters.push_back({kPersonHousehold, Compare::kEqual, Value{household}});
        query.limit = kMembersMax;
        ASSIGN_OR_RETURN(it->second, transaction_->find(kPerson, query, scope_));
    }
    return &it->second;
}

Result<bool> Matcher::all_are_there(const Chunk& chunk, const std::vector<std::size_t>& drafts) {
    for (const std::size_t draft : drafts) {
        ASSIGN_OR_RETURN(const auto own,
                         transaction_->get(kPerson, chunk.envelopes[draft].record, scope_));
        if (!own || own->retired) return false;
    }
    return true;
}

Status Matcher::match_people(Chunk& chunk) {
    std::map<std::size_t, std::vector<std::size_t>> by_house;
    for (std::size_t i = 0; i < chunk.used; ++i) {
        const DraftInfo& info = chunk.infos[i];
        if (info.house != kNone && !info.is_dropped &&
            info.plan->slots[info.slot].entity == &kPerson)
            by_house[info.house].push_back(i);
    }
    for (const auto& [house, drafts] : by_house) {
        ASSIGN_OR_RETURN(const bool are_there, all_are_there(chunk, drafts));
        if (are_there) continue;
        const DraftInfo& info = chunk.infos[drafts.front()];
        const Slot& slot = info.plan->slots[info.slot];
        const Id id = household_id(text_of(chunk.envelopes[drafts.front()], slot.number));
        ASSIGN_OR_RETURN(const Members* members, members_of(id));
        if (!members->empty()) match_members(chunk, drafts, *members);
    }
    return ok();
}

void Matcher::match_members(Chunk& chunk, const std::vector<std::size_t>& drafts,
                            const Members& members) {
    std::vector<const Record*> free;  // members that no row of this file has named
    for (const Record& member : members)
        if (!memory_.records.contains(member.id)) free.push_back(&member);
    if (free.empty()) return;
    for (const bool is_guess : {false, true})
        for (const std::size_t draft : drafts) {
            const Envelope& envelope = chunk.envelopes[draft];
            const Slot& slot = chunk.infos[draft].plan->slots[chunk.infos[draft].slot];
            const auto is_own = [&](const Record& m) { return m.id == envelope.record; };
            if (std::ranges::any_of(members, is_own)) continue;
            const auto fits_row = [&](const Record* member) {
                return is_guess ? looks_like(envelope, slot, *member)
                                : same_person(envelope, slot, *member);
            };
            if (std::ranges::count_if(free, fits_row) != 1) continue;
            const auto it = std::ranges::find_if(free, fits_row);
            take_over(chunk, draft, **it, is_guess);
            free.erase(it);
        }
}

void Matcher::take_over(Chunk& chunk, std::size_t draft, const Record& member, bool is_guess) {
    Envelope& envelope = chunk.envelopes[draft];
    DraftInfo& info = chunk.infos[draft];
    const Slot& slot = info.plan->slots[info.slot];
    memory_.records.emplace(member.id, memory_.records[envelope.record]);
    envelope.record = member.id;
    info.must_exist = false;
    const std::string_view former = text_or_empty(member.values[kPersonIdNumber]);
    if (!is_guess || text_of(envelope, slot.id_number).empty() || former.empty()) return;
    info.is_doubtful = true;
    reporter_.cell(
        IssueKind::kDoubt, *info.plan, info.row, column_of(*info.plan, info.slot, slot.id_number),
        text_of(envelope, slot.id_number), "person",
        {fmt::format("本户的“{}”原来登记的证件号码是{}，按更改证件号码处理",
                     text_of(envelope, slot.name), former),
         fmt::format("this member was recorded under {}; taken as a corrected ID number", former)},
        {"核实是否同一人", "make sure it is the same person"});
}

// ---- references --------------------------------------------------------------------------------

Status Matcher::load_people() {
    if (has_people_) return ok();
    has_people_ = true;
    if (is_empty(kPerson)) return ok();
    return transaction_->scan(
        kPerson, {kPersonDivision, kPersonHousehold, kPersonIdNumber}, {}, scope_,
        [&](const Record& record) -> Status {
            const auto key =
                pack_person_key(person_key(text_or_empty(record.values[kPersonIdNumber])));
            if (!key) return ok();
            const auto* home = std::get_if<Id>(&record.values[kPersonHousehold]);
            people_.try_emplace(
                *key, Known{record.id, home ? *home : Id{}, division_of(kPerson, record.values)});
            return ok();
        });
}

const Matcher::Known* Matcher::known_person(const Envelope& envelope, const Slot& slot) {
    const auto key = pack_person_key(person_key(text_of(envelope, slot.id_number)));
    const auto it = key ? people_.find(*key) : people_.end();
    return it == people_.end() ? nullptr : &it->second;
}

Id Matcher::household_id(std::string_view number) {
    if (last_household_.is_null() || number != last_number_) {
        last_number_.assign(number);
        last_household_ = derive_id("household", number);
    }
    return last_household_;
}

Result<Value> Matcher::find_household(const Envelope& envelope, const Slot& slot) {
    const std::string_view number = text_of(envelope, slot.number);
    if (!number.empty()) return Value{household_id(number)};
    RETURN_IF_ERROR(load_people());
    const Known* person = known_person(envelope, slot);
    if (person == nullptr || person->household.is_null()) return Value{};
    return Value{person->household};
}

Result<Value> Matcher::find_person(Chunk& chunk, std::size_t draft) {
    const Envelope& envelope = chunk.envelopes[draft];
    DraftInfo& info = chunk.infos[draft];
    const Slot& slot = info.plan->slots[info.slot];
    const std::string_view number = text_of(envelope, slot.number);
    if (number.empty()) {
        RETURN_IF_ERROR(load_people());
        const Known* person = known_person(envelope, slot);
        if (person == nullptr) return Value{};
        return Value{person->id};
    }
    const std::string_view document = text_of(envelope, slot.id_number);
    const Id id = derive_id("person", fmt::format("{}/{}", number, document));
    ASSIGN_OR_RETURN(const auto own, transaction_->get(kPerson, id, scope_));
    if (own && !own->retired && same_person(envelope, slot, *own)) return Value{id};
    ASSIGN_OR_RETURN(const Members* members, members_of(household_id(number)));
    const auto it = std::ranges::find_if(
        *members, [&](const Record& member) { return same_person(envelope, slot, member); });
    if (it != members->end()) return Value{it->id};
    const auto is_own = [&](const Record& member) { return member.id == id; };
    if (std::ranges::any_of(*members, is_own) || memory_.records.contains(id)) return Value{id};
    info.is_doubtful = true;
    reporter_.cell(IssueKind::kDoubt, *info.plan, info.row,
                   column_of(*info.plan, info.slot, slot.id_number), document, slot.entity->name,
                   {fmt::format("登记册的{}户里没有这个人", number),
                    fmt::format("household {} has no such person in the register", number)},
                   {"先导入户和成员信息，或核对户编号和证件号码",
                    "import households and members first, or check both numbers"});
    return Value{id};
}

Status Matcher::refer(Chunk& chunk, std::size_t draft) {
    Envelope& envelope = chunk.envelopes[draft];
    const DraftInfo& info = chunk.infos[draft];
    const Slot& slot = info.plan->slots[info.slot];
    for (const std::size_t field : slot.references) {
        const std::string_view to = slot.entity->fields[field].refers_to;
        Value value;
        if (!slot.entity->fields[field].refers_by.empty()) {
            value = find_by_key(envelope, *slot.entity, slot.entity->fields[field]);
        } else if (to == "household") {
            ASSIGN_OR_RETURN(value, find_household(envelope, slot));
        } else if (to == "person") {
            ASSIGN_OR_RETURN(value, find_person(chunk, draft));
        }
        if (is_known(value)) set_value(envelope, field, std::move(value));
    }
    return ok();
}

// ---- where -------------------------------------------------------------------------------------

Result<Division> Matcher::find_area(const Chunk& chunk, std::size_t draft) {
    const Envelope& envelope = chunk.envelopes[draft];
    const DraftInfo& info = chunk.infos[draft];
    const Slot& slot = info.plan->slots[info.slot];
    const std::string_view number = text_of(envelope, slot.number);
    if (!number.empty() && !is_empty(kHousehold)) {
        ASSIGN_OR_RETURN(const auto home,
                         transaction_->get(kHousehold, household_id(number), scope_));
        if (home && is_known(home->values[kHouseholdDivision]))
            return division_of(kHousehold, home->values);
    }
    if (number.empty() && slot.id_number != kNone) {
        RETURN_IF_ERROR(load_people());
        if (const Known* person = known_person(envelope, slot)) return person->division;
    }
    return area_;
}

// A sheet without names of areas: the record stays where it is, or goes where its person lives.
Status Matcher::place(Chunk& chunk, std::size_t draft) {
    Envelope& envelope = chunk.envelopes[draft];
    DraftInfo& info = chunk.infos[draft];
    const Slot& slot = info.plan->slots[info.slot];
    ASSIGN_OR_RETURN(const bool is_there, exists(*slot.entity, envelope.record));
    if (is_there) return ok();
    ASSIGN_OR_RETURN(const Division area, find_area(chunk, draft));
    if (area.code != 0) {
        set_value(envelope, slot.division, area.code);
        return ok();
    }
    info.is_dropped = true;
    ++reporter_.report().counts[std::string(slot.entity->name)].refused;
    reporter_.cell(IssueKind::kRefusal, *info.plan, info.row, kNone, {}, slot.entity->name,
                   {"表里没有所在地，登记册里也没有这一户或这个人",
                    "no area in the sheet, and nobody of this number in the register"},
                   {"补上乡镇和村，或用 --division 指定这份表属于哪里",
                    "add township and village, or give --division"});
    return ok();
}

}  // namespace tz::intake
