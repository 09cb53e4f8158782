#include "render/skeleton.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "document/yaml_text.hpp"
#include "model/evidence_text.hpp"
#include "render/carried_over.hpp"
#include "render/messages.hpp"
#include "render/style.hpp"
#include "render/unit_words.hpp"
#include "render/wording.hpp"
#include "spbe/model/institution_name.hpp"

namespace spbe {

namespace {

constexpr std::size_t kCommentColumn = 14;
constexpr std::size_t kTextWidth = 100;

class Skeleton {
 public:
  Skeleton(const Instrument& instrument, const SkeletonOptions& options)
      : instrument_(instrument), options_(options) {
    const Assessment* from = options.from;
    if (from != nullptr && from->instrument->id == instrument.id) previous_ = from;
  }

  std::string draw() {
    comments();
    header();
    out_ += "scores:\n";
    for (const ComponentIndex root : instrument_.roots) component(root);
    if (previous_ != nullptr) obstacles(previous_->obstacles);
    return std::move(out_);
  }

 private:
  std::string_view tr(const Words& words) const { return say(options_.language, words); }

  void comments() {
    if (!options_.schema.empty()) {
      out_ += fmt::format("# yaml-language-server: $schema={}\n", options_.schema);
    }
    out_ += fmt::format("# {} {} · {}\n", printable(instrument_.index_name), options_.year,
                        printable(instrument_.name));
    out_ +=
        tr({"# Put the level after each number; leave empty what is not known yet.\n"
            "# Instead of 'n: 3' an indicator may be written with more:\n"
            "#   n: {level: 3, unit: Bappeda, target: 4, note: ..., evidence: [...]}\n",
            "# Isi tingkat setelah setiap nomor; biarkan kosong yang belum diketahui.\n"
            "# Selain 'n: 3', indikator dapat ditulis lebih lengkap:\n"
            "#   n: {level: 3, unit: Bappeda, target: 4, note: ..., evidence: [...]}\n"});
    for (const Scale& scale : instrument_.scales) {
      if (scale.levels.empty()) continue;
      std::string line = fmt::format("# {}:", printable(scale.name));
      for (const MaturityLevel& level : scale.levels) {
        line += fmt::format(" {} {},", level.value, printable(level.name));
      }
      line.pop_back();
      out_ += line + "\n";
    }
    if (has_milestones()) {
      out_ += tr(
          {"# An indicator may be a value such as 2.25, {complete: 2} (all evidence up to level 2 "
           "is\n"
           "# accepted: 2.5), or accepted of all evidence by level: {items: {1: 1/1, 2: 2/4}}.\n",
           "# Indikator dapat berupa nilai seperti 2.25, {complete: 2} (semua data dukung sampai\n"
           "# tingkat 2 diterima: 2,5), atau jumlah data dukung yang diterima dari seluruhnya, "
           "per\n"
           "# tingkat: {items: {1: 1/1, 2: 2/4}}.\n"});
      comment(instrument_.caution);
    }
    if (options_.criteria != nullptr) comment(options_.criteria->caution);
    if (options_.from != nullptr) left_behind(*options_.from);
    if (migrates()) {
      migration_comments();
    } else if (options_.from != nullptr && previous_ == nullptr) {
      out_ += fill(
          of_units(*options_.from,
                   tr({"# {0} was rated with {1}; units and notes are not carried over.\n",
                       "# {0} dinilai dengan {1}; perangkat daerah dan catatan tidak disalin.\n"})),
          {std::to_string(options_.from->year), options_.from->instrument->name});
    }
  }

  bool has_milestones() const {
    return std::ranges::any_of(instrument_.scales, &Scale::has_milestones);
  }

  bool migrates() const { return options_.from != nullptr && options_.migration != nullptr; }

  const std::string& text_of(const Bilingual& text) const {
    return options_.language == Language::indonesian ? text.indonesian : text.english;
  }

  void comment(const Bilingual& text) { comment(text_of(text)); }
  void comment(const std::string& text) {
    if (!text.empty()) out_ += "# " + wrapped_after(printable(text), "# ") + "\n";
  }

  // Later lines begin with `mark`.
  static std::string wrapped_after(const std::string& text, std::string_view mark) {
    std::string lines = wrapped(text, kTextWidth);
    for (std::size_t at = lines.find('\n'); at != std::string::npos;
         at = lines.find('\n', at + 1)) {
      lines.insert(at + 1, mark);
    }
    return lines;
  }

