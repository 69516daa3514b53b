// Chains of signatures in force: records of the register signing_chain. A check puts the chains of
// its packs in force; one ends on its last day, or by an act that says why. Both are commands with
// a link in the audit chain. A pack that no longer says a chain does not take it away.
#pragma once
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/execute.h"
#include "policy/check/typed.h"

namespace tz {

// A chain, where and when it is in force.
struct ChainInForce {
    std::string pack{};
    std::string pack_digest{};
    Division division{};
    Date from{};
    std::optional<Date> to{};
    std::optional<Date> ended_on{};  // no longer in force from that day
    std::string ended_by{};
    std::string end_reason{};
    std::string name{};
    std::string title{};
    std::string step{};  // "problem.close_out"
    bool voided_by_change = false;
    bool second_person = false;
    std::vector<policy::Signer> signers{};  // in order
    std::string condition{};                // Chain::condition; empty: all are always asked
    std::shared_ptr<const policy::CompiledPacks> asks{};  // that, compiled

    bool is_in_force(Date day) const;
};

// "signing_chain.enforce" and "signing_chain.end", which nothing but the functions below gives;
// "sign_off.sign" and "sign_off.void" likewise (signing.h).
void add_signing_commands(Commands& commands);

std::vector<ChainInForce> chains_of(const policy::CompiledPacks& packs);
// A chain as its record says it; the record's values of a chain.
Result<ChainInForce> chain_from(const Record& record);
Row values_of(const ChainInForce& chain);
// All that were ever put in force.
Result<std::vector<ChainInForce>> chains_kept(Transaction& transaction);
// The chain as it stands before a step of this record: with those only who are asked to sign it.
// Nothing when it doesn't. What its conditions ask and is not known counts as asked.
std::optional<ChainInForce> asked_of(const ChainInForce& chain, const Entity& entity,
                                     const Record& record, Date today);
// The chains that stand before a step of a record on a day: of those of several areas the ones of
// the smallest.
std::vector<ChainInForce> chains_before(std::span<const ChainInForce> chains, std::string_view step,
                                        const Entity& entity, const Record& record, Date today);

struct EnforceReport {
    std::vector<std::string> begun{};   // titles: in force today, and not or otherwise before
    std::vector<std::string> unsaid{};  // still in force, though their pack no longer says them
};
// Puts the chains of these packs in force. One that was ended stays so until its pack says it
// otherwise.
Result<EnforceReport> enforce_chains(Registrar& registrar, Store& store, const Session& session,
                                     const policy::CompiledPacks& packs);
// Ends a chain, named "NAME" or "PACK NAME", from today on.
Status end_chain(Registrar& registrar, Store& store, const Session& session,
                 const std::string& name, const std::string& reason);

}  // namespace tz
