// Expressions made by the checker itself, where one declaration stands for several others. They
// carry the place of what they were made from. Pure.
#pragma once
#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

#include "policy/syntax/tree.h"

namespace tz::policy {

inline ExprPtr built(ExprKind kind, Spot at, std::string text, std::vector<ExprPtr> args) {
    auto out = std::make_shared<Expr>();
    out->kind = kind;
    out->at = at;
    out->text = std::move(text);
    out->args = std::move(args);
    return out;
}
inline ExprPtr built_path(Spot at, const std::vector<std::string>& names) {
    auto out = std::make_shared<Expr>();
    out->at = at;
    for (const std::string& name : names) out->path.push_back({name, at});
    return out;
}
inline ExprPtr built_text(Spot at, std::string text) {
    return built(ExprKind::kText, at, std::move(text), {});
}
inline ExprPtr built_number(Spot at, int value) {
    return built(ExprKind::kNumber, at, std::to_string(value), {});
}
inline ExprPtr built_binary(Spot at, std::string sign, ExprPtr a, ExprPtr b) {
    return built(ExprKind::kBinary, at, std::move(sign), {std::move(a), std::move(b)});
}
inline ExprPtr built_not(Spot at, ExprPtr x) {
    return built(ExprKind::kNot, at, {}, {std::move(x)});
}
inline ExprPtr built_call(Spot at, std::string name, std::vector<ExprPtr> args,
                          ExprPtr where = {}) {
    auto out = std::make_shared<Expr>();
    out->kind = ExprKind::kCall;
    out->at = at;
    out->text = std::move(name);
    out->args = std::move(args);
    out->where = std::move(where);
    return out;
}
// The parts joined by `sign`, those that are null left out; null when all are.
inline ExprPtr built_chain(Spot at, const std::string& sign, const std::vector<ExprPtr>& parts) {
    ExprPtr out;
    for (const ExprPtr& part : parts)
        if (part) out = out ? built_binary(at, sign, out, part) : part;
    return out;
}
inline ExprPtr built_all(Spot at, const std::vector<ExprPtr>& parts) {
    return built_chain(at, "and", parts);
}
inline ExprPtr built_true(Spot at) { return built(ExprKind::kBool, at, "true", {}); }

}  // namespace tz::policy
