#include <fmt/format.h>

#include <filesystem>
#include <memory>

#include "cli/arguments.hpp"
#include "cli/input.hpp"
#include "cli/output.hpp"
#include "cli/platform.hpp"
#include "cli/selection.hpp"
#include "commands/commands.hpp"
#include "commands/diff/folders.hpp"
#include "commands/diff/report.hpp"
#include "document/schema.hpp"
#include "render/style.hpp"
#include "render/wording.hpp"

namespace spbe {

namespace {

struct DiffOptions {
  std::vector<std::string> files;
  std::string by;  // empty: indicator
  std::string fail_on;
  std::string category_by;
  bool all = false;
  bool exit_code = false;
};

constexpr const char* kNoFile = "/dev/null";

// Arguments of git's external diff: path old-file old-hex old-mode new-file new-hex new-mode,
// and for a renamed file its new path and how alike the two are. A path with a merge conflict
// comes alone.
constexpr std::size_t kGitUnmerged = 1;
constexpr std::size_t kGitArguments = 7;
constexpr std::size_t kGitRename = 9;
constexpr std::size_t kGitOldFile = 1;
constexpr std::size_t kGitOldMode = 3;
constexpr std::size_t kGitNewFile = 4;
constexpr std::size_t kGitNewMode = 6;
constexpr std::size_t kGitNewPath = 7;

// "100644", or "." for a file that is not there.
bool is_git_mode(const std::string& word) {
  constexpr std::size_t kDigits = 6;
  return word == "." ||
         (word.size() == kDigits && word.find_first_not_of("01234567") == std::string::npos);
}

// Whoever proposes a change names its files, so when git runs us its words are never options:
// the last seven or nine, or the one of a path with a conflict, as the modes among them tell.
std::size_t git_words(const Environment& environment, const std::vector<std::string>& words) {
  if (!environment.git_external_diff || words.empty()) return 0;
  for (const std::size_t count : {kGitArguments, kGitRename}) {
    if (words.size() < count) continue;
    const std::string* const first = words.data() + (words.size() - count);
    if (is_git_mode(first[kGitOldMode]) && is_git_mode(first[kGitNewMode])) return count;
  }
  return kGitUnmerged;
}

class Diff {
 public:
  Diff(Session& session, const CommonOptions& common, const DiffOptions& options)
      : context_(session, common), options_(options) {}

  Status run() {
    const std::size_t count = options_.files.size();
    const bool by_git = context_.session().environment.git_external_diff;
    if (by_git && context_.options().output) return refuse("output-under-git");
    if (count == 2) return two_files();
    if (count == kGitArguments || count == kGitRename) return for_git();
    if (count == kGitUnmerged && by_git) return unmerged();
    Diagnostics diagnostics;
    Diagnostic& error =
        count == 1 ? diagnostics.error("missing-argument", command_line(), {"NEW", "diff"})
                   : diagnostics.error("diff-arguments", command_line(), {std::to_string(count)});
    error.suggest("see-help", {"diff"});
    context_.print(diagnostics);
    return Status::bad_input;
  }

 private:
  std::string tr(const Words& words) const { return std::string(say(context_.language(), words)); }

  // Both are read before giving up, so that one run tells all that is wrong.
  Status two_files() {
    const std::string& old_file = options_.files[0];
    const std::string& new_file = options_.files[1];
    if (old_file == "-" && new_file == "-") return refuse("stdin-twice");
    if (old_file == kNoFile && new_file == kNoFile) return refuse("nothing-to-compare");
    const Catalog* catalog = context_.catalog();
    if (catalog == nullptr) return Status::bad_input;
    if (is_folder(old_file) || is_folder(new_file)) return two_folders(*catalog);
    const bool old_fine = read(*catalog, old_file, from_);
    const bool new_fine = read(*catalog, new_file, to_);
    if (!old_fine || !new_fine) return Status::bad_input;
    const DiffReport difference = report();
    Output output(context_);
    write(output, difference);
    return output.finish(decide(difference));
  }

  // Each side is a folder, or a file of any number of assessments.
  Status two_folders(const Catalog& catalog) {
    if (!options_.by.empty()) return refuse("by-with-folders");
    std::vector<Evaluation> from;
    std::vector<Evaluation> to;
    const auto read_side = [&](const std::string& path, std::vector<Evaluation>& into) {
      if (path == kNoFile) return true;
      return map_all(
          context_, catalog, {path},
          [&](Assessment&& assessment) { return evaluate(std::move(assessment), basis()); },
          [&](Evaluation&& evaluation) { into.push_back(std::move(evaluation)); });
    };
    const bool old_fine = read_side(options_.files[0], from);
    const bool new_fine = read_side(options_.files[1], to);
    if (!old_fine && from.empty()) return Status::bad_input;
    if (!new_fine && to.empty()) return Status::bad_input;
    FolderDiff difference = diff_folders(from, to);
    difference.from_name = options_.files[0];
    difference.to_name = options_.files[1];
    difference.all = options_.all;
    Output output(context_);
    const std::string& format = context_.options().format;
    if (format == "json") {
      output.write(folders_json(difference));
    } else if (format == "csv") {
      output.write(folders_csv(difference, context_.csv()));
    } else {
      output.write(context_.drawn(folders_page(difference, context_.language())));
    }
    if (!old_fine || !new_fine) return output.finish(Status::bad_input);
    return output.finish(decide(difference));
  }

