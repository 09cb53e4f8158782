#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "commands/diff/report.hpp"
#include "render/wording.hpp"

namespace spbe {

// The rows, sentences and figures of a comparison.
class DiffView {
 public:
  DiffView(const DiffReport& report, Language language);

  // Both are there and of one instrument. If not, only `title`, `summary` and `remarks` have
  // something to say.
  bool comparable() const { return comparison_.has_value(); }
  const Comparison& comparison() const { return *comparison_; }
  const Instrument& instrument() const { return *newest().result.instrument; }

  std::string from_label() const { return labels_.first; }
  std::string to_label() const { return labels_.second; }

  // "Pemerintah Kota Bandar Lampung · 2022 → 2023 · PermenPANRB 59/2020".
  std::string title() const;
  // "Indeks SPBE 1.50 to 2.15 (+0.652), Kurang to Cukup; 15 rose, 7 fell, ...".
  std::string summary() const;
  // What each domain gave: "Layanan SPBE +0.5550, Kebijakan Internal SPBE -0.0780".
  std::string by_root() const;
  // "rose (15): 32-37, ..."; a line each of those that are not empty.
  std::vector<std::string> lists() const;
  std::vector<std::string> remarks() const;

  // Rows to show, largest effect first.
  const std::vector<ChangeGroup>& rows() const { return rows_; }
  // All that the two say alike but that is not exactly known, together; so that the rows and
  // this one sum to the change of the index.
  const std::optional<ChangeGroup>& alike() const { return alike_; }
  std::string row_name(const ChangeGroup& group) const;
  std::string part_name(ComponentIndex part) const;
  std::string alike_name() const;
  page::Value from_value(ComponentIndex component) const;
  page::Value to_value(ComponentIndex component) const;
  page::Value from_index() const;
  page::Value to_index() const;
  // Index points with the decimals that this comparison needs: "+0.0825".
  page::Change points(const Interval& contribution) const;
  std::string new_or_gone(Direction direction) const;  // or empty

 private:
  const Evaluation& newest() const { return *(report_.to != nullptr ? report_.to : report_.from); }
  std::string_view tr(const Words& words) const { return say(language_, words); }
  std::string categories(const IndexResult& result) const;
  std::string index_sentence() const;
  std::string count_sentence() const;
  std::string counted(const std::vector<ComponentIndex>& parts, const Words& noun,
                      const Words& words) const;
  std::string one_sided() const;
  page::Value value(const Evaluation& side, ComponentIndex component) const;
  std::string digits(const Interval& contribution) const;  // of its points
  std::string list(const std::vector<ComponentIndex>& parts) const;
  void choose_labels();
  void choose_rows();
  void choose_places();
  void remark_on_change(std::vector<std::string>& lines) const;
  void remark_on_grouping(std::vector<std::string>& lines) const;
  bool only_texts_differ() const;
  void remark_on_sides(std::vector<std::string>& lines) const;

  const DiffReport& report_;
  Language language_;
  const std::optional<Comparison>& comparison_;
  Tally tally_;
  std::vector<ChangeGroup> rows_;
  std::optional<ChangeGroup> alike_;
  std::pair<std::string, std::string> labels_;
  int places_ = kShownPlaces;
};

}  // namespace spbe
