#include <fmt/format.h>

#include <algorithm>

#include "render/base64.hpp"
#include "render/markdown.hpp"
#include "render/page_html.hpp"
#include "render/page_writers.hpp"
#include "render/style.hpp"
#include "spbe/base/source.hpp"

namespace spbe {

namespace {

// Names stand two blanks after their keys in a terminal.
std::string name_text(std::string_view name) {
  std::string text;
  for (const char c : name) {
    if (c != ' ' || !text.ends_with(' ')) text += c;
  }
  return markdown_text(text);
}

std::string bold(const std::string& text) { return text.empty() ? text : "**" + text + "**"; }

class TableMarkdown {
 public:
  TableMarkdown(const page::Table& table, Language language, bool sized)
      : table_(table), language_(language), sized_(sized) {
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      if (is_written(i)) columns_.push_back(i);
    }
  }

  std::string write() const {
    std::vector<const page::Row*> open;
    std::vector<const page::Row*> folded;
    std::vector<const page::Row*> last;
    sort_out(open, folded, last);
    std::string out = head();
    for (const page::Row* row : open) out += line(*row);
    if (!folded.empty()) out += line(table_.rest);
    for (const page::Row* row : last) out += line(*row);
    if (folded.empty()) return out;
    out += fmt::format("\n<details><summary>{}</summary>\n\n{}",
                       cell_text(table_.rest.cells.front()), head());
    for (const page::Row* row : folded) out += line(*row);
    return out + "\n</details>\n";
  }

 private:
  // Bars say what a number beside them says; a column with nothing in it says nothing.
  bool is_written(std::size_t column) const {
    const page::Column& c = table_.columns[column];
    if ((c.wide_only && !c.in_markdown) || c.joins) return false;
    const auto holds = [&](const auto& test) {
      return std::ranges::any_of(table_.rows, [&](const page::Row& row) {
        return column < row.cells.size() && test(row.cells[column].value);
      });
    };
    if (holds([](const page::Value& value) { return std::holds_alternative<page::Bar>(value); })) {
      return false;
    }
    return !title_of(c).empty() ||
           holds([&](const page::Value& value) { return !page::shown(value, language_).empty(); });
  }

  static const std::string& title_of(const page::Column& column) {
    return column.title.empty() ? column.heading : column.title;
  }

  // What a group holds is folded with it.
  void sort_out(std::vector<const page::Row*>& open, std::vector<const page::Row*>& folded,
                std::vector<const page::Row*>& last) const {
    using Role = page::Row::Role;
    std::size_t count = 0;
    for (const page::Row& row : table_.rows) {
      if (table_.open > 0 && (row.role == Role::total || row.role == Role::rest)) {
        last.push_back(&row);
        continue;
      }
      if (row.depth == 0) ++count;
      const bool fold = table_.open > 0 && count > table_.open;
      (fold ? folded : open).push_back(&row);
    }
  }

  std::string head() const {
    std::string names = "|";
    std::string rule = "|";
    for (const std::size_t i : columns_) {
      const page::Column& column = table_.columns[i];
      names += " " + markdown_text(title_of(column)) + " |";
      const std::string dashes(sized_ ? width_of(i) : 2, '-');
      rule += column.align == page::Column::Align::right ? dashes + ":|" : ":" + dashes + "|";
    }
    return names + "\n" + rule + "\n";
  }

  // In columns of text, at most what a line of a page has room for beside others.
  std::size_t width_of(std::size_t column) const {
    constexpr std::size_t kLeast = 7;
    constexpr std::size_t kMost = 46;
    constexpr std::size_t kNoted = 90;  // what hangs on a name is a sentence or two
    std::size_t width = 0;
    bool noted = false;
    std::string_view heading = title_of(table_.columns[column]);
    while (!heading.empty()) {  // its longest word, with air around it
      const std::size_t end = std::min(heading.find(' '), heading.size());
      width = std::max(width, display_width(heading.substr(0, end)) + 3);
      heading.remove_prefix(std::min(end + 1, heading.size()));
    }
    for (const page::Row& row : table_.rows) {
      if (column >= row.cells.size() || row.role == page::Row::Role::heading) continue;
      const page::Cell& cell = row.cells[column];
      width =
          std::max(width, display_width(page::shown(cell.value, language_)) + 2 * row.depth + 1);
      if (!cell.note.empty()) noted = true;
    }
    return noted ? kNoted : std::clamp(width, kLeast, kMost);
  }

