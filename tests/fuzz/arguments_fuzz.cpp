// Command lines: the lines of the input are the words. Files are named only by "-", so that
// nothing is written.
#include <algorithm>
#include <cstdlib>
#include <sstream>
#include <string>
#include <vector>

#include "cli/session.hpp"
#include "fuzz/targets.hpp"
#include "spbe/base/source.hpp"

void spbe::fuzz::arguments(const std::string& bytes) {
  std::istringstream lines(bytes);
  std::vector<std::string> words;
  for (std::string word; std::getline(lines, word) && words.size() < 32;) {
    // No file of this machine is read or written.
    const bool output =
        word.starts_with("-o") || word.starts_with("--o") || word.starts_with("--write");
    if (output || word.find('/') != std::string::npos || word.find('.') != std::string::npos)
      continue;
    words.push_back(word.substr(0, word.find('\0')));
  }
  // Without a file it looks at the folder that this runs in.
  const bool named = std::ranges::find(words, "-") != words.end();
  if (!named && std::ranges::find(words, "check") != words.end()) words.emplace_back("-");
  std::istringstream in("institution: X\nyear: 2023\nscores: {1: 3, 2: {level: 2, unit: U}}\n");
  std::ostringstream out;
  std::ostringstream err;
  spbe::Session session{in, out, err, {}};
  session.environment.today = {2026, 11, 24};
  if (run(words, session) == spbe::Status::internal) std::abort();
  for (const std::string& text : {out.str(), err.str()}) {
    if (spbe::find_invalid_utf8(text) != std::string::npos) std::abort();
  }
}
