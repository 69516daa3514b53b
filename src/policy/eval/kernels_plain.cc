#include "policy/eval/kernels_body.h"

namespace tz::policy {
namespace {
struct Plain {};
constexpr Kernels kTable = make_kernels<Plain>("plain");
}  // namespace

const Kernels* const kPlainKernels = &kTable;

}  // namespace tz::policy
