#include <fmt/format.h>

#include <algorithm>

#include "commands/diff/view.hpp"
#include "render/markdown.hpp"
#include "render/messages.hpp"
#include "render/wording.hpp"

namespace spbe {

namespace {

// Rows of the table that is open; smaller changes are folded away.
constexpr std::size_t kOpenRows = 10;

class DiffMarkdown {
 public:
  DiffMarkdown(const DiffReport& report, Language language)
      : report_(report), language_(language), view_(report, Style{language, 80, false}) {}

  std::string write() {
    out_ = "### " + markdown_text(view_.title()) + "\n\n";
    const bool both = report_.from != nullptr && report_.to != nullptr;
    if (both && !view_.comparable()) side_by_side();
    out_ += "**" + markdown_text(view_.summary()) + "**\n";
    if (view_.comparable()) {
      changes();
      folded_lists();
    }
    for (const std::string& line : view_.remarks()) out_ += "\n" + markdown_text(line) + "\n";
    return std::move(out_);
  }

 private:
  std::string tr(const Words& words) const { return std::string(say(language_, words)); }

  void side_by_side() {
    const Style style{language_, 80, false};
    out_ += fmt::format("|  | {} | {} | {} |\n|:--|:--|--:|:--|\n", tr({"instrument", "instrumen"}),
                        tr({"index", "indeks"}), tr({"category", "kategori"}));
    for (const Evaluation* side : {report_.from, report_.to}) {
      const IndexResult& result = side->result;
      out_ +=
          fmt::format("| {} | {} | {} | {} |\n",
                      markdown_text(side == report_.from ? view_.from_label() : view_.to_label()),
                      markdown_text(result.instrument->name), interval_number(style, result.index),
                      markdown_text(category_names(*result.instrument, result.categories.front(),
                                                   result.categories.back())));
    }
    out_ += '\n';
  }

  void heading() {
    out_ +=
        fmt::format("\n|  | {} | {} | {} |\n|:--|--:|--:|--:|\n", markdown_text(view_.from_label()),
                    markdown_text(view_.to_label()), tr({"index points", "poin indeks"}));
  }

  void row(const std::string& name, const std::string& from, const std::string& to,
           const std::string& points) {
    out_ += fmt::format("| {} | {} | {} | {} |\n", name, from, to, points);
  }

  void group_row(const ChangeGroup& group) {
    if (group.component == kNoComponent) {
      row("**" + markdown_text(view_.row_name(group)) + "**", "", "",
          view_.points(group.contribution));
      for (const ComponentIndex part : group.parts) part_row(part, false);
      for (const ComponentIndex part : group.shared) part_row(part, true);
      return;
    }
    const std::string note =
        view_.new_or_gone(view_.comparison().changes[group.component].direction());
    row(markdown_text(view_.row_name(group)), view_.from_value(group.component),
        view_.to_value(group.component),
        view_.points(group.contribution) + (note.empty() ? "" : " (" + note + ")"));
  }

  // What changed under the hands of a unit; its points are in the unit's row, or in that of
  // all who share it.
  void part_row(ComponentIndex part, bool shared) {
    const Change& change = view_.comparison().changes[part];
    if (!change.differs && !report_.all) return;
    row("&emsp;" + markdown_text(view_.part_name(part)), view_.from_value(part),
        view_.to_value(part),
        shared ? tr({"shared", "bersama"}) : "(" + view_.points(change.contribution) + ")");
  }

  void changes() {
    const auto& rows = view_.rows();
    if (rows.empty() && !view_.alike()) return;
    // One row more takes no more place than the line that would stand for it.
    const std::size_t open = rows.size() <= kOpenRows + 1 ? rows.size() : kOpenRows;
    heading();
    for (std::size_t i = 0; i < open; ++i) group_row(rows[i]);
    const auto summary = fill(tr({"{0} smaller changes", "{0} perubahan yang lebih kecil"}),
                              {std::to_string(rows.size() - open)});
    if (open < rows.size()) {
      Interval rest;
      for (std::size_t i = open; i < rows.size(); ++i) rest = rest + rows[i].contribution;
      row(summary, "", "", view_.points(rest));
    }
    if (view_.alike()) {
      row(markdown_text(view_.alike_name()), "", "", view_.points(view_.alike()->contribution));
    }
    row("**" + markdown_text(view_.instrument().index_name) + "**",
        "**" + view_.from_index() + "**", "**" + view_.to_index() + "**",
        "**" + view_.points(view_.comparison().index) + "**");
    if (open == rows.size()) return;
    out_ += "\n<details><summary>" + summary + "</summary>\n";
    heading();
    for (std::size_t i = open; i < rows.size(); ++i) group_row(rows[i]);
    out_ += "\n</details>\n";
  }

  // By domain, and which rose, fell and stayed.
  void folded_lists() {
    std::vector<std::string> lines = view_.lists();
    if (report_.by != Grouping::domain) {
      const std::string by_root = view_.by_root();
      if (!by_root.empty()) lines.insert(lines.begin(), by_root);
    }
    out_ += "\n<details><summary>" + tr({"What rose, fell and stayed", "Yang naik, turun, tetap"}) +
            "</summary>\n\n";
    for (const std::string& line : lines) out_ += "- " + markdown_text(line) + "\n";
    out_ += "\n</details>\n";
  }

  const DiffReport& report_;
  Language language_;
  DiffView view_;
  std::string out_;
};

}  // namespace

std::string diff_markdown(const DiffReport& report, Language language) {
  return DiffMarkdown(report, language).write();
}

}  // namespace spbe
