#pragma once

#include <string>

#include "render/csv.hpp"
#include "render/page.hpp"
#include "spbe/analysis/peers.hpp"

namespace spbe {

struct PeersReport {
  const PeerProfile* ours = nullptr;
  const Peers* peers = nullptr;
  page::Names names = page::Names::official;
};

page::Page peers_page(const PeersReport& report, Language language);
std::string peers_json(const PeersReport& report);
// A line for each component of each group.
std::string peers_csv(const PeersReport& report, CsvDialect dialect = {});

}  // namespace spbe
