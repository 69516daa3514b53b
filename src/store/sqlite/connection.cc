#include "store/sqlite/connection.h"

#include <array>
#include <utility>

#include "store/sqlite/failure.h"

namespace tz {
namespace {

// Questions have a handful of shapes; more than this many means they are made from input.
constexpr std::size_t kMaxKept = 256;

// Big-endian, so that the order of bytes is the order of ids.
std::array<char, 16> to_bytes(Id id) {
    std::array<char, 16> out{};
    for (std::size_t i = 0; i < 8; ++i) {
        out[i] = static_cast<char>(id.high >> (56 - 8 * i) & 0xff);
        out[8 + i] = static_cast<char>(id.low >> (56 - 8 * i) & 0xff);
    }
    return out;
}

std::uint64_t from_bytes(const unsigned char* bytes) {
    std::uint64_t value = 0;
    for (int i = 0; i < 8; ++i) value = value << 8 | bytes[i];
    return value;
}

// SQLite's own count of its memory costs a lock with every allocation; nobody reads it.
void configure_library() {
    static const int code = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    static_cast<void>(code);
}

}  // namespace

void Statement::bind(int place, Id id) {
    const std::array<char, 16> bytes = to_bytes(id);
    sqlite3_bind_blob(get(), place, bytes.data(), 16, SQLITE_TRANSIENT);
}

void Statement::bind_text(int place, std::string_view text) {
    sqlite3_bind_text(get(), place, text.empty() ? "" : text.data(), static_cast<int>(text.size()),
                      SQLITE_STATIC);
}

void Statement::bind_bytes(int place, std::string_view bytes) {
    sqlite3_bind_blob64(get(), place, bytes.empty() ? "" : bytes.data(), bytes.size(),
                        SQLITE_STATIC);
}

void Statement::bind(int place, const Value& value) {
    if (const auto* number = std::get_if<std::int64_t>(&value)) return bind(place, *number);
    if (const auto* text = std::get_if<std::string>(&value)) return bind_text(place, *text);
    if (const auto* flag = std::get_if<bool>(&value)) return bind(place, std::int64_t{*flag});
    if (const auto* reference = std::get_if<Id>(&value)) return bind(place, *reference);
    sqlite3_bind_null(get(), place);
}

void Statement::bind_all(const std::vector<Value>& values) {
    for (std::size_t i = 0; i < values.size(); ++i) bind(static_cast<int>(i) + 1, values[i]);
}

Result<bool> Statement::step() {
    const int code = sqlite3_step(get());
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) return false;
    return connection_->error(code);
}

int Statement::run_code() {
    const int code = sqlite3_step(get());
    reset();
    return code;
}

Status Statement::run() {
    const int code = run_code();
    if (code != SQLITE_DONE) return connection_->error(code);
    return ok();
}

std::string_view Statement::bytes(int column) const {
    sqlite3_value* value = sqlite3_column_value(get(), column);
    const void* data = sqlite3_value_blob(value);
    if (data == nullptr) return {};
    return {static_cast<const char*>(data), static_cast<std::size_t>(sqlite3_value_bytes(value))};
}

Id Statement::id(int column) const {
    const std::string_view raw = bytes(column);
    if (raw.size() != 16) return {};
    const auto* data = reinterpret_cast<const unsigned char*>(raw.data());
    return {from_bytes(data), from_bytes(data + 8)};
}

// Asks for the value once: the column functions check and lock again with each question.
void Statement::read(int column, Type type, Value& into) const {
    sqlite3_value* value = sqlite3_column_value(get(), column);
    if (sqlite3_value_type(value) == SQLITE_NULL) {
        into = std::monostate{};
    } else if (type == Type::kText) {
        const std::string_view text = bytes(column);
        if (auto* kept = std::get_if<std::string>(&into))
            kept->assign(text);
        else
            into.emplace<std::string>(text);
    } else if (type == Type::kReference) {
        into = id(column);
    } else if (type == Type::kBool) {
        into = sqlite3_value_int64(value) != 0;
    } else {
        into = static_cast<std::int64_t>(sqlite3_value_int64(value));
    }
}

Result<std::unique_ptr<Connection>> Connection::open(const std::string& path, int flags) {
    configure_library();
    sqlite3* handle = nullptr;
    const int code = sqlite3_open_v2(path.c_str(), &handle, flags | SQLITE_OPEN_NOMUTEX, nullptr);
    std::unique_ptr<Connection> out(new Connection(path, handle));
    if (code != SQLITE_OK) return out->error(code);
    sqlite3_extended_result_codes(handle, 1);
    return out;
}

Error Connection::error(int code) const {
    return sqlite_failure(code, path_, sqlite3_errmsg(handle_.get()));
}

Result<Statement> Connection::prepare(std::string_view sql) {
    sqlite3_stmt* handle = nullptr;
    const int code = sqlite3_prepare_v3(handle_.get(), sql.data(), static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &handle, nullptr);
    if (code != SQLITE_OK) return error(code);
    return Statement(*this, handle);
}

Result<Lease> Connection::lease(const std::string& sql) {
    const auto kept = kept_.find(sql);
    if (kept != kept_.end() && !kept->second.is_active()) return Lease(&kept->second);
    ASSIGN_OR_RETURN(Statement made, prepare(sql));
    if (kept != kept_.end() || kept_.size() >= kMaxKept) return Lease(std::move(made));
    return Lease(&kept_.insert_or_assign(sql, std::move(made)).first->second);
}

Status Connection::execute(const std::string& sql) {
    const int code = sqlite3_exec(handle_.get(), sql.c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) return error(code);
    return ok();
}

Result<std::int64_t> Connection::number(const std::string& sql) {
    ASSIGN_OR_RETURN(Statement statement, prepare(sql));
    ASSIGN_OR_RETURN(const bool has_row, statement.step());
    return has_row ? statement.whole(0) : 0;
}

}  // namespace tz
