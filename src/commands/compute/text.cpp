#include <fmt/format.h>

#include "commands/compute/report.hpp"
#include "render/table.hpp"
#include "render/wording.hpp"

namespace spbe {

namespace {

constexpr std::size_t kBarCells = 10;
constexpr std::size_t kNarrowBarCells = 8;

Ratio highest_level(const Instrument& instrument) {
  Ratio highest(1);
  for (const Scale& scale : instrument.scales) highest = max(highest, Ratio(scale.high));
  return highest;
}

std::string value_text(const ComponentResult& part, bool is_indicator, const Style& style) {
  if (!part.known()) return "-";
  if (is_indicator && part.value.exact()) return exact_number(style, part.value.low);
  return interval_number(style, part.value);
}

class ComputeText {
 public:
  ComputeText(const ComputeReport& report, const Style& style)
      : report_(report),
        style_(style),
        assessment_(report.current->assessment),
        result_(report.current->result),
        instrument_(*result_.instrument) {
    if (report_.previous != nullptr && comparable(*report_.previous, *report_.current)) {
      comparison_ = compare(*report_.previous, *report_.current);
    }
  }

  std::string draw() {
    title();
    headline();
    earlier_years();
    out_ += '\n';
    components();
    for (const std::string& line : remarks(*report_.current, style_)) {
      out_ += '\n' + wrapped(line, style_.width) + '\n';
    }
    return std::move(out_);
  }

 private:
  std::string_view tr(const Words& words) const { return say(style_.language, words); }

  void title() {
    std::string text = fmt::format("{} · {} · {}", printable(assessment_.institution),
                                   assessment_.year, printable(instrument_.name));
    if (assessment_.stage == "self")
      text += fmt::format(" · {}", tr({"self-assessment", "penilaian mandiri"}));
    if (assessment_.stage == "verified")
      text += fmt::format(" · {}", tr({"verified", "terverifikasi"}));
    out_ += paint(Ink::bold, wrapped(text, style_.width), style_.color) + "\n\n";
  }

  std::string categories(const IndexResult& result) const {
    return category_names(*result.instrument, result.categories.front(), result.categories.back());
  }

  void headline() {
    const std::string name = printable(instrument_.index_name) + "  ";
    const std::string index = interval_number(style_, result_.index);
    out_ += name + paint(Ink::bold, index, style_.color) + "  " +
            paint(category_ink(instrument_, result_.categories.back()), categories(result_),
                  style_.color);
    const std::string change = change_since();
    const std::size_t used =
        display_width(name) + display_width(index) + 2 + display_width(categories(result_));
    if (!change.empty()) {
      constexpr std::size_t kChangeColumn = 34;
      out_ += std::string(used + 2 < kChangeColumn ? kChangeColumn - used : 2, ' ') + change;
    }
    out_ += '\n';
    const std::string distance = distance_to_next(result_, style_);
    if (!distance.empty()) {
      out_ += std::string(display_width(name), ' ') + distance + '\n';
    }
  }

  // "+0.65 from 1.50 Kurang (2022)".
  std::string change_since() const {
    if (report_.previous == nullptr) return {};
    const IndexResult& before = report_.previous->result;
    const std::string was = fmt::format("{} {} ({})", interval_number(style_, before.index),
                                        categories(before), report_.previous->assessment.year);
    if (!comparison_) {
      return fmt::format(
          "{}: {}",
          tr({"other instrument, not comparable", "instrumen lain, tidak dapat dibandingkan"}),
          was);
    }
    return fmt::format("{} {} {}",
                       paint(change_ink(comparison_->index),
                             signed_change(style_, comparison_->index), style_.color),
                       tr({"from", "dari"}), was);
  }

  void earlier_years() {
    if (report_.earlier.empty()) return;
    Table table({{"", Table::Align::right, false, 0},
                 {"", Table::Align::right},
                 {"", Table::Align::left},
                 {"", Table::Align::left}});
    for (const Evaluation* year : report_.earlier) {
      const IndexResult& result = year->result;
      const bool other = result.instrument->id != instrument_.id;
      table.add({{"  " + std::to_string(year->assessment.year)},
                 {interval_number(style_, result.index)},
                 {categories(result), category_ink(*result.instrument, result.categories.back())},
                 {other ? printable(result.instrument->name) : "", Ink::dim}});
    }
    out_ += '\n' + table.draw(style_);
  }

