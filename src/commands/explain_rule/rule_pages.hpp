#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "render/page.hpp"
#include "spbe/analysis/check.hpp"

namespace spbe {

// What `explain-rule` says of a rule of `check`, or of an error of the readers.
struct RulePage {
  std::string_view name;
  Words summary;  // one line
  Words why;
  std::string_view example;  // lines of a file, or of the command line
  Words mend;
};

std::span<const RulePage> rule_pages();
std::span<const RulePage> gate_pages();
// Errors of reading: no `why`, and the summary is the sentence itself.
std::span<const RulePage> reader_pages();
// In any of them; null when there is no such page.
const RulePage* find_rule_page(std::string_view name);
// Every name that has a page, and the other name of the out-of-scale rules.
std::vector<std::string> rule_page_names();

page::Page page_of_rule(const RulePage& rule, Language language);
page::Page page_of_rules(Language language);
std::string rule_list_json(Language language);

}  // namespace spbe
