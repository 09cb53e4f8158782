#pragma once

#include <string>
#include <vector>

#include "cli/session.hpp"
#include "spbe/render/language.hpp"

namespace spbe {

// What may stand where somebody asks a shell to go on.
struct Candidate {
  std::string word;
  std::string meaning;  // may be empty
};

struct Candidates {
  enum class Paths { none, files, folders };
  std::vector<Candidate> words;
  Paths paths = Paths::none;  // the shell adds its own
};

// `words` are those after the program's name; the last is to be completed, and may be empty.
Candidates complete(Session& session, const std::vector<std::string>& words, Language language);

}  // namespace spbe
