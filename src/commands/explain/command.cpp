#include <algorithm>
#include <memory>

#include "cli/arguments.hpp"
#include "cli/input.hpp"
#include "cli/output.hpp"
#include "cli/selection.hpp"
#include "commands/commands.hpp"
#include "commands/explain/report.hpp"
#include "document/nearest.hpp"
#include "document/schema.hpp"

namespace spbe {

namespace {

struct ExplainOptions {
  std::vector<std::string> words;  // FILE, and maybe ID
  std::string rules;
  std::string unit;
  bool checklist = false;
  std::string assume;
};

class Explain {
 public:
  Explain(Session& session, const CommonOptions& common, const ExplainOptions& options)
      : context_(session, common), options_(options) {}

  Status run() {
    const Catalog* catalog = context_.catalog();
    if (catalog == nullptr) return Status::bad_input;
    auto assessment = read_one(context_, *catalog, options_.words.front());
    if (!assessment) return Status::bad_input;
    if (!assume_in(context_, *assessment, options_.assume)) return Status::bad_input;
    const Evaluation evaluation = evaluate(std::move(*assessment));
    const Instrument& instrument = *evaluation.assessment.instrument;
    ExplainReport report;
    report.evaluation = &evaluation;
    std::vector<ComponentIndex> indicators;
    if (options_.words.size() > 1) {
      // A domain or aspect is explained whole; of anything else, each indicator.
      report.component = instrument.find(options_.words[1]);
      const bool whole =
          report.component != kNoComponent && !instrument.at(report.component).is_indicator();
      if (!whole) indicators = instrument.indicators_named(options_.words[1]);
      if (!whole && indicators.empty()) return unknown(instrument, options_.words[1]);
    }
    const auto rules = choose_rules(context_, evaluation.assessment, options_.rules);
    if (!rules) return Status::bad_input;
    report.rules = *rules;
    if (options_.checklist) return checklist(report);
    if (context_.options().format == "csv") {
      context_.complain("only-together", {"--format csv", "--checklist"});
      return Status::bad_input;
    }
    Output output(context_);
    output.write(indicators.empty() ? formula(report) : each(report, indicators));
    return output.finish(Status::done);
  }

 private:
  Status unknown(const Instrument& instrument, const std::string& word) {
    std::vector<std::string> names;
    for (const Component& c : instrument.components) {
      names.push_back(c.slug.empty() ? c.key : c.slug);
    }
    Diagnostics diagnostics;
    Diagnostic& error =
        diagnostics.error("unknown-component-option", command_line(), {word, instrument.name});
    suggest_nearest(error, word, names);
    context_.print(diagnostics);
    return Status::bad_input;
  }

  Status checklist(ExplainReport& report) {
    const Assessment& assessment = report.evaluation->assessment;
    const auto criteria = criteria_of(*assessment.instrument);
    if (criteria) report.criteria = &*criteria;
    const auto evidence = evidence_of(*assessment.instrument);
    if (evidence) report.evidence = &*evidence;
    std::vector<std::string> units;
    for (const Details& details : assessment.details) {
      units.insert(units.end(), details.units.begin(), details.units.end());
    }
    std::ranges::sort(units);
    units.erase(std::unique(units.begin(), units.end()), units.end());
    if (!options_.unit.empty() && std::ranges::find(units, options_.unit) == units.end()) {
      Diagnostics diagnostics;
      Diagnostic& error =
          diagnostics.error("unknown-unit", command_line(), {options_.unit, join(units, ", ")});
      suggest_nearest(error, options_.unit, units);
      context_.print(diagnostics);
      return Status::bad_input;
    }
    Output output(context_);
    output.write(drawn_checklist(report));
    return output.finish(Status::done);
  }

  std::string drawn_checklist(const ExplainReport& report) const {
    const std::string& format = context_.options().format;
    const Language language = context_.language();
    if (format == "json") return checklist_json(report, options_.unit);
    if (format == "csv") return checklist_csv(report, options_.unit, language, context_.csv());
    if (format != "xlsx") return context_.drawn(checklist_page(report, options_.unit, language));
    page::Page sheet{language};
    sheet.add({checklist_table(report, options_.unit, language)});
    return context_.drawn(sheet);
  }

