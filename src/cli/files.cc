#include "cli/files.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <filesystem>
#include <utility>

#include "port/quiet_progress.h"

namespace tz::cli {
namespace {

namespace fs = std::filesystem;

Error file_error(const std::string& path, const char* zh, const char* en) {
    const int code = errno;
    const char* reason = std::strerror(code);
    const auto kind = code == ENOENT ? ErrorKind::kNotFound : ErrorKind::kUnavailable;
    if (code == ENOENT)
        return failure(kind, fmt::format("{}文件“{}”:没有这个文件,请检查文件名和路径", zh, path),
                       fmt::format("{} {}: there is no such file; check name and path", en, path),
                       path);
    if (code == ENOSPC)
        return failure(
            kind, fmt::format("{}文件“{}”:磁盘已满,请腾出空间后重试", zh, path),
            fmt::format("{} {}: the disk is full; free some space and try again", en, path), path);
    return failure(kind, fmt::format("{}文件“{}”:{}", zh, path, reason),
                   fmt::format("{} {}: {}", en, path, reason), path);
}

bool write_all(int file, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(file, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

class TerminalProgress : public Progress {
  public:
    ~TerminalProgress() override { clear(); }
    void step(std::string_view what, std::int64_t done, std::int64_t total) override {
        const auto now = Steady::now();
        if (what != what_) {
            clear();
            what_ = what;
            start_ = now;
            last_ = {};
        }
        if (now - last_ < std::chrono::milliseconds(100) && done != total) return;
        last_ = now;
        print(done, total, std::chrono::duration<double>(now - start_).count());
    }

  private:
    using Steady = std::chrono::steady_clock;
    void print(std::int64_t done, std::int64_t total, double seconds) {
        const double rate = seconds > 0.05 ? static_cast<double>(done) / seconds : 0;
        std::string line = fmt::format("{} {}", what_, done);
        if (total > 0) line += fmt::format(" / {}", total);
        if (rate > 0) line += fmt::format("  {:.0f}/s", rate);
        if (rate > 0 && total > done)
            line += fmt::format("  {:.0f} s", static_cast<double>(total - done) / rate);
        fmt::print(stderr, "\r\033[K{}", line);
        std::fflush(stderr);
        is_shown_ = true;
    }
    void clear() {
        if (is_shown_) fmt::print(stderr, "\r\033[K");
        is_shown_ = false;
    }

    std::string what_;
    Steady::time_point start_{};
    Steady::time_point last_{};
    bool is_shown_ = false;
};

}  // namespace

Result<MappedFile> MappedFile::open(const std::string& path) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) return file_error(path, "打不开", "cannot open");
    struct stat info {};
    MappedFile mapped;
    if (::fstat(file, &info) == 0 && S_ISDIR(info.st_mode)) {
        ::close(file);
        errno = EISDIR;
        return file_error(path, "打不开", "cannot open");
    }
    mapped.size_ = static_cast<std::size_t>(info.st_size);
    void* data = mapped.size_ == 0 ? nullptr
                                   : ::mmap(nullptr, mapped.size_, PROT_READ, MAP_PRIVATE, file, 0);
    ::close(file);
    if (data == MAP_FAILED) {
        mapped.size_ = 0;
        return file_error(path, "打不开", "cannot open");
    }
    mapped.data_ = static_cast<const char*>(data);
    return mapped;
}

MappedFile::MappedFile(MappedFile&& other) noexcept
    : data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)) {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
    std::swap(data_, other.data_);
    std::swap(size_, other.size_);
    return *this;
}

MappedFile::~MappedFile() {
    if (data_ != nullptr) ::munmap(const_cast<char*>(data_), size_);
}

Status write_file(const std::string& path, std::string_view bytes) {
    const std::string temporary = path + ".part";
    const int file = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    if (file < 0) return file_error(path, "写不了", "cannot write");
    const bool is_written = write_all(file, bytes) && ::fsync(file) == 0;
    const int code = errno;
    ::close(file);
    errno = code;
    if (is_written && ::rename(temporary.c_str(), path.c_str()) == 0) return ok();
    const Error error = file_error(path, "写不了", "cannot write");
    ::unlink(temporary.c_str());
    return error;
}

Status make_folder(const std::string& path) {
    std::error_code code;
    fs::create_directories(path, code);
    if (!code) return ok();
    errno = code.value();
    return file_error(path, "建不了", "cannot make folder");
}

bool is_folder(const std::string& path) {
    std::error_code code;
    return fs::is_directory(path, code);
}

Result<std::vector<std::string>> list_folder(const std::string& path, std::string_view ending) {
    std::error_code code;
    std::vector<std::string> names;
    for (fs::directory_iterator it(path, code), end; !code && it != end; it.increment(code))
        if (it->path().filename().string().ends_with(ending))
            names.push_back(it->path().filename().string());
    if (code) {
        errno = code.value();
        return file_error(path, "打不开", "cannot open");
    }
    std::ranges::sort(names);
    return names;
}

std::string base_name(std::string_view path) {
    return std::string(path.substr(path.find_last_of('/') + 1));
}

std::unique_ptr<Progress> make_progress() {
    if (::isatty(STDERR_FILENO) == 1) return std::make_unique<TerminalProgress>();
    return std::make_unique<QuietProgress>();
}

}  // namespace tz::cli
