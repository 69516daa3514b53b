// taizhang admin: the database itself: migrate, describe, verify the audit chain, back up, restore.
#include <fmt/format.h>

#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>
#include <deque>

#include "app/audit.h"
#include "app/import/template.h"
#include "cli/command_line.h"
#include "cli/packs.h"
#include "domain/catalog.h"
#include "domain/layout/layout.h"
#include "schema/describe.h"
#include "store/sqlite/sqlite_store.h"

namespace tz::cli {
namespace {

struct Options {
    std::string database{};
    std::string file{};
    std::string form = "json";
    std::string templates{};  // folder
    std::string digest{};     // of a new audit chain; empty: as it is
    std::int64_t from = 1;    // link of each chain
    std::vector<std::string> packs{};
};

Status migrate(const Shell& shell, const Options& options) {
    ASSIGN_OR_RETURN(const auto office, Office::open(options.database, true));
    if (!options.digest.empty())
        RETURN_IF_ERROR(choose_digest(
            office->store(), options.digest == "sm3" ? DigestKind::kSm3 : DigestKind::kSha256));
    fmt::print(
        "{}\n",
        shell.say({fmt::format("数据库 {} 已就绪,{} 个登记册", options.database, catalog().size()),
                   fmt::format("database {} is ready: {} registers", options.database,
                               catalog().size())}));
    return ok();
}

Status verify(const Shell& shell, const Options& options) {
    ASSIGN_OR_RETURN(const auto office, Office::open(options.database));
    const auto progress = make_progress();
    ASSIGN_OR_RETURN(
        const AuditSummary summary,
        verify_audit(
            office->store(), catalog(), office->session().scope,
            [&](const AuditFault& fault) {
                fmt::print("{} #{} {} {}: {}\n", fault.county, fault.sequence, fault.register_name,
                           fault.id.is_null() ? "" : to_string(fault.id), shell.say(fault.text));
            },
            progress.get()));
    for (const ChainHead& head : summary.heads)
        fmt::print("{} #{} {}\n", head.county, head.sequence, to_hex(head.hash));
    fmt::print("{}\n", shell.say({fmt::format("审计链 {} 环,记录 {} 条,不符 {} 处", summary.links,
                                              summary.records, summary.faults),
                                  fmt::format("{} links, {} records, {} faults", summary.links,
                                              summary.records, summary.faults)}));
    if (summary.faults == 0) return ok();
    return failure(ErrorKind::kPrecondition, "审计链校验不通过,见上",
                   "the audit chain does not verify; see above");
}

std::string event_json(std::int64_t county, const AuditEntry& entry) {
    boost::json::array evidence;
    for (const std::string_view line : split(entry.evidence, '\n'))
        if (!line.empty()) evidence.emplace_back(line);
    return boost::json::serialize(boost::json::object{{"county", county},
                                                      {"sequence", entry.sequence},
                                                      {"time_ms", entry.time_ms},
                                                      {"actor", entry.actor},
                                                      {"command", entry.command},
                                                      {"register", entry.register_name},
                                                      {"record", to_string(entry.id)},
                                                      {"version", entry.version_after},
                                                      {"evidence", std::move(evidence)}});
}

Status follow(const Options& options) {
    ASSIGN_OR_RETURN(const auto office, Office::open(options.database));
    return follow_audit(office->store(), office->session().scope, options.from,
                        [](std::int64_t county, const AuditEntry& entry) {
                            fmt::print("{}\n", event_json(county, entry));
                            return ok();
                        });
}

// The registers with the columns that packs add behind their own.
class Extended {
  public:
    Extended(Catalog registers, std::span<const policy::PackField> added) {
        for (const Entity* entity : registers) {
            std::vector<Field>& more = added_.emplace_back();
            for (const policy::PackField& field : added)
                if (field.entity == entity) more.push_back(*field.field);
            std::vector<Field>& fields =
                fields_.emplace_back(entity->fields.begin(), entity->fields.end());
            fields.insert(fields.end(), more.begin(), more.end());
            entities_.push_back({entity->name, entity->label, fields, entity->key});
            catalog_.push_back(more.empty() ? entity : &entities_.back());
        }
    }
    Catalog catalog() const { return catalog_; }
    std::span<const Field> added(const Entity& entity) const {
        for (std::size_t i = 0; i < entities_.size(); ++i)
            if (entities_[i].name == entity.name) return added_[i];
        return {};
    }

