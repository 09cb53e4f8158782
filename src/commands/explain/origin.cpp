#include <fmt/format.h>

#include "commands/explain/report.hpp"
#include "render/messages.hpp"
#include "render/style.hpp"
#include "render/wording.hpp"

namespace spbe {

namespace {

// "2/4", or "0.52" where only a share is given.
std::string accepted_text(const AcceptedEvidence& evidence, Language language) {
  if (evidence.of > 0) return fmt::format("{}/{}", evidence.accepted, evidence.of);
  return exact_number(language, evidence.share);
}

// "1.5 + 3/4 × 1 = 2.25": the band of the last level that counts.
std::string band_sum(const Scale& scale, const AcceptedEvidence& last, Ratio value,
                     Language language) {
  const Ratio begin = scale.band_begin(last.level);
  return fmt::format(
      "{} + {} × {} = {}", exact_number(language, begin), accepted_text(last, language),
      exact_number(language, scale.milestone(last.level) - begin), exact_number(language, value));
}

std::vector<std::string> of_items(const std::vector<AcceptedEvidence>& items, const Scale& scale,
                                  Ratio value, Language language) {
  const auto tr = [&](const Words& words) { return say(language, words); };
  std::string accepted;
  std::string idle;
  const AcceptedEvidence* last = nullptr;
  for (const AcceptedEvidence& evidence : items) {
    const std::string one =
        fill(tr({"level {0} {1}", "tingkat {0} {1}"}),
             {std::to_string(evidence.level), accepted_text(evidence, language)});
    accepted += (accepted.empty() ? "" : ", ") + one;
    if (evidence.counts) {
      last = &evidence;
    } else if (evidence.share > Ratio(0)) {
      idle += (idle.empty() ? "" : ", ") + std::to_string(evidence.level);
    }
  }
  std::vector<std::string> lines;
  lines.push_back(fill(tr({"accepted evidence: {0}", "data dukung diterima: {0}"}), {accepted}));
  if (last != nullptr) lines.push_back(band_sum(scale, *last, value, language));
  if (!idle.empty()) {
    lines.push_back(fill(tr({"level {0} does not count while level {1} is incomplete",
                             "tingkat {0} belum dihitung selama tingkat {1} belum lengkap"}),
                         {idle, std::to_string(scale.complete_level(value) + 1)}));
  }
  return lines;
}

}  // namespace

std::vector<std::string> value_origin(const Assessment& assessment, ComponentIndex indicator,
                                      Language language) {
  const auto tr = [&](const Words& words) { return say(language, words); };
  const Instrument& instrument = *assessment.instrument;
  const Scale& scale = instrument.scale_of(indicator);
  const Details* details = assessment.details_of(indicator);
  if (details == nullptr) return {};
  const Ratio value = assessment.score(indicator).level;
  if (details->complete) {
    return {fill(tr({"level {0} complete: {1}", "tingkat {0} lengkap: {1}"}),
                 {std::to_string(*details->complete), exact_number(language, value)})};
  }
  if (!details->items.empty()) return of_items(details->items, scale, value, language);
  if (!details->external) return {};
  const ExternalValue& external = *details->external;
  const ExternalIndex& index = instrument.externals[external.index];
  std::string text =
      fmt::format("{} {}", external_name(index, language), exact_number(language, external.value));
  if (external.date) text += ", " + to_string(*external.date);
  if (external.gives) {
    text += fill(tr({": {0} (conversion as of {1})", ": {0} (konversi per {1})"}),
                 {exact_number(language, *external.gives), index.as_of});
  }
  return {text};
}

}  // namespace spbe
