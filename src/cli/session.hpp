#pragma once

#include <cstddef>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include "spbe/model/assessment.hpp"

namespace spbe {

// What the world outside tells the program; gathered once, in main.
struct Environment {
  bool out_is_terminal = false;
  bool err_is_terminal = false;
  std::size_t columns = 80;
  std::string locale;     // LC_ALL, LC_MESSAGES or LANG
  bool no_color = false;  // NO_COLOR is set and not empty
  bool github_actions = false;
  bool git_external_diff = false;  // git runs the program to show the changes of a file
  Date today;
};

struct Session {
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
  Environment environment;
};

// Exit status, the same for every command and format.
enum class Status {
  done = 0,
  answer_is_no = 1,  // a finding, a gate missed, a difference asked about
  bad_input = 2,     // wrong usage, a file that cannot be read, is not valid or not writable
  internal = 70,
};

// Runs one command line (without the program's name). Throws only for bugs of ours.
Status run(const std::vector<std::string>& args, Session& session);

}  // namespace spbe
