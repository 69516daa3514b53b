#include "sheet/ole_file.h"

#include <algorithm>
#include <limits>

#include "sheet/little_endian.h"

namespace tz::sheet {
namespace {

constexpr std::string_view kMagic = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
constexpr std::size_t kHeader = 512;
constexpr std::size_t kEntry = 128;
constexpr std::size_t kSmallSector = 64;
constexpr std::uint64_t kSmallStream = 4096;       // streams below live in small sectors
constexpr std::uint32_t kLastNumber = 0xFFFFFFFA;  // greater ones are marks, not sectors
constexpr std::uint64_t kAny = std::numeric_limits<std::uint64_t>::max();

std::vector<std::uint32_t> numbers_in(std::string_view bytes) {
    std::vector<std::uint32_t> numbers;
    for (std::size_t i = 0; i + 4 <= bytes.size(); i += 4) numbers.push_back(u32_at(bytes, i));
    return numbers;
}

}  // namespace

bool OleFile::is_ole(std::string_view bytes) { return bytes.starts_with(kMagic); }

std::optional<OleFile> OleFile::open(std::string_view bytes) {
    OleFile file(bytes);
    if (!is_ole(bytes) || bytes.size() < kHeader || !file.read_header()) return std::nullopt;
    return file;
}

bool OleFile::read_header() {
    const std::uint32_t shift = u16_at(bytes_, 0x1E);
    if (shift != 9 && shift != 12) return false;
    sector_size_ = std::size_t{1} << shift;
    return read_table() && read_directory(u32_at(bytes_, 0x30));
}

// The table of what follows each sector; where its own sectors are stands in the header and, for
// files over some 7 MB, in a chain behind it.
bool OleFile::read_table() {
    take_table_sectors(bytes_.substr(0x4C, kHeader - 0x4C));
    std::uint32_t more = u32_at(bytes_, 0x44);
    for (std::size_t i = 0; more < kLastNumber && i <= bytes_.size() / sector_size_; ++i) {
        const std::string_view list = sector(more);
        if (list.size() != sector_size_) return false;
        take_table_sectors(list.substr(0, list.size() - 4));
        more = u32_at(list, list.size() - 4);
    }
    return !next_.empty();
}

void OleFile::take_table_sectors(std::string_view numbers) {
    for (std::uint32_t number : numbers_in(numbers)) {
        if (number >= kLastNumber || next_.size() > bytes_.size()) return;
        const auto part = numbers_in(sector(number));
        next_.insert(next_.end(), part.begin(), part.end());
    }
}

bool OleFile::read_directory(std::uint32_t first) {
    const auto directory = chain(first, kAny);
    if (!directory || directory->size() < kEntry) return false;
    for (std::size_t at = 0; at + kEntry <= directory->size(); at += kEntry) {
        const std::string_view raw = std::string_view(*directory).substr(at, kEntry);
        const std::size_t letters = std::min<std::size_t>(u16_at(raw, 0x40) / 2, 32);
        Entry entry;
        for (std::size_t i = 0; i + 1 < letters; ++i) {
            const std::uint16_t unit = u16_at(raw, i * 2);
            entry.name.push_back(unit < 0x80 ? static_cast<char>(unit) : '?');
        }
        entry.first = u32_at(raw, 0x74);
        entry.size = u32_at(raw, 0x78);
        if (raw[0x42] != 0) entries_.push_back(std::move(entry));
    }
    if (entries_.empty()) return false;
    // The first entry is the root; its stream holds the small sectors.
    small_ = chain(entries_[0].first, entries_[0].size).value_or("");
    small_next_ = numbers_in(chain(u32_at(bytes_, 0x3C), kAny).value_or(""));
    return true;
}

const OleFile::Entry* OleFile::find(std::string_view name) const {
    const auto found = std::ranges::find(entries_, name, &Entry::name);
    return found == entries_.end() ? nullptr : &*found;
}

std::string_view OleFile::sector(std::uint32_t number) const {
    const std::uint64_t begin = (std::uint64_t{number} + 1) * sector_size_;
    if (begin + sector_size_ > bytes_.size()) {
        // The last sector may be short.
        return begin < bytes_.size() ? bytes_.substr(begin) : std::string_view();
    }
    return bytes_.substr(begin, sector_size_);
}

// kAny: to the end of the chain.
std::optional<std::string> OleFile::chain(std::uint32_t first, std::uint64_t size) const {
    std::string out;
    const std::size_t most = bytes_.size() / sector_size_ + 1;  // longer ones go in circles
    std::uint32_t at = first;
    for (std::size_t i = 0; out.size() < size; ++i) {
        if (at >= kLastNumber && size == kAny) break;
        const std::string_view data = at < kLastNumber ? sector(at) : std::string_view();
        if (data.empty() || i > most || at >= next_.size()) return std::nullopt;
        out.append(data.substr(0, std::min<std::uint64_t>(data.size(), size - out.size())));
        at = next_[at];
    }
    return out;
}

std::optional<std::string> OleFile::small_chain(std::uint32_t first, std::uint64_t size) const {
    std::string out;
    for (std::uint32_t at = first; out.size() < size;) {
        const std::size_t begin = std::size_t{at} * kSmallSector;
        if (at >= small_next_.size() || begin >= small_.size()) return std::nullopt;
        const std::size_t take = std::min<std::size_t>(kSmallSector, size - out.size());
        out.append(small_.substr(begin, take));
        if (out.size() % kSmallSector != 0 && out.size() < size) return std::nullopt;
        at = small_next_[at];
    }
    return out;
}

std::optional<std::string> OleFile::stream(std::string_view name) const {
    const Entry* entry = find(name);
    if (!entry) return std::nullopt;
    return entry->size < kSmallStream ? small_chain(entry->first, entry->size)
                                      : chain(entry->first, entry->size);
}

}  // namespace tz::sheet
