#include "app/cross_check/register_scan.h"

#include <algorithm>
#include <utility>

#include "domain/household/household.h"
#include "domain/person/person_codes.h"

namespace tz::cross_check {
namespace {

constexpr std::int64_t kProgressStep = 65'536;
constexpr std::int64_t kDecreased = 3;
static_assert(kMemberStatusChoices[2].code == kDecreased &&
              kMemberStatusChoices[2].name == "decreased");

std::uint64_t hash_of(std::string_view number) { return std::hash<std::string_view>{}(number); }

// Values of households by the hash of their number, sorted.
struct Households {
    std::vector<std::pair<std::uint64_t, std::uint32_t>> places{};
    std::vector<Code> values{};
    std::size_t width = 0;

    Code find(std::string_view number, std::size_t field) const {
        const auto it = std::ranges::lower_bound(places, hash_of(number), {},
                                                 [](const auto& p) { return p.first; });
        if (number.empty() || it == places.end() || it->first != hash_of(number)) return kUnknown;
        return values[it->second * width + field];
    }
};

bool is_of_household(const Comparing& comparing, const ComparedField& check) {
    return check.entity != comparing.against && check.entity->name == kHousehold.name;
}

Result<Households> scan_households(Transaction& transaction, const Comparing& comparing,
                                   const Scope& scope) {
    Households out;
    constexpr std::size_t kNumber = at(kHousehold, "number");
    std::vector<std::size_t> fields;
    for (const ComparedField& check : comparing.checks)
        if (is_of_household(comparing, check)) fields.push_back(check.field);
    out.width = fields.size();
    if (fields.empty()) return out;
    std::vector<std::size_t> columns = fields;
    columns.push_back(kNumber);
    RETURN_IF_ERROR(transaction.scan(kHousehold, columns, {}, scope, [&](const Record& record) {
        out.places.emplace_back(hash_of(text_or_empty(record.values[kNumber])),
                                static_cast<std::uint32_t>(out.places.size()));
        for (const std::size_t field : fields) out.values.push_back(code_of(record.values[field]));
        return ok();
    }));
    std::ranges::sort(out.places);
    return out;
}

class Scan {
  public:
    Scan(const Comparing& comparing, const Households& households, RegisterIndex& index)
        : comparing_(comparing),
          households_(households),
          index_(index),
          who_(identity_of(*comparing.against)),
          scope_(comparing.against->scope_index()),
          values_(comparing.checks.size(), kUnknown) {}

    std::vector<std::size_t> columns() const {
        const std::size_t none = comparing_.against->fields.size();
        std::vector<std::size_t> out;
        for (const std::size_t field : {who_.id_number, who_.name, who_.birth, who_.sex,
                                        who_.household_number, who_.status, scope_})
            if (field < none) out.push_back(field);
        for (const ComparedField& check : comparing_.checks)
            if (check.entity == comparing_.against) out.push_back(check.field);
        std::ranges::sort(out);
        out.erase(std::unique(out.begin(), out.end()), out.end());
        return out;
    }

    void add(const Record& record) {
        RegisterEntry entry;
        entry.id = record.id;
        entry.division = division_of(*comparing_.against, record.values);
        entry.id_number = text(record, who_.id_number);
        entry.name = text(record, who_.name);
        entry.household_number = text(record, who_.household_number);
        if (const Code birth = code(record, who_.birth); birth != kUnknown) entry.birth = birth;
        const Code sex = code(record, who_.sex);
        if (sex == 1 || sex == 2) entry.sex = static_cast<Sex>(sex);
        entry.is_gone = code(record, who_.status) == kDecreased;
        read_values(record, entry.household_number);
        entry.values = values_;
        index_.add(entry);
    }

  private:
    static std::string_view text(const Record& record, std::size_t field) {
        return field < record.values.size() ? text_or_empty(record.values[field])
                                            : std::string_view();
    }
    static Code code(const Record& record, std::size_t field) {
        return field < record.values.size() ? code_of(record.values[field]) : kUnknown;
    }

    void read_values(const Record& record, std::string_view household) {
        std::size_t of_household = 0;
        for (std::size_t i = 0; i < comparing_.checks.size(); ++i) {
            const ComparedField& check = comparing_.checks[i];
            values_[i] = is_of_household(comparing_, check)
                             ? households_.find(household, of_household++)
                             : code(record, check.field);
        }
    }

    const Comparing& comparing_;
    const Households& households_;
    RegisterIndex& index_;
    IdentityFields who_;
    std::size_t scope_;
    std::vector<Code> values_;
};

}  // namespace

Result<RegisterIndex> scan_register(Store& store, const Comparing& comparing, const Scope& scope,
                                    Progress& progress) {
    ASSIGN_OR_RETURN(auto transaction, store.begin(Access::kRead));
    ASSIGN_OR_RETURN(const std::int64_t total, transaction->count(*comparing.against, {}, scope));
    ASSIGN_OR_RETURN(const Households households, scan_households(*transaction, comparing, scope));
    RegisterIndex index(comparing.checks.size());
    index.reserve(static_cast<std::size_t>(total));
    Scan scan(comparing, households, index);
    std::int64_t done = 0;
    RETURN_IF_ERROR(
        transaction->scan(*comparing.against, scan.columns(), {}, scope, [&](const Record& record) {
            scan.add(record);
            if (++done % kProgressStep == 0) progress.step("登记册", done, total);
            return ok();
        }));
    index.finish();
    return index;
}

}  // namespace tz::cross_check
