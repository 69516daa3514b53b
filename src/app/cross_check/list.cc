// Rows to entries. No memory is asked for where a cell is written as it should be.
#include "app/cross_check/list.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "domain/common/fields.h"

namespace tz::cross_check {
namespace {

using intake::kNone;

constexpr std::size_t kNotesMax = 200;
constexpr std::size_t kNameMax = 1'000;  // bytes; nobody is called so
constexpr std::string_view kEndings[] = {"合计", "总计",       "小计", "制表", "填表",
                                         "审核", "负责人",     "备注", "说明", "注：",
                                         "注:",  "单位（盖章", "共计"};
constexpr std::string_view kEndedWords[] = {"注销",   "报废", "吊销", "转移", "转出",
                                            "停保",   "终止", "暂停", "中断", "退保",
                                            "未参保", "迁出", "死亡"};

std::string_view cell_of(const sheet::RowView& row, std::size_t column) {
    return column == kNone ? std::string_view() : trim(row.at(column));
}

// Most cells begin with an ideograph or are too long for a sign of nothing.
bool is_nothing(std::string_view text) {
    if (text.empty()) return true;
    const auto first = static_cast<unsigned char>(text[0]);
    return text.size() <= 6 && (first < 0xE4 || first > 0xE9) && intake::is_blank(text);
}

// 1990-01-31 and 19900131 without a detour; the other forms as everywhere.
std::int32_t read_birth(std::string_view text) {
    const bool dashed = text.size() == 10 && text[4] == '-' && text[7] == '-';
    const auto number = [&](std::size_t at, std::size_t size) {
        int value = 0;
        for (const char c : text.substr(at, size)) {
            if (c < '0' || c > '9') return -1;
            value = value * 10 + (c - '0');
        }
        return value;
    };
    if (dashed || text.size() == 8) {
        const int year = number(0, 4);
        const int month = number(dashed ? 5 : 4, 2);
        const int day = number(dashed ? 8 : 6, 2);
        if (year > 0 && month > 0 && day > 0)
            if (const auto date = make_date(year, month, day)) return date->days;
    }
    const auto date = parse_date(text);
    return date ? date->days : kNoBirth;
}

std::uint8_t read_sex(std::string_view text) {
    if (text == "男") return static_cast<std::uint8_t>(Sex::kMale);
    if (text == "女") return static_cast<std::uint8_t>(Sex::kFemale);
    const Choice* choice = text.empty() ? nullptr : kSexes.by_text(text);
    return choice && choice->code <= 2 ? static_cast<std::uint8_t>(choice->code) : 0;
}

Code hash_text(std::string_view text) {
    std::uint32_t hash = 2'166'136'261u;
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 16'777'619u;
    return static_cast<Code>(hash & 0x7FFF'FFFFu);
}

Code read_ended(std::string_view text) {
    return std::ranges::any_of(kEndedWords, [text](std::string_view word) {
        return text.find(word) != std::string_view::npos;
    });
}

}  // namespace

class ListReader {
  public:
    explicit ListReader(List& list) : list_(list) {}

    void begin(std::size_t sheet) { sheet_ = sheet; }

    void add(const sheet::RowView& row) {
        ListSheet& sheet = list_.sheets[sheet_];
        if (row.number <= sheet.last_header_row) return;
        if (is_aside(sheet, row)) {
            ++list_.skipped;
            return;
        }
        ++list_.rows;
        const std::size_t first = list_.entries.size();
        for (std::size_t i = 0; i < sheet.people.size(); ++i) add_person(sheet, i, row, first);
    }

  private:
    // A total, a signature, the header again.
    bool is_aside(const ListSheet& sheet, const sheet::RowView& row) const {
        bool has_number = false;
        bool has_name = false;
        for (const PersonColumns& person : sheet.people) {
            const std::string_view id = cell_of(row, person.id);
            if (!id.empty() && id == sheet.headers[person.id]) return true;
            has_number |= id.find_first_of("0123456789") != id.npos;
            has_name |= !cell_of(row, person.name).empty();
        }
        return !has_number && (!has_name || is_ending(row));
    }

    static bool is_ending(const sheet::RowView& row) {
        for (const std::string_view cell : row.cells) {
            const std::string_view text = trim(cell);
            if (text.empty()) continue;
            return std::ranges::any_of(
                kEndings, [text](std::string_view word) { return text.starts_with(word); });
        }
        return true;
    }

