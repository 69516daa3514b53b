// The scripts of tests/flows/ on every store, and with the process killed at each step.
#include "app/flow_test.h"

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "store/memory/memory_store.h"
#include "store/sqlite/sqlite_store.h"
#include "store/test_folder.h"

namespace tz {
namespace {

namespace fs = std::filesystem;

std::string text_of(const fs::path& path) {
    std::stringstream text;
    text << std::ifstream(path).rdbuf();
    return text.str();
}

std::vector<std::string> scripts() {
    std::vector<std::string> names;
    for (const auto& file : fs::directory_iterator(fs::path(TZ_DATA_DIR) / "tests/flows"))
        if (file.path().extension() == ".flow") names.push_back(file.path().stem().string());
    std::ranges::sort(names);
    return names;
}

std::string script(const std::string& name) {
    return text_of(fs::path(TZ_DATA_DIR) / "tests/flows" / (name + ".flow"));
}

std::unique_ptr<Store> open_and_migrate(const std::string& path) {
    auto store = open_sqlite(path);
    if (!store || !(*store)->migrate(test::kRegisters)) return nullptr;
    return std::move(*store);
}

class FlowTest : public ::testing::TestWithParam<std::string> {};

TEST_P(FlowTest, Memory) {
    const auto store = make_memory_store();
    EXPECT_EQ(test::Flow(*store).run(script(GetParam())), "");
}

TEST_P(FlowTest, Sqlite) {
    const test::Folder folder("flow");
    const auto store = open_and_migrate(folder.file("county.db"));
    ASSERT_TRUE(store);
    EXPECT_EQ(test::Flow(*store).run(script(GetParam())), "");
}

// Kills the process at the n-th thing that is asked of the store.
class Fuse {
  public:
    explicit Fuse(int steps) : left_(steps) {}
    void burn() {
        if (--left_ == 0) raise(SIGKILL);
    }

  private:
    int left_;
};

class FusedTransaction : public Transaction {
  public:
    FusedTransaction(std::unique_ptr<Transaction> inner, Fuse& fuse)
        : inner_(std::move(inner)), fuse_(fuse) {}
    Result<std::optional<Record>> get(const Entity& e, Id id, const Scope& s) override {
        return lit().get(e, id, s);
    }
    Result<std::vector<Record>> find(const Entity& e, const Query& q, const Scope& s) override {
        return lit().find(e, q, s);
    }
    Result<std::int64_t> count(const Entity& e, const Query& q, const Scope& s) override {
        return lit().count(e, q, s);
    }
    Status scan(const Entity& e, const std::vector<std::size_t>& columns, const When& when,
                const Scope& s, const RecordSink& sink) override {
        return lit().scan(e, columns, when, s, sink);
    }
    Status said_by(const Entity& e, std::string_view source, const Scope& s,
                   const RecordSink& sink) override {
        return lit().said_by(e, source, s, sink);
    }
    Result<std::vector<Version>> history(const Entity& e, Id id, const Scope& s) override {
        return lit().history(e, id, s);
    }
    Status put(const Entity& e, const Record& record, std::int64_t expected) override {
        return lit().put(e, record, expected);
    }
    Status append(const AuditLink& link) override { return lit().append(link); }
    Result<std::optional<AuditLink>> head(std::int64_t county) override {
        return lit().head(county);
    }
    Result<std::vector<std::int64_t>> chains() override { return lit().chains(); }
    Status links(std::int64_t county, std::int64_t from, const LinkSink& sink) override {
        return lit().links(county, from, sink);
    }
    Result<std::optional<std::string>> receipt(Id id) override { return lit().receipt(id); }
    Status put_receipt(Id id, std::string_view bytes) override {
        return lit().put_receipt(id, bytes);
    }
    Result<std::optional<std::string>> setting(std::string_view name) override {
        return lit().setting(name);
    }
    Status put_setting(std::string_view name, std::string_view value) override {
        return lit().put_setting(name, value);
    }
    Status commit() override {
        const Status done = lit().commit();
        fuse_.burn();  // committed, but nobody was told
        return done;
    }

