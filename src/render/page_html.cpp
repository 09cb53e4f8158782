#include "render/page_html.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "model/builtin_data.hpp"
#include "render/base64.hpp"
#include "render/html_table.hpp"
#include "spbe/render/language.hpp"

namespace spbe {

namespace {

std::string_view report_file(std::string_view name) {
  for (const BuiltinFile& file : builtin_report()) {
    if (file.name == name) return file.text;
  }
  throw std::logic_error("a file of the report is not built in");
}

std::string_view look_class(page::Section::Look look) {
  using Look = page::Section::Look;
  switch (look) {
    case Look::plain:
      return "part";
    case Look::hero:
      return "hero";
    case Look::story:
      return "story";
    case Look::pair:
      return "pair";
    case Look::tiles:
      return "tiles";
    case Look::cards:
      return "cards";
    case Look::sheet:
      return "sheet";
    case Look::rest:
      return "rest";
    case Look::sign:
      return "sign";
    case Look::drawn:
    case Look::told:
      break;
  }
  return "drawn";
}

class PageHtml {
 public:
  explicit PageHtml(Language language) : language_(language) {}

  void put_all(const std::vector<page::Block>& blocks, Markup& into) {
    for (const page::Block& block : blocks) {
      std::visit([&](const auto& content) { put(content, into); }, block.content);
    }
  }

 private:
  static void put(const page::Heading& heading, Markup& into) {
    const auto made = [&](Markup h) { into.add(h.text(heading.text)); };
    switch (heading.level) {
      case 1:
        return made(Markup("h1"));
      case 2:
        return made(Markup("h2"));
      case 3:
        return made(Markup("h3"));
      default:
        return made(Markup("h4"));
    }
  }

  static void put(const page::Paragraph& paragraph, Markup& into) {
    using Role = page::Paragraph::Role;
    std::string_view css_class;
    if (paragraph.role == Role::summary) css_class = "lead";
    if (paragraph.role == Role::outcome) css_class = "outcome";
    if (paragraph.role == Role::caution) css_class = "caution";
    if (paragraph.role == Role::remark) css_class = "remark";
    into.add(Markup("p", css_class).text(paragraph.text));
  }

  void put(const page::Headline& headline, Markup& into) const {
    Markup score("div", "score");
    score.add(Markup("p", "name").text(headline.name));
    score.add(Markup("p", "figure").text(page::shown(headline.index.value, language_)));
    const auto* predikat = std::get_if<page::Predikat>(&headline.predikat.value);
    const std::size_t place = predikat == nullptr ? 0 : predikat->lowest;
    Markup pill("p", fmt::format("predikat l{0} t{0}", std::min<std::size_t>(place + 1, 5)));
    score.add(pill.text(page::shown(headline.predikat.value, language_)));
    Markup more("div", "moves");
    const std::string change = html_text(headline.change, language_);
    if (!change.empty() || !headline.before.empty()) {
      Markup line("p");
      line.add(Markup("strong", tone_class(headline.change.tone)).text(change));
      more.add(line.text(" " + headline.before));
    }
    if (!headline.distance.empty()) more.add(Markup("p").text(headline.distance));
    if (more.has_content()) score.add(more);
    into.add(score);
  }

  void put(const page::Figures& figures, Markup& into) const {
    Markup list("dl", "figures");
    for (const auto& [name, cell] : figures.items) {
      Markup item("div");
      item.add(Markup("dt").text(name));
      item.add(Markup("dd", tone_class(cell.tone)).text(html_text(cell, language_)));
      list.add(item);
    }
    into.add(list);
  }

  void put(const page::Table& table, Markup& into) const {
    into.add(html_table(table, language_));
    if (!table.more.empty()) {
      into.add(Markup("p", "remark").text("… " + table.more));
    }
  }

  static void put(const page::List& list, Markup& into) {
    Markup items("ul");
    for (const page::List::Item& item : list.items) {
      Markup line("li");
      if (!item.heading.empty()) line.add(Markup("strong").text(item.heading));
      if (!item.heading.empty() && !item.text.empty()) line.text(" ");
      items.add(line.text(item.text));
    }
    into.add(items);
  }

  static void put(const page::Facts& facts, Markup& into) {
    Markup list("dl", "facts");
    for (const auto& [name, text] : facts.items) {
      if (!name.empty()) list.add(Markup("dt").text(name));
      list.add(Markup("dd").text(text));
    }
    into.add(list);
  }

  static void put(const page::Formula& formula, Markup& into) {
    Markup list("dl", "facts");
    for (const page::Formula::Item& item : formula.items) {
      list.add(Markup("dt").text(item.name));
      std::string line;
      for (const std::string& step : item.steps) {
        if (!step.empty()) line += (line.empty() ? "" : "; ") + step;
      }
      list.add(Markup("dd").text(line));
    }
    into.add(list);
  }

