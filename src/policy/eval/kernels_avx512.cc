// Compiled for machines with the instruction set; see the build file.
#include "policy/eval/kernels_body.h"

namespace tz::policy {
#if defined(__AVX512BW__)
namespace {
struct Avx512 {};
constexpr Kernels kTable = make_kernels<Avx512>("avx512");
}  // namespace

const Kernels* const kAvx512Kernels = &kTable;
#else
const Kernels* const kAvx512Kernels = nullptr;
#endif

}  // namespace tz::policy
