#include <memory>
#include <utility>

#include "cli/arguments.hpp"
#include "cli/input.hpp"
#include "cli/output.hpp"
#include "cli/target.hpp"
#include "commands/certainty/report.hpp"
#include "commands/commands.hpp"

namespace spbe {

namespace {

struct CertaintyOptions {
  std::vector<std::string> files;
  std::string down = "0.1";
  std::string up = "0.02";
  std::vector<std::string> learn;
  std::string target;
};

class CertaintyCommand {
 public:
  CertaintyCommand(Session& session, const CommonOptions& common, const CertaintyOptions& options)
      : context_(session, common), options_(options) {}

  Status run() {
    const Catalog* catalog = context_.catalog();
    if (catalog == nullptr || !read_drift()) return Status::bad_input;
    auto assessment = read_one(context_, *catalog, options_.files.front());
    if (!assessment) return Status::bad_input;
    const Evaluation evaluation = evaluate(std::move(*assessment));
    const auto target = read_target(evaluation.result);
    if (!target) return Status::bad_input;
    report_.wanted = target->category;
    if (!options_.learn.empty() && !learn_from(*catalog, evaluation)) return Status::bad_input;
    const auto beliefs = beliefs_of(evaluation.assessment, report_.drift, report_.learnt);
    if (beliefs.empty()) return refuse(evaluation.assessment);
    const auto certainty = certainty_of(evaluation, beliefs, target->index);
    if (!certainty) {
      context_.complain("too-fine-for-certainty");
      return Status::bad_input;
    }
    report_.evaluation = &evaluation;
    report_.beliefs = &beliefs;
    report_.certainty = &*certainty;
    Output output(context_);
    output.write(draw());
    return output.finish(Status::done);
  }

 private:
  // Without a level nothing moves: a certainty of 100% would be no answer.
  Status refuse(const Assessment& assessment) {
    Diagnostics diagnostics;
    diagnostics.error("no-level-to-move", assessment.source->whole()).suggest("give-levels-first");
    context_.print(diagnostics);
    return Status::bad_input;
  }

  bool read_drift() {
    Diagnostics diagnostics;
    const auto chance = [&](const char* flag, const std::string& text) {
      const auto value = Ratio::parse(text);
      if (value && *value >= Ratio(0) && *value <= Ratio(1)) return *value;
      diagnostics.error("bad-chance", command_line(), {flag, text});
      return Ratio();
    };
    report_.drift = {chance("--down", options_.down), chance("--up", options_.up)};
    if (report_.drift.down + report_.drift.up > Ratio(1)) {
      diagnostics.error("chances-over-one", command_line());
    }
    return !context_.print(diagnostics);
  }

  std::optional<Target> read_target(const IndexResult& result) {
    if (options_.target.empty()) {
      const std::size_t keep = predikat_to_keep(result);
      return Target{keep, result.instrument->least_index(keep, result.basis)};
    }
    Diagnostics diagnostics;
    const auto target = choose_target(options_.target, result, result.basis, diagnostics);
    context_.print(diagnostics);
    return target;
  }

  bool learn_from(const Catalog& catalog, const Evaluation& evaluation) {
    std::vector<Assessment> sides[2];
    for (std::size_t side = 0; side < 2; ++side) {
      const bool fine = read_all(context_, catalog, {options_.learn.at(side)},
                                 [&](Assessment&& one) { sides[side].push_back(std::move(one)); });
      if (!fine) return false;
    }
    const Instrument& instrument = *evaluation.result.instrument;
    const auto pairs = pair_stages(sides[0], sides[1], instrument);
    if (pairs.empty()) {
      context_.complain("nothing-to-learn-from", {options_.learn[0], options_.learn[1]});
      return false;
    }
    report_.learnt = learn(pairs, instrument);
    report_.pairs = pairs.size();
    return true;
  }

  std::string draw() const {
    const std::string& format = context_.options().format;
    if (format == "json") return certainty_json(report_);
    if (format == "csv") return certainty_csv(report_, context_.csv());
    return context_.drawn(certainty_page(report_, context_.language()));
  }

  Context context_;
  const CertaintyOptions& options_;
  CertaintyReport report_;
};

constexpr Words kCertaintyHelp = {
    "An assessor may see a level otherwise. The probability of every index that can come\n"
    "about is exact, by convolution; nothing is sampled. How a level moves comes, in this\n"
    "order, from 'sure' in the file (0.8: with 0.2 it falls by one), from --learn, which\n"
    "counts what a later stage did to the same indicator, and from --down and --up. No\n"
    "level leaves its scale. Indicators are taken to move independently of each other.\n\n"
    "Examples:\n"
    "  spbe-index certainty 2024.yaml\n"
    "  spbe-index certainty 2024.yaml --down 0.2 --up 0\n"
    "  spbe-index certainty 2024.yaml --learn mandiri/ final/\n"
    "  spbe-index certainty 2024.yaml --target Baik --format json",
    "Asesor dapat memberi tingkat yang berbeda. Peluang setiap indeks yang mungkin dihitung\n"
    "secara eksak, dengan konvolusi, tanpa sampel acak. Perubahan tingkat diambil, menurut\n"
    "urutan ini, dari 'sure' dalam berkas (0.8 berarti turun satu tingkat dengan peluang\n"
    "0,2), dari --learn, yang mencatat perubahan indikator yang sama pada tahap berikutnya,\n"
    "lalu dari --down dan --up. Tidak ada tingkat yang keluar dari skalanya. Indikator\n"
    "dianggap berubah tanpa saling memengaruhi.\n\n"
    "Contoh:\n"
    "  spbe-index certainty 2024.yaml\n"
    "  spbe-index certainty 2024.yaml --down 0.2 --up 0\n"
    "  spbe-index certainty 2024.yaml --learn mandiri/ final/\n"
    "  spbe-index certainty 2024.yaml --target Baik --format json"};

std::vector<Option> options_of(CertaintyOptions& options) {
  Option learn = {"--learn",
                  &options.learn,
                  {"learn from the files of two stages", "pelajari dari hasil dua tahap"},
                  "EARLIER LATER",
                  {},
                  false};
  learn.values = 2;
  return {
      {"--down",
       &options.down,
       {"probability that a level falls by one (0.1 unless given)",
        "peluang tingkat turun satu (bila tidak disebut: 0,1)"},
       "P",
       {},
       false},
      {"--up",
       &options.up,
       {"probability that a level rises by one (0.02 unless given)",
        "peluang tingkat naik satu (bila tidak disebut: 0,02)"},
       "P",
       {},
       false},
      std::move(learn),
      {"--target",
       &options.target,
       {"category or index to keep or reach (the present category unless given)",
        "predikat atau indeks yang dipertahankan atau dituju (bila tidak disebut: predikat kini)"},
       "GOAL",
       {},
       false}};
}

}  // namespace

Command certainty_command() {
  const auto options = std::make_shared<CertaintyOptions>();
  Command command;
  command.name = "certainty";
  command.many_files = true;
  command.summary = {"Say how sure the category is when levels may fall or rise.",
                     "Tunjukkan seberapa pasti predikat bila tingkat dapat turun atau naik."};
  command.examples = kCertaintyHelp;
  command.options = options_of(*options);
  command.positionals = {
      {"FILE", &options->files, {"an assessment, or -", "penilaian, atau -"}, 1, 1}};
  command.formats = {"text", "json", "csv", "markdown", "xlsx"};
  command.run = [options](Session& session, const CommonOptions& common) {
    return CertaintyCommand(session, common, *options).run();
  };
  return command;
}

}  // namespace spbe
