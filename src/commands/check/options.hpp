#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/command.hpp"
#include "spbe/analysis/check.hpp"
#include "spbe/model/catalog.hpp"

namespace spbe {

// What the command line of `check` says, word for word.
struct CheckArguments {
  std::vector<std::string> files;
  std::vector<std::string> previous;
  std::vector<std::string> enable;
  std::vector<std::string> disable;
  std::optional<std::string> rules;
  std::string category_by;
  std::optional<std::string> min_index;
  std::optional<std::string> min_category;
  std::optional<std::string> max_fall;
  std::optional<std::string> today;
  std::string fail_on = "error";
  bool no_fall = false;
  bool complete = false;
  bool all = false;
  bool list_rules = false;
};

struct RunOptions : CheckOptions {
  std::optional<CategoryBasis> basis;
};

std::vector<Option> check_option_list(CheckArguments& arguments);

// What the words mean; every word that means nothing is an error in `diagnostics`.
RunOptions check_options(const CheckArguments& arguments, const Catalog& catalog, const Date& today,
                         Diagnostics& diagnostics);

}  // namespace spbe
