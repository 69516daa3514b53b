// Where and when a pack applies, as conditions. That is written into its rules, so that no
// evaluator needs to know about packs. One thread.
#pragma once
#include "policy/check/model.h"

namespace tz::policy {

// Both, or the one that is there.
NodePtr joined(Op op, const NodePtr& a, const NodePtr& b);
// In the division and at the law dates of the file's pack, and the condition. Never null.
NodePtr in_scope(const Model& model, int file, const NodePtr& when, const Entity& entity, Spot at);

// The last period that was complete on or before the day of the data.
NodePtr period_start_node(Period period, const Entity& entity, Position at);
NodePtr period_end_node(Period period, const Entity& entity, Position at);
// It lies inside the dates of the file's pack.
NodePtr period_in_dates(const Model& model, int file, Period period, const Entity& entity, Spot at);

}  // namespace tz::policy
