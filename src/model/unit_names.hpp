#pragma once

#include <map>
#include <string>

#include "document/schema.hpp"

namespace spbe {

// The units that an assessment names, and what is odd about them.
class UnitNames {
 public:
  explicit UnitNames(Schema& schema) : schema_(schema) {}

  // One that `node` gives.
  void take(const Node& node, const std::string& unit);
  // When all are known: names that several of them may be behind.
  void ask() const;

 private:
  Schema& schema_;
  std::map<std::string, const Node*> places_;  // the first of each
  bool too_many_ = false;
};

}  // namespace spbe
