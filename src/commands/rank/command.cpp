#include <algorithm>
#include <memory>

#include "cli/arguments.hpp"
#include "cli/input.hpp"
#include "cli/output.hpp"
#include "commands/commands.hpp"
#include "commands/rank/report.hpp"
#include "document/nearest.hpp"
#include "document/schema.hpp"

namespace spbe {

namespace {

constexpr int kMostRows = 999'999;

struct RankCommandOptions {
  std::vector<std::string> files;
  std::vector<std::string> where;
  std::vector<std::string> by;
  std::optional<std::string> year;
  std::optional<std::string> top;
  std::string sort;
  bool domains = false;
  bool summary = false;
};

const std::vector<std::string> kFields = {"kind", "province", "stage", "category", "institution"};

void wrong_choice(Diagnostics& diagnostics, const std::string& flag, const std::string& word,
                  const std::vector<std::string>& choices) {
  Diagnostic& error =
      diagnostics.error("bad-choice", command_line(), {flag, word, join(choices, ", ")});
  suggest_nearest(error, word, choices);
}

class RankCommand {
 public:
  RankCommand(Session& session, const CommonOptions& common, const RankCommandOptions& options)
      : context_(session, common), options_(options) {}

  Status run() {
    if (!read_options()) return Status::bad_input;
    const Catalog* catalog = context_.catalog();
    if (catalog == nullptr) return Status::bad_input;
    bool fine = map_all(
        context_, *catalog, options_.files,
        [](Assessment&& assessment) { return summarize(assessment, compute(assessment)); },
        [&](Summary&& summary) { all_.push_back(std::move(summary)); });
    if (all_.empty()) return fine ? Status::done : Status::bad_input;
    if (!read_sort()) return Status::bad_input;
    const Ranking ranking = rank(all_, chosen_);
    fine = report_twice(ranking) && fine;
    if (ranking.groups.empty()) {
      report_nothing(ranking);
      return Status::bad_input;
    }
    Output output(context_);
    // What the order goes by is shown.
    const bool by_domain = !chosen_.sort.empty() && chosen_.sort != "change";
    const RankReport report{&ranking, top_, options_.domains || by_domain, options_.summary,
                            chosen_.sort == "change"};
    output.write(draw(report));
    warn_of_order(report);
    return output.finish(fine ? Status::done : Status::bad_input);
  }

 private:
  bool read_options() {
    Diagnostics diagnostics;
    for (const std::string& word : split_list(options_.by)) {
      if (word == "kind") {
        chosen_.by_kind = true;
      } else if (word == "province") {
        chosen_.by_province = true;
      } else {
        wrong_choice(diagnostics, "--by", word, {"kind", "province"});
      }
    }
    for (const std::string& condition : options_.where) read_condition(condition, diagnostics);
    if (options_.year) {
      chosen_.year = whole_number({"--year", *options_.year, kFirstYear, kLastYear}, diagnostics);
    }
    if (options_.top) {
      top_ = static_cast<std::size_t>(
          whole_number({"--top", *options_.top, 1, kMostRows}, diagnostics).value_or(0));
    }
    return !context_.print(diagnostics);
  }

  // "change", or a domain of an instrument that the files are rated with.
  bool read_sort() {
    if (options_.sort.empty() || options_.sort == "index") return true;
    std::vector<std::string> choices = {"index", "change"};
    for (const Summary& s : all_) {
      for (const ComponentIndex root : s.instrument->roots) {
        const std::string& id = s.instrument->at(root).id;
        if (std::ranges::find(choices, id) == choices.end()) choices.push_back(id);
      }
    }
    chosen_.sort = options_.sort;
    if (std::ranges::find(choices, chosen_.sort) != choices.end()) return true;
    Diagnostics diagnostics;
    wrong_choice(diagnostics, "--sort", options_.sort, choices);
    context_.print(diagnostics);
    return false;
  }

  void read_condition(const std::string& condition, Diagnostics& diagnostics) {
    const std::size_t equals = condition.find('=');
    if (equals == std::string::npos) {
      diagnostics.error("bad-condition", command_line(), {condition});
      return;
    }
    const std::string name = trimmed(condition.substr(0, equals));
    if (const auto field = rank_field(name)) {
      chosen_.filters.push_back({*field, split_list({condition.substr(equals + 1)})});
    } else {
      wrong_choice(diagnostics, "--where", name, kFields);
    }
  }

  // Pages have a remark.
  void warn_of_order(const RankReport& report) {
    const std::string& format = context_.options().format;
    const bool data = format == "csv" || format == "json" || format == "jsonl";
    if (!data || !sorts_by_nothing(report)) return;
    Diagnostics diagnostics;
    diagnostics.warning("no-change-known", command_line()).suggest("give-both-years");
    context_.print(diagnostics);
  }

  // The first of two results of one institution, year and stage is ranked.
  bool report_twice(const Ranking& ranking) {
    Diagnostics diagnostics;
    for (const auto& [first, second] : ranking.twice) {
      diagnostics.error("result-twice", {second->label},
                        {second->institution, std::to_string(second->year), first->label});
    }
    return !context_.print(diagnostics);
  }

  void report_nothing(const Ranking& ranking) {
    Diagnostics diagnostics;
    if (ranking.year == 0) {
      std::vector<std::string> years;
      for (const Summary& s : all_) {
        if (s.kind == InstitutionKind::mean) continue;
        const std::string year = std::to_string(s.year);
        if (std::ranges::find(years, year) == years.end()) years.push_back(year);
      }
      std::ranges::sort(years);
      if (years.empty()) {
        diagnostics.error("only-means", command_line());
      } else {
        diagnostics.error("no-result-of-year", command_line(),
                          {std::to_string(*chosen_.year), join(years, ", ")});
      }
      context_.print(diagnostics);
      return;
    }
    Diagnostic& error =
        diagnostics.error("nothing-to-rank", command_line(), {std::to_string(ranking.year)});
    if (const auto near = nearest_value(ranking.year)) error.suggest("did-you-mean", {*near});
    context_.print(diagnostics);
  }

