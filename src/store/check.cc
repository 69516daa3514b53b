#include "store/check.h"

#include <fmt/format.h>

namespace tz {
namespace {

Error no_field(const Entity& entity, std::size_t field) {
    return failure(ErrorKind::kBug, fmt::format("{}没有第 {} 个字段", entity.label, field + 1),
                   fmt::format("{} has no field number {}", entity.name, field + 1));
}

Error wrong_type(const Entity& entity, const Field& field) {
    return failure(ErrorKind::kBug,
                   fmt::format("{}的“{}”不能放这种类型的值", entity.label, field.label),
                   fmt::format("{}.{} can not hold a value of this type", entity.name, field.name),
                   std::string(field.name));
}

bool compares_value(Compare compare) {
    return compare != Compare::kKnown && compare != Compare::kUnknown;
}

}  // namespace

bool fits(Type type, const Value& value) {
    if (!is_known(value)) return true;
    switch (type) {
        case Type::kText:
            return std::holds_alternative<std::string>(value);
        case Type::kBool:
            return std::holds_alternative<bool>(value);
        case Type::kReference:
            return std::holds_alternative<Id>(value);
        default:
            return std::holds_alternative<std::int64_t>(value);
    }
}

Status check_row(const Entity& entity, const Row& values) {
    if (values.size() != entity.fields.size()) return no_field(entity, values.size());
    for (std::size_t i = 0; i < values.size(); ++i)
        if (!fits(entity.fields[i].type, values[i])) return wrong_type(entity, entity.fields[i]);
    return ok();
}

Status check_query(const Entity& entity, const Query& query) {
    for (const Filter& filter : query.filters) {
        if (filter.field >= entity.fields.size()) return no_field(entity, filter.field);
        const Field& field = entity.fields[filter.field];
        if (compares_value(filter.compare) && !fits(field.type, filter.value))
            return wrong_type(entity, field);
    }
    if (query.order_by) return check_columns(entity, {*query.order_by});
    return ok();
}

Status check_columns(const Entity& entity, const std::vector<std::size_t>& columns) {
    for (const std::size_t column : columns)
        if (column >= entity.fields.size()) return no_field(entity, column);
    return ok();
}

Error conflict(const Entity& entity, Id id, std::int64_t expected, std::int64_t stored) {
    const std::string name = to_string(id);
    if (stored == 0)
        return failure(ErrorKind::kConflict,
                       fmt::format("{} {} 没有第 {} 版", entity.label, name, expected),
                       fmt::format("{} {} has no version {}", entity.name, name, expected));
    return failure(
        ErrorKind::kConflict,
        fmt::format("{} {} 现在是第 {} 版,提交时依据的是第 {} 版;请看过新的内容再改", entity.label,
                    name, stored, expected),
        fmt::format("{} {} is at version {}, not {}; look at it again before changing it",
                    entity.name, name, stored, expected));
}

Error closed_transaction() {
    return failure(ErrorKind::kBug, "这个事务已经结束或出错,不能再用",
                   "this transaction has ended or failed and can not be used");
}

Error read_only_transaction() {
    return failure(ErrorKind::kBug, "只读事务不能写", "a read transaction can not write");
}

Error second_writer() {
    return failure(ErrorKind::kBug, "已有一个写事务没有结束",
                   "another write transaction of this store is still open");
}

}  // namespace tz
