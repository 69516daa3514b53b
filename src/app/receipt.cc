#include "app/receipt.h"

#include "app/bytes.h"
#include "base/digest.h"

namespace tz {
namespace {

void put_value(std::string& out, const Value& value) {
    put_int(out, static_cast<std::int64_t>(value.index()));
    if (const auto* flag = std::get_if<bool>(&value)) put_int(out, *flag ? 1 : 0);
    if (const auto* number = std::get_if<std::int64_t>(&value)) put_int(out, *number);
    if (const auto* text = std::get_if<std::string>(&value)) put_bytes(out, *text);
    if (const auto* id = std::get_if<Id>(&value)) {
        put_int(out, static_cast<std::int64_t>(id->high));
        put_int(out, static_cast<std::int64_t>(id->low));
    }
}

Id read_id(ByteReader& reader) {
    const auto high = static_cast<std::uint64_t>(reader.whole());
    return {high, static_cast<std::uint64_t>(reader.whole())};
}

Value read_value(ByteReader& reader) {
    switch (reader.whole()) {
        case 1:
            return reader.whole() != 0;
        case 2:
            return reader.whole();
        case 3:
            return std::string(reader.bytes());
        case 4:
            return read_id(reader);
        default:
            return {};
    }
}

void put_receipt(std::string& out, const Receipt& receipt) {
    put_int(out, static_cast<std::int64_t>(receipt.outcome));
    put_value(out, receipt.record);
    put_int(out, receipt.version);
    put_int(out, receipt.county);
    put_int(out, receipt.sequence);
    put_int(out, static_cast<std::int64_t>(receipt.kind));
    put_int(out, static_cast<std::int64_t>(receipt.problems.size()));
    for (const Problem& problem : receipt.problems) {
        put_bytes(out, problem.field);
        put_bytes(out, problem.text.zh);
        put_bytes(out, problem.text.en);
    }
    put_int(out, static_cast<std::int64_t>(receipt.former.size()));
    for (const FieldValue& former : receipt.former) {
        put_int(out, static_cast<std::int64_t>(former.field));
        put_value(out, former.value);
    }
}

Receipt read_receipt(ByteReader& reader) {
    Receipt receipt;
    receipt.outcome = static_cast<Outcome>(reader.whole());
    const Value id = read_value(reader);
    if (const auto* known = std::get_if<Id>(&id)) receipt.record = *known;
    receipt.version = reader.whole();
    receipt.county = reader.whole();
    receipt.sequence = reader.whole();
    receipt.kind = static_cast<ErrorKind>(reader.whole());
    for (std::int64_t left = reader.whole(); left > 0 && reader.is_good(); --left) {
        Problem& problem = receipt.problems.emplace_back();
        problem.field = reader.bytes();
        problem.text.zh = reader.bytes();
        problem.text.en = reader.bytes();
    }
    for (std::int64_t left = reader.whole(); left > 0 && reader.is_good(); --left) {
        const auto field = static_cast<std::size_t>(reader.whole());
        receipt.former.push_back({field, read_value(reader)});
    }
    return receipt;
}

// FNV-1a over 64-bit words: a few bytes an instruction, the same on every machine.
class Fingerprint {
  public:
    void add(std::uint64_t word) { hash_ = (hash_ ^ word) * 0x100000001b3ULL ^ hash_ >> 29; }
    void add(std::string_view text) {
        add(text.size());
        std::uint64_t word = 0;
        for (std::size_t i = 0; i < text.size(); ++i) {
            word = word << 8 | static_cast<unsigned char>(text[i]);
            if (i % 8 == 7) add(std::exchange(word, 0));
        }
        add(word);
    }
    void add(Id id) {
        add(id.high);
        add(id.low);
    }
    void add(const Value& value) {
        add(value.index());
        if (const auto* flag = std::get_if<bool>(&value)) add(std::uint64_t{*flag});
        if (const auto* number = std::get_if<std::int64_t>(&value))
            add(static_cast<std::uint64_t>(*number));
        if (const auto* text = std::get_if<std::string>(&value)) add(std::string_view(*text));
        if (const auto* id = std::get_if<Id>(&value)) add(*id);
    }
    std::uint64_t value() const { return hash_; }

  private:
    std::uint64_t hash_ = 0xcbf29ce484222325ULL;
};

}  // namespace

std::string encode_receipts(const KeptReceipts& kept) {
    std::string out;
    put_bytes(out, kept.actor);
    put_int(out, static_cast<std::int64_t>(kept.content));
    put_int(out, static_cast<std::int64_t>(kept.rows.size()));
    for (const Receipt& receipt : kept.rows) put_receipt(out, receipt);
    return out;
}

std::optional<KeptReceipts> parse_receipts(std::string_view bytes) {
    ByteReader reader(bytes);
    KeptReceipts kept;
    kept.actor = reader.bytes();
    kept.content = static_cast<std::uint64_t>(reader.whole());
    for (std::int64_t left = reader.whole(); left > 0 && reader.is_good(); --left)
        kept.rows.push_back(read_receipt(reader));
    if (!reader.is_good() || !reader.at_end()) return std::nullopt;
    return kept;
}

std::uint64_t fingerprint(std::span<const Envelope> envelopes) {
    Fingerprint sum;
    for (const Envelope& envelope : envelopes) {
        sum.add(std::string_view(envelope.command));
        sum.add(envelope.record);
        sum.add(static_cast<std::uint64_t>(envelope.base_version.value_or(-1)));
        for (const FieldValue& change : envelope.patch) {
            sum.add(std::uint64_t{change.field});
            sum.add(change.value);
        }
        sum.add(std::string_view(envelope.source));
        sum.add(static_cast<std::uint64_t>(envelope.holds_from ? envelope.holds_from->days : -1));
        sum.add(std::string_view(envelope.unread));
        sum.add(static_cast<std::uint64_t>(envelope.to_version));
    }
    return sum.value();
}

}  // namespace tz