  private:
    Transaction& lit() {
        fuse_.burn();
        return *inner_;
    }
    std::unique_ptr<Transaction> inner_;
    Fuse& fuse_;
};

class FusedStore : public Store {
  public:
    FusedStore(Store& inner, int steps) : inner_(inner), fuse_(steps) {}
    Status migrate(Catalog catalog) override { return inner_.migrate(catalog); }
    Result<std::unique_ptr<Transaction>> begin(Access access) override {
        fuse_.burn();
        ASSIGN_OR_RETURN(auto inner, inner_.begin(access));
        return std::unique_ptr<Transaction>(
            std::make_unique<FusedTransaction>(std::move(inner), fuse_));
    }

  private:
    Store& inner_;
    Fuse fuse_;
};

// What the process had acknowledged when it died.
struct Acknowledged {
    int entity = 0;
    Id id{};
    std::int64_t version = 0;
    std::int64_t county = 0;
};

[[noreturn]] void run_until_killed(const std::string& path, const std::string& text, int steps,
                                   int pipe) {
    const auto store = open_and_migrate(path);
    if (!store) _exit(2);
    FusedStore fused(*store, steps);
    test::Flow flow(fused);
    flow.on_receipt([&](const Entity& entity, const Receipt& receipt) {
        const Acknowledged said{&entity == &test::kPerson, receipt.record, receipt.version,
                                receipt.county};
        if (write(pipe, &said, sizeof said) != sizeof said) _exit(2);
    });
    _exit(flow.run(text).empty() ? 0 : 3);
}

struct Death {
    bool was_killed = false;
    int exit_code = 0;
    std::vector<Acknowledged> said{};
};

Death run_in_child(const std::string& path, const std::string& text, int steps) {
    int ends[2];
    EXPECT_EQ(pipe(ends), 0);
    const pid_t child = fork();
    if (child == 0) run_until_killed(path, text, steps, ends[1]);
    close(ends[1]);
    Death death;
    Acknowledged said;
    while (read(ends[0], &said, sizeof said) == sizeof said) death.said.push_back(said);
    close(ends[0]);
    int status = 0;
    waitpid(child, &status, 0);
    death.was_killed = WIFSIGNALED(status);
    death.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 0;
    return death;
}

std::string faults_of(Store& store) {
    std::string faults;
    const auto summary =
        verify_audit(store, test::kRegisters, Scope::everything("tests verify all of it"),
                     [&](const AuditFault& fault) { faults += fault.text.en + "\n"; });
    return summary ? faults : summary.error().text.en;
}

// Everything that was acknowledged is there.
void expect_kept(Store& store, const std::vector<Acknowledged>& said) {
    const auto transaction = store.begin(Access::kRead);
    ASSERT_TRUE(transaction);
    for (const Acknowledged& one : said) {
        const Entity& entity = one.entity == 0 ? test::kHousehold : test::kPerson;
        const auto record =
            (*transaction)->get(entity, one.id, Scope::of(Division{one.county * 1'000'000}));
        ASSERT_TRUE(record && *record);
        EXPECT_GE((*record)->version, one.version);
    }
}

TEST_P(FlowTest, SurvivesBeingKilledAtEachStep) {
    const std::string text = script(GetParam());
    const test::Folder folder("flow");
    for (int steps = 1;; ++steps) {
        SCOPED_TRACE(fmt::format("killed at step {}", steps));
        const std::string path = folder.file(fmt::format("{}.db", steps));
        const Death death = run_in_child(path, text, steps);
        if (!death.was_killed) {
            EXPECT_EQ(death.exit_code, 0);
            EXPECT_GT(steps, 20);
            return;
        }
        const auto store = open_and_migrate(path);
        ASSERT_TRUE(store);
        EXPECT_EQ(faults_of(*store), "");
        expect_kept(*store, death.said);
        // The client that heard nothing sends everything again: same answers, nothing twice.
        test::Flow again(*store);
        again.only_commands();
        EXPECT_EQ(again.run(text), "");
        EXPECT_EQ(faults_of(*store), "");
        if (HasFailure()) return;
    }
}

INSTANTIATE_TEST_SUITE_P(Scripts, FlowTest, ::testing::ValuesIn(scripts()),
                         [](const auto& name) { return name.param; });

}  // namespace
}  // namespace tz
