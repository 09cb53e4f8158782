#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "analysis/check_rules.hpp"
#include "spbe/model/institution_name.hpp"

namespace spbe {

namespace {

struct Wrong {
  const char* code;
  std::string what;
};

// A finding for each piece of evidence that something is wrong with.
template <class Look>
std::vector<Finding> of_evidence(const CheckSubject& subject, const Look& look) {
  const Assessment& assessment = subject.now.assessment;
  std::vector<Finding> findings;
  for (const ComponentIndex i : assessment.instrument->indicators) {
    const Details* details = assessment.details_of(i);
    if (details == nullptr) continue;
    for (std::size_t at = 0; at < details->evidence_places.size(); ++at) {
      const EvidencePlace& place = details->evidence_places[at];
      const std::optional<Wrong> wrong = look(details->evidence[at], place);
      if (!wrong) continue;
      findings.push_back(finding(
          subject, wrong->code, place.span,
          {short_name(*assessment.instrument, i), wrong->what, std::to_string(assessment.year)}));
      findings.back().indicators = {i};
    }
  }
  return findings;
}

bool is_review(const std::string& text) {
  constexpr std::array<std::string_view, 4> kWords = {"reviu", "review", "evaluasi", "audit"};
  const std::string lower = institution_key(text);
  return std::ranges::any_of(
      kWords, [&](std::string_view word) { return lower.find(word) != std::string::npos; });
}

}  // namespace

std::vector<Finding> evidence_file_missing(const CheckSubject& subject) {
  const auto& find = subject.options.find_file;
  if (!find) return {};
  const std::string& source = subject.now.assessment.source->name;
  return of_evidence(subject, [&](const std::string& /*text*/, const EvidencePlace& place) {
    if (place.file.empty()) return std::optional<Wrong>();
    switch (find(source, place.file)) {
      case EvidencePresence::there:
        break;
      case EvidencePresence::missing:
        return std::optional<Wrong>({"evidence-file-missing", place.file});
      case EvidencePresence::elsewhere:
        return std::optional<Wrong>({"evidence-file-missing.elsewhere", place.file});
    }
    return std::optional<Wrong>();
  });
}

// Two years have passed before the year of the assessment begins, so on no day of it does the
// review count. Source: Pedoman Menteri PANRB 3/2024, which asks for reviews that are still valid
// ("masih berlaku (<2 tahun)").
std::vector<Finding> evidence_old(const CheckSubject& subject) {
  const int year = subject.now.assessment.year;
  return of_evidence(subject, [&](const std::string& text, const EvidencePlace& place) {
    const bool old = place.date && is_review(text) && *place.date <= Date{year - 2, 1, 1};
    return old ? std::optional<Wrong>({"evidence-old", to_string(*place.date)}) : std::nullopt;
  });
}

}  // namespace spbe
