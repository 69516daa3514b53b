// Chains of signatures: which steps they stand before, who has signed, who is still missing. The
// chains in force are kept in the store, so that no command path forgets them; signatures are
// records of the register sign_off.
#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/execute.h"
#include "domain/workflow/step.h"
#include "policy/check/typed.h"

namespace tz {

// A chain of a pack, where and when it is in force.
struct ChainInForce {
    std::string pack{};
    Division division{};
    Date from{};
    std::optional<Date> to{};
    std::string name{};
    std::string title{};
    std::string command{};  // "problem.close_out"
    bool voided_by_change = false;
    bool second_person = false;
    std::vector<policy::Signer> signers{};  // in order
};

std::vector<ChainInForce> chains_of(const policy::CompiledPacks& packs);
// The chains as the store keeps them.
std::string write_chains(std::span<const ChainInForce> chains);
Result<std::vector<ChainInForce>> read_chains(std::string_view kept);
Result<std::vector<ChainInForce>> chains_kept(Transaction& transaction);
// Puts the chains of these packs in force, in place of what they said before.
Status keep_chains(Store& store, const policy::CompiledPacks& packs);

// The chain that stands before a step of a record on a day; null: none.
const ChainInForce* chain_before(std::span<const ChainInForce> chains, std::string_view command,
                                 Division division, Date today);

// What a signature is given to: everything but what steps change.
std::string content_digest(const Workflow& flow, const Record& record);

// How a record stands with a chain.
struct Standing {
    std::vector<const Record*> signatures{};  // beside chain.signers; null: not signed, or void
    bool is_complete() const;
    // The order that may sign now; 0: all have signed.
    int due_order(const ChainInForce& chain) const;
};
Standing standing_of(const ChainInForce& chain, const Workflow& flow, const Record& record,
                     std::span<const Record> sign_offs);
// Why the step may not be taken yet; nothing when the chain is complete.
std::optional<Error> unsigned_error(const ChainInForce& chain, const Standing& standing);

// The signatures under a record.
Result<std::vector<Record>> sign_offs_of(Transaction& transaction, const Entity& entity,
                                         const Record& record);

struct Signing {
    const Entity* entity = nullptr;
    Id record{};
    std::string role{};  // of the chain: "helper"
    std::string by{};    // who signs
    std::string unit{};
};
struct SigningReport {
    std::string chain{};
    std::vector<std::string> waiting{};  // titles of those who have not signed yet
};
// Signs a record in the chain that stands before one of its steps; refused out of turn.
Result<SigningReport> sign(Registrar& registrar, Store& store, const Session& session,
                           const Signing& signing);

}  // namespace tz
