#include "policy/syntax/parse_calendar.h"

namespace tz::policy {

bool parse_calendar(Reader& reader, CalendarSyntax& out) {
    std::vector<std::size_t> places;
    if (!reader.named(out.name) || !reader.title(out.title) ||
        !reader.header({"from", "to", "is", "source"}, places))
        return false;
    bool good = true;
    for (std::size_t i = 1; i < reader.rows().size(); ++i) {
        const TableRow& row = reader.rows()[i];
        const auto cell = [&](std::size_t place) { return Reader::cell_at(row, places[place]); };
        CalendarRowSyntax made{cell(0), cell(1), cell(2), {}};
        const Cell source = cell(3);
        good = reader.fits(row) && good;
        good = (source.text.empty() || reader.source_cell(source, made.source)) && good;
        out.rows.push_back(std::move(made));
    }
    return good;
}

}  // namespace tz::policy
