// The parts of an office file in a zip archive, inflated as a stream and within limits. Pure: works
// on bytes in memory. One thread at a time.
#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/result.h"
#include "sheet/reader.h"

struct zip;
struct zip_file;

namespace tz::sheet {

// One part being read. Says what went wrong when a read answers -1.
class ZipPart {
  public:
    struct Allowance {
        std::uint64_t bytes = 0;
        std::uint64_t ratio = 0;  // 0: not limited
    };
    ZipPart(zip_file* file, std::string name, std::uint64_t stored, Allowance allowance);
    ~ZipPart();
    ZipPart(const ZipPart&) = delete;
    ZipPart& operator=(const ZipPart&) = delete;

    std::int64_t read(char* into, std::size_t size);
    const Error& error() const { return error_; }

  private:
    std::int64_t refuse(Error error);
    bool is_over() const;

    zip_file* file_;
    std::string name_;
    std::uint64_t stored_;
    std::uint64_t inflated_ = 0;
    Allowance allowance_;
    Error error_{};
};

class ZipPackage {
  public:
    static Result<std::unique_ptr<ZipPackage>> open(std::string_view bytes, std::string_view file,
                                                    const Limits& limits);
    ~ZipPackage();
    ZipPackage(const ZipPackage&) = delete;
    ZipPackage& operator=(const ZipPackage&) = delete;

    // Names are compared without regard to case, leading and backward slashes.
    bool has(std::string_view name) const { return index_.contains(key(name)); }
    Result<std::unique_ptr<ZipPart>> part(std::string_view name, ZipPart::Allowance allowance);

  private:
    explicit ZipPackage(zip* archive) : archive_(archive) {}
    static std::string key(std::string_view name);

    zip* archive_;
    std::unordered_map<std::string, std::uint64_t> index_{};
};

}  // namespace tz::sheet
