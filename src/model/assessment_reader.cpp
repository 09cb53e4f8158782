#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "document/nearest.hpp"
#include "document/schema.hpp"
#include "document/yaml_reader.hpp"
#include "model/instrument_parts.hpp"
#include "model/misread_file.hpp"
#include "model/score_reader.hpp"
#include "model/target_reader.hpp"
#include "model/words.hpp"
#include "spbe/model/assessment.hpp"

namespace spbe {

namespace {

const std::vector<std::string> kTopKeys = {
    "institution", "id",          "year",   "instrument", "kind",    "province",  "stage",
    "source",      "effort_unit", "scores", "published",  "targets", "obstacles", "waive"};

// What Indonesian teams write for our keys.
constexpr KeySynonym kIndonesianKeys[] = {{"institusi", "institution"},
                                          {"instansi", "institution"},
                                          {"kode", "id"},
                                          {"tahun", "year"},
                                          {"instrumen", "instrument"},
                                          {"jenis", "kind"},
                                          {"provinsi", "province"},
                                          {"tahap", "stage"},
                                          {"tahapan", "stage"},
                                          {"sumber", "source"},
                                          {"nilai", "scores"},
                                          {"skor", "scores"},
                                          {"penilaian", "scores"},
                                          {"indikator", "scores"},
                                          {"terpublikasi", "published"},
                                          {"hambatan", "obstacles"},
                                          {"kendala", "obstacles"},
                                          {"pengecualian", "waive"},
                                          {"satuan_upaya", "effort_unit"},
                                          {"tingkat", "level"},
                                          {"nilai", "level"},
                                          {"opd", "unit"},
                                          {"perangkat_daerah", "unit"},
                                          {"pengampu", "unit"},
                                          {"upaya", "effort"},
                                          {"catatan", "note"},
                                          {"bukti", "evidence"},
                                          {"data_dukung", "evidence"},
                                          {"menahan", "holds"},
                                          {"teks", "text"},
                                          {"indeks", "index"},
                                          {"predikat", "category"},
                                          {"kategori", "category"},
                                          {"aspek", "aspects"},
                                          {"aturan", "rule"},
                                          {"sampai", "until"},
                                          {"alasan", "reason"}};

constexpr std::size_t kMostEntries = 200;  // obstacles, and waivers

class AssessmentReader {
 public:
  AssessmentReader(const Document& document, const Catalog& catalog, Diagnostics& diagnostics)
      : schema_(document, diagnostics), document_(document), catalog_(catalog) {
    schema_.know_synonyms(kIndonesianKeys);
  }

  std::optional<Assessment> read() {
    const std::size_t errors_before = schema_.diagnostics().errors();
    const Node& root = document_.root();
    if (is_other_content(schema_, root, kTopKeys)) return std::nullopt;
    assessment_.source = document_.shared_source();
    const auto at_margin = scores_at_margin(schema_, root, catalog_);
    scores_reported_ = !at_margin.empty();
    schema_.allow_keys(root, kTopKeys, at_margin);
    read_header(root);
    read_instrument_of(root);
    if (assessment_.instrument) {
      read_body(root);
    } else {
      read_body_by_likeliest(root);
    }
    if (schema_.diagnostics().errors() != errors_before || document_.faulty()) return std::nullopt;
    return std::move(assessment_);
  }

 private:
  void read_header(const Node& root) {
    if (const Node* node = schema_.require(root, "institution")) {
      assessment_.institution_span = node->span;
      if (node->kind == Node::Kind::null) {
        // Not known yet. The file's name keeps it apart from others of which it is not known.
        const std::string& path = document_.source().name;
        assessment_.institution = path.substr(path.find_last_of("/\\") + 1);
        schema_.warning(*node, "institution-unnamed");
      } else {
        assessment_.institution = schema_.text(*node).value_or("");
      }
    }
    assessment_.id = schema_.text_or(root, "id");
    if (const Node* node = schema_.require(root, "year")) {
      if (const auto year = schema_.integer(*node, kFirstYear, kLastYear)) assessment_.year = *year;
      assessment_.year_span = node->span;
    }
    assessment_.kind = word_of<InstitutionKind>(root, "kind", known_kinds());
    if (const Node* node = document_.find(root, "stage"); node != nullptr && node->text == "self") {
      assessment_.stage = Stage::self;
    } else {
      assessment_.stage = word_of<Stage>(root, "stage", known_stages());
    }
    assessment_.effort_unit = schema_.text_or(root, "effort_unit");
    assessment_.province = schema_.text_or(root, "province");
    if (const Node* node = document_.find(root, "province")) assessment_.province_span = node->span;
    assessment_.origin = schema_.text_or(root, "source");
  }

