#include "app/import/row_pump.h"

#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "app/belt.h"

namespace tz::intake {
namespace {

constexpr std::size_t kBatchBytes = 256 * 1024;
constexpr std::size_t kBatchesMax = 4;  // read ahead

// Copied rows: their cells one after another in one buffer.
class Batch {
  public:
    void add(const sheet::RowView& row) {
        rows_.push_back({row.number, ends_.size(), row.cells.size()});
        for (const std::string_view cell : row.cells) {
            bytes_.append(cell);
            ends_.push_back(bytes_.size());
        }
    }
    bool is_full() const { return bytes_.size() + ends_.size() * 8 >= kBatchBytes; }
    bool is_empty() const { return rows_.empty(); }

    // False when the sink wants no more.
    bool give(const sheet::OnRow& on_row) const {
        std::vector<std::string_view> cells;
        for (const Row& row : rows_) {
            cells.resize(row.width);
            std::size_t begin = row.first == 0 ? 0 : ends_[row.first - 1];
            for (std::size_t i = 0; i < row.width; ++i) {
                const std::size_t end = ends_[row.first + i];
                cells[i] = std::string_view(bytes_).substr(begin, end - begin);
                begin = end;
            }
            if (!on_row({row.number, cells})) return false;
        }
        return true;
    }

  private:
    struct Row {
        std::int64_t number = 0;
        std::size_t first = 0;  // of its cells in ends_
        std::size_t width = 0;
    };
    std::string bytes_;
    std::vector<std::size_t> ends_;
    std::vector<Row> rows_;
};

Status fill(Belt<Batch>& belt, sheet::Reader& reader, std::size_t sheet) {
    Batch batch;
    const Status status = reader.read(sheet, [&](const sheet::RowView& row) {
        batch.add(row);
        if (!batch.is_full()) return true;
        return belt.push(std::exchange(batch, Batch{}));
    });
    if (!batch.is_empty()) belt.push(std::move(batch));
    return status;
}

}  // namespace

Status pump_rows(sheet::Reader& reader, std::size_t sheet, const sheet::OnRow& on_row) {
    Belt<Batch> belt(kBatchesMax);
    Status status = ok();
    std::thread thread([&] {
        status = fill(belt, reader, sheet);
        belt.end();
    });
    bool goes_on = true;
    Batch batch;
    while (goes_on && belt.pop(batch)) goes_on = batch.give(on_row);
    belt.stop();
    thread.join();
    // What was read after the caller had enough is of no account.
    return goes_on ? status : ok();
}

}  // namespace tz::intake