  // "province=Lampung" for a condition that no institution meets.
  std::optional<std::string> nearest_value(int year) const {
    for (const RankFilter& filter : chosen_.filters) {
      const bool met = std::ranges::any_of(
          all_, [&](const Summary& s) { return s.year == year && filter.holds(s); });
      if (met) continue;
      std::vector<std::string> values;
      for (const Summary& s : all_) {
        if (filter.field == RankField::kind) values.emplace_back(to_string(s.kind));
        if (filter.field == RankField::province) values.push_back(s.province);
        if (filter.field == RankField::stage) values.emplace_back(to_string(s.stage));
        if (filter.field == RankField::institution) values.push_back(s.institution);
        if (filter.field != RankField::category) continue;
        for (const Category& c : s.instrument->categories) values.push_back(c.name);
      }
      std::ranges::sort(values);
      values.erase(std::unique(values.begin(), values.end()), values.end());
      std::erase(values, "");
      // A category is a value that nobody may have.
      const std::string& value = filter.values.front();
      if (std::ranges::find(values, value) != values.end()) continue;
      if (const auto near = nearest_name(value, values)) {
        return std::string(to_string(filter.field)) + "=" + *near;
      }
    }
    return std::nullopt;
  }

  std::string draw(const RankReport& report) const {
    const std::string& format = context_.options().format;
    if (format == "json") return rank_json(report);
    if (format == "jsonl") return rank_lines(report);
    if (format == "csv") return rank_csv(report, context_.csv());
    return context_.drawn(rank_page(report, context_.language()));
  }

  Context context_;
  const RankCommandOptions& options_;
  RankOptions chosen_;
  std::size_t top_ = 0;
  std::vector<Summary> all_;
};

std::vector<Option> rank_options(RankCommandOptions& options) {
  return {
      {"--where",
       &options.where,
       {"only where field=value,value holds", "hanya yang memenuhi kunci=nilai,nilai"},
       "FIELD=VALUE",
       {},
       false},
      {"--by",
       &options.by,
       {"a table for each: kind, province", "satu tabel untuk tiap: kind, province"},
       "FIELD",
       {},
       false},
      {"--top",
       &options.top,
       {"only the first N of each table", "hanya N teratas dari tiap tabel"},
       "N",
       {},
       false},
      {"--sort",
       &options.sort,
       {"order by: index, change, or a domain (D1)", "urutkan menurut: index, change, domain (D1)"},
       "WHAT",
       {},
       false},
      {"--domains",
       &options.domains,
       {"a column for each domain", "satu kolom untuk tiap domain"},
       "",
       {},
       false},
      {"--summary",
       &options.summary,
       {"one row for each group of --by", "satu baris untuk tiap kelompok --by"},
       "",
       {},
       false},
      {"--year",
       &options.year,
       {"the year (the latest with many results unless given)",
        "tahun (bila tidak disebut: yang terakhir dengan banyak hasil)"},
       "YEAR",
       {},
       false}};
}

}  // namespace

Command rank_command() {
  const auto options = std::make_shared<RankCommandOptions>();
  Command command;
  command.name = "rank";
  command.summary = {"Rank many institutions by their exact index.",
                     "Urutkan banyak instansi menurut indeks eksaknya."};
  command.examples = {
      "Fields of --where: kind, province, stage, category, institution. Each --where\n"
      "must hold; of its values any will do. ▲3: three places gained since the year before,\n"
      "among those with a result of both years.\n"
      "Examples:\n"
      "  spbe-index rank assessments/\n"
      "  spbe-index rank --where kind=kabupaten,kota --where province=Lampung 2023/\n"
      "  spbe-index rank --by kind --top 10 2022/ 2023/\n"
      "  spbe-index rank --sort change --domains 2022/ 2023/\n"
      "  spbe-index rank --by kind,province --summary 2023/\n"
      "  spbe-index rank --format csv assessments/ > ranking.csv",
      "Kunci untuk --where: kind, province, stage, category, institution. Setiap --where\n"
      "harus terpenuhi; salah satu nilainya sudah cukup. ▲3: naik tiga peringkat dari tahun\n"
      "sebelumnya, di antara instansi yang memiliki hasil kedua tahun.\n"
      "Contoh:\n"
      "  spbe-index rank penilaian/\n"
      "  spbe-index rank --where kind=kabupaten,kota --where province=Lampung 2023/\n"
      "  spbe-index rank --by kind --top 10 2022/ 2023/\n"
      "  spbe-index rank --sort change --domains 2022/ 2023/\n"
      "  spbe-index rank --by kind,province --summary 2023/\n"
      "  spbe-index rank --format csv penilaian/ > peringkat.csv"};
  command.options = rank_options(*options);
  command.positionals = {
      {"FILE...",
       &options->files,
       {"assessments: files, folders, or -", "penilaian: berkas, folder, atau -"},
       1,
       0}};
  command.formats = {"text", "json", "jsonl", "csv", "markdown", "xlsx"};
  command.many_files = true;
  command.leaves_plans = true;
  command.run = [options](Session& session, const CommonOptions& common) {
    return RankCommand(session, common, *options).run();
  };
  return command;
}

}  // namespace spbe
