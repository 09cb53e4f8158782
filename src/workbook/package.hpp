#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "spbe/base/diagnostic.hpp"
#include "workbook/number_text.hpp"
#include "workbook/xml.hpp"
#include "workbook/zip.hpp"

namespace spbe {

// The parts of a workbook: which there are, and reading one as XML. A fault becomes one
// diagnostic of the whole file.
class Package {
 public:
  Package(const Source& source, Diagnostics& diagnostics);

  bool fine() const { return fine_; }
  bool has(std::string_view part) const { return zip_.has(part); }
  // False after an error, or when `events` stopped it, who then said why.
  bool read(const std::string& part, const XmlEvents& events);
  Diagnostic& error(std::string code, std::vector<std::string> args = {});

 private:
  void report(ZipFault fault, const std::string& part);

  const Source& source_;
  Diagnostics& diagnostics_;
  ZipReader zip_;
  bool fine_ = true;
};

// Where the relations of `part` point: by id, and the kind ("worksheet") of each.
struct Relation {
  std::string kind;
  std::string target;
};
std::optional<std::map<std::string, Relation>> read_relations(Package& package,
                                                              const std::string& part);

// The part of the first relation of this kind, or an empty text.
std::string target_of(const std::map<std::string, Relation>& relations, std::string_view kind);

// The strings that cells refer to by number.
bool read_shared_strings(Package& package, const std::string& part,
                         std::vector<std::string>& strings);

// The number format of each style that cells refer to by number.
bool read_styles(Package& package, const std::string& part, std::vector<NumberFormat>& formats);

}  // namespace spbe
