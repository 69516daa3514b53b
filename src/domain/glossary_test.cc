// Every register, field and choice stands in docs/glossary.md. The part below the marker is made
// here; TZ_REBASELINE=1 writes it anew.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <vector>

#include "domain/catalog.h"

namespace tz {
namespace {

constexpr std::string_view kMarker = "<!-- made from the registers -->\n";

std::string glossary_path() { return std::string(TZ_DATA_DIR) + "/docs/glossary.md"; }

std::string read_all(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::string type_text(const Field& field) {
    if (field.codes) return "`" + std::string(field.codes->name) + "`";
    if (field.type == Type::kReference) return "→ `" + std::string(field.refers_to) + "`";
    constexpr std::string_view kWords[] = {"文本", "数值", "金额", "是否", "日期", "月份", "区划"};
    return std::string(kWords[static_cast<std::size_t>(field.type)]);
}

std::string register_section(const Entity& entity) {
    std::string out = "\n### " + std::string(entity.label) + " `" + std::string(entity.name) +
                      "`\n\n| 中文 | identifier | 类型 | 单位 |\n|---|---|---|---|\n";
    for (const Field& field : entity.fields)
        out += "| " + std::string(field.label) + " | `" + std::string(field.name) + "` | " +
               type_text(field) + " | " + std::string(field.unit_label) + " |\n";
    return out;
}

std::string code_section(const CodeList& codes) {
    std::string out = "\n### " + std::string(codes.label) + " `" + std::string(codes.name) +
                      "`\n\n| 代码 | 中文 | identifier |\n|---|---|---|\n";
    for (const Choice& choice : codes.choices)
        out += "| " + std::to_string(choice.code) + " | " + std::string(choice.label) + " | `" +
               std::string(choice.name) + "` |\n";
    return out;
}

std::string glossary_of(Catalog registers) {
    std::string out = "\n## Registers 登记表\n";
    std::string codes = "\n## Code lists 代码表\n";
    std::set<const CodeList*> seen;
    for (const Entity* entity : registers) {
        out += register_section(*entity);
        for (const Field& field : entity->fields)
            if (field.codes && seen.insert(field.codes).second) codes += code_section(*field.codes);
    }
    return out + codes;
}

TEST(Glossary, HoldsEveryNameAndLabel) {
    std::string text = read_all(glossary_path());
    const std::size_t marker = text.find(kMarker);
    ASSERT_NE(marker, std::string::npos) << glossary_path();
    const std::string made = glossary_of(catalog());
    const std::size_t begin = marker + kMarker.size();
    if (std::getenv("TZ_REBASELINE")) {
        std::ofstream(glossary_path(), std::ios::binary) << text.replace(begin, text.npos, made);
        return;
    }
    EXPECT_TRUE(text.substr(begin) == made)
        << "docs/glossary.md is out of date: run TZ_REBASELINE=1 domain_test";
}

}  // namespace
}  // namespace tz
