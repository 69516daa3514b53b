// pack.toml and the files of each pack; who is whose parent.
#include <algorithm>
#include <array>

#include "base/digest.h"
#include "policy/check/model.h"
#include "policy/syntax/parser.h"
#include "policy/syntax/toml.h"

namespace tz::policy {
namespace {

using File = std::pair<std::string, std::string>;

// The files of a pack in order of their names, with what was read of them.
struct ReadFile {
    const PackSource* source = nullptr;
    const File* file = nullptr;
    Tree tree{};
    std::vector<Diagnostic> diagnostics{};

    std::string name() const { return source->name + "/" + file->first; }
    bool is_rules() const { return file->first.ends_with(".tz") && is_utf8(file->second); }
    void read() {
        if (is_rules()) tree = parse(file->second, Report(name(), diagnostics));
    }
};

std::vector<ReadFile> files_of(const PackSource& source) {
    std::vector<ReadFile> out;
    for (const File& file : source.files) out.push_back({&source, &file, {}, {}});
    std::ranges::sort(out, {}, [](const ReadFile& read) -> const File& { return *read.file; });
    return out;
}

std::string digest_of(std::span<const ReadFile> files) {
    std::string bytes;
    for (const ReadFile& read : files) {
        put_bytes(bytes, read.file->first);
        put_bytes(bytes, read.file->second);
    }
    return to_hex(digest(bytes));
}

const std::vector<std::string> kKeys = {"name", "title", "issuer", "division",
                                        "from", "to",    "parent"};

class PackReader {
  public:
    PackReader(PackInfo& info, PackNode& node, const Report& report)
        : info_(info), node_(node), report_(report) {}

    void read(std::string_view text) {
        for (const TomlEntry& entry : parse_toml(text, report_)) {
            if (entry.section.empty()) {
                top(entry);
            } else {
                document(entry);
            }
        }
        for (const char* key : {"name", "title", "division", "from"}) {
            if (!seen_.contains(key)) {
                report_.error({1, 1, 1}, say("pack.toml 缺少“{}”", "pack.toml has no `{}`", key));
            }
        }
        if (info_.to && *info_.to < info_.from) {
            report_.error({1, 1, 1}, say("to 早于 from", "`to` is before `from`"));
        }
    }

  private:
    void top(const TomlEntry& entry) {
        if (!seen_.insert(entry.key).second) {
            report_.error(entry.key_at, say("“{}”写了两次", "`{}` is said twice", entry.key));
        }
        if (entry.key == "name") return name(entry);
        if (entry.key == "title") return void(info_.title = entry.value);
        if (entry.key == "issuer") return void(info_.issuer = entry.value);
        if (entry.key == "parent") return void(info_.parent = entry.value);
        if (entry.key == "division") return division(entry);
        if (entry.key == "from") return void(info_.from = date(entry));
        if (entry.key == "to") return void(info_.to = date(entry));
        report_.error(entry.key_at, say("不认识的键“{}”", "unknown key `{}`", entry.key),
                      suggest(entry.key, kKeys));
    }

    void name(const TomlEntry& entry) {
        if (entry.value == info_.name) return;
        report_.error(entry.value_at, say("name 应与所在文件夹“{}”相同",
                                          "`name` must be the folder {}", info_.name));
    }

    void division(const TomlEntry& entry) {
        if (entry.value.empty() || entry.value == "0") return;
        if (const auto found = parse_division(entry.value)) {
            info_.division = *found;
            return;
        }
        report_.error(
            entry.value_at, say("区划代码“{}”不对", "bad division code `{}`", entry.value),
            say("2、4、6、9或12位数字；全国写 0", "2, 4, 6, 9 or 12 digits; 0 is the nation"));
    }

    Date date(const TomlEntry& entry) {
        const auto found = parse_date(entry.value);
        if (found) return *found;
        report_.error(entry.value_at, say("日期“{}”不对", "bad date `{}`", entry.value),
                      say("如 2020-03-01", "such as 2020-03-01"));
        return {};
    }

