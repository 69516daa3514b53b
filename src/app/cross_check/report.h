// A comparison told: JSON with every outcome and both values, a summary in words, a workbook.
#pragma once
#include <functional>
#include <string>
#include <string_view>

#include "app/cross_check/comparison.h"

namespace tz {
class Places;
}

namespace tz::cross_check {

using TextSink = std::function<void(std::string_view)>;
// {"file","list","against",…,"counts":{kind:n},"owners":{department:n},"notes":[…],"outcomes":[…]}
void write_json(const Comparison& comparison, const TextSink& out);
std::string to_text(const Comparison& comparison, Language language);
// A sheet of counts and sheets of outcomes; bytes of an xlsx file.
Result<std::string> to_workbook(const Comparison& comparison, const Places& places);

}  // namespace tz::cross_check
