#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "document/schema.hpp"
#include "model/cell_text.hpp"
#include "model/long_import.hpp"

namespace spbe {

namespace {

// A sheet whose headings are these words, in either language; columns by the order of the words.
struct KnownSheet {
  std::size_t row = 0;
  std::vector<std::optional<std::uint32_t>> columns;
};
struct SheetWord {
  std::string_view indonesian;
  std::string_view english;
};

std::optional<KnownSheet> find_sheet(const DataTable& table, std::span<const SheetWord> words,
                                     std::size_t least) {
  for (std::size_t i = 0; i < table.rows.size() && i < kHeadingRows; ++i) {
    KnownSheet sheet;
    sheet.row = i;
    sheet.columns.resize(words.size());
    std::size_t found = 0;
    for (const DataCell& cell : table.rows[i].cells) {
      const std::string name = normalised(cell.text);
      for (std::size_t w = 0; w < words.size(); ++w) {
        if (name != words[w].indonesian && name != words[w].english) continue;
        found += sheet.columns[w] ? 0U : 1U;
        sheet.columns[w] = cell.column;
      }
    }
    if (found >= least && sheet.columns.front()) return sheet;
  }
  return std::nullopt;
}

enum ValueColumn : std::size_t { kValueCode, kValueGiven, kValuePublished };
constexpr auto kValueWords =
    std::to_array<SheetWord>({{"kode", "code"},
                              {"nilai pengganti tingkat", "value in place of levels"},
                              {"dipublikasikan", "published"}});

enum ObstacleColumn : std::size_t { kId, kText, kUnits, kHolds, kAt, kEffortOfObstacle };
constexpr auto kObstacleWords = std::to_array<SheetWord>({{"kendala", "obstacle"},
                                                          {"uraian kendala", "what it is"},
                                                          {"perangkat daerah", "unit"},
                                                          {"menahan indikator", "holds indicators"},
                                                          {"pada tingkat", "at level"},
                                                          {"upaya", "effort"}});

std::optional<KnownSheet> values_sheet(const DataTable& table) {
  return find_sheet(table, kValueWords, 3);
}

class ValuesSheet {
 public:
  ValuesSheet(const DataTable& table, const KnownSheet& sheet, AssessmentFacts& facts,
              Diagnostics& diagnostics)
      : table_(table), sheet_(sheet), facts_(facts), diagnostics_(diagnostics) {}

  void read(const DataRow& row) {
    const std::string code = normalised(row.text(*sheet_.columns[kValueCode]));
    const std::uint32_t published = *sheet_.columns[kValuePublished];
    if (code == "indeks" || code == "index") {
      if (const auto fact = number(row, published)) facts_.index = *fact;
    } else if (code == "predikat" || code == "category") {
      const std::string name = without_blanks(row.text(published));
      if (!says_nothing(name)) facts_.category = {name, table_.place(row, published)};
    } else if (const ComponentIndex i = code.empty() ? kNoComponent : facts_.instrument->find(code);
               i != kNoComponent) {
      if (const auto fact = number(row, published)) facts_.published[i] = *fact;
      if (const auto fact = number(row, *sheet_.columns[kValueGiven])) facts_.values[i] = *fact;
    }
  }

 private:
  std::optional<Fact> number(const DataRow& row, std::uint32_t column) {
    const auto text = number_of_cell(table_, row, column, diagnostics_);
    if (!text) return std::nullopt;
    return Fact{*text, table_.place(row, column)};
  }

  const DataTable& table_;
  const KnownSheet& sheet_;
  AssessmentFacts& facts_;
  Diagnostics& diagnostics_;
};

class ObstaclesSheet {
 public:
  ObstaclesSheet(const DataTable& table, const KnownSheet& sheet, Diagnostics& diagnostics)
      : table_(table), sheet_(sheet), diagnostics_(diagnostics) {}

  std::optional<ObstacleFacts> read(const DataRow& row) {
    ObstacleFacts facts;
    facts.id = text(row, kId);
    facts.text = text(row, kText);
    facts.units = text(row, kUnits);
    facts.holds = holds(row);
    facts.at = number(row, kAt);
    facts.effort = number(row, kEffortOfObstacle);
    const bool any = facts.text.given() || facts.units.given() || facts.holds.given() ||
                     facts.at.given() || facts.effort.given();
    if (!facts.id.given() && !any) return std::nullopt;
    if (!facts.id.given()) {
      diagnostics_.error("cell-empty", table_.place(row, *sheet_.columns[kId]), {"id"});
      return std::nullopt;
    }
    if (!facts.holds.given()) {
      if (!says_nothing(text(row, kHolds).text)) return std::nullopt;  // said already
      diagnostics_.error("cell-empty", place(row, kHolds), {"holds"});
      return std::nullopt;
    }
    if (facts.text.text == facts.id.text) facts.text = {};
    return facts;
  }

 private:
  Location place(const DataRow& row, ObstacleColumn column) const {
    return table_.place(row, sheet_.columns[column].value_or(*sheet_.columns[kId]));
  }

  Fact text(const DataRow& row, ObstacleColumn column) {
    const auto at = sheet_.columns[column];
    if (!at || !has_value(table_, row, *at, diagnostics_)) return {};
    return {row.text(*at), table_.place(row, *at)};
  }

  Fact number(const DataRow& row, ObstacleColumn column) {
    const auto at = sheet_.columns[column];
    if (!at) return {};
    if (Ratio::parse(row.text(*at))) return {with_dot(row.text(*at)), table_.place(row, *at)};
    auto found = number_of_cell(table_, row, *at, diagnostics_);
    return {found ? as_fraction(std::move(*found)) : "", table_.place(row, *at)};
  }

  // "21-31, 35a" or one a line; what else there is, the reader of assessments refuses.
  Fact holds(const DataRow& row) {
    Fact fact = text(row, kHolds);
    std::string names;
    std::string name;
    const auto end_name = [&] {
      if (!name.empty()) names += (names.empty() ? "" : ", ") + name;
      name.clear();
    };
    for (const char c : fact.text) {
      const bool letter =
          (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
      if (letter) {
        name += c;
      } else if (c == ',' || c == ';' || c == '\n' || c == ' ') {
        end_name();
      } else {
        diagnostics_.error("bad-indicator-list", fact.place, {fact.text});
        return {};
      }
    }
    end_name();
    return {names, fact.place};
  }

  const DataTable& table_;
  const KnownSheet& sheet_;
  Diagnostics& diagnostics_;
};

}  // namespace

bool is_values_sheet(const DataTable& table) { return values_sheet(table).has_value(); }

void read_values_sheet(const DataTable& table, AssessmentFacts& facts, Diagnostics& diagnostics) {
  const auto sheet = values_sheet(table);
  if (!sheet) return;
  ValuesSheet values(table, *sheet, facts, diagnostics);
  for (std::size_t i = sheet->row + 1; i < table.rows.size(); ++i) values.read(table.rows[i]);
}

void read_obstacles_sheet(const DataTable& table, AssessmentFacts& facts,
                          Diagnostics& diagnostics) {
  const auto sheet = find_sheet(table, kObstacleWords, 4);
  if (!sheet || !sheet->columns[kHolds]) return;
  ObstaclesSheet obstacles(table, *sheet, diagnostics);
  for (std::size_t i = sheet->row + 1; i < table.rows.size(); ++i) {
    if (auto obstacle = obstacles.read(table.rows[i])) {
      facts.obstacles.push_back(std::move(*obstacle));
    }
  }
}

}  // namespace spbe
