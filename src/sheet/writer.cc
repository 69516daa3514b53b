#include "sheet/writer.h"

#include <fmt/format.h>
#include <xlsxwriter.h>

#include <algorithm>

#include "base/utf8.h"
#include "sheet/memory_file.h"
#include "sheet/sheet_page.h"
#include "sheet/sheet_style.h"

namespace tz::sheet {
namespace {

constexpr std::size_t kSheetNameMax = 31;

Error cannot_write(lxw_error error) {
    return failure(
        ErrorKind::kUnavailable,
        fmt::format("表格无法写出（{}）；请检查临时目录的空间", lxw_strerror(error)),
        fmt::format("the workbook can not be written ({}); is the temporary folder full?",
                    lxw_strerror(error)));
}

// Without the characters a sheet's name may not have, and short enough.
std::string clean_name(std::string_view wanted, std::size_t most) {
    std::u32string name = to_code_points(trim(wanted));
    std::ranges::replace_if(
        name,
        [](char32_t c) {
            return c < ' ' ||
                   std::u32string_view(U"[]:*?/\\'").find(c) != std::u32string_view::npos;
        },
        U'_');
    if (name.size() > most) name.resize(most);
    return name.empty() ? "Sheet" : to_utf8(name);
}

}  // namespace

class Writer::Book {
  public:
    explicit Book(Properties properties) : properties_(std::move(properties)) {}
    ~Book() {
        if (book_) lxw_workbook_free(book_);
    }
    Book(const Book&) = delete;
    Book& operator=(const Book&) = delete;

    Status add_sheet(const SheetSpec& spec);
    SheetPage& page() { return *pages_.back(); }
    bool has_page() const { return !pages_.empty(); }
    Result<std::string> finish();

  private:
    Status start();
    std::string unique_name(std::string_view wanted);

    Properties properties_;
    std::unique_ptr<MemoryFile> file_{};
    lxw_workbook* book_ = nullptr;
    std::unique_ptr<Styles> styles_{};
    ChoiceLists lists_{};
    std::vector<std::unique_ptr<SheetPage>> pages_{};
    std::vector<std::string> names_{std::string(ChoiceLists::kSheetName)};
};

Status Writer::Book::start() {
    ASSIGN_OR_RETURN(MemoryFile file, MemoryFile::create());
    file_ = std::make_unique<MemoryFile>(std::move(file));
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    book_ = workbook_new_opt(file_->path().c_str(), &options);
    if (!book_) return cannot_write(LXW_ERROR_MEMORY_MALLOC_FAILED);
    lxw_doc_properties properties{};
    properties.title = properties_.title.data();
    properties.author = properties_.author.data();
    properties.created = static_cast<time_t>(properties_.created);
    workbook_set_properties(book_, &properties);
    styles_ = std::make_unique<Styles>(book_);
    return ok();
}

std::string Writer::Book::unique_name(std::string_view wanted) {
    std::string name = clean_name(wanted, kSheetNameMax);
    for (int i = 2; std::ranges::find(names_, name) != names_.end(); ++i) {
        const std::string suffix = fmt::format("({})", i);
        name = clean_name(wanted, kSheetNameMax - suffix.size()) + suffix;
    }
    names_.push_back(name);
    return name;
}

Status Writer::Book::add_sheet(const SheetSpec& spec) {
    CHECK(!spec.columns.empty());
    if (!book_) RETURN_IF_ERROR(start());
    if (!pages_.empty()) RETURN_IF_ERROR(page().finish());
    const std::string name = unique_name(spec.name);
    lxw_worksheet* sheet = workbook_add_worksheet(book_, name.c_str());
    if (!sheet) return cannot_write(LXW_ERROR_INVALID_SHEETNAME_CHARACTER);
    pages_.push_back(std::make_unique<SheetPage>(sheet, spec, *styles_, lists_));
    return page().write_head();
}

Result<std::string> Writer::Book::finish() {
    if (pages_.empty()) {
        return failure(ErrorKind::kBug, "工作簿里没有工作表", "a workbook without a sheet");
    }
    RETURN_IF_ERROR(page().finish());
    if (!lists_.empty()) RETURN_IF_ERROR(lists_.write(book_));
    const lxw_error error = workbook_close(std::exchange(book_, nullptr));
    if (error != LXW_NO_ERROR) return cannot_write(error);
    return file_->bytes();
}

Writer::Writer(Properties properties) : book_(std::make_unique<Book>(std::move(properties))) {}
Writer::~Writer() = default;
Writer::Writer(Writer&&) noexcept = default;
Writer& Writer::operator=(Writer&&) noexcept = default;

Status Writer::add_sheet(const SheetSpec& spec) { return book_->add_sheet(spec); }

Status Writer::append(std::span<const Value> cells) {
    CHECK(book_->has_page());
    return book_->page().append(cells);
}

Status Writer::offer(std::size_t column, const std::vector<std::string>& choices) {
    CHECK(book_->has_page());
    return book_->page().offer(column, choices);
}

Status Writer::append_text(std::span<const std::string_view> cells) {
    CHECK(book_->has_page());
    return book_->page().append_text(cells);
}

std::int64_t Writer::next_row() const {
    CHECK(book_->has_page());
    return book_->page().next_row();
}

Result<std::string> Writer::finish() { return book_->finish(); }

}  // namespace tz::sheet
