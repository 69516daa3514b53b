// Files, terminal and clock for the subcommands: the only place that touches them.
#pragma once
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "port/store.h"

namespace tz::cli {

// A whole file mapped into memory; read only.
class MappedFile {
  public:
    static Result<MappedFile> open(const std::string& path);
    MappedFile(MappedFile&& other) noexcept;
    MappedFile& operator=(MappedFile&& other) noexcept;
    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;
    ~MappedFile();
    std::string_view bytes() const { return {data_, size_}; }

  private:
    MappedFile() = default;
    const char* data_ = nullptr;
    std::size_t size_ = 0;
};

// Writes to a temporary name beside the file, syncs, and renames: never half a file.
Status write_file(const std::string& path, std::string_view bytes);
Status make_folder(const std::string& path);
bool is_folder(const std::string& path);
// File names in a folder, sorted, with one of these endings.
Result<std::vector<std::string>> list_folder(const std::string& path, std::string_view ending);
std::string base_name(std::string_view path);

// On a terminal: one line on the error stream with rows, rate and time left. In a pipe: nothing.
std::unique_ptr<Progress> make_progress();
}  // namespace tz::cli
