#pragma once

#include <string>

#include "render/csv.hpp"
#include "render/page.hpp"
#include "spbe/analysis/stages.hpp"

namespace spbe {

// The word that a file says for its stage; those that say none are the last there is.
std::string stage_label(const Evaluation& evaluation, Language language);

page::Page stages_page(const Stages& stages, Language language);
std::string stages_json(const Stages& stages);
// A line for each step from stage to stage in which a part changed.
std::string stages_csv(const Stages& stages, CsvDialect dialect = {});

}  // namespace spbe
