#include "policy/eval/kernels.h"

namespace tz::policy {
namespace {

bool has_avx2() {
#if defined(__x86_64__)
    return __builtin_cpu_supports("avx2") != 0;
#else
    return false;
#endif
}

bool has_avx512() {
#if defined(__x86_64__)
    return __builtin_cpu_supports("avx512bw") != 0 && __builtin_cpu_supports("avx512dq") != 0 &&
           __builtin_cpu_supports("avx512vl") != 0;
#else
    return false;
#endif
}

void add(KernelList& list, const Kernels* table, bool runs) {
    if (table && runs) list.tables[list.size++] = table;
}

}  // namespace

KernelList all_kernels() {
    KernelList list;
    add(list, kPlainKernels, true);
    add(list, kAvx2Kernels, has_avx2());
    add(list, kAvx512Kernels, has_avx512());
    return list;
}

const Kernels& kernels() {
    static const KernelList list = all_kernels();
    return *list.tables[list.size - 1];
}

}  // namespace tz::policy
