#pragma once

#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "spbe/model/assessment.hpp"

namespace spbe {

// What the world outside tells the program; gathered once, in main.
struct Environment {
  bool out_is_terminal = false;
  bool err_is_terminal = false;
  std::size_t columns = 80;
  std::string locale;        // LC_ALL, LC_MESSAGES or LANG
  bool no_color = false;     // NO_COLOR is set and not empty
  bool force_color = false;  // FORCE_COLOR is set, and to something else than 0
  bool dumb = false;         // the terminal can only write on: TERM=dumb
  bool github_actions = false;
  bool git_external_diff = false;  // git runs the program to show the changes of a file
  Date today;
};

// The regular files that have been read, so that no result takes the place of one. Any thread may
// add to it.
class InputFiles {
 public:
  // The numbers by which the system knows a file: of its device, and on it.
  using Key = std::pair<std::uint64_t, std::uint64_t>;
  void add(Key file) {
    const std::lock_guard lock(mutex_);
    files_.insert(file);
  }
  bool contains(Key file) {
    const std::lock_guard lock(mutex_);
    return files_.contains(file);
  }

 private:
  std::mutex mutex_;
  std::set<Key> files_;
};

struct Session {
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
  Environment environment;
  InputFiles inputs{};
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
