#include "demo/fix_sheet.h"

#include <algorithm>
#include <array>
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

std::string answer_key(std::string_view record, std::string_view field) {
    return std::string(record) + "\n" + std::string(field);
}

// The same item falls on the same side whatever sheet it stands in.
bool is_chosen(std::string_view item, unsigned share) {
    return digest(item)[0] * 100u / 256u < share;
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
    Status begin(const sheet::RowView& row);

    const Answers& answers_;
    unsigned share_;
    Columns columns_{};
    std::string title_{};
    bool has_header_ = false;
    std::size_t width_ = 0;
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
    std::vector<std::string_view> cells(width_);
    for (std::size_t i = 0; i < width_; ++i) cells[i] = row.at(i);
    const auto& at = columns_.at;
    const std::string* right = answers_.find(cells[at[1]], cells[at[2]]);
    ++filled_.rows;
    if (right && is_chosen(cells[at[0]], share_) && cells[at[4]] != *right) {
        cells[at[3]] = right->empty() ? kClear : std::string_view(*right);
        ++filled_.filled;
    }
    return writer_.append_text(cells);
}

Result<FilledSheet> Filler::finish() {
    if (!has_header_)
        return invalid("这不是整改单：没有“问题编号、记录号、字段、更正值”各列",
                       "not a fix sheet: it has no columns 问题编号, 记录号, 字段, 更正值");
    ASSIGN_OR_RETURN(filled_.bytes, writer_.finish());
    return std::move(filled_);
}

}  // namespace

Result<Answers> Answers::read(std::string_view corrections_csv) {
    Answers answers;
    ASSIGN_OR_RETURN(const auto reader, sheet::open(corrections_csv, "corrections.csv"));
    RETURN_IF_ERROR(reader->read(0, [&](const sheet::RowView& row) {
        if (row.number > 1) answers.values_[answer_key(row.at(0), row.at(4))] = row.at(6);
        return true;
    }));
    return answers;
}

const std::string* Answers::find(std::string_view record, std::string_view field) const {
    const auto it = values_.find(answer_key(record, field));
    return it == values_.end() ? nullptr : &it->second;
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
