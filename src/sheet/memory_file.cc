#include "sheet/memory_file.h"

#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <utility>

namespace tz::sheet {
namespace {

Error no_memory() {
    return failure(ErrorKind::kUnavailable, "内存不足，无法处理表格文件；请关闭其他程序后再试",
                   "not enough memory for the spreadsheet; close other programs and try again");
}

}  // namespace

Result<MemoryFile> MemoryFile::create(std::string_view bytes) {
    MemoryFile file(memfd_create("sheet", MFD_CLOEXEC));
    if (file.descriptor_ < 0) return no_memory();
    while (!bytes.empty()) {
        const ssize_t wrote = write(file.descriptor_, bytes.data(), bytes.size());
        if (wrote <= 0) return no_memory();
        bytes.remove_prefix(static_cast<std::size_t>(wrote));
    }
    return file;
}

MemoryFile::~MemoryFile() {
    if (descriptor_ >= 0) close(descriptor_);
}

MemoryFile::MemoryFile(MemoryFile&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)) {}

MemoryFile& MemoryFile::operator=(MemoryFile&& other) noexcept {
    std::swap(descriptor_, other.descriptor_);
    return *this;
}

std::string MemoryFile::path() const { return fmt::format("/proc/self/fd/{}", descriptor_); }

Result<std::string> MemoryFile::bytes() const {
    struct stat about {};
    if (fstat(descriptor_, &about) != 0) return no_memory();
    std::string bytes(static_cast<std::size_t>(about.st_size), '\0');
    for (std::size_t at = 0; at < bytes.size();) {
        const ssize_t got =
            pread(descriptor_, bytes.data() + at, bytes.size() - at, static_cast<off_t>(at));
        if (got <= 0) return no_memory();
        at += static_cast<std::size_t>(got);
    }
    return bytes;
}

}  // namespace tz::sheet