  // `known` in the order of the values, without the unsaid one.
  template <class Word>
  Word word_of(const Node& root, std::string_view key, const std::vector<std::string>& known) {
    const Node* node = document_.find(root, key);
    if (node == nullptr) return Word::unsaid;
    return static_cast<Word>(schema_.one_of(*node, key, known));
  }

  void read_instrument_of(const Node& root) {
    const Node* node = document_.find(root, "instrument");
    if (node == nullptr) {
      if (assessment_.year == 0) return;
      assessment_.instrument = catalog_.for_year(assessment_.year);
      if (!assessment_.instrument) {
        schema_.error(*document_.find(root, "year"), "no-instrument-for-year",
                      {std::to_string(assessment_.year), join(catalog_.ids(), ", ")});
      }
      return;
    }
    const auto id = schema_.text(*node);
    if (!id) return;
    assessment_.instrument = catalog_.find(*id);
    if (!assessment_.instrument) {
      Diagnostic& error =
          schema_.error(*node, "unknown-instrument", {*id, join(catalog_.ids(), ", ")});
      schema_.suggest_nearest(error, *id, catalog_.ids());
      return;
    }
    const YearRange& years = assessment_.instrument->years;
    // Whoever plans into later years has been told by the plan.
    if (assessment_.stage == Stage::plan) return;
    if (assessment_.year == 0 || years.contains(assessment_.year)) return;
    const std::string last =
        years.last == YearRange::kOpenEnd ? std::string() : std::to_string(years.last);
    Diagnostic& warning =
        schema_.warning(*node, "instrument-year",
                        {assessment_.instrument->name, std::to_string(years.first) + "-" + last,
                         std::to_string(assessment_.year)});
    const std::string successor = assessment_.instrument->successor_in(assessment_.year);
    if (!successor.empty()) {
      warning.suggest("superseded-by", {successor});
    }
  }

  // When the head does not say which: by the one that fits the rest best, so that one run tells
  // what is wrong there as well. Where several fit equally, what is wrong by all of them.
  void read_body_by_likeliest(const Node& root) {
    std::vector<Diagnostics> best;
    std::string name;  // of the last of them
    for (const std::string& id : catalog_.ids()) {
      Diagnostics tried;
      AssessmentReader reader(document_, catalog_, tried);
      reader.assessment_.source = assessment_.source;
      reader.assessment_.instrument = catalog_.find(id);
      reader.scores_reported_ = scores_reported_;
      reader.read_body(root);
      if (!best.empty() && tried.errors() > best.front().errors()) continue;
      if (!best.empty() && tried.errors() < best.front().errors()) best.clear();
      best.push_back(std::move(tried));
      name = reader.assessment_.instrument->name;
    }
    if (best.empty()) return;
    bool told = false;
    for (Diagnostic one : best.back().list()) {
      const bool by_all =
          std::ranges::all_of(best, [&](const Diagnostics& other) { return other.says(one); });
      if (!by_all) continue;
      if (!told) one.note("read-by-likeliest", {name});
      told = true;
      schema_.diagnostics().take(one);
    }
  }

