// A folder for the databases of one test process, removed at its end. In memory where there is
// such a place: tests kill processes, they do not cut the power.
#pragma once
#include <unistd.h>

#include <filesystem>
#include <string>

namespace tz::test {

class Folder {
  public:
    explicit Folder(const std::string& name) {
        const std::filesystem::path memory = "/dev/shm";
        const std::filesystem::path root =
            std::filesystem::exists(memory) ? memory : std::filesystem::temp_directory_path();
        path_ = root / ("taizhang_" + name + "_" + std::to_string(getpid()));
        std::filesystem::remove_all(path_);
        std::filesystem::create_directories(path_);
    }
    ~Folder() { std::filesystem::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    const std::filesystem::path& path() const { return path_; }
    std::string file(const std::string& name) const { return (path_ / name).string(); }

  private:
    std::filesystem::path path_;
};

}  // namespace tz::test
