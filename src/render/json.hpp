#pragma once

#include <nlohmann/json.hpp>

#include "spbe/analysis/compute.hpp"
#include "spbe/analysis/evaluation.hpp"
#include "spbe/model/instrument.hpp"

namespace spbe {

using Json = nlohmann::ordered_json;

// An exact number as a decimal string. A key whose value does not end in decimals, and was
// cut to six, is named in `rounded`.
class JsonNumbers {
 public:
  void put(Json& object, const std::string& key, Ratio value);
  // `key` when the value is exact, else null, and its ends as `key`_low and `key`_high.
  void put_interval(Json& object, const std::string& key, const Interval& value);
  // A list of values; its key is named when any of them was cut.
  void put_list(Json& object, const std::string& key, const std::vector<Ratio>& values);
  // Adds "rounded": [keys] to `object` when there are any, and forgets them.
  void name_rounded(Json& object);

 private:
  std::vector<std::string> rounded_;
};

// `object` with one number more, and "rounded" when that does not end.
Json with_number(Json object, const std::string& key, Ratio value);

// null when it is empty.
inline Json id_or_null(const std::string& id) { return id.empty() ? Json(nullptr) : Json(id); }

// {"id", "en"}; null when the text is empty.
Json json_text(const Bilingual& text);

// {"shown", "exact", "low", "high", "possible"}.
Json json_index(const IndexResult& result);
Json json_shown(const Interval& value);  // "2.15" or null
Json json_categories(const IndexResult& result);

// {"file", "year", "instrument", "shown", "category", "change", ...} of the year before.
Json json_previous(const PriorYear& previous, const std::optional<Interval>& change);

// Two blanks of indentation and a line break at the end; what is not UTF-8 is replaced.
std::string dump(const Json& json);
// On one line, with a line break.
std::string dump_line(const Json& json);

}  // namespace spbe
