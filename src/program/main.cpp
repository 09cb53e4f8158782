#include <fcntl.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <ctime>
#include <exception>
#include <iostream>

#include "cli/session.hpp"

namespace {

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string() : std::string(value);
}

std::size_t terminal_columns() {
  constexpr std::size_t kUsual = 80;
  constexpr std::size_t kLeast = 40;
  std::size_t columns = std::strtoul(variable("COLUMNS").c_str(), nullptr, 10);
  winsize size{};
  if (columns == 0 && ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0) columns = size.ws_col;
  if (columns == 0) return kUsual;
  return columns < kLeast ? kLeast : columns;
}

spbe::Date today() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  ::localtime_r(&now, &local);
  return {local.tm_year + 1900, local.tm_mon + 1, local.tm_mday};
}

spbe::Environment environment() {
  spbe::Environment found;
  found.out_is_terminal = ::isatty(STDOUT_FILENO) == 1;
  found.err_is_terminal = ::isatty(STDERR_FILENO) == 1;
  found.columns = terminal_columns();
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    if (found.locale.empty()) found.locale = variable(name);
  }
  found.no_color = !variable("NO_COLOR").empty();
  const std::string forced = variable("FORCE_COLOR");
  found.force_color = !forced.empty() && forced != "0";
  found.dumb = variable("TERM") == "dumb";
  found.github_actions = variable("GITHUB_ACTIONS") == "true";
  found.git_external_diff = !variable("GIT_DIFF_PATH_TOTAL").empty();
  found.today = today();
  return found;
}

// Closed standard files are opened on nothing, so that no file of ours takes their place; reading
// the input and writing the output fail as they would have.
void fill_standard_files() {
  for (const int file : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (::fcntl(file, F_GETFD) >= 0 || errno != EBADF) continue;
    // The lowest number that is free is this one.
    static_cast<void>(::open("/dev/null", file == STDIN_FILENO ? O_WRONLY : O_RDONLY));
  }
}

}  // namespace

int main(int argc, char** argv) {
  try {
    fill_standard_files();
    std::ios::sync_with_stdio(false);
    spbe::Session session{std::cin, std::cout, std::cerr, environment()};
    return static_cast<int>(spbe::run({argv + 1, argv + argc}, session));
  } catch (const std::exception& error) {
    std::cerr << "spbe-index: internal error: " << error.what() << '\n';
    return static_cast<int>(spbe::Status::internal);
  }
}