  // One page, or in JSON one document; of several indicators a list of documents.
  std::string each(ExplainReport& report, const std::vector<ComponentIndex>& indicators) const {
    const Instrument& instrument = *report.evaluation->assessment.instrument;
    const auto criteria = criteria_of(instrument);
    if (criteria) report.criteria = &*criteria;
    const auto evidence = evidence_of(instrument);
    if (evidence) report.evidence = &*evidence;
    Json documents = Json::array();
    page::Page all{context_.language()};
    const bool json = context_.options().format == "json";
    for (const ComponentIndex i : indicators) {
      report.component = i;
      if (json) {
        documents.push_back(indicator_json(report));
        continue;
      }
      for (page::Block& block : indicator_page(report, context_.language()).blocks)
        all.add(std::move(block));
    }
    if (json) return dump(documents.size() == 1 ? documents.front() : documents);
    return context_.drawn(all);
  }

  std::string formula(ExplainReport& report) {
    Diagnostics diagnostics;
    report.barriers = find_barriers(report.evaluation->assessment, report.rules, diagnostics);
    context_.print(diagnostics);
    const std::string& format = context_.options().format;
    if (format == "json") return explain_json(report);
    return context_.drawn(explain_page(report, context_.language()));
  }

  Context context_;
  const ExplainOptions& options_;
};

}  // namespace

Command explain_command() {
  const auto options = std::make_shared<ExplainOptions>();
  Command command;
  command.name = "explain";
  command.summary = {"Show how the index comes about, or what one indicator needs next.",
                     "Tunjukkan asal-usul indeks, atau apa yang diperlukan satu indikator."};
  command.examples = {
      "The prerequisites are those of the guide in force in the year after, else of the\n"
      "newest before it. They are advice, never part of the formula.\n\n"
      "Examples:\n"
      "  spbe-index explain 2023.yaml\n"
      "  spbe-index explain 2023.yaml tata-kelola\n"
      "  spbe-index explain 2023.yaml 12\n"
      "  spbe-index explain 2023.yaml --checklist --unit Bappeda\n"
      "  spbe-index explain 2023.yaml --checklist -o checklist.xlsx\n"
      "  spbe-index explain 2023.yaml 21-31",
      "Prasyarat diambil dari pedoman yang berlaku pada tahun berikutnya, atau yang terbaru\n"
      "sebelumnya. Prasyarat adalah anjuran, bukan bagian dari rumus.\n\n"
      "Contoh:\n"
      "  spbe-index explain 2023.yaml\n"
      "  spbe-index explain 2023.yaml tata-kelola\n"
      "  spbe-index explain 2023.yaml 12\n"
      "  spbe-index explain 2023.yaml --checklist --unit Bappeda\n"
      "  spbe-index explain 2023.yaml --checklist -o daftar.xlsx\n"
      "  spbe-index explain 2023.yaml 21-31"};
  command.options = {
      {"--checklist",
       &options->checklist,
       {"what the next levels ask for, by unit",
        "yang diminta tingkat berikutnya, per perangkat daerah"},
       "",
       {},
       false},
      {"--unit",
       &options->unit,
       {"with --checklist: only of this unit", "dengan --checklist: hanya perangkat daerah ini"},
       "NAME",
       {},
       false},
      {"--rules",
       &options->rules,
       {"edition of the prerequisites, or none", "edisi prasyarat, atau none"},
       "ID",
       {},
       false},
      {"--assume",
       &options->assume,
       {"unknown levels count as low, high or N",
        "tingkat yang tidak diketahui dianggap: low, high, N"},
       "LEVEL",
       {},
       false}};
  command.positionals = {{"FILE [ID]",
                          &options->words,
                          {"an assessment; a domain, aspect or indicator, or 11-13, all",
                           "penilaian; domain, aspek, atau indikator; 11-13, all"},
                          1,
                          2}};
  command.formats = {"text", "json", "csv", "markdown", "xlsx"};
  command.run = [options](Session& session, const CommonOptions& common) {
    return Explain(session, common, *options).run();
  };
  return command;
}

}  // namespace spbe
