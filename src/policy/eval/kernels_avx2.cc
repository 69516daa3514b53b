// Compiled for machines with the instruction set; see the build file.
#include "policy/eval/kernels_body.h"

namespace tz::policy {
#if defined(__AVX2__)
namespace {
struct Avx2 {};
constexpr Kernels kTable = make_kernels<Avx2>("avx2");
}  // namespace

const Kernels* const kAvx2Kernels = &kTable;
#else
const Kernels* const kAvx2Kernels = nullptr;
#endif

}  // namespace tz::policy