  std::string cell_text(const page::Cell& cell) const {
    std::string text = markdown_text(page::shown(cell.value, language_));
    if (!cell.note.empty()) text += " (" + markdown_text(cell.note) + ")";
    return text;
  }

  std::string line(const page::Row& row) const {
    using Role = page::Row::Role;
    std::string out = "|";
    for (const std::size_t i : columns_) {
      std::string text;
      if (i < row.cells.size()) {
        text = cell_text(row.cells[i]);
        const bool mark = i + 1 < row.cells.size() && table_.columns[i + 1].joins;
        if (mark) text += cell_text(row.cells[i + 1]);
        const bool name = i == 0 && (row.role == Role::group || row.role == Role::heading);
        const bool whole = row.role == Role::total && row.cells[i].tone == page::Tone::strong;
        if (name || whole) text = bold(text);
      }
      if (i == 0) {
        for (std::size_t depth = 0; depth < row.depth; ++depth) text.insert(0, "&emsp;");
      }
      out += " " + text + " |";
    }
    return out + "\n";
  }

  const page::Table& table_;
  Language language_;
  bool sized_;
  std::vector<std::size_t> columns_;
};

// What a document of its own has otherwise than a comment.
struct DocumentForm {
  bool alone = false;
  KeepChart keep = {};
};

class PageMarkdown {
 public:
  PageMarkdown(Language language, const DocumentForm& form) : language_(language), form_(form) {}

  std::string write(const std::vector<page::Block>& blocks) {
    for (const page::Block& block : blocks) {
      if (is_only_drawn(block)) continue;
      if (!out_.empty()) out_ += '\n';
      std::visit([this](const auto& content) { put(content); }, block.content);
    }
    return std::move(out_);
  }

 private:
  static bool is_only_drawn(const page::Block& block) {
    const auto* section = std::get_if<page::Section>(&block.content);
    return section != nullptr && section->look == page::Section::Look::drawn;
  }

  // The picture itself, so that one file holds all.
  void put(const page::Picture& picture) {
    const std::string svg = chart_alone(picture.draw(Canvas{.fluid = false}));
    const std::string address =
        form_.keep ? form_.keep(svg) : "data:image/svg+xml;base64," + base64(svg);
    out_ += "![" + markdown_text(picture.title) + "](" + address + ")\n";
  }

  void put(const page::Section& section) {
    if (form_.alone && section.look == page::Section::Look::sign) return sign(section);
    out_ += PageMarkdown(language_, form_).write(section.blocks);
  }

  // Places to sign, side by side.
  void sign(const page::Section& section) {
    std::vector<std::vector<std::string>> places;
    for (const page::Block& block : section.blocks) {
      const auto* place = std::get_if<page::Section>(&block.content);
      if (place == nullptr) continue;
      places.emplace_back();
      for (const page::Block& line : place->blocks) {
        const auto* text = std::get_if<page::Paragraph>(&line.content);
        if (text != nullptr) places.back().push_back(markdown_text(text->text));
      }
    }
    constexpr std::size_t kLinesToSign = 3;
    std::string lines[3];
    for (const std::vector<std::string>& place : places) {
      lines[0] += "| " + place.front() + " ";
      lines[1] += "|:---------------------";
      lines[2] += "| " + place.back() + " ";
    }
    out_ += lines[0] + "|\n" + lines[1] + "|\n";
    for (std::size_t i = 0; i < kLinesToSign; ++i) {
      for (std::size_t place = 0; place < places.size(); ++place) out_ += "| &nbsp; ";
      out_ += "|\n";
    }
    out_ += lines[2] + "|\n";
  }

  std::string text_of(const page::Cell& cell) const {
    return markdown_text(page::shown(cell.value, language_));
  }

