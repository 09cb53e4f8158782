#include "render/skeleton.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "document/yaml_text.hpp"
#include "render/messages.hpp"

namespace spbe {

namespace {

constexpr std::size_t kCommentColumn = 14;

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
    return std::move(out_);
  }

 private:
  std::string_view tr(const Words& words) const { return say(options_.language, words); }

  void comments() {
    out_ += fmt::format("# {} {} · {}\n", printable(instrument_.index_name), options_.year,
                        printable(instrument_.name));
    out_ += tr(
        {"# Put the level after each number; leave out, or comment out with #, what is not known.\n"
         "# Instead of 'n: 3' an indicator may be written with more:\n"
         "#   n: {level: 3, unit: Bappeda, target: 4, note: ..., evidence: [...]}\n",
         "# Isi tingkat setelah setiap nomor; hapus, atau beri # di depan, yang belum diketahui.\n"
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
    if (options_.from != nullptr && previous_ == nullptr) {
      out_ += fill(tr({"# {0} was rated with {1}; units and notes are not carried over.\n",
                       "# {0} dinilai dengan {1}; unit dan catatan tidak disalin.\n"}),
                   {std::to_string(options_.from->year), options_.from->instrument->name});
    }
  }

  void header() {
    const Assessment* from = options_.from;
    std::string institution = options_.institution;
    if (institution.empty() && from != nullptr) institution = from->institution;
    if (institution.empty()) {
      out_ += fmt::format("institution:    # {}\n", tr({"name", "nama instansi"}));
    } else {
      out_ += "institution: " + yaml_text(institution) + "\n";
    }
    out_ += fmt::format("year: {}\ninstrument: {}\n", options_.year, yaml_text(instrument_.id));
    if (from != nullptr && !from->kind.empty()) {
      out_ += "kind: " + from->kind + "\n";
    } else {
      out_ += "#kind: kabupaten    # kementerian, lpnk, lembaga, provinsi, kabupaten, kota\n";
    }
    if (from != nullptr && !from->province.empty()) {
      out_ += "province: " + yaml_text(from->province) + "\n";
    } else {
      out_ += "#province: Nusa Tenggara Timur\n";
    }
    out_ += "#stage: self        # self, verified, final\n";
  }

  void component(ComponentIndex index) {
    const Component& c = instrument_.at(index);
    const std::string indent(2 * c.depth + 2, ' ');
    if (c.is_indicator()) {
      indicator(index, indent);
      return;
    }
    out_ += fmt::format("{}{}:  # {} {}, {}%\n", indent, c.slug.empty() ? c.id : c.slug, c.id,
                        printable(c.name), decimal(c.weight));
    for (const ComponentIndex child : c.children) component(child);
  }

  void indicator(ComponentIndex index, const std::string& indent) {
    const Component& c = instrument_.at(index);
    std::string comment = printable(c.name);
    const bool known = previous_ != nullptr && previous_->score(index).kind == Score::Kind::level;
    if (known) {
      comment = fmt::format("{}: {} · {}", previous_->year, decimal(previous_->score(index).level),
                            comment);
    }
    const Details* details = previous_ == nullptr ? nullptr : previous_->details_of(index);
    if (details == nullptr) {
      out_ += with_comment(indent + c.key + ":", comment);
      return;
    }
    out_ += with_comment(indent + c.key + ":", comment);
    const std::string inner = indent + "  ";
    out_ += inner + "level:\n";
    list(inner, "unit", "units", details->units);
    if (details->target) out_ += inner + "target: " + decimal(*details->target) + "\n";
    if (!details->effort.empty()) {
      std::string effort;
      for (const Ratio value : details->effort) {
        effort += (effort.empty() ? "" : ", ") + decimal(value);
      }
      out_ += inner + "effort: [" + effort + "]\n";
    }
    if (!details->note.empty()) out_ += inner + "note: " + yaml_text(details->note) + "\n";
    list(inner, "evidence", "evidence", details->evidence);
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
