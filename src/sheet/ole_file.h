// The compound file that old office formats (xls, doc) and encrypted new ones are: named streams
// chained from sectors. Takes damaged input; answers empty rather than reading past an end. Pure.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tz::sheet {

class OleFile {
  public:
    static bool is_ole(std::string_view bytes);
    // Nothing when the header or the directory is cut or damaged.
    static std::optional<OleFile> open(std::string_view bytes);

    bool has(std::string_view name) const { return find(name) != nullptr; }
    // The whole stream; nothing when it is not there or part of it is missing.
    std::optional<std::string> stream(std::string_view name) const;

  private:
    struct Entry {
        std::string name{};  // ASCII part of it; others as '?'
        std::uint32_t first = 0;
        std::uint64_t size = 0;
    };
    explicit OleFile(std::string_view bytes) : bytes_(bytes) {}
    bool read_header();
    bool read_table();
    void take_table_sectors(std::string_view numbers);
    bool read_directory(std::uint32_t first);
    const Entry* find(std::string_view name) const;
    std::string_view sector(std::uint32_t number) const;
    std::optional<std::string> chain(std::uint32_t first, std::uint64_t size) const;
    std::optional<std::string> small_chain(std::uint32_t first, std::uint64_t size) const;

    std::string_view bytes_;
    std::size_t sector_size_ = 512;
    std::vector<std::uint32_t> next_{};        // of each sector
    std::vector<std::uint32_t> small_next_{};  // of each small sector
    std::string small_{};                      // the small sectors, end to end
    std::vector<Entry> entries_{};
};

}  // namespace tz::sheet
