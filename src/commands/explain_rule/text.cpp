#include <fmt/format.h>

#include <algorithm>

#include "commands/explain_rule/rule_pages.hpp"
#include "render/json.hpp"

namespace spbe {

namespace {

std::string_view severity_word(Severity severity, Language language) {
  return say(language, severity == Severity::error ? Words{"error", "kesalahan"}
                                                   : Words{"warning", "peringatan"});
}

Words standing(std::string_view name) {
  const Rule* rule = find_rule(name);
  if (rule == nullptr) {
    return {
        "An error of reading: the file is left out, the status is 2. It cannot be disabled or "
        "waived.",
        "Kesalahan pembacaan: berkas dilewati, statusnya 2. Tidak dapat dimatikan atau "
        "dikecualikan."};
  }
  switch (rule->kind) {
    case RuleKind::gate:
      return {"A gate: on when its option is given, always an error, and not to be waived.",
              "Gerbang: aktif bila opsinya diberikan, selalu kesalahan, dan tidak dapat "
              "dikecualikan."};
    case RuleKind::waivers:
      return {"On; --disable turns it off. It cannot be waived.",
              "Aktif; --disable mematikannya. Tidak dapat dikecualikan."};
    case RuleKind::years:
      return {"On with --previous; --disable turns it off. It can be waived in the file.",
              "Aktif dengan --previous; --disable mematikannya. Dapat dikecualikan dalam berkas."};
    case RuleKind::reader:
    case RuleKind::data:
      break;
  }
  if (!rule->on) {
    return {"Off; --enable turns it on. It can be waived in the file.",
            "Tidak aktif; --enable mengaktifkannya. Dapat dikecualikan dalam berkas."};
  }
  return {"On; --disable turns it off. It can be waived in the file.",
          "Aktif; --disable mematikannya. Dapat dikecualikan dalam berkas."};
}

std::string indented(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    out += "  " + std::string(text.substr(0, end)) + "\n";
    text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
  }
  return out;
}

std::string_view state_word(const Rule& rule, Language language) {
  if (rule.kind == RuleKind::gate) return say(language, {"gate", "gerbang"});
  if (rule.on) return say(language, {"on", "aktif"});
  return say(language, {"off", "mati"});
}

}  // namespace

const RulePage* find_rule_page(std::string_view name) {
  if (name == "level-out-of-scale") name = "level-outside-regulation";
  for (const auto pages : {rule_pages(), gate_pages(), reader_pages()}) {
    const auto found = std::ranges::find(pages, name, &RulePage::name);
    if (found != pages.end()) return &*found;
  }
  return nullptr;
}

std::vector<std::string> rule_page_names() {
  std::vector<std::string> names;
  for (const auto pages : {rule_pages(), gate_pages(), reader_pages()}) {
    for (const RulePage& page : pages) names.emplace_back(page.name);
  }
  names.emplace_back("level-out-of-scale");
  return names;
}

std::string rule_page_text(const RulePage& page, const Style& style) {
  constexpr std::size_t kWidest = 96;
  const std::size_t width = std::min(style.width, kWidest);
  const auto heading = [&](const Words& words) {
    return "\n" + paint(Ink::bold, say(style.language, words), style.color) + "\n";
  };
  const Rule* rule = find_rule(page.name);
  const Severity severity = rule == nullptr ? Severity::error : rule->severity;
  std::string out = fmt::format("{}  {}  {}\n", paint(Ink::bold, page.name, style.color),
                                paint(severity == Severity::error ? Ink::red : Ink::yellow,
                                      severity_word(severity, style.language), style.color),
                                say(style.language, page.summary));
  if (!page.why.english.empty()) {
    out += heading({"Why", "Mengapa"});
    out += "  " + wrapped(say(style.language, page.why), width - 2, 2) + "\n";
  }
  out += heading({"Example", "Contoh"}) + indented(page.example);
  out += heading({"How to mend", "Cara memperbaiki"});
  out += "  " + wrapped(say(style.language, page.mend), width - 2, 2) + "\n";
  out += "\n" + wrapped(say(style.language, standing(page.name)), width) + "\n";
  return out;
}

std::string rule_list_text(const Style& style) {
  std::string out;
  for (const Rule& rule : rules()) {
    const RulePage& page = *find_rule_page(rule.name);
    const Ink ink = rule.severity == Severity::error ? Ink::red : Ink::yellow;
    const std::string severity(severity_word(rule.severity, style.language));
    out += fmt::format("{:<24}  {}{:{}}  {:<7}  {}\n", rule.name, paint(ink, severity, style.color),
                       "", 10 - severity.size(), state_word(rule, style.language),
                       say(style.language, page.summary));
  }
  const std::string closing(
      say(style.language,
          {"Errors of reading are findings too, under names of their own, and make the status 2. "
           "For more of each: spbe-index explain-rule NAME",
           "Kesalahan pembacaan juga menjadi temuan, dengan nama sendiri, dan membuat statusnya 2. "
           "Penjelasan masing-masing: spbe-index explain-rule NAMA"}));
  return out + "\n" + wrapped(closing, style.width) + "\n";
}

std::string rule_list_json(Language language) {
  Json json;
  json["format"] = "spbe-index.rules/1";
  json["rules"] = Json::array();
  for (const Rule& rule : rules()) {
    Json one;
    one["name"] = rule.name;
    one["severity"] = rule.severity == Severity::error ? "error" : "warning";
    one["state"] = state_word(rule, Language::english);
    one["waivable"] = can_be_waived(rule);
    one["summary"] = say(language, find_rule_page(rule.name)->summary);
    json["rules"].push_back(std::move(one));
  }
  return dump(json);
}

}  // namespace spbe