  private:
    std::deque<std::vector<Field>> added_{}, fields_{};
    std::deque<Entity> entities_{};
    std::vector<const Entity*> catalog_{};
};

Status write_templates(const std::string& folder, const Extended& registers) {
    RETURN_IF_ERROR(make_folder(folder));
    for (const Layout& layout : template_layouts()) {
        const Entity& entity = *layout.feeds[0].entity;
        if (!entity.written_by.empty()) continue;
        ASSIGN_OR_RETURN(const std::string bytes,
                         template_workbook(entity, registers.added(entity)));
        RETURN_IF_ERROR(write_file(fmt::format("{}/{}.xlsx", folder, entity.label), bytes));
    }
    return ok();
}

Status describe(const Options& options) {
    std::vector<policy::PackField> added;
    if (!options.packs.empty()) {
        ASSIGN_OR_RETURN(LoadedPacks packs, load_packs(options.packs));
        added = std::move(packs.compiled.packs.fields);
    }
    const Extended registers(catalog(), added);
    if (!options.templates.empty()) return write_templates(options.templates, registers);
    if (options.form == "mermaid") {
        fmt::print("{}", describe_mermaid(registers.catalog()));
    } else if (options.form == "typescript") {
        fmt::print("{}", describe_typescript(registers.catalog()));
    } else if (options.form == "ddl") {
        for (const Entity* entity : catalog())
            for (const std::string& statement : create_statements(*entity, true))
                fmt::print("{};\n", statement);
    } else {
        fmt::print("{}\n", describe_json(registers.catalog()));
    }
    return ok();
}

Status copy(const Shell& shell, const std::string& from, const std::string& to) {
    const auto progress = make_progress();
    RETURN_IF_ERROR(copy_sqlite(from, to, progress.get()));
    fmt::print("{}\n", shell.say({fmt::format("已复制并校验:{}", to),
                                  fmt::format("copied and checked: {}", to)}));
    return ok();
}

using Job = std::function<Status(const Shell&, const Options&)>;

CLI::App* add(CLI::App& admin, Shell& shell, const std::shared_ptr<Options>& options,
              const char* name, const Text& help, Job job) {
    CLI::App* command = admin.add_subcommand(name, shell.say(help));
    command->callback([&shell, options, job = std::move(job)] {
        shell.chosen = [&shell, options, job] {
            const Status status = job(shell, *options);
            return status ? kExitOk : fail(shell, status.error());
        };
    });
    return command;
}

}  // namespace

void add_admin(CLI::App& app, Shell& shell) {
    CLI::App* admin = app.add_subcommand(
        "admin",
        shell.say({"管理:建库、描述、校验审计链、备份", "migrate, describe, verify, back up"}));
    admin->require_subcommand(1);
    const auto options = std::make_shared<Options>();
    CLI::App* command =
        add(*admin, shell, options, "migrate",
            {"建库或升级表结构(只增不删)", "make or upgrade the database (adds only)"}, migrate);
    add_database(*command, shell, options->database);
    command
        ->add_option("--digest", options->digest,
                     shell.say({"新库审计链的摘要算法:sha256 或 sm3(国密)",
                                "digest of a new database's audit chain: sha256 or sm3"}))
        ->check(CLI::IsMember({"sha256", "sm3"}));
    command = add(*admin, shell, options, "verify-audit",
                  {"校验审计链,指出被改、被删、被调换的环",
                   "walk the audit chain; tell changed, removed or reordered links"},
                  verify);
    add_database(*command, shell, options->database);
    command = add(*admin, shell, options, "events",
                  {"按发生顺序列出已做的事(一行一件,JSON),可从某一环接着读",
                   "what was done, in order (a line of JSON each); may begin at any link"},
                  [](const Shell&, const Options& o) { return follow(o); });
    add_database(*command, shell, options->database);
    command
        ->add_option("--from", options->from,
                     shell.say({"从每条链的第几环起", "the first link of each chain"}))
        ->check(CLI::PositiveNumber)
        ->capture_default_str();
    command = add(*admin, shell, options, "describe", {"登记册的描述", "describe the registers"},
                  [](const Shell&, const Options& o) { return describe(o); });
    command->add_option("--as", options->form, "json | ddl | typescript | mermaid")
        ->check(CLI::IsMember({"json", "ddl", "typescript", "mermaid"}))
        ->capture_default_str();
    command
        ->add_option("--pack", options->packs,
                     shell.say({"连同这些政策包加的栏目", "with the columns that these packs add"}))
        ->delimiter(',');
    command->add_option(
        "--templates", options->templates,
        shell.say({"写出每个登记册的导入模板(xlsx)到此文件夹",
                   "write an import template (xlsx) of each register to a folder"}));
    command = add(*admin, shell, options, "backup",
                  {"备份到新文件(使用中也可)", "copy to a new file, in use or not"},
                  [](const Shell& s, const Options& o) { return copy(s, o.database, o.file); });
    add_database(*command, shell, options->database);
    command->add_option("file", options->file, shell.say({"备份文件", "backup file"}))->required();
    command = add(*admin, shell, options, "restore",
                  {"从备份恢复为新数据库", "make a new database from a backup"},
                  [](const Shell& s, const Options& o) { return copy(s, o.file, o.database); });
    add_database(*command, shell, options->database);
    command->add_option("file", options->file, shell.say({"备份文件", "backup file"}))->required();
}

}  // namespace tz::cli
