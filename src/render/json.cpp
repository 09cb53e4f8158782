#include "render/json.hpp"

namespace spbe {

namespace {

// Escapes also what JSON lets stand although it steers a terminal or hides from a reader.
std::string visible(const std::string& json) {
  std::string out;
  out.reserve(json.size());
  for (std::size_t at = 0; at < json.size();) {
    const std::size_t begin = at++;
    if (static_cast<unsigned char>(json[begin]) < 0x7F) {
      out += json[begin];
      continue;
    }
    while (at < json.size() && (static_cast<unsigned char>(json[at]) & 0xC0U) == 0x80U) ++at;
    const std::string character = json.substr(begin, at - begin);
    const std::string shown = printable(character);
    if (shown.starts_with("\\x")) {
      out += "\\u00" + shown.substr(2);
    } else {
      out += shown.starts_with("\\U") ? character : shown;  // no such escape in JSON
    }
  }
  return out;
}

}  // namespace

void JsonNumbers::put(Json& object, const std::string& key, Ratio value) {
  object[key] = decimal(value);
  if (!terminating(value)) rounded_.push_back(key);
}

void JsonNumbers::put_interval(Json& object, const std::string& key, const Interval& value) {
  object[key] = nullptr;
  if (value.exact()) put(object, key, value.low);
  put(object, key + "_low", value.low);
  put(object, key + "_high", value.high);
}

void JsonNumbers::put_list(Json& object, const std::string& key, const std::vector<Ratio>& values) {
  Json list = Json::array();
  bool cut = false;
  for (const Ratio value : values) {
    list.push_back(decimal(value));
    cut = cut || !terminating(value);
  }
  object[key] = std::move(list);
  if (cut) rounded_.push_back(key);
}

void JsonNumbers::name_rounded(Json& object) {
  for (const std::string& key : rounded_) object["rounded"].push_back(key);
  rounded_.clear();
}

Json with_number(Json object, const std::string& key, Ratio value) {
  JsonNumbers numbers;
  numbers.put(object, key, value);
  numbers.name_rounded(object);
  return object;
}

Json json_shown(const Interval& value) {
  const auto shown = shown_value(value, kShownPlaces);
  return shown ? Json(fixed(*shown, kShownPlaces)) : Json(nullptr);
}

Json json_text(const Bilingual& text) {
  if (text.empty()) return nullptr;
  return {{"id", text.indonesian}, {"en", text.english}};
}

Json json_index(const IndexResult& result) {
  JsonNumbers numbers;
  Json index;
  index["shown"] = json_shown(result.index);
  index["exact"] = nullptr;
  if (result.exact()) numbers.put(index, "exact", result.index.low);
  numbers.put(index, "low", result.index.low);
  numbers.put(index, "high", result.index.high);
  index["possible"] = nullptr;
  if (result.possible) numbers.put_list(index, "possible", *result.possible);
  numbers.name_rounded(index);
  return index;
}

Json json_categories(const IndexResult& result) {
  Json names = Json::array();
  for (const std::size_t i : result.categories) {
    names.push_back(result.instrument->categories[i].name);
  }
  return names;
}

Json json_previous(const PriorYear& previous, const std::optional<Interval>& change) {
  Json json;
  json["file"] = previous.label;
  json["year"] = previous.year;
  json["instrument"] = previous.instrument->id;
  json["shown"] = json_shown(previous.index);
  json["category"] = nullptr;
  if (previous.categories.size() == 1) {
    json["category"] = previous.instrument->categories[previous.categories.front()].name;
  }
  json["change"] = nullptr;
  if (change) {
    JsonNumbers numbers;
    if (change->exact()) numbers.put(json, "change", change->low);
    numbers.put(json, "change_low", change->low);
    numbers.put(json, "change_high", change->high);
    numbers.name_rounded(json);
  }
  return json;
}

std::string dump(const Json& json) {
  return visible(json.dump(2, ' ', false, Json::error_handler_t::replace)) + "\n";
}

std::string dump_line(const Json& json) {
  return visible(json.dump(-1, ' ', false, Json::error_handler_t::replace)) + "\n";
}

}  // namespace spbe
