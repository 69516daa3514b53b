#include "sheet/reader.h"

#include <algorithm>

#include "sheet/csv_reader.h"
#include "sheet/ole_file.h"
#include "sheet/place.h"
#include "sheet/xls_reader.h"
#include "sheet/xlsx_reader.h"

namespace tz::sheet {
namespace {

// What else people send, by how it begins (letters in lower case, spaces in front passed over).
struct Other {
    std::string_view begin{};
    std::string_view zh{};
    std::string_view en{};
};

constexpr std::string_view kHtmlZh =
    "这是网页（HTML），不是真正的表格，虽然文件名像；请用 Excel 或 WPS 打开，另存为 xlsx 再导入";
constexpr std::string_view kHtmlEn =
    "this is a web page (HTML), not a spreadsheet, whatever its name; open it in a spreadsheet "
    "program and save it as xlsx";
constexpr std::string_view kPictureZh = "这是图片，不是表格；请导入原来的表格文件";
constexpr std::string_view kPictureEn = "this is a picture; import the spreadsheet itself";
constexpr std::string_view kArchiveZh = "这是压缩包；请解压后导入其中的表格文件";
constexpr std::string_view kArchiveEn = "this is an archive; unpack it and import the spreadsheet";

constexpr Other kOthers[] = {
    {"%pdf", "这是 PDF 文件，不是表格；请向出表单位要原来的 xlsx、xls 或 csv 文件",
     "this is a PDF document; ask for the spreadsheet it was made from"},
    {"<!doctype html", kHtmlZh, kHtmlEn},
    {"<html", kHtmlZh, kHtmlEn},
    {"<head", kHtmlZh, kHtmlEn},
    {"<meta", kHtmlZh, kHtmlEn},
    {"<style", kHtmlZh, kHtmlEn},
    {"<body", kHtmlZh, kHtmlEn},
    {"<div", kHtmlZh, kHtmlEn},
    {"<table", kHtmlZh, kHtmlEn},
    {"mime-version:", kHtmlZh, kHtmlEn},
    {"<?xml", "这是 XML 文件，不是 xlsx 表格；请用 Excel 或 WPS 打开，另存为 xlsx 再导入",
     "this is XML, not an xlsx file; open it in a spreadsheet program and save it as xlsx"},
    {"{\\rtf", "这是 RTF 文档，不是表格", "this is an RTF document, not a spreadsheet"},
    {"\x89png", kPictureZh, kPictureEn},
    {"\xFF\xD8\xFF", kPictureZh, kPictureEn},
    {"gif8", kPictureZh, kPictureEn},
    {"rar!\x1A", kArchiveZh, kArchiveEn},
    {"7z\xBC\xAF", kArchiveZh, kArchiveEn},
    {"\x1F\x8B", kArchiveZh, kArchiveEn},
    {"sqlite format 3", "这是数据库文件，不是表格", "this is a database, not a spreadsheet"},
};

std::string lower_beginning(std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    bytes.remove_prefix(std::min(bytes.find_first_not_of(" \t\r\n"), bytes.size()));
    std::string begin(bytes.substr(0, 32));
    std::ranges::transform(begin, begin.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
    return begin;
}

// Texts of two bytes a character have a mark at the start; without one a zero byte means a program
// wrote this for itself.
bool is_binary(std::string_view bytes) {
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return false;
    return bytes.substr(0, 65'536).find('\0') != bytes.npos;
}

Status refuse_others(std::string_view bytes, std::string_view file) {
    if (bytes.find_first_not_of("\xEF\xBB\xBF \t\r\n") == bytes.npos) {
        return bad_file(file, "文件是空的；请重新导出", "the file is empty; export it again");
    }
    const std::string begin = lower_beginning(bytes);
    for (const Other& other : kOthers) {
        if (begin.starts_with(other.begin)) return bad_file(file, other.zh, other.en);
    }
    return ok();
}

}  // namespace

Result<std::unique_ptr<Reader>> open(std::string_view bytes, std::string_view file_name,
                                     const Limits& limits) {
    RETURN_IF_ERROR(refuse_others(bytes, file_name));
    if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06")) {
        return open_xlsx(bytes, file_name, limits);
    }
    if (OleFile::is_ole(bytes)) return open_xls(bytes, file_name, limits);
    if (is_binary(bytes)) {
        return bad_file(file_name,
                        "不是表格文件；能导入的是 xlsx、xls 和 csv（含制表符分隔的文本）",
                        "not a spreadsheet; xlsx, xls and csv (also with tabs) can be imported");
    }
    return open_csv(bytes, file_name, limits);
}

}  // namespace tz::sheet
