#include "sheet/xlsx_workbook.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <limits>
#include <map>

namespace tz::sheet {
namespace {

using Token = XmlScanner::Token;
using Fault = XmlScanner::Fault;

std::string decoded(std::string_view raw) {
    std::string text;
    return decode_xml(raw, text) ? text : std::string(raw);
}

std::uint32_t number_or(std::string_view text, std::uint32_t fallback) {
    std::uint32_t value = 0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
    return code == std::errc() && end == text.data() + text.size() ? value : fallback;
}

struct Relation {
    std::string type{};    // the last word of its address
    std::string target{};  // path inside the archive
};
using Relations = std::map<std::string, Relation>;

std::string folder_of(std::string_view path) {
    const std::size_t slash = path.rfind('/');
    return slash == path.npos ? std::string() : std::string(path.substr(0, slash + 1));
}

// "worksheets/sheet1.xml" seen from xl/, "/xl/worksheets/sheet1.xml", "../xl/sheet1.xml".
std::string resolve(std::string_view folder, std::string_view target) {
    std::string path = target.starts_with('/') ? std::string() : std::string(folder);
    for (std::string_view piece : split(target, '/')) {
        if (piece.empty() || piece == ".") continue;
        if (piece == "..") {
            path = folder_of(std::string_view(path).substr(0, path.empty() ? 0 : path.size() - 1));
            continue;
        }
        path.append(piece).push_back('/');
    }
    if (!path.empty()) path.pop_back();
    return path;
}

std::string relations_part(const std::string& part) {
    const std::string folder = folder_of(part);
    return folder + "_rels/" + part.substr(folder.size()) + ".rels";
}

struct Book {
    ZipPackage& package;
    std::string_view file;
    const Limits& limits;

