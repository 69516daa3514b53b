// Tables of figures as offices keep them: a sheet with 指标, 数值, 单位 and, if it has them, 编号
// and 时点. Any thread.
#pragma once
#include <string>
#include <string_view>

#include "base/result.h"
#include "policy/report/figure.h"

namespace tz::crossfoot {

// Adds the rows of every sheet that has these columns. A row without a number is kept: what asks
// for it is told so. An id that stands twice with different values is an error.
Status read_figures(std::string_view bytes, const std::string& file_name,
                    policy::FigureTable& table);

}  // namespace tz::crossfoot
