#include "app/ledger/signing.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/digest.h"
#include "domain/ledger/ledger_file.h"
#include "schema/convert.h"

namespace tz {
namespace {

constexpr std::size_t kRegister = at(kSignOff, "subject_register"),
                      kSubject = at(kSignOff, "subject"), kRole = at(kSignOff, "role"),
                      kSigner = at(kSignOff, "signer"), kChainName = at(kSignOff, "chain_name"),
                      kVoided = at(kSignOff, "voided_on"),
                      kContent = at(kSignOff, "content_digest"),
                      kPosition = at(kSignOff, "position"), kSignedOn = at(kSignOff, "signed_on"),
                      kUnit = at(kSignOff, "signer_unit"), kArea = at(kSignOff, "division");
bool is_text(const Value& value, std::string_view wanted) { return text_or_empty(value) == wanted; }

// Whether a signature still counts.
bool counts(const Record& sign_off, const ChainInForce& chain, std::string_view digest) {
    if (sign_off.retired || is_known(sign_off.values[kVoided])) return false;
    return !chain.voided_by_change || is_text(sign_off.values[kContent], digest);
}

Id sign_off_id(const ChainInForce& chain, const Entity& entity, const Record& record,
               std::string_view role) {
    return derive_id("sign_off", fmt::format("{}/{}/{}/{}", entity.name, to_string(record.id),
                                             chain.name, role));
}

bool is_of_somebody_before(const Standing& standing, const Record& sign_off) {
    return std::ranges::any_of(standing.signatures, [&](const Record* other) {
        return other && is_text(other->values[kSigner], text_or_empty(sign_off.values[kSigner]));
    });
}

std::optional<ChainInForce> chain_of_role(std::span<const ChainInForce> chains,
                                          const Workflow& flow, const Record& record, Date today,
                                          std::string_view role) {
    for (const Step& one : flow.steps)
        for (const ChainInForce& chain :
             chains_before(chains, one.command, *flow.entity, record, today))
            if (std::ranges::find(chain.signers, role, &policy::Signer::role) !=
                chain.signers.end())
                return chain;
    return std::nullopt;
}

Error no_chain(const Signing& signing) {
    return failure(ErrorKind::kPrecondition, fmt::format("没有要“{}”签字的环节", signing.role),
                   fmt::format("no chain in force asks {} to sign", signing.role), "role");
}

// The signer of that role may sign now; or why not.
std::optional<Error> out_of_turn(const ChainInForce& chain, const Standing& standing,
                                 const Signing& signing) {
    const auto place = std::ranges::find(chain.signers, signing.role, &policy::Signer::role);
    const auto i = static_cast<std::size_t>(place - chain.signers.begin());
    if (standing.signatures[i] != nullptr)
        return failure(ErrorKind::kPrecondition, fmt::format("“{}”已经签过", place->title),
                       fmt::format("{} has signed already", signing.role), "role");
    const int due = standing.due_order(chain);
    if (place->order > due) {
        const auto before = std::ranges::find(chain.signers, due, &policy::Signer::order);
        return failure(ErrorKind::kPrecondition,
                       fmt::format("“{}”还没签，轮不到“{}”", before->title, place->title),
                       fmt::format("{} signs before {}", before->role, signing.role), "role");
    }
    for (const Record* other : standing.signatures) {
        if (!chain.second_person || !other || !is_text(other->values[kSigner], signing.by))
            continue;
        return failure(ErrorKind::kPrecondition, fmt::format("{}已经以另一身份签过", signing.by),
                       fmt::format("{} has signed in another role", signing.by), "signer");
    }
    return std::nullopt;
}

// The reference by which a signature points at records of that register.
std::size_t reference_to(const Entity& entity) {
    const auto it = std::ranges::find_if(
        kSignOffFields, [&](const Field& field) { return field.refers_to == entity.name; });
    return static_cast<std::size_t>(it - std::begin(kSignOffFields));
}

Envelope envelope_of(const ChainInForce& chain, const Workflow& flow, const Record& record,
                     const Signing& signing, const std::optional<Record>& before, Date today) {
    const Entity& entity = *signing.entity;
    const auto signer = std::ranges::find(chain.signers, signing.role, &policy::Signer::role);
    Envelope out;
    out.command = "sign_off.sign";
    out.record = sign_off_id(chain, entity, record, signing.role);
    out.base_version = before ? before->version : 0;
    out.source = "ledger.sign";
    out.patch = {{kArea, division_of(entity, record.values).code},
                 {kRegister, std::string(entity.name)},
                 {kSubject, to_string(record.id)},
                 {kChainName, chain.name},
                 {kPosition, std::int64_t{signer->order}},
                 {kRole, std::int64_t{kSignRoles.by_name(signing.role)->code}},
                 {kSigner, signing.by},
                 {kSignedOn, std::int64_t{today.days}},
                 {kContent, content_digest(flow, record)},
                 {kVoided, Value{}}};
    if (!signing.unit.empty()) out.patch.push_back({kUnit, signing.unit});
    const std::size_t reference = reference_to(entity);
    if (reference < kSignOff.fields.size()) out.patch.push_back({reference, record.id});
    return out;
}

// Whether a signature stands under a record that says something else by now.
Result<bool> has_changed(Transaction& transaction, std::span<const ChainInForce> chains,
                         const Record& sign_off, const Scope& scope) {
    const Workflow* flow = find_workflow(text_or_empty(sign_off.values[kRegister]));
    const auto id = parse_id(text_or_empty(sign_off.values[kSubject]));
    const std::string_view name = text_or_empty(sign_off.values[kChainName]);
    const bool matters = std::ranges::any_of(chains, [&](const ChainInForce& chain) {
        return chain.name == name && chain.voided_by_change;
    });
    if (!flow || !id || !matters) return false;
    ASSIGN_OR_RETURN(const auto record, transaction.get(*flow->entity, *id, scope));
    return record && !is_text(sign_off.values[kContent], content_digest(*flow, *record));
}

}  // namespace

std::string content_digest(const Workflow& flow, const Record& record) {
    std::string bytes;
    const Entity& entity = *flow.entity;
    for (std::size_t i = 0; i < entity.fields.size(); ++i) {
        const Field& field = entity.fields[i];
        const bool is_content =
            std::ranges::find(flow.not_content, field.name) == flow.not_content.end();
        if (!is_content || !is_known(record.values[i])) continue;
        put_tag(bytes, field.tag);
        put_bytes(bytes, machine_value(field, record.values[i]));
    }
    return to_hex(digest(bytes));
}

bool Standing::is_complete() const {
    return std::ranges::find(signatures, nullptr) == signatures.end();
}

int Standing::due_order(const ChainInForce& chain) const {
    for (std::size_t i = 0; i < signatures.size(); ++i)
        if (signatures[i] == nullptr) return chain.signers[i].order;
    return 0;
}

Standing standing_of(const ChainInForce& chain, const Workflow& flow, const Record& record,
                     const SignOffs& sign_offs) {
    const std::string digest = content_digest(flow, record);
    Standing out;
    for (const std::optional<Record>& sign_off : sign_offs) {
        const bool stands = sign_off && counts(*sign_off, chain, digest) &&
                            (!chain.second_person || !is_of_somebody_before(out, *sign_off));
        out.signatures.push_back(stands ? &*sign_off : nullptr);
    }
    return out;
}

std::optional<Error> unsigned_error(const ChainInForce& chain, const Standing& standing) {
    if (standing.is_complete()) return std::nullopt;
    std::vector<std::string> titles, roles;
    for (std::size_t i = 0; i < chain.signers.size(); ++i) {
        if (standing.signatures[i] != nullptr) continue;
        titles.push_back(chain.signers[i].title);
        roles.push_back(chain.signers[i].role);
    }
    return failure(
        ErrorKind::kPrecondition, fmt::format("“{}”还缺签字：{}", chain.title, join(titles, "、")),
        fmt::format("{} still lacks the signatures of {}", chain.name, join(roles, ", ")),
        "sign_offs");
}

Result<SignOffs> sign_offs_of(Transaction& transaction, const ChainInForce& chain,
                              const Entity& entity, const Record& record) {
    const Scope county = Scope::of(county_of(division_of(entity, record.values)));
    SignOffs out;
    for (const policy::Signer& signer : chain.signers) {
        ASSIGN_OR_RETURN(
            std::optional<Record> found,
            transaction.get(kSignOff, sign_off_id(chain, entity, record, signer.role), county));
        out.push_back(std::move(found));
    }
    return out;
}

Result<SigningReport> sign(Registrar& registrar, Store& store, const Session& session,
                           const Signing& signing) {
    const Workflow* flow = find_workflow(signing.entity->name);
    const Date today = registrar.clock().today();
    ASSIGN_OR_RETURN(auto transaction, store.begin(Access::kRead));
    ASSIGN_OR_RETURN(const auto chains, chains_kept(*transaction));
    ASSIGN_OR_RETURN(const auto record,
                     transaction->get(*signing.entity, signing.record, session.scope));
    if (!record || !flow)
        return failure(ErrorKind::kNotFound, "没有这条记录", "there is no such record");
    const auto chain = chain_of_role(chains, *flow, *record, today, signing.role);
    if (!chain || !kSignRoles.by_name(signing.role)) return no_chain(signing);
    ASSIGN_OR_RETURN(const SignOffs sign_offs,
                     sign_offs_of(*transaction, *chain, *signing.entity, *record));
    transaction.reset();
    const Standing standing = standing_of(*chain, *flow, *record, sign_offs);
    if (auto error = out_of_turn(*chain, standing, signing)) return *std::move(error);
    SigningReport report{chain->title, {}};
    for (std::size_t i = 0; i < chain->signers.size(); ++i) {
        const policy::Signer& signer = chain->signers[i];
        if (!standing.signatures[i] && signer.role != signing.role)
            report.waiting.push_back(signer.title);
        if (signer.role == signing.role)
            RETURN_IF_ERROR(registrar.execute(
                session, envelope_of(*chain, *flow, *record, signing, sign_offs[i], today)));
    }
    return report;
}

Result<std::int64_t> void_changed(Registrar& registrar, Store& store, const Session& session) {
    std::vector<Envelope> envelopes;
    ASSIGN_OR_RETURN(auto transaction, store.begin(Access::kRead));
    ASSIGN_OR_RETURN(const auto chains, chains_kept(*transaction));
    std::vector<Record> standing;
    RETURN_IF_ERROR(transaction->scan(kSignOff, {}, {}, session.scope, [&](const Record& sign_off) {
        if (!is_known(sign_off.values[kVoided])) standing.push_back(sign_off);
        return ok();
    }));
    for (const Record& sign_off : standing) {
        ASSIGN_OR_RETURN(const bool is_void,
                         has_changed(*transaction, chains, sign_off, session.scope));
        if (!is_void) continue;
        Envelope envelope;
        envelope.command = "sign_off.void";
        envelope.record = sign_off.id;
        envelope.base_version = sign_off.version;
        envelope.patch = {{kVoided, std::int64_t{registrar.clock().today().days}}};
        envelopes.push_back(std::move(envelope));
    }
    transaction.reset();
    if (envelopes.empty()) return 0;
    ASSIGN_OR_RETURN(const ChunkReceipt done, registrar.execute_all(session, Id{}, envelopes));
    return std::ranges::count_if(
        done.rows, [](const Receipt& receipt) { return receipt.outcome == Outcome::kChanged; });
}

}  // namespace tz