    Status scan(const std::string& part, const OnStart& on_start) const {
        return scan_part(package, part, {limits.part_bytes, limits.ratio}, file, on_start);
    }
};

Result<Relations> read_relations(const Book& book, const std::string& part) {
    Relations relations;
    const std::string listing = relations_part(part);
    if (!book.package.has(listing)) return relations;
    const std::string folder = folder_of(part);
    RETURN_IF_ERROR(book.scan(listing, [&](XmlScanner& xml) {
        if (xml.name() != "Relationship" || xml.attribute("TargetMode") == "External") return ok();
        const std::string type = decoded(xml.attribute("Type"));
        relations[decoded(xml.attribute("Id"))] = {
            type.substr(type.rfind('/') + 1), resolve(folder, decoded(xml.attribute("Target")))};
        return ok();
    }));
    return relations;
}

std::string target_of_type(const Relations& relations, std::string_view type) {
    const auto found = std::ranges::find_if(
        relations, [type](const auto& each) { return each.second.type == type; });
    return found == relations.end() ? std::string() : found->second.target;
}

Status add_sheet(const Book& book, const XmlScanner& xml, const Relations& relations,
                 Workbook& out) {
    const auto found = relations.find(decoded(xml.local_attribute("id")));
    const std::string name = decoded(xml.attribute("name"));
    if (found == relations.end()) {
        return fault_at({.file = book.file, .sheet = name}, ErrorKind::kInvalid,
                        "文件里找不到这个工作表的内容；请用 Excel 或 WPS 打开另存后再试",
                        "its content is missing; open and save the file again");
    }
    if (found->second.type != "worksheet") return ok();  // chart and macro sheets have no rows
    if (out.sheets.size() == book.limits.sheets) {
        return fault_at({.file = book.file}, ErrorKind::kLimit,
                        fmt::format("工作表超过 {} 个的限度", book.limits.sheets),
                        fmt::format("more than {} sheets", book.limits.sheets));
    }
    const std::string_view state = xml.attribute("state");
    out.sheets.push_back({name, state == "hidden" || state == "veryHidden"});
    out.sheet_parts.push_back(found->second.target);
    return ok();
}

Status read_sheet_list(const Book& book, const std::string& part, const Relations& relations,
                       Workbook& out) {
    return book.scan(part, [&](XmlScanner& xml) -> Status {
        if (xml.name() == "workbookPr") {
            const std::string_view flag = xml.attribute("date1904");
            out.from_1904 = flag == "1" || flag == "true";
        }
        return xml.name() == "sheet" ? add_sheet(book, xml, relations, out) : ok();
    });
}

Status read_styles(const Book& book, const std::string& part, Workbook& out) {
    if (part.empty() || !book.package.has(part)) return ok();
    std::map<std::uint32_t, Shows> formats;
    bool in_cells = false;
    return book.scan(part, [&](XmlScanner& xml) {
        if (xml.name() == "numFmt") {
            formats[number_or(xml.attribute("numFmtId"), 0)] =
                format_shows(decoded(xml.attribute("formatCode")));
        } else if (xml.name() == "xf" && in_cells) {
            const std::uint32_t id = number_or(xml.attribute("numFmtId"), 0);
            const auto own = formats.find(id);
            out.styles.push_back(own == formats.end() ? builtin_format(id) : own->second);
        } else if (xml.name() == "cellXfs" || xml.name() == "cellStyles" || xml.name() == "dxfs") {
            in_cells = xml.name() == "cellXfs";
        }
        return ok();
    });
}

Error other_office_file(const Book& book) {
    struct Other {
        std::string_view part{};
        std::string_view zh{};
        std::string_view en{};
    };
    constexpr Other kOthers[] = {
        {"word/document.xml", "这是 Word 文档，不是表格；请把其中的表格复制到 Excel 再导入",
         "this is a Word document, not a spreadsheet"},
        {"ppt/presentation.xml", "这是演示文稿，不是表格", "this is a presentation"},
        {"xl/workbook.bin", "这是二进制工作簿（xlsb），请在 Excel 中另存为 xlsx 再导入",
         "this is a binary workbook (xlsb); save it as xlsx"},
        {"content.xml", "这是 ODF 文件（ods），请另存为 xlsx 再导入",
         "this is an OpenDocument file; save it as xlsx"},
        {"OFD.xml", "这是 OFD 版式文件，不是表格", "this is an OFD document, not a spreadsheet"},
    };
    for (const Other& other : kOthers) {
        if (book.package.has(other.part)) return bad_file(book.file, other.zh, other.en);
    }
    return bad_file(book.file, "这是压缩包，里面没有工作簿；请解压后导入其中的表格文件",
                    "this is a zip archive without a workbook; unpack it and import the "
                    "spreadsheets in it");
}

bool append_text(const XmlScanner& xml, std::string& out) {
    if (xml.is_literal()) {
        out.append(xml.text());
        return true;
    }
    return decode_xml(xml.text(), out);
}

}  // namespace

Status scan_part(ZipPackage& package, const std::string& part, ZipPart::Allowance allowance,
                 std::string_view file, const OnStart& on_start) {
    auto opened = package.part(part, allowance);
    if (!opened)
        return fault_at({.file = file}, opened.error().kind, opened.error().text.zh,
                        opened.error().text.en);
    ZipPart& source = **opened;
    XmlScanner scanner([&source](char* into, std::size_t size) { return source.read(into, size); });
    for (;;) {
        const Token token = scanner.next();
        if (token == Token::kFault) return scan_error(scanner, source, {.file = file}, part);
        if (token == Token::kDone) return ok();
        if (token != Token::kStart) continue;
        // What a newer program offers as a choice is not for us.
        if (scanner.name() == "AlternateContent" && scanner.depth() > 1) {
            scanner.skip_element();
            continue;
        }
        RETURN_IF_ERROR(on_start(scanner));
    }
}

Error scan_error(const XmlScanner& scanner, const ZipPart& source, const Place& place,
                 std::string_view part) {
    switch (scanner.fault()) {
        case Fault::kSource:
            return fault_at(place, source.error().kind, source.error().text.zh,
                            source.error().text.en);
        case Fault::kDoctype:
            return fault_at(place, ErrorKind::kInvalid,
                            fmt::format("{} 含有 DOCTYPE 声明，可能是恶意文件，没有读取", part),
                            fmt::format("{} has a DOCTYPE, perhaps an entity bomb; refused", part));
        case Fault::kEncoding:
            return fault_at(
                place, ErrorKind::kInvalid,
                fmt::format("{} 不是 UTF-8 编码；请用 Excel 或 WPS 打开另存后再试", part),
                fmt::format("{} is not UTF-8; open and save the file again", part));
        case Fault::kTooLong:
            return fault_at(place, ErrorKind::kLimit,
                            fmt::format("{} 中有超长内容，超过限度，没有读取", part),
                            fmt::format("{} has an item that is too long; refused", part));
        default:
            return fault_at(
                place, ErrorKind::kInvalid,
                fmt::format("{} 的内容残缺或已损坏；请用 Excel 或 WPS 打开另存后再试", part),
                fmt::format("{} is cut short or damaged; open and save the file again", part));
    }
}

bool read_rich_text(XmlScanner& xml, std::string& out) {
    const std::size_t outside = xml.depth() - 1;
    std::size_t in_text = 0;  // depth of the <t> we are in
    for (;;) {
        switch (xml.next()) {
            case Token::kStart:
                if (xml.name() == "rPh" && !xml.skip_element()) return false;
                if (xml.name() == "t") in_text = xml.depth();
                break;
            case Token::kText:
                if (in_text != 0 && !append_text(xml, out)) return false;
                break;
            case Token::kEnd:
                if (xml.depth() < in_text) in_text = 0;
                if (xml.depth() == outside) {
                    resolve_escapes(out);
                    return true;
                }
                break;
            default:
                return false;
        }
    }
}

Status TextTable::add(std::string_view text) {
    if (bytes_.size() + text.size() > std::numeric_limits<std::uint32_t>::max()) {
        return failure(ErrorKind::kLimit, "共享文本超过 4 GB 的限度", "more than 4 GB of texts");
    }
    bytes_.append(text);
    ends_.push_back(static_cast<std::uint32_t>(bytes_.size()));
    return ok();
}

Result<TextTable> read_texts(ZipPackage& package, const std::string& part, std::string_view file,
                             const Limits& limits) {
    TextTable table;
    if (part.empty() || !package.has(part)) return table;
    std::string text;
    RETURN_IF_ERROR(scan_part(
        package, part, {limits.part_bytes, limits.ratio}, file, [&](XmlScanner& xml) -> Status {
            if (xml.name() != "si") return ok();
            text.clear();
            if (!read_rich_text(xml, text) && xml.fault() == Fault::kNone) {
                return bad_file(file,
                                fmt::format("{} 的内容已损坏；请用 Excel 或 WPS 打开另存", part),
                                fmt::format("{} is damaged; open and save the file again", part));
            }
            return table.add(text);
        }));
    return table;
}

Result<Workbook> read_workbook(ZipPackage& package, std::string_view file, const Limits& limits) {
    const Book book{package, file, limits};
    ASSIGN_OR_RETURN(const Relations top, read_relations(book, ""));
    std::string part = target_of_type(top, "officeDocument");
    if (part.empty() || !package.has(part)) part = "xl/workbook.xml";
    if (!package.has(part) || !part.ends_with(".xml") || part.starts_with("word/") ||
        part.starts_with("ppt/")) {
        return other_office_file(book);
    }
    Workbook out;
    ASSIGN_OR_RETURN(const Relations relations, read_relations(book, part));
    RETURN_IF_ERROR(read_sheet_list(book, part, relations, out));
    if (out.sheets.empty()) {
        return bad_file(file, "工作簿里没有工作表；请重新导出",
                        "there is no sheet in the workbook");
    }
    RETURN_IF_ERROR(read_styles(book, target_of_type(relations, "styles"), out));
    out.texts_part = target_of_type(relations, "sharedStrings");
    return out;
}

}  // namespace tz::sheet
