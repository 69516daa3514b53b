// The program. Everything it does is in cli/.
#include "cli/command_line.h"

int main(int argc, char** argv) { return tz::cli::run(argc, argv); }
