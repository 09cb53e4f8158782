#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "commands/peers/report.hpp"
#include "render/messages.hpp"
#include "render/style.hpp"
#include "render/wording.hpp"

namespace spbe {

namespace {

constexpr std::size_t kBehindShown = 10;
constexpr std::size_t kLeadsShown = 5;

class PeersPage {
 public:
  PeersPage(const PeersReport& report, Language language)
      : own_(report.ours->summary),
        peers_(*report.peers),
        instrument_(*own_.instrument),
        names_(report.names),
        page_{language} {}

  page::Page write() {
    page_.heading(fmt::format("{} · {} · {}", own_.institution, own_.year, instrument_.name));
    for (const PeerGroup& group : peers_.groups) add_group(group);
    add_remarks();
    return std::move(page_);
  }

 private:
  std::string tr(const Words& words) const { return std::string(say(page_.language, words)); }
  std::string told(const Words& words, const std::vector<std::string>& args) const {
    return fill(say(page_.language, words), args);
  }

  std::string group_name(const PeerGroup& group) const {
    std::string name = group.kind == InstitutionKind::unsaid ? tr({"all kinds", "semua jenis"})
                                                             : std::string(to_string(group.kind));
    return group.province.empty() ? name : name + ", " + group.province;
  }

  void add_group(const PeerGroup& group) {
    page_.heading(told({"Among {0}: {1} institutions", "Di antara {0}: {1} instansi"},
                       {group_name(group), std::to_string(group.place.of)}),
                  2);
    if (group.place.of < 2) {
      page_.paragraph(tr({"There is none to compare with.", "Tidak ada pembanding."}));
      return;
    }
    page_.paragraph(place(group), page::Paragraph::Role::summary);
    if (group.before) page_.paragraph(movement(*group.before));
    add_parts(group);
    add_behind(group);
    add_above(group);
  }

  std::string place(const PeerGroup& group) const {
    const bool several = group.best != group.worst && !own_.index.exact();
    const std::string rank =
        several ? fmt::format("{}–{}", group.best, group.worst) : std::to_string(group.place.rank);
    return told({"{0} {1}: rank {2} of {3}; {4}% of the others are lower.",
                 "{0} {1}: peringkat {2} dari {3}; {4}% instansi lain lebih rendah."},
                {instrument_.index_name, interval_number(page_.language, own_.index), rank,
                 std::to_string(group.place.of),
                 number(page_.language, group.percentile.value_or(Ratio(0)), 0)});
  }

  // "In 2022: 2.08, rank 6 of 8. Among the 7 with a result of both years: from rank 5 to 3 (▲2)."
  std::string movement(const PeerBefore& before) const {
    std::string text =
        told({"In {0}: {1}, rank {2} of {3}.", "Tahun {0}: {1}, peringkat {2} dari {3}."},
             {std::to_string(before.year),
              interval_number(page_.language, before.index.ours.value_or(Interval{})),
              std::to_string(before.place.rank), std::to_string(before.place.of)});
    if (before.now_among.of < 2) return text;
    const std::int64_t moved = before.moved();
    const std::string mark =
        moved == 0 ? "=" : fmt::format("{}{}", moved > 0 ? "▲" : "▼", std::abs(moved));
    return text + " " +
           told({"Among the {0} with a result of both years: from rank {1} to {2} ({3}).",
                 "Di antara {0} instansi yang memiliki hasil kedua tahun itu: dari peringkat {1} "
                 "ke {2} ({3})."},
                {std::to_string(before.now_among.of), std::to_string(before.then_among.rank),
                 std::to_string(before.now_among.rank), mark});
  }

  void add_parts(const PeerGroup& group) {
    page::Table table;
    table.name = tr({"Comparison", "Pembanding"});
    table.columns = {page::Column::left().yielding(), page::Column::right(tr({"ours", "capaian"})),
                     page::Column::right(tr({"median", "median"})),
                     page::Column::right(tr({"difference", "selisih"}))};
    if (group.before) {
      const std::string year = std::to_string(group.before->year);
      table.columns[1].heading = std::to_string(own_.year);
      table.columns.insert(table.columns.begin() + 1, page::Column::right(year));
      table.columns.push_back(page::Column::right(told({"in {0}", "tahun {0}"}, {year})));
    }
    table.columns.push_back(page::Column::right(tr({"best tenth", "10% terbaik"})));
    add_part(table, group.index, group.before ? &group.before->index : nullptr, group);
    for (const PeerPart& part : group.parts) {
      add_part(table, part, group.before ? group.before->find(part.component) : nullptr, group);
    }
    page_.add({std::move(table)});
  }

