#include "spbe/model/rewrite.hpp"

#include <algorithm>
#include <utility>

namespace spbe {

Rewritten rewrite_levels(const Assessment& before, const std::vector<std::optional<Ratio>>& after) {
  Rewritten result;
  std::vector<std::pair<Span, std::string>> edits;
  for (ComponentIndex i = 0; i < before.scores.size(); ++i) {
    if (!after[i]) continue;
    const Score& score = before.score(i);
    if (score.kind != Score::Kind::level) {
      result.absent.push_back(i);
    } else if (score.level != *after[i]) {
      edits.emplace_back(score.span, decimal(*after[i]));
    }
  }
  std::ranges::sort(edits, {}, [](const auto& edit) { return edit.first.begin; });
  const std::string& text = before.source->text;
  if (before.source->byte_order_mark) result.text = "\xEF\xBB\xBF";
  std::size_t at = 0;
  for (const auto& [span, digits] : edits) {
    result.text.append(text, at, span.begin - at);
    result.text += digits;
    at = span.end;
  }
  result.text.append(text, at);
  result.changed = edits.size();
  return result;
}

}  // namespace spbe
