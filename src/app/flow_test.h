// Runs the scripts of tests/flows/ through the command path on any store. A script is a story, one
// line a step; every line with "->" says what must come of it. See tests/flows/README.md.
#pragma once
#include <fmt/format.h>

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/audit.h"
#include "app/execute.h"
#include "app/ledger/signing.h"
#include "app/undo.h"
#include "app/workflow.h"
#include "store/test_registers.h"

namespace tz::test {

class FlowClock : public Clock {
  public:
    std::int64_t now_ms() override { return now_ms_ += 1000; }
    Date today() override { return {static_cast<std::int32_t>(now_ms_ / kDayMs)}; }
    void set(Date day) { now_ms_ = day.days * kDayMs; }
    // The last instant of a day, as a question about the past.
    static std::int64_t end_of(Date day) { return (day.days + 1) * kDayMs - 1; }

  private:
    static constexpr std::int64_t kDayMs = 86'400'000;
    std::int64_t now_ms_ = 19'000 * kDayMs;
};

class FlowRandom : public Random {
  public:
    void fill(std::span<std::uint8_t> bytes) override {
        for (std::uint8_t& byte : bytes) byte = next_++;
    }

  private:
    std::uint8_t next_ = 1;
};

class Flow {
  public:
    using Acknowledge = std::function<void(const Entity&, const Receipt&)>;
    explicit Flow(Store& store, Catalog catalog = kRegisters)
        : store_(store), catalog_(catalog), commands_(catalog) {
        add_workflow_commands(commands_);
        add_signing_commands(commands_);
    }

    // Called for each command that was answered with success.
    void on_receipt(Acknowledge acknowledge) { acknowledge_ = std::move(acknowledge); }
    // Only gives the commands that succeed: what a client sends again after a crash.
    void only_commands() { is_replay_ = true; }

    // What differs from the script, one line each; empty when all is as told.
    std::string run(std::string_view script) {
        for (const std::string_view raw : split(script, '\n')) {
            ++line_;
            const std::string_view line = trim(raw.substr(0, raw.find('#')));
            if (!line.empty()) step(line);
        }
        return problems_;
    }

  private:
    using Words = std::vector<std::string>;
    struct Step {
        Words words{};
        std::string expected{};
    };

    static Step parse(std::string_view line) {
        Step step;
        const std::size_t arrow = line.find("->");
        if (arrow != line.npos) step.expected = join_words(words_of(line.substr(arrow + 2)));
        step.words = words_of(line.substr(0, arrow));
        return step;
    }
    static Words words_of(std::string_view text) {
        Words words;
        for (const std::string_view word : split(text, ' '))
            if (!word.empty()) words.emplace_back(word);
        return words;
    }
    static std::string join_words(const Words& words) { return join(words, " "); }

    void step(std::string_view line) {
        const Step step = parse(line);
        const std::string answer = answer_to(step);
        const std::string expected = is_replay_ ? first_answer(step.expected) : step.expected;
        const bool is_skipped = is_replay_ && answer.empty();
        if (answer != expected && !is_skipped && !is_inside_chunk_)
            problems_ += fmt::format("line {}: {}\n   expected: {}\n   got:      {}\n", line_, line,
                                     expected, answer);
    }

    // Sent again after a crash, any command may be a repeat: only the answer itself is compared.
    static std::string first_answer(std::string expected) {
        return replace_all(replace_all(std::move(expected), ", repeat", ""), " repeat", "");
    }

    std::string answer_to(const Step& step) {
        const std::string& verb = step.words.front();
        if (verb == "at") return at_day(step.words);
        if (verb == "as") return become(step.words);
        if (verb == "do") return do_command(step);
        if (verb == "chunk") return begin_chunk(step.words);
        if (verb == "end") return end_chunk();
        if (verb == "undo") return undo(step.words);
        if (verb == "chain") return put_chain(step.words);
        if (verb == "stop") return stop_chain(step.words);
        if (verb == "void") return void_signatures();
        if (verb == "sign") return sign_record(step.words);
        if (is_replay_) return {};
        if (verb == "see") return see(step.words);
        if (verb == "list") return list(step.words);
        if (verb == "history") return history(step.words);
        if (verb == "check") return check_audit();
        return "no such step: " + verb;
    }

    std::string at_day(const Words& words) {
        clock_.set(*parse_date(words.at(1)));
        return {};
    }

    // township@430424100000
    std::string become(const Words& words) {
        const std::string& who = words.at(1);
        const std::size_t at = who.find('@');
        session_ = {who, parse_role(who.substr(0, at)).value(),
                    Scope::of(*parse_division(who.substr(at + 1)))};
        return {};
    }

    static Id id_of(const std::string& label) { return derive_id("flow", label); }

    const Entity& entity_of(const std::string& command) const {
        const Entity* entity = find_entity(catalog_, command.substr(0, command.find('.')));
        if (entity == nullptr) throw std::runtime_error("no such register: " + command);
        return *entity;
    }

    static Value value_of(const Field& field, const std::string& text) {
        if (text == "?") return {};
        if (field.type == Type::kReference) return id_of(text);
        const Result<Value> value = parse_value(field, text);
        if (!value) throw std::runtime_error(value.error().text.en);
        return *value;
    }

