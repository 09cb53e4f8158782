#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>

#include "spbe/model/assessment.hpp"

namespace spbe {

// Where each result of an institution, year and stage was met first. Two are of one institution as
// `of_same_institution` says: by their `id` where both have one, else by name.
class KnownResults {
 public:
  // Where another of `assessment`'s institution, year and stage was met before.
  std::optional<Location> met_before(const Assessment& assessment);

 private:
  using Occasion = std::pair<int, Stage>;
  struct Namesakes {
    std::optional<Location> any;
    std::optional<Location> without_id;
  };
  std::map<std::pair<std::string, Occasion>, Namesakes> by_name_;
  std::map<std::pair<std::string, Occasion>, Location> by_id_;
};

}  // namespace spbe
