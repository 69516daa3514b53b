// Signatures in chains (chains.h): who has signed, who is still missing, signing itself. A
// signature is a record of the register sign_off, found by its id, which comes from what was
// signed, the chain and the role; nothing but signing writes it.
#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/ledger/chains.h"
#include "domain/workflow/step.h"

namespace tz {

// What a signature is given to: everything but what steps change.
std::string content_digest(const Workflow& flow, const Record& record);

// The signatures under a record, beside chain.signers; nothing where none was given.
using SignOffs = std::vector<std::optional<Record>>;
Result<SignOffs> sign_offs_of(Transaction& transaction, const ChainInForce& chain,
                              const Entity& entity, const Record& record);

// How a record stands with a chain.
struct Standing {
    std::vector<const Record*> signatures{};  // beside chain.signers; null: not signed, or void
    bool is_complete() const;
    // The order that may sign now; 0: all have signed.
    int due_order(const ChainInForce& chain) const;
};
Standing standing_of(const ChainInForce& chain, const Workflow& flow, const Record& record,
                     const SignOffs& sign_offs);
// Why the step may not be taken yet; nothing when the chain is complete.
std::optional<Error> unsigned_error(const ChainInForce& chain, const Standing& standing);

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

// Marks signatures void whose record has changed since, where their chain asks for it; answers how
// many.
Result<std::int64_t> void_changed(Registrar& registrar, Store& store, const Session& session);

}  // namespace tz
