// taizhang policy coverage: which sentences of a document a pack takes care of, and which it does
// not. The document is a file of the office; nothing of it is kept.
#include <fmt/format.h>

#include <algorithm>

#include "app/policy_run/coverage_report.h"
#include "cli/command_line.h"
#include "cli/packs.h"
#include "sheet/charset.h"

namespace tz::cli {
namespace {

struct Options {
    std::string pack{};
    std::string document{};
    std::string name{};
    bool outline = false;
    bool unmatched = false;
    Format format{};
};

Result<std::string> read_text(const std::string& path) {
    ASSIGN_OR_RETURN(const MappedFile file, MappedFile::open(path));
    sheet::Decoder decoder(file.bytes(), sheet::detect_encoding(file.bytes()));
    while (decoder.state() == sheet::Decoder::State::kMore) decoder.advance(0);
    if (decoder.state() == sheet::Decoder::State::kEnd) return std::string(decoder.text());
    return invalid(
        fmt::format("“{}”里有不是文字的字节 {}", path, decoder.bad_bytes()),
        fmt::format("\"{}\" holds bytes that are no character: {}", path, decoder.bad_bytes()),
        path);
}

// The document that the file is: the only one of the packs, or the one that was named.
Result<std::string> document_name(const Options& options,
                                  std::span<const policy::PackSource> sources) {
    std::vector<policy::PackDocument> documents = policy::pack_documents(sources);
    std::vector<std::string> names;
    for (const policy::PackDocument& document : documents) names.push_back(document.name);
    if (std::ranges::find(names, options.name) != names.end()) return options.name;
    const std::string& asked = sources.front().name;
    std::erase_if(documents, [&](const auto& document) { return document.pack != asked; });
    if (options.name.empty() && documents.size() == 1) return documents[0].name;
    return invalid(fmt::format("请用 --of 说明这是政策包里的哪个文件:{}", join(names, "、")),
                   fmt::format("say with --of which document this is: {}", join(names, ", ")),
                   "--of");
}

Result<int> coverage(const Shell& shell, const Options& options) {
    ASSIGN_OR_RETURN(const std::string text, read_text(options.document));
    const policy::Outline outline = policy::read_outline(text);
    if (options.outline) {
        fmt::print("{}", options.format.is_json() ? outline_json(outline)
                                                  : outline_text(outline, shell.language));
        return kExitOk;
    }
    ASSIGN_OR_RETURN(const LoadedPacks packs, load_packs({options.pack}));
    ASSIGN_OR_RETURN(const std::string name, document_name(options, packs.sources));
    const policy::Coverage found =
        policy::cover(outline, policy::declared_addresses(packs.sources), name);
    if (options.unmatched)
        fmt::print("{}", unmatched_text(outline, found, name));
    else
        fmt::print("{}", options.format.is_json() ? coverage_json(outline, found, shell.language)
                                                  : coverage_text(outline, found, shell.language));
    return found.uncovered.empty() && found.wrong.empty() ? kExitOk : kExitFound;
}

int run(const Shell& shell, const Options& options) {
    const Result<int> code = coverage(shell, options);
    return code ? *code : fail(shell, code.error());
}

}  // namespace

void add_policy_coverage(CLI::App& policy, Shell& shell) {
    const auto options = std::make_shared<Options>();
    CLI::App* command = policy.add_subcommand(
        "coverage", shell.say({"文件逐句核对:哪句有规则,哪句是说明,哪句还没有",
                               "a document sentence by sentence: which have rules, which a "
                               "reason, which nothing"}));
    command->add_option("pack", options->pack, shell.say({"政策包文件夹", "pack folder"}))
        ->required();
    command
        ->add_option("--document", options->document,
                     shell.say({"政策文件(纯文本)", "the document as plain text"}))
        ->required();
    command->add_option("--of", options->name,
                        shell.say({"它是政策包里的哪个文件(包里只有一个时可不写)",
                                   "which document of the pack it is, when there are several"}));
    command->add_flag(
        "--outline", options->outline,
        shell.say({"只列出每句和它的地址", "only list every sentence with its address"}));
    command->add_flag("--unmatched", options->unmatched,
                      shell.say({"给每个没有着落的句子写一行待填的 context",
                                 "a context line to fill in for each uncovered sentence"}));
    add_format(*command, shell, options->format);
    command->callback(
        [&shell, options] { shell.chosen = [&shell, options] { return run(shell, *options); }; });
}

}  // namespace tz::cli