  void migration_comments() {
    const Assessment& from = *options_.from;
    comment(fill(
        of_units(from,
                 tr({"From {0} of {1}: units are carried over, and levels, notes and evidence as "
                     "notes. No level: the results of the two are not comparable.",
                     "Dari penilaian {0} menurut {1}: perangkat daerah disalin, sedangkan tingkat, "
                     "catatan, dan data dukung menjadi catatan. Tidak satu pun tingkat disalin: "
                     "hasil kedua instrumen tidak dapat dibandingkan."})),
        {std::to_string(from.year), from.instrument->name}));
    comment(options_.migration->caution);
    std::string fresh;
    for (const Migration::Entry& entry : options_.migration->entries) {
      if (entry.carries != Carries::nothing) continue;
      const Component& c = instrument_.at(entry.indicator);
      fresh += (fresh.empty() ? "" : ", ") + named_shortly(c, options_.language);
    }
    if (!fresh.empty()) {
      comment(
          fill(tr({"New, without a predecessor: {0}.", "Baru, tanpa pendahulu: {0}."}), {fresh}));
    }
    for (const Obstacle& obstacle : from.obstacles) {
      comment(fill(
          tr({"Obstacle of {0}, not carried over: {1}", "Kendala tahun {0}, tidak disalin: {1}"}),
          {std::to_string(from.year), obstacle.text.empty() ? obstacle.id : obstacle.text}));
    }
  }

  // What is of one year alone: its waivers and goals.
  void left_behind(const Assessment& from) {
    const std::string year = std::to_string(from.year);
    for (const Waiver& waiver : from.waivers) {
      comment(fill(tr({"Waiver of {0}, not carried over: {1} until {2}: {3}",
                       "Pengecualian tahun {0}, tidak disalin: {1} sampai {2}: {3}"}),
                   {year, waiver.rule, to_string(waiver.until), waiver.reason}));
    }
    std::string goals;
    const auto add = [&](const std::string& goal) { goals += (goals.empty() ? "" : ", ") + goal; };
    const Targets& targets = from.targets;
    if (targets.index) add(std::string(tr({"index ", "indeks "})) + number(*targets.index));
    if (targets.category)
      add(std::string(tr({"category ", "predikat "})) +
          from.instrument->categories[*targets.category].name);
    for (const Targets::Part& part : targets.parts)
      add(from.instrument->at(part.component).id + " " + number(part.value));
    if (!goals.empty()) {
      comment(fill(
          tr({"Goals of {0}, not carried over: {1}.", "Sasaran tahun {0}, tidak disalin: {1}."}),
          {year, goals}));
    }
  }

  std::string number(Ratio value) const { return exact_number(options_.language, value); }

  void header() {
    const Assessment* from = options_.from;
    std::string institution = options_.institution;
    if (institution.empty() && from != nullptr) institution = from->institution;
    if (institution.empty()) {
      out_ += fmt::format("institution:    # {}\n", tr({"name", "nama instansi"}));
    } else {
      out_ += "institution: " + yaml_text(institution) + "\n";
    }
    if (from != nullptr && options_.institution.empty() && !from->id.empty())
      out_ += "id: " + yaml_text(from->id) + "\n";
    out_ += fmt::format("year: {}\ninstrument: {}\n", options_.year, yaml_text(instrument_.id));
    std::string kind = options_.kind;
    if (kind.empty() && from != nullptr) kind = to_string(from->kind);
    if (kind.empty()) kind = kind_in_name(institution);
    if (!kind.empty()) {
      out_ += fmt::format("kind: {}\n", kind);
    } else {
      out_ +=
          "#kind: kabupaten    # kementerian, lpnk, alat-negara, lembaga, lns, provinsi, "
          "kabupaten, kota\n";
    }
    const std::string province =
        options_.province.empty() && from != nullptr ? from->province : options_.province;
    if (!province.empty()) {
      out_ += "province: " + yaml_text(province) + "\n";
    } else {
      out_ += "#province: Nusa Tenggara Timur\n";
    }
    if (from != nullptr && !from->effort_unit.empty())
      out_ += "effort_unit: " + yaml_text(from->effort_unit) + "\n";
    out_ += "#stage: mandiri     # mandiri, dokumen, interviu, visitasi, final\n";
  }

  void component(ComponentIndex index) {
    const Component& c = instrument_.at(index);
    const std::string indent(2 * c.depth + 2, ' ');
    if (c.is_indicator()) {
      indicator(index, indent);
      return;
    }
    out_ += fmt::format("{}{}:  # {} {}, {}%\n", indent, yaml_key(c.slug.empty() ? c.id : c.slug),
                        printable(c.id), printable(c.name), decimal(c.weight));
    for (const ComponentIndex child : c.children) component(child);
  }

  void criteria_comments(ComponentIndex index, const std::string& indent) {
    if (options_.criteria == nullptr) return;
    for (const Criterion& criterion : options_.criteria->levels[index]) {
      out_ += fmt::format("{}# {}: {}\n", indent, criterion.level,
                          wrapped_after(printable(text_of(criterion.text)), indent + "#    "));
    }
  }

  // The units of the old indicators, and what they say, as a note.
  void carry_over(ComponentIndex index, const Migration::Entry& entry, const std::string& indent) {
    const Component& c = instrument_.at(index);
    const CarriedOver carried = carried_over(entry, *options_.from, options_.language);
    out_ += with_comment(indent + yaml_key(c.key) + ":",
                         printable(c.name) + ": " + carried.heading + other_index(index));
    const std::string inner = indent + "  ";
    out_ += inner + "level:\n";
    list(inner, "unit", "units", carried.units);
    if (carried.note.empty()) return;
    out_ += inner + "note: >-\n" + inner + "  " +
            wrapped_after(printable(carried.note), inner + "  ") + "\n";
  }

