#include "cli/run_dates.h"

namespace tz::cli {

void add_dates(CLI::App& command, const Shell& shell, DateOptions& dates) {
    command.add_option("--as-of", dates.as_of, shell.say({"数据截至哪天", "facts as of"}));
    command.add_option("--law-date", dates.law_date, shell.say({"按哪天有效的规定", "law of"}));
}

Result<CheckOptions> check_options(const DateOptions& dates, Clock& clock) {
    CheckOptions out;
    out.as_of = clock.today();
    if (!dates.as_of.empty()) {
        ASSIGN_OR_RETURN(out.as_of, date_option("--as-of", dates.as_of));
    }
    if (!dates.law_date.empty()) {
        ASSIGN_OR_RETURN(const Date day, date_option("--law-date", dates.law_date));
        out.law_date = day;
    }
    return out;
}

}  // namespace tz::cli