  static void put(const page::Example& example, Markup& into) {
    Markup block("pre");
    std::string_view text = example.text;
    while (!text.empty()) {
      const std::size_t end = text.find('\n');
      block.add(Markup("code").text(text.substr(0, end)));
      text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
    }
    into.add(block);
  }

  static void put(const page::Picture& picture, Markup& into) {
    into.add(Markup("figure").add(picture.draw(Canvas{})));
  }

  void put(const page::Section& section, Markup& into) {
    using Look = page::Section::Look;
    if (section.look == Look::told) return;
    const bool parted = section.look == Look::plain || section.look == Look::sheet;
    Markup box = parted ? Markup("section", look_class(section.look))
                        : Markup("div", look_class(section.look));
    put_all(section.blocks, box);
    into.add(box);
  }

  void put(const page::Folded& folded, Markup& into) {
    Markup box("div", "part");
    box.add(Markup("h3").text(folded.summary));
    put_all(folded.blocks, box);
    into.add(box);
  }

  Language language_;
};

std::string style_sheet(const HtmlPage& about) {
  std::string css(report_file("report/chart.css"));
  css += report_file("report/page.css");
  css += "@page{@bottom-left{content:" + css_string(about.running_head) + "}}";
  return css;
}

std::string script_hash() {
  constexpr int kHexadecimal = 16;
  std::string bytes;
  const std::string_view digits = builtin_script_sha256();
  for (std::size_t i = 0; i + 1 < digits.size(); i += 2) {
    bytes += static_cast<char>(std::stoi(std::string(digits.substr(i, 2)), nullptr, kHexadecimal));
  }
  return base64(bytes);
}

Markup head_of(const HtmlPage& about) {
  Markup head("head");
  std::string policy = "default-src 'none'; style-src 'unsafe-inline'";
  if (about.sortable) policy += "; script-src 'sha256-" + script_hash() + "'";
  head.add(Markup("meta").set("charset", "utf-8"));
  head.add(
      Markup("meta").set("name", "viewport").set("content", "width=device-width, initial-scale=1"));
  head.add(Markup("meta").set("http-equiv", "Content-Security-Policy").set("content", policy));
  head.add(Markup("meta").set("name", "color-scheme").set("content", "light dark"));
  head.add(Markup("title").text(about.title));
  head.add(Markup("style").own_code(style_sheet(about)));
  return head;
}

}  // namespace

std::string page_html(const page::Page& page, const HtmlPage& about) {
  const bool indonesian = page.language == Language::indonesian;
  Markup body("body");
  body.add(Markup("a", "skip")
               .set("href", "#isi")
               .text(say(page.language, {"To the contents", "Langsung ke isi"})));
  Markup main("main");
  main.set("id", "isi");
  PageHtml(page.language).put_all(page.blocks, main);
  body.add(main);
  if (about.sortable) body.add(Markup("script").own_code(report_file("report/rank.js")));
  Markup html("html");
  html.set("lang", indonesian ? "id" : "en").add(head_of(about)).add(body);
  return "<!DOCTYPE html>\n" + html.str() + "\n";
}

std::string chart_alone(const Markup& chart) {
  // Programs that show SVG outside a browser know no variables: the light colours in their place.
  const std::string_view css = report_file("report/chart.css");
  std::string plain;
  std::vector<std::pair<std::string_view, std::string_view>> colours;
  const std::size_t begin = css.find('{') + 1;
  const std::size_t end = css.find('}');
  for (std::size_t at = begin; at < end;) {
    const std::size_t stop = std::min(css.find(';', at), end);
    const std::string_view rule = css.substr(at, stop - at);
    const std::size_t colon = rule.find(':');
    const std::size_t name = rule.find("--");
    if (colon != std::string_view::npos && name < colon) {
      colours.emplace_back(rule.substr(name, colon - name), rule.substr(colon + 1));
    }
    at = stop + 1;
  }
  std::size_t at = css.find("/* shapes */");
  while (at < css.size()) {
    const std::size_t variable = css.find("var(", at);
    plain += css.substr(at, variable == std::string_view::npos ? variable : variable - at);
    if (variable == std::string_view::npos) break;
    const std::size_t close = css.find(')', variable);
    const std::string_view name = css.substr(variable + 4, close - variable - 4);
    const auto found =
        std::ranges::find(colours, name, &std::pair<std::string_view, std::string_view>::first);
    if (found == colours.end()) throw std::logic_error("a colour of the chart is not defined");
    plain += found->second;
    at = close + 1;
  }
  std::string svg = chart.str();
  const std::size_t inside = svg.find('>') + 1;
  svg.insert(inside, Markup("style").own_code(plain).str());
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + svg + "\n";
}

}  // namespace spbe
