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
  std::string_view also = {};  // of a central institution, or of a workbook of before

  bool is(std::string_view name) const {
    return name == indonesian || name == english || (!also.empty() && name == also);
  }
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
        if (!words[w].is(name)) continue;
        found += sheet.columns[w] ? 0U : 1U;
        sheet.columns[w] = cell.column;
      }
    }
    if (found >= least && sheet.columns.front()) return sheet;
  }
  return std::nullopt;
}

enum ValueColumn : std::size_t { kValueCode, kValueGiven, kValuePublished, kValueGoal };
constexpr auto kValueWords =
    std::to_array<SheetWord>({{"kode", "code"},
                              {"nilai pengganti tingkat", "value in place of levels"},
                              {"dipublikasikan", "published"},
                              {"sasaran", "goal"}});

enum ObstacleColumn : std::size_t { kId, kText, kUnits, kHolds, kAt, kEffortOfObstacle };
constexpr auto kObstacleWords =
    std::to_array<SheetWord>({{"kendala", "obstacle"},
                              {"uraian kendala", "what it is"},
                              {"perangkat daerah", "unit", "unit kerja"},
                              {"menahan indikator", "holds indicators"},
                              {"di tingkat", "at level", "pada tingkat"},
                              {"upaya", "effort"}});

enum WaiverColumn : std::size_t { kRule, kConcerned, kUntil, kReason, kOwner };
constexpr auto kWaiverWords = std::to_array<SheetWord>({{"aturan", "rule"},
                                                        {"menyangkut indikator", "of indicators"},
                                                        {"sampai", "until"},
                                                        {"alasan", "reason"},
                                                        {"penanggung jawab", "owner"}});

std::optional<KnownSheet> values_sheet(const DataTable& table) {
  auto sheet = find_sheet(table, kValueWords, 3);
  // Workbooks of before had no goals.
  if (sheet && (!sheet->columns[kValueGiven] || !sheet->columns[kValuePublished])) sheet.reset();
  return sheet;
}

class ValuesSheet {
 public:
  ValuesSheet(const DataTable& table, const KnownSheet& sheet, AssessmentFacts& facts,
              Diagnostics& diagnostics)
      : table_(table), sheet_(sheet), facts_(facts), diagnostics_(diagnostics) {}

  void read(const DataRow& row) {
    const std::string code = normalised(row.text(*sheet_.columns[kValueCode]));
    whole(row, code, *sheet_.columns[kValuePublished], facts_.published);
    if (const auto goal = sheet_.columns[kValueGoal]) whole(row, code, *goal, facts_.targets);
    const ComponentIndex i = code.empty() ? kNoComponent : facts_.instrument->find(code);
    if (i == kNoComponent) return;
    if (const auto fact = number(row, *sheet_.columns[kValueGiven])) facts_.values[i] = *fact;
  }

 private:
  void whole(const DataRow& row, const std::string& code, std::uint32_t column, WholeFacts& facts) {
    if (code == "indeks" || code == "index") {
      if (const auto fact = number(row, column)) facts.index = *fact;
    } else if (code == "predikat" || code == "category") {
      const std::string name = without_blanks(row.text(column));
      if (!says_nothing(name)) facts.category = {name, table_.place(row, column)};
    } else if (const ComponentIndex i = code.empty() ? kNoComponent : facts_.instrument->find(code);
               i != kNoComponent) {
      if (const auto fact = number(row, column)) facts.parts[i] = *fact;
    }
  }

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

// "21-31, 35a" or one a line; what else there is, the reader of assessments refuses.
Fact indicators_of_cell(const Fact& fact, Diagnostics& diagnostics) {
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
      diagnostics.error("bad-indicator-list", fact.place, {fact.text});
      return {};
    }
  }
  end_name();
  return {names, fact.place};
}

class ObstaclesSheet {
 public:
  ObstaclesSheet(const DataTable& table, const KnownSheet& sheet, Diagnostics& diagnostics)
      : table_(table), sheet_(sheet), diagnostics_(diagnostics) {}

  std::optional<ObstacleFacts> read(const DataRow& row) {
    ObstacleFacts facts;
    facts.id = text(row, kId);
    facts.text = text(row, kText);
    facts.units = text(row, kUnits);
    facts.units.text = units_of_cell(facts.units.text);
    facts.holds = indicators_of_cell(text(row, kHolds), diagnostics_);
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

  const DataTable& table_;
  const KnownSheet& sheet_;
  Diagnostics& diagnostics_;
};

class WaiversSheet {
 public:
  WaiversSheet(const DataTable& table, const KnownSheet& sheet, Diagnostics& diagnostics)
      : table_(table), sheet_(sheet), diagnostics_(diagnostics) {}

  // What is missing, the reader of assessments says.
  std::optional<WaiverFacts> read(const DataRow& row) {
    WaiverFacts facts;
    facts.rule = text(row, kRule);
    facts.indicators = indicators_of_cell(text(row, kConcerned), diagnostics_);
    facts.until = day_of_cell(text(row, kUntil), diagnostics_);
    facts.reason = text(row, kReason);
    facts.owner = text(row, kOwner);
    if (facts.rule.given()) return facts;
    if (facts.until.given() || facts.reason.given() || facts.owner.given())
      diagnostics_.error("cell-empty", table_.place(row, *sheet_.columns[kRule]), {"rule"});
    return std::nullopt;
  }

 private:
  Fact text(const DataRow& row, WaiverColumn column) {
    const auto at = sheet_.columns[column];
    if (!at || !has_value(table_, row, *at, diagnostics_)) return {};
    return {row.text(*at), table_.place(row, *at)};
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

void read_waivers_sheet(const DataTable& table, AssessmentFacts& facts, Diagnostics& diagnostics) {
  const auto sheet = find_sheet(table, kWaiverWords, kWaiverWords.size());
  if (!sheet) return;
  WaiversSheet waivers(table, *sheet, diagnostics);
  for (std::size_t i = sheet->row + 1; i < table.rows.size(); ++i) {
    if (auto waiver = waivers.read(table.rows[i])) facts.waivers.push_back(std::move(*waiver));
  }
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
