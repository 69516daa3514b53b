// Made-up registers of any size, straight from the field tables: a value for every field that a run
// reads, three in a hundred missing. The same for the same seed. For benchmarks only; the demo
// makes data that look like a county.
#pragma once
#include <fmt/format.h>

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "app/parallel.h"
#include "base/id_number.h"
#include "policy/eval/image.h"

namespace tz::bench {

class Random {
  public:
    explicit Random(std::uint64_t seed) : state_(seed) {}
    std::uint64_t next() {
        std::uint64_t z = (state_ += 0x9e3779b97f4a7c15ULL);
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31);
    }
    std::int64_t below(std::int64_t n) {
        return static_cast<std::int64_t>(next() % static_cast<std::uint64_t>(n));
    }
    bool chance(int per_mille) { return below(1000) < per_mille; }

  private:
    std::uint64_t state_;
};

// Who a record belongs to.
struct Owner {
    std::int64_t division = 0;
    Id household{};
    Id person{};
    std::int64_t number = 0;  // of the record, for its id
};

using RecordSink = std::function<void(const Entity&, const Record&)>;

class Registers {
  public:
    Registers(Catalog catalog, policy::ColumnSet columns, std::uint64_t seed)
        : catalog_(catalog), columns_(std::move(columns)), random_(seed) {}

    // Fifty households a village, ten provinces.
    void make(std::int64_t households, const RecordSink& sink) {
        const std::int64_t villages = std::max<std::int64_t>(households / 50, 1);
        std::int64_t village = -1;
        for (std::int64_t h = 0; h < households; ++h) {
            const bool is_next = h * villages / households != village;
            village = h * villages / households;
            Owner owner{.division = code(village, villages)};
            if (is_next) make_others(owner, sink);
            owner.household = make_one("household", owner, sink);
            for (std::string_view name : {"household_year", "monitoring", "measure", "relocation",
                                          "loan", "dwelling_appraisal"})
                make_some(name, owner, sink);
            make_family(owner, sink);
        }
    }

  private:
    static std::int64_t code(std::int64_t village, std::int64_t villages) {
        const std::int64_t province = 41 + village * 10 / villages;
        const std::int64_t county = 100 + village / 200 % 99;
        return (province * 10'000 + 400 + county % 100) * 1'000'000 +
               (village / 10 % 20 + 100) * 1000 + 200 + village % 10;
    }

    // How many records of a register an owner has, in thousandths.
    static int rate(std::string_view name) {
        if (name == "household_year" || name == "village_year") return 2000;
        if (name == "employment" || name == "medical_enrolment") return 400;
        return name == "school_roll" || name == "pension_enrolment" ? 250 : 80;
    }

    const Entity* kept(std::string_view name) const {
        for (const auto& c : columns_)
            if (c.entity->name == name) return c.entity;
        return nullptr;
    }

    void make_family(Owner owner, const RecordSink& sink) {
        const std::int64_t members = 1 + random_.below(3) + random_.below(4) * 8 / 10;
        for (std::int64_t m = 0; m < members; ++m) {
            owner.person = make_one("person", owner, sink);
            for (const auto& c : columns_)
                if (refers(*c.entity, "person")) make_some(c.entity->name, owner, sink);
        }
    }

    static bool refers(const Entity& entity, std::string_view name) {
        for (const Field& field : entity.fields)
            if (field.refers_to == name) return true;
        return false;
    }

    void make_others(const Owner& owner, const RecordSink& sink) {
        for (const auto& c : columns_) {
            const bool has_owner = refers(*c.entity, "household") || refers(*c.entity, "person");
            if (!has_owner && c.entity->name != "household") make_some(c.entity->name, owner, sink);
        }
    }

    void make_some(std::string_view name, const Owner& owner, const RecordSink& sink) {
        if (!kept(name)) return;
        const int thousandths = rate(name);
        const int count = thousandths / 1000 + (random_.chance(thousandths % 1000) ? 1 : 0);
        for (int i = 0; i < count; ++i) make_one(name, owner, sink);
    }

    Id make_one(std::string_view name, Owner owner, const RecordSink& sink) {
        owner.number = next_++;
        const Id id{static_cast<std::uint64_t>(owner.number), random_.next()};
        const Entity* entity = kept(name);
        if (!entity) return id;
        record_.id = id;
        record_.values.resize(entity->fields.size());
        for (std::size_t field : policy::find_columns(columns_, *entity)->fields)
            fill(record_.values[field], entity->fields[field], owner);
        const std::size_t scope = entity->scope_index();
        if (scope < entity->fields.size()) record_.values[scope] = owner.division;
        sink(*entity, record_);
        record_.values.clear();
        return id;
    }

    void fill(Value& value, const Field& field, const Owner& owner) {
        if (field.type != Type::kReference && random_.chance(30))
            value = Value{};
        else if (field.type == Type::kReference)
            value = refers_to(field, owner);
        else if (field.type == Type::kText)
            value = text(field, owner);
        else if (field.type == Type::kBool)
            value = random_.chance(850);
        else
            value = number(field);
    }

    static Value refers_to(const Field& field, const Owner& owner) {
        if (field.refers_to == "household") return owner.household;
        if (field.refers_to == "person") return owner.person;
        return {};
    }

    std::string text(const Field& field, const Owner& owner) {
        if (field.name.ends_with("id_number")) return id_number(owner);
        if (field.name.ends_with("phone"))
            return fmt::format("13{:09}", random_.below(1'000'000'000));
        if (field.name.ends_with("number")) return fmt::format("43{:010}", owner.number);
        static constexpr std::string_view kWords[] = {"张三",   "李四",   "王五",
                                                      "电子厂", "长沙市", ""};
        return std::string(kWords[random_.below(6)]);
    }

    std::string id_number(const Owner& owner) {
        const std::string body =
            fmt::format("430424{}{:02}{:02}{:03}", 1935 + random_.below(88), 1 + random_.below(12),
                        1 + random_.below(28), owner.number % 1000);
        return body + check_character(body);
    }

    std::int64_t number(const Field& field) {
        if (field.codes) return choice(field);
        switch (field.type) {
            case Type::kMoney:
                return random_.below(30'000) * 100;
            case Type::kDate:
                return random_.below(32'000) - 12'500;
            case Type::kMonth:
                return 2014 * 12 + random_.below(120);
            case Type::kDivision:
                return 430'424'100'201;
            default:
                return field.name.ends_with("year") ? 2014 + random_.below(10) : random_.below(120);
        }
    }

    std::int64_t choice(const Field& field) {
        const auto& choices = field.codes->choices;
        const auto pick = [&] {
            return choices[static_cast<std::size_t>(
                               random_.below(static_cast<std::int64_t>(choices.size())))]
                .code;
        };
        if (field.type == Type::kChoice) return pick();
        return (std::int64_t{1} << pick()) | (std::int64_t{1} << pick());
    }

    Catalog catalog_;
    policy::ColumnSet columns_;
    Random random_;
    Record record_;
    std::int64_t next_ = 0;
};

inline policy::Image make_image(Catalog catalog, const policy::ColumnSet& columns,
                                std::int64_t households) {
    policy::ImageBuilder builder(catalog, columns);
    Registers(catalog, columns, 7).make(households, [&](const Entity& e, const Record& r) {
        builder.append(e, r);
    });
    return builder.finish([](std::size_t count, const std::function<void(std::size_t)>& piece) {
        in_parallel(thread_count(0), count, piece);
    });
}

}  // namespace tz::bench