  void read_body(const Node& root) {
    assessment_.scores.resize(assessment_.instrument->components.size());
    if (const Node* scores = schema_.require(root, "scores")) {
      assessment_.scores_span = scores->key_span;
      if (scores->is_sequence()) {
        schema_.error(*scores, "scores-as-list", {name_of(*scores)}).suggest("leave-dashes-out");
      } else if (!scores_reported_ && schema_.is_mapping(*scores)) {
        read_scores(schema_, *scores, assessment_);
      }
    }
    if (const Node* node = document_.find(root, "published")) read_published(*node);
    if (const Node* node = document_.find(root, "targets")) {
      read_targets(schema_, *node, assessment_);
    }
    read_entries(root, "obstacles", [this](const Node& item) { read_obstacle(item); });
    read_entries(root, "waive", [this](const Node& item) { read_waiver(item); });
  }

  // The list under `key`. What looks at every pair of its entries is to stay quick.
  template <class Read>
  void read_entries(const Node& root, std::string_view key, const Read& read) {
    const Node* node = document_.find(root, key);
    if (node == nullptr || !schema_.is_sequence(*node)) return;
    std::size_t count = 0;
    for (const Node& item : document_.children(*node)) {
      if (++count > kMostEntries) {
        schema_.error(item, "too-many-entries", {std::string(key), std::to_string(kMostEntries)});
        return;
      }
      read(item);
    }
  }

  void read_published(const Node& node) {
    if (!schema_.is_mapping(node)) return;
    schema_.allow_keys(node, {"index", "category", "domains", "aspects"});
    if (const Node* index = document_.find(node, "index")) {
      assessment_.published.index = read_published_number(schema_, *index);
    }
    if (const Node* category = document_.find(node, "category")) {
      read_published_category(*category);
    }
    read_published_components(node, "domains", ComponentKind::domain);
    read_published_components(node, "aspects", ComponentKind::aspect);
  }

  void read_published_category(const Node& node) {
    const auto word = schema_.text(node);
    if (!word) return;
    const auto found = assessment_.instrument->find_category(*word);
    if (found) {
      assessment_.published.category = assessment_.instrument->categories[*found].name;
      assessment_.published.category_span = node.span;
      return;
    }
    std::vector<std::string> names;
    for (const Category& c : assessment_.instrument->categories) names.push_back(c.name);
    Diagnostic& error = schema_.error(node, "unknown-word", {"category", *word, join(names, ", ")});
    schema_.suggest_nearest(error, *word, names);
  }

  void read_published_components(const Node& published, std::string_view key, ComponentKind kind) {
    const Node* node = document_.find(published, key);
    if (node == nullptr || !schema_.is_mapping(*node)) return;
    const Instrument& instrument = *assessment_.instrument;
    std::map<ComponentIndex, const Node*> seen;
    for (const Node& child : document_.children(*node)) {
      const ComponentIndex index = instrument.find(child.key);
      if (index == kNoComponent || instrument.at(index).kind != kind) {
        std::vector<std::string> names;
        for (const Component& c : instrument.components) {
          if (c.kind == kind) names.push_back(c.slug.empty() ? c.id : c.slug);
        }
        Diagnostic& error =
            schema_.error_at_key(child, "unknown-key", {std::string(child.key), join(names, ", ")});
        if (schema_.diagnostics().lists(error) && !suggest_nearest(error, child.key, names))
          error.suggest("allowed-here", {join(names, ", ")});
        continue;
      }
      const auto [first, fresh] = seen.emplace(index, &child);
      if (!fresh) {
        Diagnostic& error =
            schema_.error_at_key(child, "component-twice", {instrument.at(index).id});
        schema_.point_to(error, "first-given-here", first->second->key_span);
        continue;
      }
      if (const auto number = read_published_number(schema_, child)) {
        assessment_.published.components.emplace_back(index, *number);
      }
    }
  }

