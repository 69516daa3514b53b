#include "sheet/zip_package.h"

#include <fmt/format.h>
#include <zip.h>

#include <algorithm>

#include "sheet/place.h"

namespace tz::sheet {
namespace {

constexpr std::uint64_t kRatioFrom = 1u << 20;  // small parts may shrink as they like

Error truncated() {
    return invalid("文件不完整或已损坏，可能没有下载、拷贝完整；请重新导出或重新拷贝后再试",
                   "the file is cut short or damaged; export or copy it again");
}

Error needs_password() {
    return invalid(
        "文件加了密码，无法读取；请用 Excel 或 WPS "
        "打开，在“文件—信息（文档加密）”里清除打开密码，保存后再试",
        "the file has a password; open it in Excel or WPS, clear the password, save, try again");
}

Error damaged_part(std::string_view name) {
    return invalid(
        fmt::format("文件已损坏（{} 解不开）；请用 Excel 或 WPS 打开另存后再试", name),
        fmt::format("the file is damaged ({}); open it in a spreadsheet program, save it "
                    "again",
                    name));
}

Error too_large(std::string_view name, std::uint64_t bytes, std::uint64_t stored) {
    return failure(
        ErrorKind::kLimit,
        fmt::format("{} 解压后超过限度（压缩前后 {} : {} 字节），可能是恶意文件，没有读取", name,
                    bytes, stored),
        fmt::format("{} inflates past the limit ({} : {} bytes), perhaps a zip bomb; refused", name,
                    bytes, stored));
}

}  // namespace

ZipPart::ZipPart(zip_file* file, std::string name, std::uint64_t stored, Allowance allowance)
    : file_(file), name_(std::move(name)), stored_(stored), allowance_(allowance) {}

ZipPart::~ZipPart() { zip_fclose(file_); }

std::int64_t ZipPart::refuse(Error error) {
    error_ = std::move(error);
    return -1;
}

bool ZipPart::is_over() const {
    const bool swollen = allowance_.ratio > 0 && inflated_ > kRatioFrom &&
                         inflated_ / std::max<std::uint64_t>(stored_, 1) >= allowance_.ratio;
    return swollen || inflated_ > allowance_.bytes;
}

std::int64_t ZipPart::read(char* into, std::size_t size) {
    const zip_int64_t got = zip_fread(file_, into, size);
    if (got < 0) return refuse(damaged_part(name_));
    inflated_ += static_cast<std::uint64_t>(got);
    return is_over() ? refuse(too_large(name_, inflated_, stored_)) : got;
}

std::string ZipPackage::key(std::string_view name) {
    std::string key(name.substr(std::min(name.find_first_not_of("/\\"), name.size())));
    std::ranges::transform(key, key.begin(), [](char c) {
        if (c == '\\') return '/';
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    });
    return key;
}

Result<std::unique_ptr<ZipPackage>> ZipPackage::open(std::string_view bytes, std::string_view file,
                                                     const Limits& limits) {
    zip_source_t* source =
        zip_source_buffer_create(bytes.data(), bytes.size(), /*freep=*/0, nullptr);
    zip_t* archive = source ? zip_open_from_source(source, ZIP_RDONLY, nullptr) : nullptr;
    if (!archive) {
        zip_source_free(source);
        const Error error = truncated();
        return bad_file(file, error.text.zh, error.text.en);
    }
    std::unique_ptr<ZipPackage> package(new ZipPackage(archive));
    const auto count = static_cast<std::uint64_t>(zip_get_num_entries(archive, 0));
    if (count > limits.parts) {
        return fault_at({.file = file}, ErrorKind::kLimit,
                        fmt::format("压缩包里有 {} 个部分，超过 {} 个的限度", count, limits.parts),
                        fmt::format("{} parts, more than the {} allowed", count, limits.parts));
    }
    for (std::uint64_t i = 0; i < count; ++i) {
        const char* name = zip_get_name(archive, i, ZIP_FL_ENC_RAW);
        if (name) package->index_.emplace(key(name), i);
    }
    return package;
}

ZipPackage::~ZipPackage() { zip_discard(archive_); }

// Errors name the part; the reader adds the file.
Result<std::unique_ptr<ZipPart>> ZipPackage::part(std::string_view name,
                                                  ZipPart::Allowance allowance) {
    const auto found = index_.find(key(name));
    if (found == index_.end()) {
        return invalid(fmt::format("文件里缺少 {}，已损坏；请重新导出", name),
                       fmt::format("{} is missing; export the file again", name));
    }
    zip_stat_t stat{};
    zip_stat_index(archive_, found->second, 0, &stat);
    if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) && stat.encryption_method != ZIP_EM_NONE) {
        return needs_password();
    }
    zip_file_t* file = zip_fopen_index(archive_, found->second, 0);
    if (!file) return damaged_part(name);
    const std::uint64_t stored = (stat.valid & ZIP_STAT_COMP_SIZE) ? stat.comp_size : 0;
    return std::make_unique<ZipPart>(file, std::string(name), stored, allowance);
}

}  // namespace tz::sheet
