#include "policy/eval/planner.h"

namespace tz::policy {
namespace {

class Places {
  public:
    explicit Places(Plan& plan) : plan_(plan), last_use_(plan.slots.size()) {}
    void run() {
        plan_.places.resize(plan_.registers.size());
        free_.resize(plan_.registers.size());
        for (std::size_t i = 0; i < plan_.steps.size(); ++i) {
            const Step& step = plan_.steps[i];
            if (step.out != kNoSlot) last_use_[step.out] = i;
            for (const Source& arg : step.args)
                if (arg.slot != kNoSlot) last_use_[arg.slot] = i;
        }
        for (std::size_t i = 0; i < plan_.steps.size(); ++i) place(i);
    }

  private:
    void place(std::size_t i) {
        const Step& step = plan_.steps[i];
        if (step.out != kNoSlot) take(plan_.slots[step.out]);
        if (step.out != kNoSlot && last_use_[step.out] == i) release(step.out);
        for (std::size_t a = 0; a < step.args.size(); ++a) {
            const std::uint32_t slot = step.args[a].slot;
            if (slot == kNoSlot || last_use_[slot] != i) continue;
            last_use_[slot] = plan_.steps.size();  // an argument may stand there twice
            release(slot);
        }
    }
    void take(Slot& slot) {
        auto& free = free_[slot.reg][slot.is_int ? 1 : 0];
        if (free.empty()) {
            slot.place = plan_.places[slot.reg][slot.is_int ? 1 : 0]++;
        } else {
            slot.place = free.back();
            free.pop_back();
        }
    }
    void release(std::uint32_t at) {
        const Slot& slot = plan_.slots[at];
        free_[slot.reg][slot.is_int ? 1 : 0].push_back(slot.place);
    }
    Plan& plan_;
    std::vector<std::size_t> last_use_;
    std::vector<std::array<std::vector<std::uint32_t>, 2>> free_;
};

}  // namespace

void assign_places(Plan& plan) { Places(plan).run(); }

}  // namespace tz::policy