  void components() {
    std::vector<Table::Column> columns = {
        {"", Table::Align::left, true, 0},
        {std::string(tr({"bobot", "bobot"})), Table::Align::right},
        {std::string(tr({"nilai", "nilai"})), Table::Align::right}};
    if (comparison_) {
      columns.push_back({std::to_string(report_.previous->assessment.year), Table::Align::right});
      columns.push_back({"", Table::Align::right});
    }
    columns.push_back({"", Table::Align::left});
    Table table(std::move(columns));
    for (ComponentIndex i = 0; i < instrument_.components.size(); ++i) {
      if (instrument_.at(i).is_indicator() && !report_.details) continue;
      if (nothing_known(i)) continue;
      add_row(table, i);
    }
    out_ += table.draw(style_);
  }

  // Below a published value, in both years, there is nothing to say.
  bool nothing_known(ComponentIndex index) const {
    if (!result_.components[index].covered) return false;
    return !comparison_ || report_.previous->result.components[index].covered;
  }

  void add_row(Table& table, ComponentIndex index) {
    const Component& c = instrument_.at(index);
    const ComponentResult& part = result_.components[index];
    const Ink ink = c.depth == 0 ? Ink::bold : Ink::plain;
    std::vector<Table::Cell> row;
    row.push_back({fmt::format("{}{} {}", std::string(2 * c.depth, ' '),
                               printable(c.is_indicator() ? c.key : c.id), printable(c.name)),
                   ink});
    row.push_back({number(style_, c.weight, c.is_indicator() ? 2 : 1) + "%", Ink::dim});
    row.push_back({value_text(part, c.is_indicator(), style_), ink});
    if (comparison_) {
      const Change& change = comparison_->changes[index];
      const ComponentResult& before = report_.previous->result.components[index];
      row.push_back({value_text(before, c.is_indicator(), style_), Ink::dim});
      row.push_back(change_cell(change, part, before));
    }
    const std::size_t cells = style_.width < 90 ? kNarrowBarCells : kBarCells;
    row.push_back(
        {part.known() ? bar(part.value.low, highest_level(instrument_), cells) : "", Ink::dim});
    table.add(std::move(row));
  }

  Table::Cell change_cell(const Change& change, const ComponentResult& part,
                          const ComponentResult& before) const {
    if (part.covered || before.covered) return {};
    if (change.appeared) return {std::string(tr({"new", "baru"})), Ink::cyan};
    if (change.vanished) return {std::string(tr({"gone", "hilang"})), Ink::cyan};
    if (change.direction() == Direction::same) return {"·", Ink::dim};
    return {signed_change(style_, change.difference), change_ink(change.difference)};
  }

  const ComputeReport& report_;
  const Style& style_;
  const Assessment& assessment_;
  const IndexResult& result_;
  const Instrument& instrument_;
  std::optional<Comparison> comparison_;
  std::string out_;
};

}  // namespace

std::string compute_text(const ComputeReport& report, const Style& style) {
  return ComputeText(report, style).draw();
}

std::string overview_text(const std::vector<Summary>& rows, const Style& style) {
  const auto tr = [&](const Words& words) { return std::string(say(style.language, words)); };
  Table table({{tr({"institution", "instansi"}), Table::Align::left, true, 0},
               {tr({"year", "tahun"}), Table::Align::right},
               {tr({"index", "indeks"}), Table::Align::right},
               {tr({"category", "kategori"}), Table::Align::left, true},
               {tr({"scored", "terisi"}), Table::Align::right}});
  for (const Summary& row : rows) {
    table.add({{printable(row.institution)},
               {std::to_string(row.year)},
               {interval_number(style, row.index), Ink::bold},
               {category_names(*row.instrument, row.lowest_category, row.highest_category),
                category_ink(*row.instrument, row.highest_category)},
               {fmt::format("{}/{}", row.scored, row.of), Ink::dim}});
  }
  return table.draw(style);
}

}  // namespace spbe
