// Where the tests of this folder get their files from.
#include "sheet/test_files.h"

#include <fstream>
#include <sstream>

namespace tz::sheet {

std::string read_file(const std::string& path) {
    std::ifstream in(std::string(TZ_DATA_DIR) + "/" + path, std::ios::binary);
    EXPECT_TRUE(in.good()) << path;
    std::ostringstream bytes;
    bytes << in.rdbuf();
    return std::move(bytes).str();
}

}  // namespace tz::sheet