  void add_part(page::Table& table, const PeerPart& part, const PeerPart* before,
                const PeerGroup& group) const {
    const bool index = part.component == kNoComponent;
    page::Cell ours = page::Unknown{};
    page::Cell gap = page::Unknown{};
    if (part.ours) {
      ours = page::Range{*part.ours};
      gap = page::Change{.difference = difference(*part.ours, part.median)};
    }
    std::vector<page::Cell> cells = {
        index ? page::Cell(instrument_.index_name)
              : page::named(instrument_.at(part.component), page::Tone::plain, names_)};
    const bool known = before != nullptr && before->ours;
    if (group.before) {
      cells.push_back(known ? page::Cell(page::Range{*before->ours}) : page::Unknown{});
    }
    cells.push_back(std::move(ours));
    cells.emplace_back(page::Range{part.median});
    cells.push_back(std::move(gap));
    if (group.before) {
      cells.push_back(known ? page::Cell(page::Change{difference(*before->ours, before->median)})
                            : page::Unknown{});
    }
    cells.emplace_back(page::Range{part.best_tenth});
    table.add(std::move(cells), index ? 0 : instrument_.at(part.component).depth,
              index ? page::Row::Role::total : page::Row::Role::body);
  }

  std::string component(ComponentIndex i) const {
    return page::component_name(instrument_.at(i), names_);
  }

  void add_behind(const PeerGroup& group) {
    if (group.behind.empty()) return;
    page_.heading(tr({"Indicators in which most are ahead",
                      "Indikator yang lebih tinggi di sebagian besar instansi"}),
                  2);
    page::Table table;
    table.name = tr({"Indicators", "Indikator"});
    table.columns = {page::Column::left(tr({"indicator", "indikator"})).yielding(),
                     page::Column::right(tr({"ours", "capaian"})),
                     page::Column::right(tr({"median", "median"})),
                     page::Column::right(tr({"ahead", "di atas"}))};
    const std::size_t shown = std::min(kBehindShown, group.behind.size());
    for (std::size_t i = 0; i < shown; ++i) {
      const PeerPart& part = group.behind[i];
      table.add({component(part.component),
                 page::Range{part.ours.value_or(Interval{}), page::kAllDigits},
                 page::Range{part.median, page::kAllDigits}, page::Share{part.ahead, part.of - 1}});
    }
    if (shown < group.behind.size()) {
      table.more =
          told({"{0} more", "{0} indikator lagi"}, {std::to_string(group.behind.size() - shown)});
    }
    page_.add({std::move(table)});
  }

  // A line for each of the nearest above.
  void add_above(const PeerGroup& group) {
    if (group.above.empty()) return;
    page_.heading(tr({"Next above", "Peringkat tepat di atasnya"}), 2);
    page::List list;
    list.shape = page::List::Shape::hanging;
    for (const PeerAbove& above : group.above) {
      const Summary& peer = above.peer->summary;
      std::string text = told({"{0}. {1}, {2} ({3})", "{0}. {1}, {2} ({3})"},
                              {std::to_string(above.rank), peer.institution,
                               interval_number(page_.language, peer.index),
                               signed_interval(page_.language, above.ahead_by)});
      if (!above.leads.empty())
        text += told({"; higher in {0}", "; lebih tinggi pada {0}"}, {leads(above)});
      list.items.push_back({{}, text + "."});
    }
    page_.add({std::move(list)});
  }

  // "42 Layanan Pengaduan (2 → 4, +0.06), ...".
  std::string leads(const PeerAbove& above) const {
    std::string text;
    const std::size_t shown = std::min(kLeadsShown, above.leads.size());
    for (std::size_t i = 0; i < shown; ++i) {
      const PeerAbove::Lead& lead = above.leads[i];
      const int places = instrument_.at(lead.component).is_indicator() ? page::kAllDigits : 2;
      const auto value = [&](const Interval& of) {
        return page::shown(page::Range{of, places}, page_.language);
      };
      text += fmt::format("{}{} ({} → {}, {})", text.empty() ? "" : ", ", component(lead.component),
                          value(lead.ours), value(lead.theirs),
                          signed_interval(page_.language, lead.contribution));
    }
    if (shown == above.leads.size()) return text;
    return text + told({" and {0} more", " dan {0} lainnya"},
                       {std::to_string(above.leads.size() - shown)});
  }

  void add_remarks() {
    std::vector<std::string> lines;
    if (peers_.other_year > 0) {
      const Words words =
          peers_.other_year == 1
              ? Words{"Not compared, without a result of {0}: {1} institution.",
                      "Tidak dibandingkan karena tidak memiliki hasil tahun {0}: {1} instansi."}
              : Words{"Not compared, without a result of {0}: {1} institutions.",
                      "Tidak dibandingkan karena tidak memiliki hasil tahun {0}: {1} instansi."};
      lines.push_back(told(words, {std::to_string(own_.year), std::to_string(peers_.other_year)}));
    }
    if (peers_.other_instrument > 0) {
      lines.push_back(
          told({"Not compared, rated with another instrument: {0} institutions.",
                "Tidak dibandingkan karena dinilai dengan instrumen lain: {0} instansi."},
               {std::to_string(peers_.other_instrument)}));
    }
    for (std::string& line : standing(instrument_, own_.year, page_.language))
      lines.push_back(std::move(line));
    page_.remarks(lines);
  }

  const Summary& own_;
  const Peers& peers_;
  const Instrument& instrument_;
  page::Names names_;
  page::Page page_;
};

}  // namespace

page::Page peers_page(const PeersReport& report, Language language) {
  return PeersPage(report, language).write();
}

}  // namespace spbe