    void document(const TomlEntry& entry) {
        constexpr std::string_view kPrefix = "documents.";
        if (!entry.section.starts_with(kPrefix)) {
            if (!entry.key.empty()) return;
            return report_.error(
                entry.key_at, say("不认识的段 [{}]", "unknown section [{}]", entry.section),
                say("文件写作 [documents.名字]", "documents are [documents.NAME]"));
        }
        std::string& title = node_.documents[entry.section.substr(kPrefix.size())];
        if (entry.key == "title") title = entry.value;
        if (entry.key == "date") date(entry);
        constexpr std::array<std::string_view, 5> kDocumentKeys = {"", "title", "date", "number",
                                                                   "issuer"};
        if (std::find(kDocumentKeys.begin(), kDocumentKeys.end(), entry.key) ==
            kDocumentKeys.end()) {
            report_.error(entry.key_at, say("不认识的键“{}”", "unknown key `{}`", entry.key),
                          suggest(entry.key, {"title", "date", "number", "issuer"}));
        }
    }

    PackInfo& info_;
    PackNode& node_;
    const Report& report_;
    std::set<std::string> seen_{};
};

void load_pack(Model& model, const PackSource& source, std::span<ReadFile> files,
               std::vector<Diagnostic>& diagnostics) {
    const int pack = static_cast<int>(model.out.packs.size());
    model.out.packs.push_back({});
    model.packs.push_back({});
    PackInfo& info = model.out.packs.back();
    info.name = source.name;
    info.digest = digest_of(files);
    bool described = false;
    for (ReadFile& read : files) {
        const auto& [name, text] = *read.file;
        const Report report(read.name(), diagnostics);
        diagnostics.insert(diagnostics.end(), read.diagnostics.begin(), read.diagnostics.end());
        if (!is_utf8(text)) {
            report.error({}, say("文件不是 UTF-8 编码", "the file is not UTF-8"));
        } else if (name == "pack.toml") {
            described = true;
            PackReader(info, model.packs.back(), report).read(text);
        } else if (name.ends_with(".tz")) {
            model.out.files.push_back(report.file());
            model.files.push_back({pack, std::move(read.tree), report});
        }
    }
    if (!described) {
        Report(source.name, diagnostics).error({}, say("缺少 pack.toml", "there is no pack.toml"));
    }
}

void link_parent(Model& model, std::size_t pack, const Report& report) {
    const std::string& parent = model.out.packs[pack].parent;
    if (parent.empty()) return;
    const auto named = [&](const PackInfo& info) { return info.name == parent; };
    const auto found = std::find_if(model.out.packs.begin(), model.out.packs.end(), named);
    if (found == model.out.packs.end()) {
        std::vector<std::string> names;
        for (const PackInfo& info : model.out.packs) names.push_back(info.name);
        Text fix = did_you_mean(parent, names);
        if (fix.zh.empty())
            fix = say("parent 是 packs/ 下的文件夹，如 national/base",
                      "`parent` is a folder below packs/, such as national/base");
        return report.error({}, say("没有上级规则包“{}”", "there is no parent pack {}", parent),
                            std::move(fix));
    }
    const int index = static_cast<int>(found - model.out.packs.begin());
    if (model.sees(index, static_cast<int>(pack))) {
        return report.error(
            {}, say("上级规则包绕回了自己", "the parents of this pack go round in a circle"));
    }
    if (!contains(found->division, model.out.packs[pack].division)) {
        report.error({}, say("区划不在上级规则包“{}”之内",
                             "its division is outside that of its parent {}", parent));
    }
    model.packs[pack].parent = index;
}

}  // namespace

void load(Model& model, std::span<const PackSource> sources, std::vector<Diagnostic>& diagnostics,
          const DoAll& do_all) {
    std::vector<std::vector<ReadFile>> packs;
    std::vector<ReadFile*> all;
    for (const PackSource& source : sources) packs.push_back(files_of(source));
    for (std::vector<ReadFile>& files : packs)
        for (ReadFile& read : files) all.push_back(&read);
    do_all(all.size(), [&](std::size_t i) { all[i]->read(); });
    for (std::size_t i = 0; i < sources.size(); ++i)
        load_pack(model, sources[i], packs[i], diagnostics);
    for (std::size_t i = 0; i < sources.size(); ++i) {
        link_parent(model, i, Report(sources[i].name + "/pack.toml", diagnostics));
    }
}

}  // namespace tz::policy
