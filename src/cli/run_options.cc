#include "cli/run_options.h"

#include "cli/packs.h"

namespace tz::cli {

void add_dates(CLI::App& command, const Shell& shell, DateOptions& dates) {
    command.add_option("--as-of", dates.as_of,
                       shell.say({"数据截至哪天(缺省今天)", "facts as of this day (today)"}));
    command.add_option("--law-date", dates.law_date,
                       shell.say({"按哪天有效的规定(缺省各政策包取其有效期内最近的一天)",
                                  "law of this day (the nearest day of each pack's own time)"}));
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
    if (out.as_of < clock.today()) out.when.held_on = out.as_of;
    return out;
}

void add_run(CLI::App& command, const Shell& shell, RunOptions& options) {
    command
        .add_option(
            "--pack", options.packs,
            shell.say({"政策包文件夹,可多个,逗号分隔", "pack folders, separated by commas"}))
        ->required();
    add_dates(command, shell, options.dates);
    command.add_option("--division", options.division,
                       shell.say({"只看该区划", "only this division"}));
}

Result<CheckOptions> check_options(const RunOptions& options, Clock& clock) {
    ASSIGN_OR_RETURN(CheckOptions out, check_options(options.dates, clock));
    ASSIGN_OR_RETURN(out.division, division_option("--division", options.division));
    return out;
}

int with_packs(const Shell& shell, const std::vector<std::string>& names,
               const std::function<Status(policy::CompiledPacks)>& work) {
    auto packs = load_packs(names);
    if (!packs) return fail(shell, packs.error());
    if (!report_diagnostics(shell, *packs, false)) return kExitWrong;
    const Status status = work(std::move(packs->compiled.packs));
    return status ? kExitOk : fail(shell, status.error());
}

}  // namespace tz::cli
