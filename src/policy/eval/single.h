// The program for one row at a time, straight on the image. Slow; the vector loops hand it what
// they can't do: records outside the block, text that depends on a parameter. Reads only; any
// thread.
#pragma once
#include <cstdint>
#include <vector>

#include "policy/eval/image_parts.h"
#include "policy/eval/parameters.h"
#include "policy/program/apply.h"

namespace tz::policy {

// The column in which the answers of an instruction stand ready, by instruction; null: none.
using ReadyColumns = std::vector<const Column*>;

class Single {
  public:
    // Everything given must outlive it; `parameters` and `ready` may still grow.
    Single(const Program& program, const Image& image, RunDates dates,
           const std::vector<ParameterMap>& parameters, const ReadyColumns& ready)
        : program_(program), image_(image), dates_(dates), parameters_(parameters), ready_(ready) {}
    Datum evaluate(std::uint32_t instruction, std::uint32_t row) const {
        return evaluate(instruction, row, nullptr);
    }
    // The answer if the text leaf said `text`; for expressions of constants and that leaf.
    Datum evaluate_text(std::uint32_t instruction, std::uint32_t leaf, const Datum& text) const;

  private:
    // The rows around that kAsking means, the innermost first.
    struct Asker {
        std::uint32_t row = 0;
        const Asker* outer = nullptr;
    };
    Datum evaluate(std::uint32_t instruction, std::uint32_t row, const Asker* asker) const;
    Datum leaf(const Instruction& in, std::uint32_t row) const;
    Datum walk(const Instruction& in, std::uint32_t row, const Asker* asker) const;
    Datum aggregate(const Instruction& in, std::uint32_t row, const Asker* asker) const;
    const Program& program_;
    const Image& image_;
    RunDates dates_;
    const std::vector<ParameterMap>& parameters_;
    const ReadyColumns& ready_;
};

// The rows of `other` that an instruction looks at from a row, as positions of its link or area.
std::pair<std::uint32_t, std::uint32_t> positions(const Image& image, const Instruction& in,
                                                  std::uint32_t row);

// The row of `other` that kAround looks at, or kNoRow.
std::uint32_t around(const Image& image, const Instruction& in, std::uint32_t row);

Datum datum_at(const Column& column, std::uint32_t row);

}  // namespace tz::policy
