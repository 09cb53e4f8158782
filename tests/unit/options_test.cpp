#include <set>
#include <string>

#include "cli/options.hpp"
#include "commands/commands.hpp"
#include "unit/catch.hpp"

using namespace spbe;  // NOLINT(google-build-using-namespace)

// A setting must name no file outside of its repository, so of each kind of value it is known
// whether it names one. OUT is what is written, and never a setting.
TEST_CASE("of every option it is known whether its values are files", "[options]") {
  const std::set<std::string> files = {"DIR", "EARLIER LATER", "FILE", "FOLDER", "PATH"};
  const std::set<std::string> others = {
      "",     "BASIS", "CHART", "DATE",  "EFFORT",   "FIELD",   "FOR",        "FORMAT",
      "GOAL", "ID",    "KIND",  "LANG",  "LEVEL",    "LEVELS",  "LIST",       "N",
      "NAME", "OUT",   "P",     "PART",  "RULE",     "PATTERN", "TARGET",     "UNIT",
      "WHAT", "WHEN",  "YEAR",  "YEARS", "ID=LEVEL", "OUT",     "FIELD=VALUE"};
  std::size_t known = 0;
  for (const CommandEntry& entry : all_commands()) {
    const Command command = entry.make();
    CommonOptions common;
    std::optional<std::string> jobs;
    for (const Option& option : all_options(command, common, jobs)) {
      INFO(command.name << " " << option.flags << " " << option.value_name);
      CHECK(names_files(option) == files.contains(option.value_name));
      CHECK(names_files(option) != others.contains(option.value_name));
      ++known;
    }
  }
  CHECK(known > 200);
}
