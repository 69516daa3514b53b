// What all subcommands share: language, output form, opening the office's database, and how errors
// are printed. One file a subcommand adds itself to the command line.
#pragma once
#include <CLI/CLI.hpp>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/execute.h"
#include "base/result.h"
#include "cli/files.h"
#include "port/store.h"

namespace tz::cli {

inline constexpr int kExitOk = 0;
inline constexpr int kExitFound = 1;   // it ran, and there is something to look at
inline constexpr int kExitWrong = 2;   // it could not run
inline constexpr int kExitUsage = 64;  // the words of the call are off

struct Shell {
    Language language = Language::kChinese;
    std::function<int()> chosen{};  // the subcommand that was asked for
    const std::string& say(const Text& text) const { return in(text, language); }
};

// "--format text|json" of a subcommand.
struct Format {
    std::string name = "text";
    bool is_json() const { return name == "json"; }
};
void add_format(CLI::App& app, const Shell& shell, Format& format);
void add_database(CLI::App& app, const Shell& shell, std::string& path);

// The database with everything a command needs. Opened once, by the subcommand.
class Office {
  public:
    // A database is made only where one is meant to be: by migrate and import.
    static Result<std::unique_ptr<Office>> open(const std::string& path, bool create = false);
    Store& store() { return *store_; }
    Clock& clock() { return *clock_; }
    Registrar& registrar() { return *registrar_; }
    const Session& session() const { return session_; }

  private:
    Office(std::unique_ptr<Store> store, std::unique_ptr<Clock> clock,
           std::unique_ptr<Random> random);
    std::unique_ptr<Store> store_;
    std::unique_ptr<Clock> clock_;
    std::unique_ptr<Random> random_;
    Commands commands_;
    std::unique_ptr<Registrar> registrar_;
    Session session_;
};

// Prints an error in the user's language on the error stream; answers kExitWrong.
int fail(const Shell& shell, const Error& error);
// Reads an option that must be a date or a division; the error names the option.
Result<Date> date_option(const std::string& option, const std::string& text);
Result<Division> division_option(const std::string& option, const std::string& text);

// The whole command line; answers the exit code.
int run(int argc, char** argv);

// taizhang ledger sign, step, chain
void add_steps(CLI::App& ledger, Shell& shell);
// One a file: cmd_import.cc, cmd_check.cc …
void add_import(CLI::App& app, Shell& shell);
void add_check(CLI::App& app, Shell& shell);
void add_grant(CLI::App& app, Shell& shell);
void add_compare(CLI::App& app, Shell& shell);
void add_ledger(CLI::App& app, Shell& shell);
void add_policy(CLI::App& app, Shell& shell);
void add_policy_coverage(CLI::App& policy, Shell& shell);
void add_policy_diff(CLI::App& policy, Shell& shell);
void add_policy_form(CLI::App& policy, Shell& shell);
void add_policy_show(CLI::App& policy, Shell& shell);
void add_report(CLI::App& app, Shell& shell);
void add_demo(CLI::App& app, Shell& shell);
void add_admin(CLI::App& app, Shell& shell);

}  // namespace tz::cli