  void put(const page::Heading& heading) {
    out_ += std::string(heading.level + (form_.alone ? 0 : 2), '#') + " " +
            name_text(heading.text) + "\n";
  }

  void put(const page::Paragraph& paragraph) {
    using Role = page::Paragraph::Role;
    const std::string text = markdown_text(paragraph.text);
    const bool strong = paragraph.role == Role::summary || paragraph.role == Role::outcome;
    out_ += (strong ? bold(text) : text) + "\n";
  }

  void put(const page::Headline& headline) {
    out_ += bold(markdown_text(headline.name) + " " + text_of(headline.index) + " " +
                 text_of(headline.predikat));
    const std::string change = text_of(headline.change);
    if (!change.empty() || !headline.before.empty()) {
      out_ += ", " + change + (change.empty() ? "" : " ") + markdown_text(headline.before);
    }
    if (!headline.distance.empty()) out_ += "; " + markdown_text(headline.distance);
    out_ += "\n";
  }

  void put(const page::Figures& figures) {
    std::string line;
    for (const auto& [name, cell] : figures.items) {
      line += (line.empty() ? "" : " · ") + markdown_text(name) + " " + bold(text_of(cell));
    }
    out_ += line + "\n";
  }

  void put(const page::Table& table) {
    out_ += TableMarkdown(table, language_, form_.alone).write();
    if (!table.more.empty()) out_ += "\n… " + markdown_text(table.more) + "\n";
  }

  void put(const page::List& list) {
    for (const page::List::Item& item : list.items) {
      const std::string heading = bold(markdown_text(item.heading));
      out_ += "- " + heading + (heading.empty() || item.text.empty() ? "" : " ") +
              markdown_text(item.text) + "\n";
    }
  }

  void put(const page::Facts& facts) {
    out_ += "|  |  |\n";
    out_ +=
        form_.alone ? "|:------------|:----------------------------------------|\n" : "|:--|:--|\n";
    for (const auto& [name, text] : facts.items) {
      out_ += "| " + markdown_text(name) + " | " + markdown_text(text) + " |\n";
    }
  }

  void put(const page::Formula& formula) {
    if (formula.headings.empty()) {
      for (const page::Formula::Item& item : formula.items) {
        std::string line = bold(markdown_text(item.name));
        std::string_view before = " ";
        for (const std::string& step : item.steps) {
          if (step.empty()) continue;
          line += std::string(before) + markdown_text(step);
          before = "; ";
        }
        out_ += line + "\n";
      }
      return;
    }
    std::string names = "|  |";
    std::string rule = "|:--|";
    for (const std::string& heading : formula.headings) {
      names += " " + markdown_text(heading) + " |";
      rule += &heading == &formula.headings.back() ? "--:|" : ":--|";
    }
    out_ += names + "\n" + rule + "\n";
    for (const page::Formula::Item& item : formula.items) {
      out_ += "| " + name_text(item.name) + " |";
      for (const std::string& step : item.steps) out_ += " " + markdown_text(step) + " |";
      out_ += "\n";
    }
  }

  void put(const page::Example& example) {
    out_ += "```\n";
    std::string_view text = example.text;
    while (!text.empty()) {
      const std::size_t end = text.find('\n');
      out_ += "  " + printable(text.substr(0, end)) + '\n';
      text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
    }
    out_ += "```\n";
  }

  void put(const page::Folded& folded) {
    out_ += "<details><summary>" + markdown_text(folded.summary) + "</summary>\n\n" +
            PageMarkdown(language_, form_).write(folded.blocks) + "\n</details>\n";
  }

  Language language_;
  const DocumentForm& form_;
  std::string out_;
};

}  // namespace

std::string page_markdown(const page::Page& page) {
  return PageMarkdown(page.language, DocumentForm{}).write(page.blocks);
}

std::string document_markdown(const page::Page& page, const KeepChart& keep) {
  const DocumentForm form{true, keep};
  return PageMarkdown(page.language, form).write(page.blocks);
}

}  // namespace spbe
