#include "schema/record.h"

#include "base/digest.h"
#include "base/text.h"
#include "schema/convert.h"

namespace tz {
namespace {

struct UnreadLine {
    std::size_t begin = std::string::npos;
    std::size_t end = 0;  // past the line break
};

UnreadLine find_unread(const std::string& unread, std::string_view field_name) {
    std::size_t begin = 0;
    while (begin < unread.size()) {
        const std::size_t stop = std::min(unread.find('\n', begin), unread.size());
        const std::string_view line = std::string_view(unread).substr(begin, stop - begin);
        if (line.substr(0, line.find('=')) == field_name)
            return {begin, std::min(stop + 1, unread.size())};
        begin = stop + 1;
    }
    return {};
}

// The field's type says which alternative follows, so the value needs no mark of its own.
void encode(std::string& out, const Value& value) {
    if (const auto* number = std::get_if<std::int64_t>(&value)) return put_int(out, *number);
    if (const auto* text = std::get_if<std::string>(&value)) return put_bytes(out, *text);
    if (const auto* flag = std::get_if<bool>(&value)) return out.push_back(*flag ? 't' : 'f');
    const Id id = std::get<Id>(value);
    put_int(out, static_cast<std::int64_t>(id.high));
    put_int(out, static_cast<std::int64_t>(id.low));
}

}  // namespace

Id natural_id(const Entity& entity, const Row& values) {
    if (entity.key.empty()) return {};
    std::string key;
    for (const std::string_view name : entity.key) {
        const std::size_t i = entity.index(name);
        CHECK(i < entity.fields.size());
        if (!is_known(values[i])) return {};
        if (!key.empty()) key += '/';
        key += machine_value(entity.fields[i], values[i]);
    }
    return derive_id(entity.name, key);
}

Division division_of(const Entity& entity, const Row& values) {
    const std::size_t i = entity.scope_index();
    if (i >= values.size() || !is_known(values[i])) return {};
    return {as_int(values[i])};
}

std::string encode_values(const Entity& entity, const Record& record) {
    std::string out;
    out.reserve(entity.fields.size() * 16 + record.unread.size());
    put_bytes(out, record.unread);
    out.push_back(record.retired ? 't' : 'f');
    for (std::size_t i = 0; i < entity.fields.size(); ++i) {
        if (!is_known(record.values[i])) continue;
        put_tag(out, entity.fields[i].tag);
        encode(out, record.values[i]);
    }
    return out;
}

std::string_view unread_text(const Record& record, std::string_view field_name) {
    const UnreadLine line = find_unread(record.unread, field_name);
    if (line.begin == std::string::npos) return {};
    std::string_view text =
        std::string_view(record.unread).substr(line.begin, line.end - line.begin);
    if (!text.empty() && text.back() == '\n') text.remove_suffix(1);
    return text.substr(text.find('=') + 1);
}

void clear_unread(Record& record, std::string_view field_name) {
    const UnreadLine line = find_unread(record.unread, field_name);
    if (line.begin != std::string::npos) record.unread.erase(line.begin, line.end - line.begin);
}

void set_unread(Record& record, std::string_view field_name, std::string_view text) {
    clear_unread(record, field_name);
    record.unread +=
        std::string(field_name) + "=" + replace_all(std::string(text), "\n", " ") + "\n";
}

Value added_value(const Record& record, const Field& field) {
    if (record.unread.find('@') == std::string::npos) return {};
    const std::string_view text = unread_text(record, "@" + std::string(field.name));
    const auto value = parse_value(field, text);
    return value ? *value : Value{};
}

std::string added_line(const Field& field, const Value& value) {
    return "@" + std::string(field.name) + "=" +
           replace_all(machine_value(field, value), "\n", " ") + "\n";
}

bool is_added_line(std::string_view line) {
    const std::size_t equals = line.find('=');
    return line.starts_with('@') && equals != line.npos && equals > 1;
}

}  // namespace tz