    // household.put H1 members=3 base=1: fields of the register, or of the envelope.
    Envelope envelope_of(const Words& words) {
        Envelope envelope;
        envelope.command = words.at(0);
        envelope.command_id = derive_id("command", std::to_string(line_));
        if (words.at(1) != "new") envelope.record = id_of(words[1]);
        const Entity* entity = commands_.find(envelope.command) == nullptr
                                   ? nullptr
                                   : commands_.find(envelope.command)->entity;
        for (std::size_t i = 2; i < words.size(); ++i) {
            const std::size_t equals = words[i].find('=');
            set(envelope, entity, words[i].substr(0, equals), words[i].substr(equals + 1));
        }
        return envelope;
    }

    static void set(Envelope& envelope, const Entity* entity, const std::string& name,
                    const std::string& text) {
        if (name == "base") {
            envelope.base_version = *to_int(text);
        } else if (name == "to") {
            envelope.to_version = *to_int(text);
        } else if (name == "source") {
            envelope.source = text;
        } else if (name == "holds") {
            envelope.holds_from = *parse_date(text);
        } else if (name == "unread") {
            envelope.unread += replace_all(text, ":", "=") + "\n";
        } else if (name == "id") {
            envelope.command_id = derive_id("command", text);
        } else if (entity != nullptr) {
            const std::size_t field = entity->index(name);
            if (field == entity->fields.size()) throw std::runtime_error("no field " + name);
            envelope.patch.push_back({field, value_of(entity->fields[field], text)});
        }
    }

    std::string answer_of(const Receipt& receipt) const {
        if (receipt.outcome != Outcome::kRefused)
            return fmt::format("{} {}", outcome_name(receipt.outcome), receipt.version);
        std::string out = fmt::format("refused {}", kind_name(receipt.kind));
        for (const Problem& problem : receipt.problems)
            if (!problem.field.empty()) out += " " + problem.field;
        return out;
    }

    static std::string_view kind_name(ErrorKind kind) {
        constexpr std::string_view kNames[] = {"invalid",     "not_found",    "forbidden",
                                               "conflict",    "precondition", "limit",
                                               "unavailable", "bug"};
        return kNames[static_cast<std::size_t>(kind)];
    }

    void acknowledge(const std::string& command, const Receipt& receipt) const {
        if (acknowledge_ && receipt.outcome != Outcome::kRefused)
            acknowledge_(entity_of(command), receipt);
    }

    std::string do_command(const Step& step) {
        const Words words(step.words.begin() + 1, step.words.end());
        Envelope envelope = envelope_of(words);
        if (is_inside_chunk_) {
            chunk_.push_back(std::move(envelope));
            return {};
        }
        if (is_replay_ && step.expected.starts_with("refused")) return {};
        const Id id = envelope.command_id;
        auto done = registrar_.execute_all(*session_, id, std::span(&envelope, 1));
        if (!done) return fmt::format("error {}", kind_name(done.error().kind));
        acknowledge(envelope.command, done->rows.front());
        return answer_of(done->rows.front()) + (done->is_repeat && !is_replay_ ? " repeat" : "");
    }

    // chain 430424000000 problem.close_out 1:helper 2:township voided second: a check by a pack
    // that says this chain, or none.
    std::string put_chain(const Words& words) {
        policy::CompiledPacks packs;
        policy::PackInfo& pack = packs.packs.emplace_back();
        pack.name = "test";
        pack.division = parse_division(words.at(1)).value();
        if (words.at(2) != "none") packs.chains.push_back(chain_of(words));
        const auto done = enforce_chains(registrar_, store_, *session_, packs);
        if (!done) return fmt::format("refused {}", kind_name(done.error().kind));
        return done->unsaid.empty() ? join(done->begun, " ") : "unsaid " + join(done->unsaid, " ");
    }

    policy::Chain chain_of(const Words& words) const {
        policy::Chain chain;
        chain.name = "signing";
        chain.title = chain.name;
        chain.entity = &entity_of(words.at(2));
        chain.before = words[2].substr(words[2].find('.') + 1);
        for (std::size_t i = 3; i < words.size(); ++i) {
            const std::size_t colon = words[i].find(':');
            chain.voided_by_change = chain.voided_by_change || words[i] == "voided";
            chain.second_person = chain.second_person || words[i] == "second";
            if (colon == std::string::npos) continue;
            const std::string role = words[i].substr(colon + 1);
            chain.signers.push_back({std::stoi(words[i]), role, role, 0, false});
        }
        return chain;
    }

    // stop signing 理由
    std::string stop_chain(const Words& words) {
        const Status done = end_chain(registrar_, store_, *session_, words.at(1), words.at(2));
        return done ? "ended" : fmt::format("refused {}", kind_name(done.error().kind));
    }

