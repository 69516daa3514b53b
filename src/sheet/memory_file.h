// A file that exists only in memory, for a library that writes to a path and nowhere else
// (libxlsxwriter 1.1.4). The only place of this folder that talks to the system.
#pragma once
#include <string>
#include <string_view>

#include "base/result.h"

namespace tz::sheet {

class MemoryFile {
  public:
    static Result<MemoryFile> create(std::string_view bytes = {});
    ~MemoryFile();
    MemoryFile(MemoryFile&& other) noexcept;
    MemoryFile& operator=(MemoryFile&& other) noexcept;

    std::string path() const;
    Result<std::string> bytes() const;

  private:
    explicit MemoryFile(int descriptor) : descriptor_(descriptor) {}
    int descriptor_ = -1;
};

}  // namespace tz::sheet
