// The register of imports: what was read when, so that an import that was cut off goes on, and a
// whole file can be taken back. Owned by one import; one thread at a time.
#pragma once
#include <string>
#include <string_view>

#include "app/import/import.h"
#include "app/import/mapping.h"

namespace tz::intake {

// What an import is known by.
struct BatchKey {
    std::string file_name{};
    std::string digest{};  // of the bytes, hexadecimal
    std::string layout{};
    std::string source{};  // whose file it is
    std::string wishes{};  // mapping and dates: other wishes are another content
    Division division{};
    std::optional<Month> month{};
};

class Batch {
  public:
    static Result<Batch> open(Store& store, Registrar& registrar, const Session& session,
                              BatchKey key);
    // Written down as started: its chunks are remembered under its ids.
    bool is_begun() const { return attempt_ != 0; }
    bool is_resumed() const { return is_resumed_; }
    Status begin();
    Status finish(const ImportReport& report);
    // What the values are said by.
    const std::string& source() const { return source_; }
    Id id() const { return id_; }
    Id chunk_id(std::uint32_t sheet, std::int64_t first_row) const;

  private:
    Batch(Registrar& registrar, const Session& session, BatchKey key)
        : registrar_(&registrar), session_(&session), key_(std::move(key)) {}
    void name_source();
    Result<Receipt> put(int state, const ImportReport* report);

    Registrar* registrar_;
    const Session* session_;
    BatchKey key_;
    Id id_{};
    std::int64_t version_ = 0;  // of the batch record
    std::int64_t attempt_ = 0;  // the version with which this run began; 0: not begun
    bool is_resumed_ = false;
    std::string source_;
};

Status mark_undone(Registrar& registrar, Store& store, const Session& session,
                   std::string_view source);

// Columns a person has placed before, of this source.
Result<Answers> load_learnt(Store& store, const Session& session, std::string_view source);
Status keep_learnt(Registrar& registrar, const Session& session, std::string_view source,
                   Division division, const Answers& answers);

}  // namespace tz::intake
