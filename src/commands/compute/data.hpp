#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "commands/compute/report.hpp"
#include "render/csv.hpp"
#include "spbe/model/catalog.hpp"

namespace spbe {

// The machine formats of `compute`. A row comes in two pieces, made of its result alone; what
// is told of the year before goes between them, so that rows can be written as they come. The
// change since then is nothing when the two cannot be compared.
struct RowPieces {
  std::string before;
  std::string after;
  std::string rounded;  // csv: the columns whose values were cut
};

class ComputeJson {
 public:
  enum class Form { document, lines };
  ComputeJson(Form form, bool details) : form_(form), details_(details) {}
  std::string begin() const;
  RowPieces pieces(const Evaluation& evaluation) const;
  std::string row(const RowPieces& pieces, const PriorYear* previous,
                  const std::optional<Interval>& change);
  std::string end() const;

 private:
  Form form_;
  bool details_;
  bool first_ = true;
};

class ComputeCsv {
 public:
  // The columns of components are those of every instrument of the catalog, so that they do
  // not depend on the files.
  ComputeCsv(const Catalog& catalog, bool details, CsvDialect dialect = {});
  std::string begin() const;
  RowPieces pieces(const Evaluation& evaluation) const;
  std::string row(const RowPieces& pieces, const PriorYear* previous,
                  const std::optional<Interval>& change) const;

 private:
  // Of every instrument, by id: the component of each column, kNoComponent for none.
  using Places = std::vector<ComponentIndex>;
  CsvDialect dialect_;
  std::vector<std::string> components_;  // ids of domains and aspects, keys of indicators
  std::map<std::string, Places, std::less<>> places_;
};

}  // namespace spbe
