// The machine's clock and random numbers behind the ports.
#pragma once
#include <memory>

#include "port/store.h"

namespace tz {

std::unique_ptr<Clock> make_system_clock();    // days at UTC+8
std::unique_ptr<Random> make_system_random();  // of the kernel; ends the program if there are none

}  // namespace tz
