#include <cstdlib>
#include <exception>
#include <iostream>

#include "cli/platform.hpp"
#include "cli/session.hpp"

namespace {

using spbe::platform::StandardFiles;

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string() : std::string(value);
}

std::size_t terminal_columns(const StandardFiles& files) {
  constexpr std::size_t kUsual = 80;
  constexpr std::size_t kLeast = 40;
  std::size_t columns = std::strtoul(variable("COLUMNS").c_str(), nullptr, 10);
  if (columns == 0) columns = files.columns();
  if (columns == 0) return kUsual;
  return columns < kLeast ? kLeast : columns;
}

spbe::Environment environment(const StandardFiles& files) {
  spbe::Environment found;
  found.out_is_terminal = files.out_is_terminal();
  found.err_is_terminal = files.err_is_terminal();
  found.columns = terminal_columns(files);
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    if (found.locale.empty()) found.locale = variable(name);
  }
  if (found.locale.empty()) found.locale = spbe::platform::user_locale();
  found.no_color = !variable("NO_COLOR").empty();
  const std::string forced = variable("FORCE_COLOR");
  found.force_color = !forced.empty() && forced != "0";
  found.dumb = variable("TERM") == "dumb" || !files.takes_escapes();
  found.github_actions = variable("GITHUB_ACTIONS") == "true";
  found.git_external_diff = !variable("GIT_DIFF_PATH_TOTAL").empty();
  found.today = spbe::platform::today();
  return found;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    StandardFiles files;
    spbe::Session session{files.in(), files.out(), files.err(), environment(files)};
    return static_cast<int>(spbe::run(spbe::platform::arguments(argc, argv), session));
  } catch (const std::exception& error) {
    std::cerr << "spbe-index: internal error: " << error.what() << '\n';
    return static_cast<int>(spbe::Status::internal);
  }
}
