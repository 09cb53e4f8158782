#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "spbe/model/assessment.hpp"

namespace spbe {

// A piece of evidence as one line of a cell: its text, and behind bars what else it says of
// itself: "Perbup 14/2022 | 2022-03-01 | berkas: perbup.pdf | https://jdih.example". A date, an
// address and "berkas:", "file:", "tautan:", "link:" are known there; anything else is text.
struct EvidenceLine {
  std::string text;
  EvidencePlace place;
};
EvidenceLine parse_evidence_line(std::string_view line);

// The words that stand before a file, and before a link that is no address.
struct EvidenceWords {
  std::string_view file;
  std::string_view link;
};
// What `parse_evidence_line` reads as the same.
std::string evidence_line(const std::string& text, const EvidencePlace& place,
                          const EvidenceWords& words);
// A line each.
std::vector<std::string> evidence_lines(const Details& details, const EvidenceWords& words);

// As YAML: the text alone, or "{text: ..., date: ...}".
std::string evidence_yaml(const EvidenceLine& evidence);

}  // namespace spbe
