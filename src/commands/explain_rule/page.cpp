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
        "Kesalahan pembacaan: berkasnya dilewati dan status keluarnya 2. Tidak dapat dimatikan "
        "atau dikecualikan."};
  }
  switch (rule->kind) {
    case RuleKind::gate:
      return {"A gate: on when its option is given, always an error, and not to be waived.",
              "Syarat lulus: aktif bila opsinya diberikan, selalu kesalahan, dan tidak dapat "
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

page::Cell severity_cell(Severity severity, Language language) {
  return {std::string(severity_word(severity, language)),
          severity == Severity::error ? page::Tone::bad : page::Tone::caution};
}

std::string_view state_word(const Rule& rule, Language language) {
  if (rule.kind == RuleKind::gate) return say(language, {"gate", "syarat"});
  if (rule.on) return say(language, {"on", "aktif"});
  return say(language, {"off", "mati"});
}

// What a rule demands, never cut.
page::Cell demand_cell(const RulePage& rule, Language language) {
  page::Cell cell(std::string(say(language, rule.summary)));
  cell.whole = true;
  return cell;
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

page::Page page_of_rule(const RulePage& rule, Language language) {
  const auto tr = [&](const Words& words) { return std::string(say(language, words)); };
  page::Page page{language};
  const auto section = [&](const Words& heading, const Words& text) {
    if (text.english.empty()) return;
    page.heading(tr(heading), 2);
    page.add({page::List{{{{}, tr(text)}}, page::List::Shape::indented}});
  };
  const Rule* of_check = find_rule(rule.name);
  const Severity severity = of_check == nullptr ? Severity::error : of_check->severity;
  page::Table title{{page::Column::left().titled(tr({"rule", "aturan"})), page::Column::left(),
                     page::Column::left().titled(tr({"it demands", "ketentuannya"})).yielding()}};
  title.add({page::Cell(std::string(rule.name), page::Tone::strong),
             severity_cell(severity, language), demand_cell(rule, language)});
  page.add({std::move(title)});
  section({"Why", "Mengapa"}, rule.why);
  page.heading(tr({"Example", "Contoh"}), 2);
  page.add({page::Example{std::string(rule.example)}});
  section({"How to mend", "Cara memperbaiki"}, rule.mend);
  page.paragraph(tr(standing(rule.name)));
  return page;
}

page::Page page_of_rules(Language language) {
  const auto tr = [&](const Words& words) { return std::string(say(language, words)); };
  page::Table table{{page::Column::left().titled(tr({"rule", "aturan"})), page::Column::left(),
                     page::Column::left(),
                     page::Column::left().titled(tr({"it demands", "ketentuannya"})).yielding()}};
  for (const Rule& rule : rules()) {
    table.add({std::string(rule.name), severity_cell(rule.severity, language),
               std::string(state_word(rule, language)),
               demand_cell(*find_rule_page(rule.name), language)});
  }
  page::Page page{language};
  page.add({std::move(table)});
  page.paragraph(
      tr({"Errors of reading are findings too, under names of their own, and make the status 2. "
          "For more of each: spbe-index explain-rule NAME",
          "Kesalahan pembacaan juga menjadi temuan, dengan namanya sendiri, dan membuat status "
          "keluar 2. Penjelasan masing-masing: spbe-index explain-rule NAMA"}));
  return page;
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
