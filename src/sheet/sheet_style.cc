#include "sheet/sheet_style.h"

#include <string>

namespace tz::sheet {
namespace {

constexpr double kTitlePoints = 22;
constexpr double kTextPoints = 11;
constexpr lxw_color_t kHeaderFill = 0xDDEBF7;
constexpr lxw_color_t kEditableFill = 0xFFFBE6;
constexpr const char* kHeadFont = "宋体";
constexpr const char* kBodyFont = "仿宋";

std::string number_format(const StyleKey& key) {
    if (key.look == Look::kPlain || key.kind == Kind::kText || key.kind == Kind::kBool) return "@";
    if (key.kind == Kind::kMoney) return "#,##0.00";
    if (key.kind == Kind::kDate) return "yyyy\\-mm\\-dd";
    if (key.decimals == 0) return "0";
    return "0." + std::string(static_cast<std::size_t>(key.decimals), '0');
}

void align(lxw_format* format, std::uint8_t horizontal, bool wrap) {
    format_set_align(format, horizontal);
    format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
    if (wrap) format_set_text_wrap(format);
}

void style_cell(lxw_format* format, const StyleKey& key) {
    format_set_num_format(format, number_format(key).c_str());
    if (key.look == Look::kPlain) return;
    const bool number = key.kind == Kind::kNumber || key.kind == Kind::kMoney;
    const bool centred = key.centred || key.kind == Kind::kDate || key.kind == Kind::kBool;
    const std::uint8_t side = number ? LXW_ALIGN_RIGHT : LXW_ALIGN_LEFT;
    align(format, centred ? std::uint8_t{LXW_ALIGN_CENTER} : side, key.wrap);
    format_set_border(format, LXW_BORDER_THIN);
    if (key.locked) return;
    format_set_unlocked(format);
    format_set_bg_color(format, kEditableFill);
}

void style_header(lxw_format* format, const StyleKey& key) {
    if (key.look == Look::kPlain) return;
    format_set_bold(format);
    format_set_bg_color(format, kHeaderFill);
    format_set_border(format, LXW_BORDER_THIN);
    align(format, LXW_ALIGN_CENTER, true);
}

}  // namespace

lxw_format* Styles::get(const StyleKey& key) {
    lxw_format*& made = made_[key];
    if (!made) made = make(key);
    return made;
}

lxw_format* Styles::make(const StyleKey& key) {
    lxw_format* format = workbook_add_format(book_);
    format_set_font_name(format, key.part == Part::kCell ? kBodyFont : kHeadFont);
    format_set_font_size(format, key.part == Part::kTitle ? kTitlePoints : kTextPoints);
    switch (key.part) {
        case Part::kTitle:
            format_set_bold(format);
            align(format, LXW_ALIGN_CENTER, false);
            break;
        case Part::kSubtitleLeft:
        case Part::kSubtitleRight:
            align(format, key.part == Part::kSubtitleLeft ? LXW_ALIGN_LEFT : LXW_ALIGN_RIGHT,
                  false);
            break;
        case Part::kHeader:
            style_header(format, key);
            break;
        case Part::kCell:
            style_cell(format, key);
            break;
    }
    return format;
}

}  // namespace tz::sheet
