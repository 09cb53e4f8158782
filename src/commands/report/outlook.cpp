#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "commands/certainty/report.hpp"
#include "commands/peers/report.hpp"
#include "commands/report/sections.hpp"
#include "commands/targets/report.hpp"

// What other commands answer of the newest year, as sections of the report.
namespace spbe {

namespace {

using page::Section;

// The blocks of another command's page, without its title, and their headings a level down.
std::vector<page::Block> blocks_of(page::Page&& made) {
  std::vector<page::Block> blocks;
  for (page::Block& block : made.blocks) {
    if (auto* heading = std::get_if<page::Heading>(&block.content)) {
      if (heading->level == 1) continue;
      ++heading->level;
    }
    blocks.push_back(std::move(block));
  }
  return blocks;
}

bool is_table(const page::Block& block, const std::string& name) {
  const auto* table = std::get_if<page::Table>(&block.content);
  return table != nullptr && table->name == name;
}

// Every index that can come about, in bins of a twentieth of a point.
chart::Histogram distribution(const Teller& teller, const Certainty& certainty) {
  const Instrument& instrument = teller.instrument();
  chart::Histogram chart = empty_histogram(instrument, teller.result().basis, teller.language());
  chart.text = {
      "peluang",
      teller.put({"Probability of each {0}", "Peluang tiap {0}"}, {instrument.index_name}),
      teller.tr({"The same probabilities stand in the table below.",
                 "Peluang yang sama terdapat dalam tabel di bawah ini."})};
  std::vector<BigRatio> chances(chart.bins.size());
  for (const Certainty::State& state : certainty.states) {
    const auto after =
        std::ranges::find_if(chart.bins, [&](const auto& bin) { return state.index.low < bin.to; });
    const auto place = static_cast<std::size_t>(
        std::min(after - chart.bins.begin(), std::ptrdiff_t(chart.bins.size()) - 1));
    chances[place] = chances[place] + state.chance;
  }
  constexpr std::int64_t kParts = 100000;  // more than there are pixels
  for (std::size_t i = 0; i < chances.size(); ++i) {
    const auto parts = Ratio::parse((chances[i] * BigRatio(Ratio(kParts))).fixed(0));
    if (parts) chart.bins[i].count = static_cast<std::size_t>(parts->num());
  }
  return chart;
}

// Only the predikat of the table of probabilities; the drawing shows the rest.
page::Table predikat_only(const page::Table& table) {
  page::Table few = table;
  few.columns.resize(2);
  few.rows.clear();
  for (const page::Row& row : table.rows) {
    if (row.role != page::Row::Role::group) continue;
    few.rows.push_back(row);
    few.rows.back().role = page::Row::Role::body;
  }
  return few;
}

}  // namespace

void add_targets(page::Page& page, const Teller& teller) {
  const InstitutionReport& report = teller.report();
  if (!report.targets) return;
  const Plan* addition = report.addition ? &*report.addition : nullptr;
  const TargetsReport told{report.current, &*report.targets, &report.rules, addition,
                           teller.names()};
  Section part = section(teller.put({"Targets for {0}", "Target Tahun {0}"},
                                    {std::to_string(target_year(report.assessment()))}));
  // The table of results has the domains and aspects.
  const std::string domains = teller.tr({"Domains", "Domain"});
  std::vector<page::Block> blocks = blocks_of(targets_page(told, teller.language()));
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const bool heads = i + 1 < blocks.size() && is_table(blocks[i + 1], domains);
    if (heads || is_table(blocks[i], domains)) continue;
    part.add(std::move(blocks[i]));
  }
  page.add({part});
}

void add_certainty(page::Page& page, const Teller& teller) {
  const InstitutionReport& report = teller.report();
  if (!report.certainty) return;
  CertaintyReport told;
  told.evaluation = report.current;
  told.beliefs = &report.beliefs;
  told.certainty = &*report.certainty;
  told.wanted = predikat_to_keep(report.current->result);
  told.drift = usual_drift();
  told.names = teller.names();
  Section part = section(teller.tr({"How sure the predikat is", "Kepastian Predikat"}));
  const std::string chances = teller.tr({"Probabilities", "Peluang"});
  for (page::Block& block : blocks_of(certainty_page(told, teller.language()))) {
    if (is_table(block, chances)) {
      part.add({picture(distribution(teller, *report.certainty))});
      part.add({predikat_only(std::get<page::Table>(block.content))});
    } else {
      part.add(std::move(block));
    }
  }
  page.add({part});
}

void add_peers(page::Page& page, const Teller& teller) {
  const InstitutionReport& report = teller.report();
  if (!report.peers) return;
  Section part =
      section(teller.tr({"Beside others of its kind", "Perbandingan dengan Instansi Sejenis"}));
  const PeersReport told{&*report.ours, &*report.peers, teller.names()};
  for (page::Block& block : blocks_of(peers_page(told, teller.language()))) {
    part.add(std::move(block));
  }
  page.add({part});
}

}  // namespace spbe
