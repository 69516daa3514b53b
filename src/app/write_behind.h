// A write transaction whose writes are done by a second thread while the caller decides the next
// ones. What was fetched before and what was put is answered from memory; any other question
// waits until everything is written. One caller at a time; a failed write is reported by the next
// question or by commit(), and nothing is kept then.
#pragma once
#include <memory>
#include <optional>
#include <thread>
#include <unordered_map>
#include <variant>
#include <vector>

#include "app/belt.h"
#include "port/store.h"

namespace tz {

class WriteBehind final : public Transaction {
  public:
    explicit WriteBehind(Transaction& inner) : inner_(inner) {}
    WriteBehind(const WriteBehind&) = delete;
    WriteBehind& operator=(const WriteBehind&) = delete;
    ~WriteBehind() override;

    // Reads a record that will be asked for with the same scope.
    Status fetch(const Entity& entity, Id id, const Scope& scope);

    Result<std::optional<Record>> get(const Entity&, Id, const Scope&) override;
    Result<std::vector<Record>> find(const Entity&, const Query&, const Scope&) override;
    Result<std::int64_t> count(const Entity&, const Query&, const Scope&) override;
    Status scan(const Entity&, const std::vector<std::size_t>&, const When&, const Scope&,
                const RecordSink&) override;
    Status said_by(const Entity&, std::string_view, const Scope&, const RecordSink&) override;
    Result<std::vector<Version>> history(const Entity&, Id, const Scope&) override;
    Status put(const Entity&, const Record&, std::int64_t expected) override;
    Status append(const AuditLink&) override;
    Result<std::optional<AuditLink>> head(std::int64_t county) override;
    Result<std::vector<std::int64_t>> chains() override;
    Status links(std::int64_t county, std::int64_t from_sequence, const LinkSink&) override;
    Result<std::optional<std::string>> receipt(Id command) override;
    Status put_receipt(Id command, std::string_view receipt) override;
    Result<std::optional<std::string>> setting(std::string_view name) override;
    Status put_setting(std::string_view name, std::string_view value) override;
    Status commit() override;

  private:
    using Kept = std::shared_ptr<const Record>;  // null: there is none
    struct Put {
        const Entity* entity = nullptr;
        Kept record{};
        std::int64_t expected = 0;
    };
    using Work = std::variant<Put, AuditLink>;
    struct Key {
        const Entity* entity = nullptr;
        Id id{};
        bool operator==(const Key&) const = default;
    };
    struct KeyHash {
        std::size_t operator()(const Key& key) const {
            return IdHash{}(key.id) ^ std::hash<const void*>{}(key.entity);
        }
    };

    Status add(Work work);
    Status do_all(const std::vector<Work>& works);
    void start();
    Status settle();  // everything is written, or why not
    void keep(const Entity& entity, const Kept& record);

    Transaction& inner_;
    Division area_{};                                // of what was fetched
    std::unordered_map<Key, Kept, KeyHash> kept_{};  // fetched or put
    std::vector<Work> works_{};                      // not handed over yet
    std::optional<Belt<std::vector<Work>>> belt_{};  // while the second thread runs
    std::thread thread_{};
    Status written_ = ok();  // of the second thread; read when it has ended
};

}  // namespace tz
