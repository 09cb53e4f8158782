// One text through every door: what is written as YAML is read as it was, and what is printed
// steers no terminal, no log, no page and no spreadsheet.
#include <cstdlib>
#include <memory>
#include <string>

#include "document/csv_reader.hpp"
#include "document/yaml_reader.hpp"
#include "document/yaml_text.hpp"
#include "fuzz/targets.hpp"
#include "render/csv.hpp"
#include "render/markdown.hpp"
#include "render/markup.hpp"
#include "spbe/spbe.hpp"

namespace {

void steers_nothing(const std::string& text) {
  spbe::fuzz::must(spbe::find_invalid_utf8(text) == std::string::npos);
  for (const char c : text) spbe::fuzz::must(static_cast<unsigned char>(c) >= 0x20U && c != '\x7F');
  for (const char* hidden : {"\xC2\x85", "\xC2\x9B", "\xC2\xAD", "\xE2\x80\xAE", "\xE2\x80\xA8",
                             "\xE2\x81\xA6", "\xEF\xBB\xBF"}) {
    spbe::fuzz::must(text.find(hidden) == std::string::npos);
  }
}

// `yaml` is a mapping of `key` to `value`, or to a list of just that.
void says(const std::string& yaml, const std::string& key, const std::string& value) {
  spbe::Diagnostics diagnostics;
  std::size_t values = 0;
  const auto receive = [&](const spbe::Document& document) {
    spbe::fuzz::must(document.root().kind == spbe::Node::Kind::mapping);
    for (const spbe::Node& child : document.children(document.root())) {
      spbe::fuzz::must(child.key == key);
      if (child.kind == spbe::Node::Kind::scalar) {
        spbe::fuzz::must(child.text == value);
        ++values;
      }
      for (const spbe::Node& item : document.children(child)) {
        spbe::fuzz::must(item.kind == spbe::Node::Kind::scalar && item.text == value);
        ++values;
      }
    }
  };
  spbe::read_yaml(std::make_shared<const spbe::Source>("fuzz", yaml), diagnostics, receive);
  spbe::fuzz::must(!diagnostics.has_errors() && values == 1);
}

}  // namespace

void spbe::fuzz::text(const std::string& bytes) {
  const std::string& text = bytes;
  for (const std::string& safe :
       {spbe::printable(text), spbe::markdown_text(text), spbe::escaped_markup(text)}) {
    steers_nothing(safe);
  }
  const std::string markup = spbe::escaped_markup(text);
  spbe::fuzz::must(markup.find_first_of("<>\"") == std::string::npos);
  spbe::Ratio::parse(text);
  if (spbe::find_invalid_utf8(text) != std::string::npos) return;

  std::string line = spbe::CsvLine().text(text).number("1").end();
  spbe::fuzz::must(!line.empty() && line.back() == '\n');
  line.pop_back();
  steers_nothing(line);
  spbe::Diagnostics diagnostics;
  const auto table = spbe::read_csv(spbe::Source("fuzz", line + "\n"), diagnostics, ',');
  spbe::fuzz::must(table && table->rows.size() == 1 && table->rows[0].size() == 2);
  const std::string& cell = table->rows[0][0].text;
  spbe::fuzz::must(cell.empty() || std::string("=+-@").find(cell.front()) == std::string::npos);

  says("a: " + spbe::yaml_text(text) + "\n", "a", text);
  says("a: [" + spbe::yaml_text(text) + "]\n", "a", text);
  says("{a: " + spbe::yaml_text(text) + "}\n", "a", text);
  // No reader takes a longer key; none is written that was not read.
  if (text.size() > 250) return;
  says(spbe::yaml_key(text) + ": b\n", text, "b");
}
