#include "app/ledger/chains.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "domain/catalog.h"
#include "domain/ledger/ledger_file.h"
#include "domain/ledger/signing_chain.h"
#include "policy/compile.h"
#include "policy/explain/oracle.h"
#include "policy/explain/world.h"
#include "schema/convert.h"

namespace tz {
namespace {

constexpr std::size_t kArea = at(kSigningChain, "division"), kPack = at(kSigningChain, "pack"),
                      kName = at(kSigningChain, "name"), kTitle = at(kSigningChain, "title"),
                      kStep = at(kSigningChain, "step"), kSigners = at(kSigningChain, "signers"),
                      kCondition = at(kSigningChain, "condition"),
                      kVoided = at(kSigningChain, "voided_by_change"),
                      kSecond = at(kSigningChain, "second_person"),
                      kFrom = at(kSigningChain, "in_force_from"),
                      kTo = at(kSigningChain, "in_force_to"),
                      kPackDigest = at(kSigningChain, "pack_digest"),
                      kEndedOn = at(kSigningChain, "ended_on"),
                      kEndedBy = at(kSigningChain, "ended_by"),
                      kReason = at(kSigningChain, "end_reason");
constexpr RoleSet kChainKeepers{Role::kCounty, Role::kCity, Role::kProvince, Role::kAdministrator};
constexpr std::size_t kSignerWords = 4;

// "2 township 5 workdays 乡镇"
std::string signer_line(const policy::Signer& signer) {
    return fmt::format("{} {} {} {} {}", signer.order, signer.role, signer.within_days,
                       signer.workdays ? "workdays" : "days", signer.title);
}

int whole(std::string_view word) { return static_cast<int>(to_int(word).value_or(0)); }

std::optional<policy::Signer> signer_from(std::string_view line) {
    std::vector<std::string_view> words;
    for (std::size_t i = 0; i < kSignerWords; ++i) {
        const std::size_t space = line.find(' ');
        if (space == line.npos) return std::nullopt;
        words.push_back(line.substr(0, space));
        line.remove_prefix(space + 1);
    }
    policy::Signer out;
    out.order = whole(words[0]);
    out.role = words[1];
    out.title = line;
    out.within_days = whole(words[2]);
    out.workdays = words[3] == "workdays";
    return out;
}

// The pack that a chain's conditions are kept as.
std::shared_ptr<const policy::CompiledPacks> compile_condition(const std::string& condition) {
    const std::string manifest = fmt::format(
        "name = \"chain\"\ntitle = \"chain\"\ndivision = \"0\"\nfrom = \"1900-01-01\"\n"
        "[documents.{}]\ntitle = \"chain\"\n",
        policy::kConditionDocument);
    const policy::PackSource source{"chain", {{"pack.toml", manifest}, {"chain.tz", condition}}};
    policy::Compiled compiled = policy::compile(std::span(&source, 1), catalog());
    if (!compiled.ok()) return nullptr;
    return std::make_shared<policy::CompiledPacks>(std::move(compiled.packs));
}

// What a define of the conditions answers for a record; true where it is not known.
bool holds(const policy::CompiledPacks& asks, const std::string& define, const Entity& entity,
           const Record& record, Date today) {
    const auto it = std::ranges::find(asks.defines, define, &policy::Define::name);
    if (it == asks.defines.end()) return true;
    policy::World world;
    const std::uint32_t row = world.add(entity, record.values);
    return !policy::Oracle(asks, world, {today, today}).evaluate(*it->body, row).is_false();
}

Error damaged(const Record& record) {
    return failure(ErrorKind::kBug, fmt::format("签字链 {} 读不出来", to_string(record.id)),
                   fmt::format("the kept chain {} can not be read", to_string(record.id)));
}

std::optional<Date> day_of(const Value& value) {
    if (!is_known(value)) return std::nullopt;
    return Date{static_cast<std::int32_t>(as_int(value))};
}

Value day_value(const std::optional<Date>& day) {
    return day ? Value{std::int64_t{day->days}} : Value{};
}

bool is_true(const Value& value) { return value == Value{true}; }
Value text_value(const std::string& text) { return text.empty() ? Value{} : Value{text}; }

Envelope envelope_for(const ChainInForce& chain, std::int64_t version) {
    Envelope out;
    out.command = "signing_chain.enforce";
    out.base_version = version;
    Row values = values_of(chain);
    for (std::size_t i = 0; i < values.size(); ++i) out.patch.push_back({i, std::move(values[i])});
    return out;
}

// Both say the same, whatever else their packs say and whether one was ended.
bool says_the_same(const ChainInForce& a, const ChainInForce& b) {
    Row x = values_of(a), y = values_of(b);
    for (const std::size_t i : {kPackDigest, kEndedOn, kEndedBy, kReason}) x[i] = y[i] = Value{};
    return x == y;
}

struct Kept {
    ChainInForce chain{};
    Record record{};
};

Result<std::vector<Kept>> all_kept(Transaction& transaction) {
    std::vector<Kept> out;
    RETURN_IF_ERROR(transaction.scan(kSigningChain, {}, {},
                                     Scope::everything("a chain of a larger area stands here too"),
                                     [&](const Record& record) -> Status {
                                         ASSIGN_OR_RETURN(ChainInForce chain, chain_from(record));
                                         out.push_back({std::move(chain), record});
                                         return ok();
                                     }));
    return out;
}

const Kept* find_kept(const std::vector<Kept>& kept, const ChainInForce& chain) {
    const auto it = std::ranges::find_if(kept, [&](const Kept& one) {
        return one.chain.pack == chain.pack && one.chain.name == chain.name;
    });
    return it == kept.end() ? nullptr : &*it;
}

bool is_said(const std::vector<ChainInForce>& said, const ChainInForce& chain) {
    return std::ranges::any_of(said, [&](const ChainInForce& one) {
        return one.pack == chain.pack && one.name == chain.name;
    });
}

Result<std::vector<Kept>> read_kept(Store& store) {
    ASSIGN_OR_RETURN(const auto transaction, store.begin(Access::kRead));
    return all_kept(*transaction);
}

Error no_such_chain(const std::string& name, const std::vector<Kept>& kept) {
    std::vector<std::string> names;
    for (const Kept& one : kept)
        if (!one.chain.ended_on) names.push_back(one.chain.name);
    const std::string all = names.empty() ? "-" : join(names, "、");
    return failure(ErrorKind::kNotFound, fmt::format("没有签字链“{}”；现有：{}", name, all),
                   fmt::format("there is no chain {}; these stand: {}", name, all), "chain");
}

bool is_named(const ChainInForce& chain, const std::string& name) {
    return name == chain.name || name == chain.pack + " " + chain.name;
}

}  // namespace

bool ChainInForce::is_in_force(Date day) const {
    const bool has_ended = (to && *to < day) || (ended_on && *ended_on <= day);
    return from <= day && !has_ended;
}

void add_signing_commands(Commands& commands) {
    if (find_entity(commands.catalog(), kSigningChain.name) == &kSigningChain) {
        commands.add({"signing_chain.enforce", &kSigningChain, kChainKeepers, decide_put});
        commands.add({"signing_chain.end", &kSigningChain, kChainKeepers, decide_put});
    }
    if (find_entity(commands.catalog(), kSignOff.name) != &kSignOff) return;
    commands.add({"sign_off.sign", &kSignOff, kWriters, decide_put});
    commands.add({"sign_off.void", &kSignOff, kWriters, decide_put});
}

std::vector<ChainInForce> chains_of(const policy::CompiledPacks& packs) {
    std::vector<ChainInForce> out;
    for (const policy::Chain& chain : packs.chains) {
        const policy::PackInfo& pack = packs.packs[static_cast<std::size_t>(chain.pack)];
        ChainInForce one;
        one.pack = pack.name;
        one.pack_digest = pack.digest;
        one.division = pack.division;
        one.from = pack.from;
        one.to = pack.to;
        one.name = chain.name;
        one.title = chain.title;
        one.step = fmt::format("{}.{}", chain.entity->name, chain.before);
        one.voided_by_change = chain.voided_by_change;
        one.second_person = chain.second_person;
        one.signers = chain.signers;
        one.condition = chain.condition;
        out.push_back(std::move(one));
    }
    return out;
}

Row values_of(const ChainInForce& chain) {
    Row out(kSigningChain.fields.size());
    std::vector<std::string> lines;
    for (const policy::Signer& signer : chain.signers) lines.push_back(signer_line(signer));
    out[kArea] = chain.division.code;
    out[kPack] = chain.pack;
    out[kName] = chain.name;
    out[kTitle] = text_value(chain.title);
    out[kStep] = chain.step;
    out[kSigners] = join(lines, "\n");
    out[kCondition] = text_value(chain.condition);
    out[kVoided] = chain.voided_by_change;
    out[kSecond] = chain.second_person;
    out[kFrom] = day_value(chain.from);
    out[kTo] = day_value(chain.to);
    out[kPackDigest] = text_value(chain.pack_digest);
    out[kEndedOn] = day_value(chain.ended_on);
    out[kEndedBy] = text_value(chain.ended_by);
    out[kReason] = text_value(chain.end_reason);
    return out;
}

Result<ChainInForce> chain_from(const Record& record) {
    const Row& values = record.values;
    ChainInForce out;
    for (const std::string_view line : split(text_or_empty(values[kSigners]), '\n')) {
        auto signer = signer_from(line);
        if (!signer) return damaged(record);
        out.signers.push_back(*std::move(signer));
    }
    out.condition = text_or_empty(values[kCondition]);
    if (!out.condition.empty() && !(out.asks = compile_condition(out.condition)))
        return damaged(record);
    out.pack = text_or_empty(values[kPack]);
    out.pack_digest = text_or_empty(values[kPackDigest]);
    out.division = division_of(kSigningChain, values);
    out.from = day_of(values[kFrom]).value_or(Date{});
    out.to = day_of(values[kTo]);
    out.ended_on = day_of(values[kEndedOn]);
    out.ended_by = text_or_empty(values[kEndedBy]);
    out.end_reason = text_or_empty(values[kReason]);
    out.name = text_or_empty(values[kName]);
    out.title = text_or_empty(values[kTitle]);
    out.step = text_or_empty(values[kStep]);
    out.voided_by_change = is_true(values[kVoided]);
    out.second_person = is_true(values[kSecond]);
    return out;
}

Result<std::vector<ChainInForce>> chains_kept(Transaction& transaction) {
    ASSIGN_OR_RETURN(std::vector<Kept> kept, all_kept(transaction));
    std::vector<ChainInForce> out;
    for (Kept& one : kept) out.push_back(std::move(one.chain));
    return out;
}

std::optional<ChainInForce> asked_of(const ChainInForce& chain, const Entity& entity,
                                     const Record& record, Date today) {
    if (!chain.asks) return chain;
    if (!holds(*chain.asks, chain.name + "_asked", entity, record, today)) return std::nullopt;
    ChainInForce out = chain;
    std::erase_if(out.signers, [&](const policy::Signer& signer) {
        const std::string define = fmt::format("{}_{}_asked", chain.name, signer.role);
        return !holds(*chain.asks, define, entity, record, today);
    });
    return out;
}

std::vector<ChainInForce> chains_before(std::span<const ChainInForce> chains, std::string_view step,
                                        const Entity& entity, const Record& record, Date today) {
    const Division division = division_of(entity, record.values);
    std::vector<ChainInForce> out;
    for (const ChainInForce& chain : chains) {
        if (chain.step != step || !chain.is_in_force(today) || !contains(chain.division, division))
            continue;
        if (auto asked = asked_of(chain, entity, record, today)) out.push_back(*std::move(asked));
    }
    const auto smallest = std::ranges::max_element(
        out, {}, [](const ChainInForce& chain) { return level_of(chain.division); });
    if (smallest == out.end()) return out;
    const Division area = smallest->division;
    std::erase_if(out, [&](const ChainInForce& chain) { return chain.division != area; });
    return out;
}

Result<EnforceReport> enforce_chains(Registrar& registrar, Store& store, const Session& session,
                                     const policy::CompiledPacks& packs) {
    ASSIGN_OR_RETURN(const std::vector<Kept> kept, read_kept(store));
    const std::vector<ChainInForce> said = chains_of(packs);
    const Date today = registrar.clock().today();
    EnforceReport report;
    for (const ChainInForce& chain : said) {
        const Kept* before = find_kept(kept, chain);
        if (before != nullptr && says_the_same(before->chain, chain)) continue;
        RETURN_IF_ERROR(
            registrar.execute(session, envelope_for(chain, before ? before->record.version : 0)));
        if (chain.is_in_force(today)) report.begun.push_back(chain.title);
    }
    for (const auto& [chain, record] : kept) {
        const bool is_of_run = std::ranges::find(packs.packs, chain.pack,
                                                 &policy::PackInfo::name) != packs.packs.end();
        if (is_of_run && chain.is_in_force(today) && !is_said(said, chain))
            report.unsaid.push_back(chain.name);
    }
    return report;
}

Status end_chain(Registrar& registrar, Store& store, const Session& session,
                 const std::string& name, const std::string& reason) {
    ASSIGN_OR_RETURN(const std::vector<Kept> kept, read_kept(store));
    const auto it = std::ranges::find_if(kept, [&](const Kept& one) {
        return is_named(one.chain, name) && !one.chain.ended_on &&
               session.scope.covers(one.chain.division);
    });
    if (it == kept.end()) return no_such_chain(name, kept);
    if (trim(reason).empty())
        return invalid("停用签字链要写明理由", "say why the chain ends", "reason");
    Envelope envelope;
    envelope.command = "signing_chain.end";
    envelope.record = it->record.id;
    envelope.base_version = it->record.version;
    envelope.patch = {{kEndedOn, std::int64_t{registrar.clock().today().days}},
                      {kEndedBy, session.actor},
                      {kReason, reason}};
    const auto done = registrar.execute(session, envelope);
    return done ? ok() : Status(done.error());
}

}  // namespace tz
