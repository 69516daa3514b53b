#include "app/ledger/signing.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/digest.h"
#include "domain/ledger/ledger_file.h"
#include "schema/convert.h"

namespace tz {
namespace {

constexpr std::string_view kSetting = "chains";
constexpr std::size_t kRegister = at(kSignOff, "subject_register"),
                      kSubject = at(kSignOff, "subject"), kRole = at(kSignOff, "role"),
                      kSigner = at(kSignOff, "signer"), kChainName = at(kSignOff, "chain_name"),
                      kVoided = at(kSignOff, "voided_on"),
                      kContent = at(kSignOff, "content_digest"),
                      kPosition = at(kSignOff, "position"), kSignedOn = at(kSignOff, "signed_on"),
                      kUnit = at(kSignOff, "signer_unit"), kArea = at(kSignOff, "division");
constexpr std::size_t kHeadWords = 10, kSignerWords = 5;

std::string flag(bool value) { return value ? "1" : "0"; }

std::vector<std::string> words_of(const ChainInForce& chain) {
    std::vector<std::string> out = {chain.pack,
                                    std::to_string(chain.division.code),
                                    to_string(chain.from),
                                    chain.to ? to_string(*chain.to) : std::string(),
                                    chain.name,
                                    chain.title,
                                    chain.command,
                                    flag(chain.voided_by_change),
                                    flag(chain.second_person),
                                    std::to_string(chain.signers.size())};
    for (const policy::Signer& signer : chain.signers)
        out.insert(out.end(), {std::to_string(signer.order), signer.role, signer.title,
                               std::to_string(signer.within_days), flag(signer.workdays)});
    return out;
}

Error damaged() {
    return failure(ErrorKind::kBug, "库中保存的签字链读不出来", "the kept chains can not be read");
}

int whole(std::string_view word) { return static_cast<int>(to_int(word).value_or(0)); }

std::optional<ChainInForce> chain_from(std::string_view line) {
    const auto words = split(line, '\t');
    if (words.size() < kHeadWords) return std::nullopt;
    const auto from = parse_date(words[2]);
    const auto code = to_int(words[1]);
    const auto count = static_cast<std::size_t>(whole(words[9]));
    if (!from || !code || words.size() != kHeadWords + count * kSignerWords) return std::nullopt;
    ChainInForce out;
    out.pack = words[0];
    out.division = {*code};
    out.from = *from;
    out.to = parse_date(words[3]);
    out.name = words[4];
    out.title = words[5];
    out.command = words[6];
    out.voided_by_change = words[7] == "1";
    out.second_person = words[8] == "1";
    for (std::size_t i = kHeadWords; i < words.size(); i += kSignerWords) {
        out.signers.push_back({whole(words[i]), std::string(words[i + 1]),
                               std::string(words[i + 2]), whole(words[i + 3]),
                               words[i + 4] == "1"});
    }
    return out;
}

bool is_text(const Value& value, std::string_view wanted) { return text_or_empty(value) == wanted; }

// Whether a signature is one of this chain and this role, and still counts.
bool counts(const Record& sign_off, const ChainInForce& chain, const policy::Signer& signer,
            std::string_view digest) {
    const Choice* role = kSignRoles.by_name(signer.role);
    const Value& signed_as = sign_off.values[kRole];
    if (sign_off.retired || is_known(sign_off.values[kVoided])) return false;
    if (!role || !is_known(signed_as) || as_int(signed_as) != role->code) return false;
    if (!is_text(sign_off.values[kChainName], chain.name)) return false;
    return !chain.voided_by_change || is_text(sign_off.values[kContent], digest);
}

bool is_of_somebody_before(const Standing& standing, const Record& sign_off) {
    return std::ranges::any_of(standing.signatures, [&](const Record* other) {
        return other && is_text(other->values[kSigner], text_or_empty(sign_off.values[kSigner]));
    });
}

const ChainInForce* chain_of_role(std::span<const ChainInForce> chains, const Entity& entity,
                                  Division division, Date today, std::string_view role) {
    const Workflow* flow = find_workflow(entity.name);
    if (!flow) return nullptr;
    for (const Step& one : flow->steps) {
        const ChainInForce* chain = chain_before(chains, one.command, division, today);
        if (chain &&
            std::ranges::find(chain->signers, role, &policy::Signer::role) != chain->signers.end())
            return chain;
    }
    return nullptr;
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

Envelope envelope_of(const ChainInForce& chain, const Workflow& flow, const Record& record,
                     const Signing& signing, Date today) {
    const Entity& entity = *signing.entity;
    const auto signer = std::ranges::find(chain.signers, signing.role, &policy::Signer::role);
    const std::string subject = to_string(record.id);
    Envelope out;
    out.command = "sign_off.put";
    out.record = derive_id(
        "sign_off", fmt::format("{}/{}/{}/{}", entity.name, subject, chain.name, signing.role));
    out.source = "ledger.sign";
    out.patch = {{kArea, division_of(entity, record.values).code},
                 {kRegister, std::string(entity.name)},
                 {kSubject, subject},
                 {kChainName, chain.name},
                 {kPosition, std::int64_t{signer->order}},
                 {kRole, std::int64_t{kSignRoles.by_name(signing.role)->code}},
                 {kSigner, signing.by},
                 {kSignedOn, std::int64_t{today.days}},
                 {kContent, content_digest(flow, record)},
                 {kVoided, Value{}}};
    if (!signing.unit.empty()) out.patch.push_back({kUnit, signing.unit});
    return out;
}

}  // namespace

std::vector<ChainInForce> chains_of(const policy::CompiledPacks& packs) {
    std::vector<ChainInForce> out;
    for (const policy::Chain& chain : packs.chains) {
        const policy::PackInfo& pack = packs.packs[static_cast<std::size_t>(chain.pack)];
        out.push_back({pack.name, pack.division, pack.from, pack.to, chain.name, chain.title,
                       fmt::format("{}.{}", chain.entity->name, chain.before),
                       chain.voided_by_change, chain.second_person, chain.signers});
    }
    return out;
}

std::string write_chains(std::span<const ChainInForce> chains) {
    std::vector<std::string> lines;
    for (const ChainInForce& chain : chains) lines.push_back(join(words_of(chain), "\t"));
    return join(lines, "\n");
}

Result<std::vector<ChainInForce>> read_chains(std::string_view kept) {
    std::vector<ChainInForce> out;
    for (const std::string_view line : split(kept, '\n')) {
        if (line.empty()) continue;
        auto chain = chain_from(line);
        if (!chain) return damaged();
        out.push_back(*std::move(chain));
    }
    return out;
}

Result<std::vector<ChainInForce>> chains_kept(Transaction& transaction) {
    ASSIGN_OR_RETURN(const auto kept, transaction.setting(kSetting));
    return read_chains(kept.value_or(""));
}

Status keep_chains(Store& store, const policy::CompiledPacks& packs) {
    ASSIGN_OR_RETURN(const auto transaction, store.begin(Access::kWrite));
    ASSIGN_OR_RETURN(const auto kept, chains_kept(*transaction));
    std::vector<ChainInForce> chains = chains_of(packs);
    for (const ChainInForce& chain : kept) {
        const bool is_said_anew = std::ranges::find(packs.packs, chain.pack,
                                                    &policy::PackInfo::name) != packs.packs.end();
        if (!is_said_anew) chains.push_back(chain);
    }
    if (write_chains(chains) == write_chains(kept)) return ok();
    RETURN_IF_ERROR(transaction->put_setting(kSetting, write_chains(chains)));
    return transaction->commit();
}

// Of several the one of the smallest area.
const ChainInForce* chain_before(std::span<const ChainInForce> chains, std::string_view command,
                                 Division division, Date today) {
    const ChainInForce* out = nullptr;
    for (const ChainInForce& chain : chains) {
        const bool is_now = chain.from <= today && (!chain.to || today <= *chain.to);
        if (chain.command != command || !is_now || !contains(chain.division, division)) continue;
        if (!out || contains(out->division, chain.division)) out = &chain;
    }
    return out;
}

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
                     std::span<const Record> sign_offs) {
    const std::string digest = content_digest(flow, record);
    Standing out;
    for (const policy::Signer& signer : chain.signers) {
        const auto found = std::ranges::find_if(sign_offs, [&](const Record& sign_off) {
            return counts(sign_off, chain, signer, digest) &&
                   (!chain.second_person || !is_of_somebody_before(out, sign_off));
        });
        out.signatures.push_back(found == sign_offs.end() ? nullptr : &*found);
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

Result<std::vector<Record>> sign_offs_of(Transaction& transaction, const Entity& entity,
                                         const Record& record) {
    Query query;
    query.filters.push_back({kSubject, Compare::kEqual, to_string(record.id)});
    query.filters.push_back({kRegister, Compare::kEqual, std::string(entity.name)});
    return transaction.find(kSignOff, query,
                            Scope::of(county_of(division_of(entity, record.values))));
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
    const Division division = division_of(*signing.entity, record->values);
    const ChainInForce* chain =
        chain_of_role(chains, *signing.entity, division, today, signing.role);
    if (!chain || !kSignRoles.by_name(signing.role)) return no_chain(signing);
    ASSIGN_OR_RETURN(std::vector<Record> sign_offs,
                     sign_offs_of(*transaction, *signing.entity, *record));
    transaction.reset();
    Standing standing = standing_of(*chain, *flow, *record, sign_offs);
    if (auto error = out_of_turn(*chain, standing, signing)) return *std::move(error);
    RETURN_IF_ERROR(
        registrar.execute(session, envelope_of(*chain, *flow, *record, signing, today)));
    SigningReport report{chain->title, {}};
    for (std::size_t i = 0; i < chain->signers.size(); ++i)
        if (!standing.signatures[i] && chain->signers[i].role != signing.role)
            report.waiting.push_back(chain->signers[i].title);
    return report;
}

}  // namespace tz