  Status decide(const FolderDiff& difference) {
    bool no = options_.exit_code && difference.differs();
    if (options_.fail_on.empty()) return no ? Status::answer_is_no : Status::done;
    const bool index = options_.fail_on == "fall";
    std::vector<std::string> fallen;
    for (const DiffReport& one : difference.institutions) {
      if (!one.comparison) continue;
      const bool fell =
          index ? one.comparison->index.high < Ratio(0)
                : one.to->result.categories.back() < one.from->result.categories.front();
      if (fell) fallen.push_back(one.to->assessment.institution);
    }
    if (!fallen.empty()) {
      const std::size_t count = fallen.size();
      constexpr std::size_t kNamed = 10;
      if (count > kNamed) {
        fallen.resize(kNamed);
        fallen.emplace_back("...");
      }
      context_.complain(index ? "indices-fell" : "categories-fell",
                        {std::to_string(count), join(fallen, ", ")});
      no = true;
    }
    return no ? Status::answer_is_no : Status::done;
  }

  static bool is_folder(const std::string& path) {
    std::error_code ignored;
    return path != "-" && std::filesystem::is_directory(platform::path_of(path), ignored);
  }

  std::optional<CategoryBasis> basis() const { return category_basis(options_.category_by); }

  Status refuse(const char* code) {
    context_.complain(code);
    return Status::bad_input;
  }

  bool read(const Catalog& catalog, const std::string& path, std::optional<Evaluation>& into) {
    if (path == kNoFile) return true;
    auto assessment = read_one(context_, catalog, path);
    if (assessment) into = evaluate(std::move(*assessment), basis());
    return assessment.has_value();
  }

  DiffReport report() const {
    DiffReport report(from_ ? &*from_ : nullptr, to_ ? &*to_ : nullptr);
    report.by = find_grouping(options_.by).value_or(Grouping::indicator);
    report.all = options_.all;
    return report;
  }

  void write(Output& output, const DiffReport& report) const {
    const std::string& format = context_.options().format;
    if (format == "json") {
      output.write(diff_json(report));
    } else if (format == "csv") {
      output.write(diff_csv(report, context_.csv()));
    } else {
      output.write(context_.drawn(diff_page(report, context_.language())));
    }
  }

  // Git ends with an error at any other status than 0, so there is none here, whatever the
  // files are; what is wrong with them is said on the error stream.
  Status for_git() {
    const Catalog* catalog = context_.catalog();
    const auto& args = options_.files;
    const bool renamed = args.size() == kGitRename;
    const std::string& path = args[0];
    const std::string& new_path = renamed ? args[kGitNewPath] : path;
    const bool old_fine = catalog != nullptr && read_blob(*catalog, args[kGitOldFile], path, from_);
    const bool new_fine =
        catalog != nullptr && read_blob(*catalog, args[kGitNewFile], new_path, to_);
    Output output(context_);
    const bool text = context_.options().format == "text";
    std::string name = printable(path);
    if (renamed) name += " → " + printable(new_path);
    if (text) output.write(paint(Ink::cyan, name, context_.style().color) + "\n");
    if (old_fine && new_fine && (from_ || to_)) {
      write(output, report());
    } else if (text) {
      output.write(
          tr({"No valid assessment on both sides; 'git diff --no-ext-diff' shows the text.",
              "Tidak ada penilaian yang sah di kedua sisi; 'git diff --no-ext-diff' menampilkan "
              "teksnya."}) +
          "\n");
    }
    if (text) output.write("\n");
    return output.finish(Status::done);
  }

  // Git hands over a temporary copy; messages call it by the path in the repository.
  bool read_blob(const Catalog& catalog, const std::string& file, const std::string& path,
                 std::optional<Evaluation>& into) {
    if (file == kNoFile) return true;
    Diagnostics diagnostics;
    std::optional<Assessment> assessment;
    // A file of that name, not standard input.
    const std::string name = file == "-" ? "./-" : file;
    if (const auto copy = read_source(name, context_.session(), diagnostics)) {
      const auto source = std::make_shared<const Source>(path, copy->text);
      assessment = read_assessment(source, catalog, diagnostics);
    }
    diagnostics.sort();
    if (context_.print(diagnostics) || !assessment) return false;
    into = evaluate(std::move(*assessment), basis());
    return true;
  }

  Status unmerged() {
    Output output(context_);
    output.write(printable(options_.files.front()) + ": " +
                 tr({"has a merge conflict", "memuat konflik penggabungan"}) + "\n");
    return output.finish(Status::done);
  }

