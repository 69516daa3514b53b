#include "cli/packs.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "app/parallel.h"
#include "domain/catalog.h"
#include "domain/department/department.h"
#include "domain/ledger/ledger_file.h"
#include "domain/workflow/step.h"
#include "policy/outline/declared.h"
#include "sheet/charset.h"

namespace tz::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kManifest = "pack.toml";

Error no_pack(const std::string& name) {
    return failure(
        ErrorKind::kNotFound, fmt::format("没有政策包“{}”:该文件夹里应有 pack.toml", name),
        fmt::format("there is no pack \"{}\": its folder should hold a pack.toml", name), name);
}

// The value of `key = "…"` in a pack.toml; the compiler reads the rest.
std::string toml_text(std::string_view toml, std::string_view key) {
    for (std::string_view line : split(toml, '\n')) {
        const std::size_t equals = line.find('=');
        if (equals == std::string_view::npos || trim(line.substr(0, equals)) != key) continue;
        const std::size_t open = line.find('"', equals);
        const std::size_t close = line.find('"', open + 1);
        if (close != std::string_view::npos)
            return std::string(line.substr(open + 1, close - open - 1));
    }
    return {};
}

Result<policy::PackSource> read_pack(const fs::path& folder) {
    policy::PackSource source;
    ASSIGN_OR_RETURN(std::vector<std::string> names, list_folder(folder.string(), ".tz"));
    names.insert(names.begin(), std::string(kManifest));
    for (const std::string& name : names) {
        ASSIGN_OR_RETURN(const MappedFile file, MappedFile::open((folder / name).string()));
        source.files.push_back({name, std::string(file.bytes())});
    }
    source.name = toml_text(source.files[0].second, "name");
    if (source.name.empty()) source.name = folder.filename().string();
    return source;
}

std::vector<fs::path> packs_below(const fs::path& folder) {
    std::vector<fs::path> out;
    std::error_code code;
    for (fs::recursive_directory_iterator it(folder, code), end; !code && it != end;
         it.increment(code))
        if (it->path().filename() == kManifest) out.push_back(it->path().parent_path());
    std::ranges::sort(out);
    return out;
}

// The folder that pack names are relative to: the pack's own folder less its name.
fs::path root_of(const fs::path& folder, const std::string& name) {
    fs::path root = fs::weakly_canonical(folder);
    for (const std::string_view part : split(name, '/'))
        if (!part.empty()) root = root.parent_path();
    return root;
}

class Loader {
  public:
    Status add(const std::string& name) {
        if (name.empty()) return ok();
        const fs::path folder = fs::exists(name) ? fs::path(name) : fs::path("packs") / name;
        if (fs::exists(folder / kManifest)) return add_folder(folder);
        const std::vector<fs::path> below = packs_below(folder);
        if (below.empty()) return no_pack(name);
        for (const fs::path& pack : below) RETURN_IF_ERROR(add_folder(pack));
        return ok();
    }
    std::vector<policy::PackSource> take() { return std::move(sources_); }

  private:
    Status add_folder(const fs::path& folder) {
        ASSIGN_OR_RETURN(policy::PackSource source, read_pack(folder));
        if (std::ranges::find(sources_, source.name, &policy::PackSource::name) != sources_.end())
            return ok();
        const std::string parent = toml_text(source.files[0].second, "parent");
        const fs::path root = root_of(folder, source.name);
        sources_.push_back(std::move(source));
        if (parent.empty() || !fs::exists(root / parent / kManifest)) return ok();
        return add_folder(root / parent);
    }
    std::vector<policy::PackSource> sources_;
};

std::string_view source_text(const LoadedPacks& packs, const std::string& file) {
    for (const policy::PackSource& source : packs.sources)
        for (const auto& [name, text] : source.files)
            if (source.name + "/" + name == file) return text;
    return {};
}

policy::WorkStep work_step(const Workflow& flow, const Step& step) {
    const Choice* from = flow.entity->find(flow.state)->codes->by_code(step.from);
    return {step.command, flow.state, from ? from->name : std::string_view(),
            waiting_since(flow, step)};
}

}  // namespace

Result<LoadedPacks> load_packs(const std::vector<std::string>& names) {
    static const std::vector<std::string_view> departments = [] {
        std::vector<std::string_view> out;
        for (const Choice& choice : kDepartmentChoices) out.push_back(choice.name);
        return out;
    }();
    static const std::vector<std::string_view> roles = [] {
        std::vector<std::string_view> out;
        for (const Choice& choice : kSignRoleChoices) out.push_back(choice.name);
        return out;
    }();
    static const std::vector<policy::WorkStep> steps = [] {
        std::vector<policy::WorkStep> out;
        for (const Workflow* flow : workflows())
            for (const Step& step : flow->steps) out.push_back(work_step(*flow, step));
        return out;
    }();
    Loader loader;
    for (const std::string& list : names)
        for (const std::string_view name : split_list(list))
            RETURN_IF_ERROR(loader.add(std::string(name)));
    LoadedPacks packs;
    packs.sources = loader.take();
    packs.compiled = policy::compile(
        packs.sources, catalog(),
        {.departments = departments, .categories = {}, .roles = roles, .steps = steps},
        [](std::size_t count, const auto& piece) { in_parallel(thread_count(0), count, piece); });
    return packs;
}

bool report_diagnostics(const Shell& shell, const LoadedPacks& packs, bool with_warnings) {
    for (const policy::Diagnostic& diagnostic : packs.compiled.diagnostics) {
        if (diagnostic.severity == policy::Diagnostic::kWarning && !with_warnings) continue;
        fmt::print(stderr, "{}\n",
                   render(diagnostic, source_text(packs, diagnostic.file), shell.language));
    }
    return packs.compiled.ok();
}

Result<std::string> read_document(const std::string& path) {
    ASSIGN_OR_RETURN(const MappedFile file, MappedFile::open(path));
    sheet::Decoder decoder(file.bytes(), sheet::detect_encoding(file.bytes()));
    while (decoder.state() == sheet::Decoder::State::kMore) decoder.advance(0);
    if (decoder.state() == sheet::Decoder::State::kEnd) return std::string(decoder.text());
    return invalid(
        fmt::format("“{}”里有不是文字的字节 {}", path, decoder.bad_bytes()),
        fmt::format("\"{}\" holds bytes that are no character: {}", path, decoder.bad_bytes()),
        path);
}

Result<std::string> document_name(const std::string& asked, const LoadedPacks& packs) {
    std::vector<policy::PackDocument> documents = policy::pack_documents(packs.sources);
    std::vector<std::string> names;
    for (const policy::PackDocument& document : documents) names.push_back(document.name);
    if (std::ranges::find(names, asked) != names.end()) return asked;
    const std::string& first = packs.sources.front().name;
    std::erase_if(documents, [&](const auto& document) { return document.pack != first; });
    if (asked.empty() && documents.size() == 1) return documents[0].name;
    return invalid(fmt::format("请用 --of 说明这是政策包里的哪个文件:{}", join(names, "、")),
                   fmt::format("say with --of which document this is: {}", join(names, ", ")),
                   "--of");
}

}  // namespace tz::cli