  // Whose index gives the value, and how it is written where the conversion is known.
  std::string other_index(ComponentIndex index) const {
    const ExternalIndex* external = instrument_.external_of(index);
    if (external == nullptr) return {};
    std::string whose = std::string(tr({"; from ", "; nilainya dari "})) +
                        external_name(*external, options_.language);
    if (!external->points.empty())
      whose += fmt::format(": {{from: {{{}: {}}}}}", external->id, tr({"value", "nilai"}));
    return printable(whose);
  }

  void indicator(ComponentIndex index, const std::string& indent) {
    const Component& c = instrument_.at(index);
    criteria_comments(index, indent);
    if (migrates()) {
      if (const Migration::Entry* entry = options_.migration->find(index)) {
        carry_over(index, *entry, indent);
        return;
      }
    }
    std::string comment = printable(c.name) + other_index(index);
    const bool known = previous_ != nullptr && previous_->score(index).kind == Score::Kind::level;
    if (known) {
      comment = fmt::format("{}: {} · {}", previous_->year, decimal(previous_->score(index).level),
                            comment);
    }
    const Details* details = previous_ == nullptr ? nullptr : previous_->details_of(index);
    if (details == nullptr) {
      out_ += with_comment(indent + yaml_key(c.key) + ":", comment);
      return;
    }
    out_ += with_comment(indent + yaml_key(c.key) + ":", comment);
    const std::string inner = indent + "  ";
    out_ += inner + "level:\n";
    list(inner, "unit", "units", details->units);
    if (details->target) out_ += inner + "target: " + exact_text(*details->target) + "\n";
    if (!details->effort.empty()) {
      std::string effort;
      for (const Ratio value : details->effort) {
        effort += (effort.empty() ? "" : ", ") + exact_text(value);
      }
      const bool list = details->effort.size() > 1;
      out_ += inner + "effort: " + (list ? "[" + effort + "]" : effort) + "\n";
    }
    if (!details->note.empty()) out_ += inner + "note: " + yaml_text(details->note) + "\n";
    evidence(inner, *details);
  }

  void evidence(const std::string& indent, const Details& details) {
    std::string items;
    for (std::size_t i = 0; i < details.evidence.size(); ++i) {
      EvidenceLine line{details.evidence[i], {}};
      if (i < details.evidence_places.size()) line.place = details.evidence_places[i];
      items += (items.empty() ? "" : ", ") + evidence_yaml(line);
    }
    if (details.evidence.empty()) return;
    const bool one = details.evidence.size() == 1;
    out_ += indent + "evidence: " + (one ? items : "[" + items + "]") + "\n";
  }

  // They hold until somebody removes them.
  void obstacles(const std::vector<Obstacle>& all) {
    if (!all.empty()) {
      out_ += fill(tr({"obstacles:  # of {0}; remove those that hold nothing back any more\n",
                       "obstacles:  # dari {0}; hapus yang tidak lagi menghambat\n"}),
                   {std::to_string(previous_->year)});
    }
    for (const Obstacle& obstacle : all) {
      std::string mark = "  - ";
      const auto line = [&](const char* key, const std::string& text) {
        out_ += fmt::format("{}{}: {}\n", mark, key, text);
        mark = "    ";
      };
      if (!obstacle.id.empty()) line("id", yaml_text(obstacle.id));
      if (!obstacle.text.empty()) line("text", yaml_text(obstacle.text));
      std::string units;
      for (const std::string& unit : obstacle.units)
        units += (units.empty() ? "" : ", ") + yaml_text(unit);
      if (obstacle.units.size() == 1) line("unit", units);
      if (obstacle.units.size() > 1) line("units", "[" + units + "]");
      line("holds", "[" + indicator_list(instrument_, obstacle.holds) + "]");
      line("at", exact_text(obstacle.at));
      if (obstacle.effort) line("effort", exact_text(*obstacle.effort));
    }
  }

  void list(const std::string& indent, const char* one, const char* many,
            const std::vector<std::string>& values) {
    if (values.empty()) return;
    if (values.size() == 1) {
      out_ += indent + one + ": " + yaml_text(values.front()) + "\n";
      return;
    }
    std::string items;
    for (const std::string& value : values) {
      items += (items.empty() ? "" : ", ") + yaml_text(value);
    }
    out_ += indent + many + ": [" + items + "]\n";
  }

  static std::string with_comment(std::string line, const std::string& comment) {
    line.append(std::max(kCommentColumn, line.size() + 2) - line.size(), ' ');
    return line + "# " + comment + "\n";
  }

  const Instrument& instrument_;
  const SkeletonOptions& options_;
  const Assessment* previous_ = nullptr;  // with the same instrument
  std::string out_;
};

}  // namespace

std::string skeleton(const Instrument& instrument, const SkeletonOptions& options) {
  return Skeleton(instrument, options).draw();
}

}  // namespace spbe
