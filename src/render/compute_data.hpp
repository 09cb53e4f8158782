#pragma once

#include <string>
#include <vector>

#include "render/compute_report.hpp"
#include "spbe/model/catalog.hpp"

namespace spbe {

// The machine formats of `compute`, in pieces, so that results can be written as they come.
class ComputeJson {
 public:
  explicit ComputeJson(bool details) : details_(details) {}
  static std::string begin();
  std::string result(const Evaluation& evaluation, const Evaluation* previous);
  static std::string end();

 private:
  bool details_;
  bool first_ = true;
};

class ComputeCsv {
 public:
  // The columns of components are those of every instrument of the catalog, so that they do
  // not depend on the files.
  ComputeCsv(const Catalog& catalog, bool details);
  std::string begin() const;
  std::string result(const Evaluation& evaluation, const Evaluation* previous) const;

 private:
  std::vector<std::string> components_;  // ids of domains and aspects, keys of indicators
};

}  // namespace spbe
