// calendar: days that are worked or not though the day of the week says otherwise.
#include "policy/check/model.h"

namespace tz::policy {
namespace {

class Calendars {
  public:
    explicit Calendars(Model& model) : model_(model) {}

    void run() {
        for (std::size_t i = 0; i < model_.files.size(); ++i) {
            file_ = static_cast<int>(i);
            for (const Declaration& declaration : model_.files[i].tree.declarations)
                if (const auto* calendar = std::get_if<CalendarSyntax>(&declaration))
                    add(*calendar);
        }
    }

  private:
    const Report& report() const { return model_.report(file_); }

    void add(const CalendarSyntax& syntax) {
        WorkCalendar out;
        out.pack = model_.files[static_cast<std::size_t>(file_)].pack;
        out.name = syntax.name.text;
        out.title = syntax.title;
        out.at = model_.position(file_, syntax.name.at);
        if (model_.find_calendar(out.pack) >= 0)
            return report().error(
                syntax.name.at, say("这里已经有一份工作日历", "there is a calendar here already"));
        for (const CalendarRowSyntax& row : syntax.rows) add_row(out, row);
        model_.out.calendars.push_back(std::move(out));
    }

    void add_row(WorkCalendar& out, const CalendarRowSyntax& syntax) {
        const auto from = day(syntax.from), to = day(syntax.to);
        const std::string& is = syntax.is.text;
        if (is != "holiday" && is != "working")
            report().error(syntax.is.at, say("这里应是 holiday 或 working，却是“{}”",
                                             "this is `holiday` or `working`, not `{}`", is));
        if (!from || !to) return;
        if (*to < *from)
            return report().error(syntax.to.at, say("截止早于起始", "this ends before it begins"));
        for (const CalendarRow& other : out.rows)
            if (*from <= other.to && other.from <= *to)
                return report().error(syntax.from.at,
                                      say("与另一行的日期重叠（{} 至 {}）",
                                          "these days overlap with another row ({} to {})",
                                          to_string(other.from), to_string(other.to)));
        out.rows.push_back({*from, *to, is == "working", model_.address(file_, syntax.source)});
    }

    std::optional<Date> day(const Cell& cell) const {
        const auto out = cell.text.size() == 10 ? parse_date(cell.text) : std::nullopt;
        if (!out)
            report().error(cell.at, say("这里应是日期，如 2020-01-24，却是“{}”",
                                        "this is a date, such as 2020-01-24, not `{}`", cell.text));
        return out;
    }

    Model& model_;
    int file_ = 0;
};

}  // namespace

int Model::find_calendar(int pack) const {
    for (std::size_t i = 0; i < out.calendars.size(); ++i)
        if (sees(pack, out.calendars[i].pack)) return static_cast<int>(i);
    return -1;
}

void check_calendars(Model& model) { Calendars(model).run(); }

}  // namespace tz::policy
