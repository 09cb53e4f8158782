#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "cli/common.hpp"
#include "cli/session.hpp"
#include "spbe/base/diagnostic.hpp"
#include "spbe/model/assessment.hpp"

namespace spbe {

// The files that `paths` name: a folder stands for every *.yaml and *.yml below it (not in
// hidden folders), in order of name; "-" for standard input.
std::vector<std::string> expand_inputs(const std::vector<std::string>& paths,
                                       Diagnostics& diagnostics);

// The whole file, or standard input for "-"; null with an error when it cannot be read.
std::shared_ptr<const Source> read_source(const std::string& path, Session& session,
                                          Diagnostics& diagnostics);

// Reads every assessment of `paths` in order, printing what is wrong with each file. Returns
// whether all could be read.
bool read_all(Workplace& work, const Catalog& catalog, const std::vector<std::string>& paths,
              const AssessmentReceiver& receive);

// The one assessment of `path`; nothing after an error, which has been printed.
std::optional<Assessment> read_one(Workplace& work, const Catalog& catalog,
                                   const std::string& path);

}  // namespace spbe
