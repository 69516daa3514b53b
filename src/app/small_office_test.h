// A county's small register for tests: an empty store, somebody who writes to it, packs as text.
#pragma once
#include <gtest/gtest.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/flow_test.h"
#include "app/policy_run/check.h"
#include "app/workflow.h"
#include "domain/catalog.h"
#include "policy/compile.h"
#include "port/quiet_progress.h"
#include "store/memory/memory_store.h"

namespace tz::test {

using Pairs = std::vector<std::pair<std::string_view, Value>>;

class SmallOffice {
  protected:
    static constexpr Division kCounty{430424000000};
    static constexpr std::int64_t kVillage = 430424100201;

    SmallOffice() : store_(make_memory_store()), commands_(catalog()) {
        add_workflow_commands(commands_);
        EXPECT_TRUE(store_->migrate(catalog()));
        registrar_.emplace(*store_, clock_, random_, commands_);
    }

    static Session office(const char* actor, Role role) {
        return {actor, role, Scope::of(kCounty)};
    }
    Receipt put(const Entity& entity, const Pairs& pairs) {
        Envelope envelope;
        envelope.command = std::string(entity.name) + ".put";
        envelope.holds_from = holds_from_;
        for (const auto& [name, value] : pairs)
            envelope.patch.push_back({entity.index(name), value});
        const auto receipt = registrar_->execute(office("张三", Role::kCounty), envelope);
        EXPECT_TRUE(receipt) << receipt.error().text.en;
        return receipt ? *receipt : Receipt{};
    }

    // A pack of one file whose document is `law`.
    static policy::PackSource pack(std::string_view text) {
        constexpr const char* kToml =
            "name = \"test\"\ntitle = \"试验\"\ndivision = \"4304\"\nfrom = \"2020-01-01\"\n"
            "[documents.law]\ntitle = \"试验\"\n";
        return {"test", {{"pack.toml", kToml}, {"a.tz", std::string(text)}}};
    }
    static policy::CompiledPacks compiled(std::string_view text,
                                          policy::Vocabulary vocabulary = {}) {
        const policy::PackSource source = pack(text);
        policy::Compiled out = policy::compile({&source, 1}, catalog(), vocabulary);
        for (const auto& diagnostic : out.diagnostics)
            EXPECT_TRUE(out.ok()) << diagnostic.message.en;
        return std::move(out.packs);
    }
    static CheckOptions options_of(const char* as_of) {
        CheckOptions options;
        options.as_of = *parse_date(as_of);
        options.division = kCounty;
        options.threads = 1;
        return options;
    }

    std::unique_ptr<Store> store_;
    FlowClock clock_;
    FlowRandom random_;
    Commands commands_;
    std::optional<Registrar> registrar_;
    QuietProgress progress_;
    std::optional<Date> holds_from_{};  // of what is put; empty: the day of the clock
};

}  // namespace tz::test
