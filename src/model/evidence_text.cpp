#include "model/evidence_text.hpp"

#include <array>
#include <optional>
#include <utility>

#include "document/yaml_text.hpp"

namespace spbe {

namespace {

constexpr std::string_view kBar = " | ";
constexpr std::string_view kEndOfText = "-";  // a text that ends as if more were said of it

// A bar within a file or link is told from one between parts by a backslash.
std::string with_marked_bars(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '|') out += '\\';
    out += text[i];
  }
  return out;
}

std::string without_marked_bars(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '|' && out.ends_with('\\')) out.pop_back();
    out += c;
  }
  return out;
}

bool is_address(std::string_view text) {
  return text.starts_with("https://") || text.starts_with("http://");
}

// What stands behind one of the words.
std::optional<std::string> behind(std::string_view part,
                                  const std::array<std::string_view, 2>& words) {
  for (const std::string_view word : words) {
    const std::size_t size = word.size() + 2;
    if (part.size() > size && part.starts_with(word) && part.substr(word.size(), 2) == ": ")
      return without_marked_bars(part.substr(size));
  }
  return std::nullopt;
}

// Takes in what one part says and was not said yet.
bool take(std::string_view part, EvidencePlace& place) {
  if (const auto date = parse_date(part); date && !place.date) {
    place.date = date;
    return true;
  }
  auto file = behind(part, {"berkas", "file"});
  if (file && place.file.empty()) {
    place.file = std::move(*file);
    return true;
  }
  auto link = behind(part, {"tautan", "link"});
  if (!link && is_address(part)) link = without_marked_bars(part);
  if (!link || !place.link.empty()) return false;
  place.link = std::move(*link);
  return true;
}

}  // namespace

EvidenceLine parse_evidence_line(std::string_view line) {
  EvidenceLine evidence;
  for (;;) {
    const std::size_t bar = line.rfind(kBar);
    if (bar == std::string_view::npos) break;
    const std::string_view part = line.substr(bar + kBar.size());
    if (part != kEndOfText && !take(part, evidence.place)) break;
    line = line.substr(0, bar);
    if (part == kEndOfText) break;
  }
  evidence.text = line;
  return evidence;
}

std::string evidence_line(const std::string& text, const EvidencePlace& place,
                          const EvidenceWords& words) {
  std::string line = text;
  if (parse_evidence_line(text).text != text) line.append(kBar).append(kEndOfText);
  if (place.date) line.append(kBar).append(to_string(*place.date));
  if (!place.file.empty())
    line.append(kBar).append(words.file).append(": ").append(with_marked_bars(place.file));
  if (!place.link.empty()) {
    line.append(kBar);
    if (!is_address(place.link)) line.append(words.link).append(": ");
    line.append(with_marked_bars(place.link));
  }
  return line;
}

std::vector<std::string> evidence_lines(const Details& details, const EvidenceWords& words) {
  std::vector<std::string> lines;
  for (std::size_t i = 0; i < details.evidence.size(); ++i)
    lines.push_back(evidence_line(details.evidence[i], details.evidence_places[i], words));
  return lines;
}

std::string evidence_yaml(const EvidenceLine& evidence) {
  const EvidencePlace& place = evidence.place;
  if (!place.date && place.file.empty() && place.link.empty()) return yaml_text(evidence.text);
  std::string pairs;
  const auto add = [&](std::string_view key, const std::string& value) {
    pairs.append(pairs.empty() ? "" : ", ").append(key).append(": ").append(value);
  };
  // A file or link stands for the text where none is given.
  const std::string& name = place.file.empty() ? place.link : place.file;
  if (evidence.text != name) add("text", yaml_text(evidence.text));
  if (place.date) add("date", to_string(*place.date));
  if (!place.file.empty()) add("file", yaml_text(place.file));
  if (!place.link.empty()) add("link", yaml_text(place.link));
  return "{" + pairs + "}";
}

}  // namespace spbe