    // sign problem P1 helper 张三
    std::string sign_record(const Words& words) {
        const Signing signing{
            &entity_of(words.at(1)), id_of(words.at(2)), words.at(3), words.at(4), {}};
        const auto done = sign(registrar_, store_, *session_, signing);
        if (!done)
            return std::string(trim(
                fmt::format("refused {} {}", kind_name(done.error().kind), done.error().field)));
        return done->waiting.empty() ? "complete" : "waiting " + join(done->waiting, " ");
    }

    std::string void_signatures() {
        const auto done = void_changed(registrar_, store_, *session_);
        return done ? std::to_string(*done) : done.error().text.en;
    }

    std::string begin_chunk(const Words& words) {
        chunk_id_ = derive_id("chunk", words.at(1));
        chunk_.clear();
        is_inside_chunk_ = true;
        return {};
    }

    std::string end_chunk() {
        is_inside_chunk_ = false;
        auto done = registrar_.execute_all(*session_, chunk_id_, chunk_);
        if (!done) return fmt::format("error {}", kind_name(done.error().kind));
        Words answers;
        for (std::size_t i = 0; i < done->rows.size(); ++i) {
            acknowledge(chunk_[i].command, done->rows[i]);
            answers.push_back(answer_of(done->rows[i]));
        }
        if (done->is_repeat && !is_replay_) answers.push_back("repeat");
        return join(answers, ", ");
    }

    std::string undo(const Words& words) {
        const auto done = undo_batch(store_, registrar_, catalog_, *session_, words.at(1),
                                     [](const UndoKept&) {});
        if (is_replay_) return {};
        if (!done) return fmt::format("error {}", kind_name(done.error().kind));
        return fmt::format("reverted {} retired {} kept {} refused {}", done->reverted,
                           done->retired, done->kept, done->refused);
    }

    static std::string show(const Entity& entity, std::size_t field, const Value& value) {
        if (!is_known(value)) return "?";
        if (entity.fields[field].type == Type::kReference) return "reference";
        return show_value(entity.fields[field], value);
    }

    // see household H1 head_name members [on DATE] [recorded DATE]
    std::string see(const Words& words) {
        const Entity& entity = entity_of(words.at(1));
        When when;
        Words names;
        for (std::size_t i = 3; i < words.size(); ++i) {
            if (words[i] == "on")
                when.held_on = parse_date(words.at(++i));
            else if (words[i] == "recorded")
                when.recorded_ms = FlowClock::end_of(*parse_date(words.at(++i)));
            else
                names.push_back(words[i]);
        }
        const std::optional<Record> record = find_record(entity, id_of(words.at(2)), when);
        if (!record) return "not_found";
        Words out;
        if (record->retired) out.push_back("retired");
        for (const std::string& name : names)
            out.push_back(
                name == "unread"
                    ? replace_all(std::string(trim(record->unread)), "\n", "|")
                    : show(entity, entity.index(name), record->values[entity.index(name)]));
        return join_words(out);
    }

    std::optional<Record> find_record(const Entity& entity, Id id, const When& when) {
        const auto transaction = store_.begin(Access::kRead);
        if (!when.held_on && !when.recorded_ms)
            return (*transaction)->get(entity, id, session_->scope).value();
        std::optional<Record> found;
        const Status scan =
            (*transaction)->scan(entity, {}, when, session_->scope, [&](const Record& record) {
                if (record.id == id) found = record;
                return ok();
            });
        return scan ? found : std::nullopt;
    }

    // list household head_name: the values of that field, in order of id
    std::string list(const Words& words) {
        const Entity& entity = entity_of(words.at(1));
        const auto transaction = store_.begin(Access::kRead);
        Query query;
        query.order_by = entity.index(words.at(2));
        Words out;
        const std::vector<Record> found =
            (*transaction)->find(entity, query, session_->scope).value();
        for (const Record& record : found)
            out.push_back(show(entity, *query.order_by, record.values[*query.order_by]));
        return join_words(out);
    }

    // history household H1 head_name: each version's value with its source
    std::string history(const Words& words) {
        const Entity& entity = entity_of(words.at(1));
        const std::size_t field = entity.index(words.at(3));
        const auto transaction = store_.begin(Access::kRead);
        Words out;
        const std::vector<Version> versions =
            (*transaction)->history(entity, id_of(words.at(2)), session_->scope).value();
        for (const Version& version : versions)
            out.push_back(fmt::format("{}({})", show(entity, field, version.record.values[field]),
                                      version.record.source));
        return join_words(out);
    }

    std::string check_audit() {
        std::string faults;
        const auto summary =
            verify_audit(store_, catalog_, Scope::everything("tests verify all of it"),
                         [&](const AuditFault& fault) { faults += fault.text.en + "; "; });
        if (!summary) return summary.error().text.en;
        return faults.empty() ? fmt::format("{} links", summary->links) : faults;
    }

    Store& store_;
    Catalog catalog_;
    FlowClock clock_;
    FlowRandom random_;
    Commands commands_;
    Registrar registrar_{store_, clock_, random_, commands_};
    std::optional<Session> session_;
    Acknowledge acknowledge_;
    std::vector<Envelope> chunk_;
    Id chunk_id_;
    bool is_inside_chunk_ = false;
    bool is_replay_ = false;
    int line_ = 0;
    std::string problems_;
};

}  // namespace tz::test
