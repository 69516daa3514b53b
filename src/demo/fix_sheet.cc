#include "demo/fix_sheet.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>
#include <vector>

#include "base/digest.h"
#include "base/text.h"
#include "sheet/reader.h"
#include "sheet/writer.h"

namespace tz::demo {
namespace {

constexpr std::string_view kClear = "清空";
constexpr std::string_view kItem = "问题编号", kRecord = "记录号", kField = "字段",
                           kCorrected = "更正值", kNow = "现值";

// The same record falls on the same side whatever sheet it stands in.
bool is_chosen(std::string_view record, unsigned share) {
    return digest(record)[0] * 100u / 256u < share;
}

struct Columns {
    std::array<std::size_t, 5> at{};
    static constexpr std::string_view kTitles[] = {kItem, kRecord, kField, kCorrected, kNow};
    bool find(const sheet::RowView& row) {
        for (std::size_t i = 0; i < at.size(); ++i) {
            const auto it = std::ranges::find(row.cells, kTitles[i]);
            if (it == row.cells.end()) return false;
            at[i] = static_cast<std::size_t>(it - row.cells.begin());
        }
        return true;
    }
};

class Filler {
  public:
    Filler(const Answers& answers, unsigned share) : answers_(answers), share_(share) {}
    Status take(const sheet::RowView& row);
    Result<FilledSheet> finish();

  private:
    using Cells = std::vector<std::string>;
    Status begin(const sheet::RowView& row);
    void fill(Cells& cells);
    void add_missing(const std::string& record, const Cells& like);
    Status write();

    const Answers& answers_;
    unsigned share_;
    Columns columns_{};
    std::string title_{};
    bool has_header_ = false;
    std::size_t width_ = 0;
    std::vector<Cells> rows_{};
    std::set<std::pair<std::string, std::string>> seen_{};  // record and field
    sheet::Writer writer_{};
    FilledSheet filled_{};
};

Status Filler::begin(const sheet::RowView& row) {
    sheet::SheetSpec spec;
    spec.name = "整改单";
    spec.title = title_;
    spec.look = sheet::Look::kPlain;
    for (const std::string_view cell : row.cells)
        spec.columns.push_back({.title = std::string(cell)});
    has_header_ = true;
    width_ = row.cells.size();
    return writer_.add_sheet(spec);
}

Status Filler::take(const sheet::RowView& row) {
    if (!has_header_) {
        if (title_.empty()) title_ = row.at(0);
        return columns_.find(row) ? begin(row) : ok();
    }
    Cells cells(width_);
    for (std::size_t i = 0; i < width_; ++i) cells[i] = row.at(i);
    ++filled_.rows;
    seen_.insert({cells[columns_.at[1]], cells[columns_.at[2]]});
    fill(cells);
    rows_.push_back(std::move(cells));
    return ok();
}

void Filler::fill(Cells& cells) {
    const auto& at = columns_.at;
    const std::string* right = answers_.find(cells[at[1]], cells[at[2]]);
    if (!right || !is_chosen(cells[at[1]], share_) || cells[at[4]] == *right) return;
    cells[at[3]] = right->empty() ? std::string(kClear) : *right;
    ++filled_.filled;
}

// The cells of a record that its items do not name, behind a row of it.
void Filler::add_missing(const std::string& record, const Cells& like) {
    for (const Answers::Cell& cell : answers_.of(record)) {
        if (!seen_.insert({record, cell.field}).second) continue;
        Cells row = like;
        row[columns_.at[2]] = cell.field;
        row[columns_.at[4]] = cell.planted;
        row[columns_.at[3]].clear();
        fill(row);
        if (!row[columns_.at[3]].empty()) rows_.push_back(std::move(row));
    }
}

Status Filler::write() {
    for (const Cells& row : rows_) {
        const std::vector<std::string_view> cells(row.begin(), row.end());
        RETURN_IF_ERROR(writer_.append_text(cells));
    }
    return ok();
}

Result<FilledSheet> Filler::finish() {
    if (!has_header_)
        return invalid("这不是整改单：没有“问题编号、记录号、字段、更正值”各列",
                       "not a fix sheet: it has no columns 问题编号, 记录号, 字段, 更正值");
    for (std::size_t i = 0, said = rows_.size(); i < said; ++i) {
        const Cells like = rows_[i];
        if (!like[columns_.at[3]].empty()) add_missing(like[columns_.at[1]], like);
    }
    RETURN_IF_ERROR(write());
    ASSIGN_OR_RETURN(filled_.bytes, writer_.finish());
    return std::move(filled_);
}

}  // namespace

Result<Answers> Answers::read(std::string_view corrections_csv) {
    Answers answers;
    ASSIGN_OR_RETURN(const auto reader, sheet::open(corrections_csv, "corrections.csv"));
    RETURN_IF_ERROR(reader->read(0, [&](const sheet::RowView& row) {
        if (row.number > 1)
            answers.records_[std::string(row.at(0))].push_back(
                {std::string(row.at(4)), std::string(row.at(5)), std::string(row.at(6))});
        return true;
    }));
    return answers;
}

const std::vector<Answers::Cell>& Answers::of(const std::string& record) const {
    static const std::vector<Cell> nothing;
    const auto it = records_.find(record);
    return it == records_.end() ? nothing : it->second;
}

const std::string* Answers::find(std::string_view record, std::string_view field) const {
    for (const Cell& cell : of(std::string(record)))
        if (cell.field == field) return &cell.right;
    return nullptr;
}

Result<FilledSheet> fill_fix_sheet(std::string_view bytes, std::string_view file_name,
                                   const Answers& answers, unsigned share) {
    ASSIGN_OR_RETURN(const auto reader, sheet::open(bytes, file_name));
    Filler filler(answers, share);
    Status status = ok();
    RETURN_IF_ERROR(reader->read(0, [&](const sheet::RowView& row) {
        status = filler.take(row);
        return status.has_value();
    }));
    RETURN_IF_ERROR(std::move(status));
    return filler.finish();
}

}  // namespace tz::demo
