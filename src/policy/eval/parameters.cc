#include "policy/eval/parameters.h"

#include <algorithm>

#include "policy/eval/image_parts.h"

namespace tz::policy {
namespace {

Datum value_of(const Parameter& parameter, const ParameterRow* row) {
    if (!row || !row->is_set) return {};
    if (parameter.type.kind == Kind::kText) return Datum::of(std::string_view(row->text_value));
    return Datum::of(row->int_value);
}

}  // namespace

ParameterMap::ParameterMap(const Parameter& parameter, Date law_date)
    : starts_{kUnknownDivision, 0} {
    for (const ParameterRow& row : parameter.rows) {
        starts_.push_back(row.division.code);
        starts_.push_back(end_code(row.division));
    }
    std::ranges::sort(starts_);
    starts_.erase(std::unique(starts_.begin(), starts_.end()), starts_.end());
    for (std::int64_t start : starts_) {
        const bool is_known = start != kUnknownDivision;
        values_.push_back(is_known ? value_of(parameter, parameter.row_for({start}, law_date))
                                   : Datum{});
    }
}

ParameterMap::ParameterMap(std::span<const ParameterMap* const> from, const Answer& answer) {
    for (const ParameterMap* map : from)
        starts_.insert(starts_.end(), map->starts_.begin(), map->starts_.end());
    std::ranges::sort(starts_);
    starts_.erase(std::unique(starts_.begin(), starts_.end()), starts_.end());
    std::vector<Datum> values(from.size());
    for (std::int64_t start : starts_) {
        for (std::size_t i = 0; i < from.size(); ++i) values[i] = from[i]->at(start);
        values_.push_back(answer(values));
    }
}

std::size_t ParameterMap::stretch(std::int64_t division) const {
    const auto after = std::ranges::upper_bound(starts_, division);
    return after == starts_.begin() ? 0 : static_cast<std::size_t>(after - starts_.begin()) - 1;
}

bool ParameterMap::same(std::size_t a, std::size_t b) const {
    return a == b || (values_[a].known == values_[b].known &&
                      values_[a].number == values_[b].number && values_[a].text == values_[b].text);
}

}  // namespace tz::policy