  void read_obstacle(const Node& node) {
    if (!schema_.is_mapping(node)) return;
    schema_.allow_keys(node, {"id", "text", "unit", "units", "holds", "at", "effort"});
    const Instrument& instrument = *assessment_.instrument;
    Obstacle obstacle;
    obstacle.span = node.span;
    if (const Node* id = schema_.require(node, "id")) {
      obstacle.id = schema_.text(*id).value_or("");
      obstacle.span = id->span;
      const auto [first, fresh] = obstacle_places_.emplace(obstacle.id, id->span);
      if (!fresh) {
        Diagnostic& error = schema_.error(*id, "obstacle-twice", {obstacle.id});
        schema_.point_to(error, "first-given-here", first->second);
      }
    }
    obstacle.text = schema_.text_or(node, "text", obstacle.id);
    for (const std::string_view key : {"unit", "units"}) {
      if (const Node* units = document_.find(node, key)) {
        for (std::string& unit : schema_.texts(*units)) obstacle.units.push_back(std::move(unit));
      }
    }
    if (const Node* holds = schema_.require(node, "holds")) {
      obstacle.holds = read_indicator_set(schema_, *holds, instrument);
      obstacle.holds_span = holds->span;
    }
    const ComponentIndex sample =
        obstacle.holds.empty() ? instrument.indicators.front() : obstacle.holds.front();
    const Scale& scale = instrument.scale_of(sample);
    obstacle.at = Ratio(scale.low);
    if (const Node* at = document_.find(node, "at")) {
      if (const auto level = schema_.integer(*at, scale.low, scale.high)) {
        obstacle.at = Ratio(*level);
      }
    }
    if (const Node* effort = document_.find(node, "effort")) {
      obstacle.effort = schema_.amount(*effort);
      if (obstacle.effort && *obstacle.effort < Ratio(0)) {
        schema_.error(*effort, "negative-effort", {excerpt(document_, *effort)});
      }
    }
    assessment_.obstacles.push_back(std::move(obstacle));
  }

  void read_waiver(const Node& node) {
    if (!schema_.is_mapping(node)) return;
    schema_.allow_keys(node, {"rule", "indicators", "until", "reason", "owner"});
    Waiver waiver;
    waiver.span = node.span;
    if (const Node* rule = schema_.require(node, "rule")) {
      waiver.rule = schema_.text(*rule).value_or("");
      waiver.span = rule->span;
    }
    if (const Node* indicators = document_.find(node, "indicators")) {
      waiver.indicators = read_indicator_set(schema_, *indicators, *assessment_.instrument);
    }
    if (const Node* until = schema_.require(node, "until")) {
      const std::string text = schema_.text(*until).value_or("");
      if (const auto date = parse_date(text)) {
        waiver.until = *date;
      } else if (!text.empty()) {
        schema_.error(*until, "bad-date", {text});
      }
    }
    if (const Node* reason = schema_.require(node, "reason")) {
      waiver.reason = schema_.text(*reason).value_or("");
    }
    waiver.owner = schema_.text_or(node, "owner");
    assessment_.waivers.push_back(std::move(waiver));
  }

  Schema schema_;
  const Document& document_;
  const Catalog& catalog_;
  Assessment assessment_;
  std::map<std::string, Span> obstacle_places_;
  bool scores_reported_ = false;
};

}  // namespace

void read_assessments(const std::shared_ptr<const Source>& source, const Catalog& catalog,
                      Diagnostics& diagnostics, const AssessmentReceiver& receive) {
  if (is_no_assessment(*source, diagnostics)) return;
  // Whether a document is the only one is known when the next one comes, or none.
  std::optional<Assessment> held;
  const auto pass_on = [&] {
    if (held) receive(std::move(*held));
    held.reset();
  };
  read_yaml(source, diagnostics, [&](const Document& document) {
    if (held && document.number() == 2) held->document = 1;
    pass_on();
    held = AssessmentReader(document, catalog, diagnostics).read();
    if (held && document.number() > 1) held->document = document.number();
  });
  pass_on();
}

std::optional<Assessment> read_assessment(const std::shared_ptr<const Source>& source,
                                          const Catalog& catalog, Diagnostics& diagnostics) {
  std::optional<Assessment> only;
  std::size_t count = 0;
  read_assessments(source, catalog, diagnostics, [&](Assessment&& assessment) {
    if (count++ == 0) only = std::move(assessment);
  });
  if (count > 1) {
    diagnostics.error("more-than-one-assessment", source->whole(), {std::to_string(count)});
    return std::nullopt;
  }
  if (diagnostics.has_errors()) return std::nullopt;
  return only;
}

}  // namespace spbe
