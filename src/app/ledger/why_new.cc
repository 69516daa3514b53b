#include "app/ledger/why_new.h"

#include <fmt/format.h>

#include <algorithm>

#include "policy/syntax/report.h"

namespace tz {
namespace {

using policy::say;

constexpr std::int64_t kLookedUpMax = 10'000;  // histories read one by one
constexpr std::size_t kFieldsNamed = 3;

// Fields of the rule's own record that it reads, and whether it asks what day it is.
struct Reads {
    std::set<std::size_t> fields{};
    bool day = false;
};

void collect(const policy::Node& node, const Entity& entity, Reads& out) {
    if (node.op == policy::Op::kAsOf) out.day = true;
    if (node.op == policy::Op::kField && node.entity == &entity) out.fields.insert(node.field);
    for (const policy::NodePtr& arg : node.args)
        if (arg) collect(*arg, entity, out);
}

Reads reads_of(const policy::Rule& rule) {
    Reads out;
    collect(*rule.when, *rule.entity, out);
    collect(*rule.that, *rule.entity, out);
    return out;
}

// What held on a day, of versions in the order in which they were said.
const Record* held_on(const std::vector<Version>& versions, Date day) {
    const Record* found = nullptr;
    for (const Version& version : versions)
        if (version.record.holds_from <= day && !version.record.retired) found = &version.record;
    return found;
}

}  // namespace

Text WhyNew::since_then(const policy::Rule& rule, const Record& before, const Record& now) const {
    const Reads reads = reads_of(rule);
    std::vector<std::string> labels;
    for (const std::size_t field : reads.fields)
        if (before.values[field] != now.values[field])
            labels.emplace_back(rule.entity->fields[field].label);
    if (labels.size() > kFieldsNamed) {
        labels.resize(kFieldsNamed);
        labels.emplace_back("…");
    }
    if (!labels.empty()) return say("改了“{}”以后", "after a change of {}", join(labels, "、"));
    if (reads.day)
        return say("数据没有变，到了日期（年龄、期限）",
                   "nothing was changed; the day has come (an age, a time limit)");
    return say(
        "这条记录没有变，变的是相关的记录或标准",
        "this record is as it was; another one that belongs to it, or the standard, changed");
}

Result<Text> WhyNew::reason(Transaction& reader, const Finding& finding) const {
    const policy::Rule& rule = run_.packs().rules[finding.rule];
    const policy::PackInfo& pack = run_.packs().packs[static_cast<std::size_t>(rule.pack)];
    if (!packs_.contains(pack.name))
        return say("这个政策包上次没有用，或没有查出问题",
                   "this pack was not used before, or found nothing");
    if (looked_up_ >= kLookedUpMax) return say("没有逐条追查", "not looked into one by one");
    const Scope scope = Scope::of(run_.options().division);
    ASSIGN_OR_RETURN(const auto versions, reader.history(*rule.entity, finding.record, scope));
    const Record* before = held_on(versions, before_);
    if (!before) return say("上次核查以后新登记的", "registered since the check before");
    return since_then(rule, *before, versions.back().record);
}

Status WhyNew::add(Transaction& reader, const Finding& finding) {
    ASSIGN_OR_RETURN(Text why, reason(reader, finding));
    ++looked_up_;
    const auto same = [&](const NewItems& other) {
        return other.rule == finding.rule && other.why.zh == why.zh;
    };
    const auto it = std::ranges::find_if(items_, same);
    if (it != items_.end())
        ++it->count;
    else
        items_.push_back({std::move(why), finding.rule, 1});
    return ok();
}

std::vector<NewItems> WhyNew::items() const {
    std::vector<NewItems> out = items_;
    std::ranges::stable_sort(out, std::ranges::greater{}, &NewItems::count);
    return out;
}

}  // namespace tz