  // --exit-code and --fail-on.
  Status decide(const DiffReport& difference) {
    const std::optional<Comparison>& comparison = difference.comparison;
    bool no = options_.exit_code && difference.differs();
    if (from_ && to_ && !options_.fail_on.empty()) {
      if (!comparison) {
        warn("fall-not-comparable");
      } else {
        no = (options_.fail_on == "fall" ? index_fell(comparison->index) : category_fell()) || no;
      }
    }
    return no ? Status::answer_is_no : Status::done;
  }

  void warn(const char* code) {
    Diagnostics diagnostics;
    diagnostics.warning(code, command_line(), {options_.fail_on});
    context_.print(diagnostics);
  }

  bool index_fell(const Interval& change) {
    if (change.high < Ratio(0)) {
      const auto exact = [&](const Interval& index) {
        if (index.exact()) return exact_number(context_.style(), index.low);
        return exact_number(context_.style(), index.low) + "–" +
               exact_number(context_.style(), index.high);
      };
      context_.complain("index-fell", {exact(from_->result.index), exact(to_->result.index)});
      return true;
    }
    if (change.low < Ratio(0)) warn("fall-not-certain");
    return false;
  }

  bool category_fell() {
    const auto& before = from_->result.categories;
    const auto& after = to_->result.categories;
    const Instrument& instrument = *to_->result.instrument;
    if (after.back() < before.front()) {
      context_.complain("category-fell",
                        {category_names(instrument, before), category_names(instrument, after)});
      return true;
    }
    const bool known = before.size() == 1 && after.size() == 1;
    // A change that surely is no fall leaves the category where it was, or higher.
    if (!known && after.front() < before.back() && compare(*from_, *to_).index.low < Ratio(0)) {
      warn("fall-not-certain");
    }
    return false;
  }

  Context context_;
  const DiffOptions& options_;
  std::optional<Evaluation> from_;
  std::optional<Evaluation> to_;
};

std::vector<Option> options_of(DiffOptions& options) {
  return {
      {"--by",
       &options.by,
       {"what has a row", "satu baris untuk tiap"},
       "WHAT",
       {"domain", "aspect", "indicator", "unit"},
       false},
      {"--all",
       &options.all,
       {"also what did not change", "sertakan yang tidak berubah"},
       "",
       {},
       false},
      {"--exit-code",
       &options.exit_code,
       {"exit 1 when the two differ", "status 1 bila keduanya berbeda"},
       "",
       {},
       false},
      {"--fail-on",
       &options.fail_on,
       {"exit 1 when the index or the category fell", "status 1 bila indeks atau predikat turun"},
       "WHAT",
       {"fall", "category-fall"},
       false},
      category_by_option(options.category_by)};
}

}  // namespace

Command diff_command() {
  const auto options = std::make_shared<DiffOptions>();
  Command command;
  command.name = "diff";
  command.summary = {"Show what changed between two assessments, and what each change was worth.",
                     "Tampilkan apa yang berubah antara dua penilaian, dan nilai tiap perubahan."};
  command.examples = {
      "Examples:\n"
      "  spbe-index diff 2022.yaml 2023.yaml\n"
      "  spbe-index diff --by domain 2022.yaml 2023.yaml\n"
      "  spbe-index diff 2023/ 2024/\n"
      "  spbe-index diff --format markdown old.yaml new.yaml > comment.md\n"
      "  spbe-index diff --fail-on fall 2022.yaml 2023.yaml\n"
      "\n"
      "/dev/null stands for a file that is not there. In a git repository:\n"
      "  git config diff.spbe.command 'spbe-index diff --'\n"
      "  echo 'assessments/*.yaml diff=spbe' >> .gitattributes\n"
      "and 'git diff' shows what a change does to the index.",
      "Contoh:\n"
      "  spbe-index diff 2022.yaml 2023.yaml\n"
      "  spbe-index diff --by domain 2022.yaml 2023.yaml\n"
      "  spbe-index diff 2023/ 2024/\n"
      "  spbe-index diff --format markdown lama.yaml baru.yaml > komentar.md\n"
      "  spbe-index diff --fail-on fall 2022.yaml 2023.yaml\n\n"
      "/dev/null menggantikan berkas yang tidak ada. Di repositori git:\n"
      "  git config diff.spbe.command 'spbe-index diff --'\n"
      "  echo 'penilaian/*.yaml diff=spbe' >> .gitattributes\n"
      "dan 'git diff' menampilkan akibat suatu perubahan pada indeks."};
  command.options = options_of(*options);
  command.positionals = {{"OLD NEW",
                          &options->files,
                          {"two assessments, or two folders of them; -",
                           "dua penilaian, atau dua folder penilaian; -"},
                          1,
                          kGitRename}};
  command.formats = {"text", "json", "csv", "markdown", "xlsx"};
  command.literal_words = git_words;
  command.run = [options](Session& session, const CommonOptions& common) {
    return Diff(session, common, *options).run();
  };
  return command;
}

}  // namespace spbe