    void add_person(ListSheet& sheet, std::size_t position, const sheet::RowView& row,
                    std::size_t first) {
        PersonColumns& columns = sheet.people[position];
        const std::string_view number = cell_of(row, columns.id);
        const std::string_view name = cell_of(row, columns.name);
        const IdCell id = read_id_cell(number);
        if (id.state == IdState::kBlank && is_nothing(name)) return;
        if (is_known_in_row(id, first)) return;
        ListEntry entry;
        entry.key = id.key;
        entry.state = id.state;
        entry.row = static_cast<std::uint32_t>(row.number);
        entry.sheet = static_cast<std::uint16_t>(sheet_);
        entry.person = static_cast<std::uint8_t>(position);
        entry.name_at = static_cast<std::uint32_t>(list_.names_.size());
        entry.name_size = static_cast<std::uint16_t>(std::min(name.size(), kNameMax));
        list_.names_.append(name.substr(0, kNameMax));
        read_birth_and_sex(entry, columns, row);
        keep_number(id, number);
        read_values(columns, row);
        list_.entries.push_back(entry);
    }

    // A wide sheet may have its head among the members again.
    bool is_known_in_row(const IdCell& id, std::size_t first) const {
        return id.key != 0 &&
               std::any_of(list_.entries.begin() + static_cast<std::ptrdiff_t>(first),
                           list_.entries.end(),
                           [&](const ListEntry& entry) { return entry.key == id.key; });
    }

    void read_birth_and_sex(ListEntry& entry, const PersonColumns& columns,
                            const sheet::RowView& row) {
        if (const std::string_view text = cell_of(row, columns.birth); !is_nothing(text)) {
            entry.birth = read_birth(text);
            if (entry.birth == kNoBirth)
                note(row, columns.birth, text, {"看不出是哪一天", "not a date"});
        }
        if (const std::string_view text = cell_of(row, columns.sex); !is_nothing(text)) {
            entry.sex = read_sex(text);
            if (entry.sex == 0) note(row, columns.sex, text, {"看不出性别", "not a sex"});
        }
    }

    void keep_number(const IdCell& id, std::string_view number) {
        const bool is_plain = id.state == IdState::kValid && number.size() == 18;
        if (!is_plain && !number.empty())
            list_.odd_ids_.emplace_back(static_cast<std::uint32_t>(list_.entries.size()), number);
    }

    void read_values(PersonColumns& columns, const sheet::RowView& row) {
        const std::size_t base = list_.values_.size();
        list_.values_.insert(list_.values_.end(), columns.implied.begin(), columns.implied.end());
        for (PersonColumns::Cell& cell : columns.cells) {
            const std::string_view text = cell_of(row, cell.column);
            if (is_nothing(text)) continue;
            list_.values_[base + cell.read] = read_value(cell, row, text);
        }
    }

    Code read_value(PersonColumns::Cell& cell, const sheet::RowView& row, std::string_view text) {
        const ReadHow how = list_.comparing.reads[cell.read].how;
        if (how == ReadHow::kHash) return hash_text(text);
        if (how == ReadHow::kEnded) return read_ended(text);
        const intake::Cell& read = cell.reader.read(text);
        if (read.is_unread) note(row, cell.column, text, read.reason);
        return code_of(read.value);
    }

    void note(const sheet::RowView& row, std::size_t column, std::string_view value, Text text) {
        ++list_.unreadable;
        if (list_.notes.size() < kNotesMax)
            list_.notes.push_back({list_.sheets[sheet_].name, row.number,
                                   sheet::column_name(column), std::string(value),
                                   std::move(text)});
    }

    List& list_;
    std::size_t sheet_ = 0;
};

std::string List::id_number(std::uint32_t entry) const {
    const auto it = std::ranges::lower_bound(odd_ids_, entry, {},
                                             &std::pair<std::uint32_t, std::string>::first);
    const bool is_odd = it != odd_ids_.end() && it->first == entry;
    return is_odd ? it->second : key_text(entries[entry].key);
}

std::size_t List::column_of(const ListEntry& entry, std::size_t read) const {
    for (const PersonColumns::Cell& cell : columns_of(entry).cells)
        if (cell.read == read) return cell.column;
    return kNone;
}

Status read_list(OpenList& open) {
    ListReader reader(open.list);
    for (std::size_t i = 0; i < open.list.sheets.size(); ++i) {
        reader.begin(i);
        RETURN_IF_ERROR(
            open.reader->read(open.list.sheets[i].sheet, [&](const sheet::RowView& row) {
                reader.add(row);
                return true;
            }));
    }
    CHECK(open.list.entries.size() < kNone);
    return ok();
}

}  // namespace tz::cross_check
