#include <algorithm>
#include <atomic>
#include <filesystem>
#include <memory>
#include <optional>
#include <set>

#include "cli/arguments.hpp"
#include "cli/input.hpp"
#include "cli/output.hpp"
#include "cli/platform.hpp"
#include "commands/check/evidence_files.hpp"
#include "commands/check/known_results.hpp"
#include "commands/check/options.hpp"
#include "commands/check/report.hpp"
#include "commands/commands.hpp"
#include "commands/explain_rule/rule_pages.hpp"
#include "render/wording.hpp"

namespace spbe {

namespace {

struct FormatEntry {
  const char* name;
  std::string (*write)(const CheckPage& page);
};
constexpr FormatEntry kFormats[] = {{"text", check_text},         {"json", check_json},
                                    {"github", check_github},     {"sarif", check_sarif},
                                    {"junit", check_junit},       {"csv", check_csv},
                                    {"markdown", check_markdown}, {"xlsx", check_workbook}};

// What one file holds: its results, each with what the reader warned of in it, and what is wrong
// with the file itself, in the order of its text.
struct FileContent {
  struct Result {
    Evaluation evaluation;
    std::vector<Finding> said;
  };
  std::vector<Result> results;
  std::vector<Finding> findings;
  std::size_t unlisted = 0;  // by the readers, beside `findings`
  bool invalid = false;
  bool only_plans = false;  // that are left out
};

class Check {
 public:
  Check(Session& session, const CommonOptions& common, const CheckArguments& arguments)
      : context_(session, common), arguments_(arguments) {}

  Status run() {
    if (arguments_.list_rules) return list_rules();
    const Catalog* catalog = context_.catalog();
    if (catalog == nullptr) return Status::bad_input;
    Diagnostics wrong;
    options_ = check_options(arguments_, *catalog, context_.session().environment.today, wrong);
    options_.find_file = [this](const std::string& source, const std::string& file) {
      return evidence_files_.find(source, file);
    };
    if (context_.print(wrong)) return Status::bad_input;

    // Without a file: those here.
    const auto files =
        expand(arguments_.files.empty() ? std::vector<std::string>{"."} : arguments_.files);
    // A plan that is named alone is asked for.
    const bool alone = files.size() == 1 && files == arguments_.files;
    leaves_plans_ = context_.options().leaves_plans && !alone;
    read_previous(*catalog, files);
    plans_ = 0;
    for_each_content(files, *catalog, [&](std::size_t i, FileContent&& content) {
      if (!content.only_plans) report_.files.push_back(files[i] == "-" ? "<stdin>" : files[i]);
      check_file(std::move(content));
    });
    if (plans_ > 0) {
      Diagnostics left;
      left.warning("plans-left-out", command_line(), {std::to_string(plans_.load())});
      context_.print(left);
    }
    report_.sort();
    return write();
  }

 private:
  Status list_rules() {
    const std::string& format = context_.options().format;
    if (format == "github" || format == "sarif" || format == "junit" || format == "csv") {
      context_.complain("not-together", {"--list-rules", "--format " + format});
      return Status::bad_input;
    }
    Output output(context_);
    output.write(format == "json" ? rule_list_json(context_.language())
                                  : context_.drawn(page_of_rules(context_.language())));
    return output.finish(Status::done);
  }

  // Each file once, however often it is named.
  std::vector<std::string> expand(const std::vector<std::string>& paths) {
    Diagnostics diagnostics;
    std::vector<std::string> files;
    std::set<std::string> seen;
    for (std::string& file : expand_inputs(paths, context_.options().exclude, diagnostics)) {
      const std::string normal = platform::path_of(file).lexically_normal().generic_string();
      if (seen.insert(normal).second) files.push_back(std::move(file));
    }
    for (const Diagnostic& one : diagnostics.list()) report_.findings.emplace_back(one);
    report_.invalid = report_.invalid || diagnostics.has_errors();
    return files;
  }

  FileContent read(const std::string& file, const Catalog& catalog) {
    FileContent content;
    Diagnostics diagnostics;
    std::size_t handed_over = 0;
    const auto take = [&](Assessment&& assessment) {
      if (leaves_plans_ && assessment.stage == Stage::plan) {
        ++plans_;
        content.only_plans = content.results.empty();
        return;
      }
      content.only_plans = false;
      std::vector<Finding> said;
      const auto& list = diagnostics.list();
      for (; handed_over < list.size(); ++handed_over) {
        const Diagnostic& one = list[handed_over];
        if (one.severity == Severity::warning) said.emplace_back(one);
      }
      unless_too_fine(diagnostics, file, [&] {
        content.results.push_back(
            {evaluate(std::move(assessment), options_.basis), std::move(said)});
      });
    };
    if (const auto source = read_source(file, context_.session(), diagnostics)) {
      read_assessments(source, catalog, diagnostics, take);
    }
    content.invalid = diagnostics.has_errors();
    content.only_plans = content.only_plans && diagnostics.list().empty();
    for (std::size_t i = 0; i < diagnostics.list().size(); ++i) {
      const Diagnostic& one = diagnostics.list()[i];
      const Rule* rule = find_rule(one.code);
      const bool said = i < handed_over && one.severity == Severity::warning;
      const bool off = rule != nullptr && !is_on(*rule, options_);
      if (!said && !off) content.findings.emplace_back(one);
    }
    if (diagnostics.unlisted() > 0) {
      Finding more;
      more.code = "more-of-them";
      more.severity = diagnostics.has_errors() ? Severity::error : Severity::warning;
      more.values = {std::to_string(diagnostics.unlisted())};
      more.location = {diagnostics.list().front().location.file};
      content.findings.push_back(std::move(more));
      content.unlisted = diagnostics.unlisted() - 1;  // `more` counts as well
    }
    return content;
  }

  // Files are read and computed on several threads, and taken in order on this one.
  void for_each_content(const std::vector<std::string>& files, const Catalog& catalog,
                        const std::function<void(std::size_t, FileContent&&)>& take) {
    for_each_file(context_, files, [&](std::size_t i, bool /*in_turn*/) -> Delivery {
      const auto content = std::make_shared<FileContent>(read(files[i], catalog));
      return [&, i, content] {
        report_.invalid = report_.invalid || content->invalid;
        take(i, std::move(*content));
      };
    });
  }

  void read_previous(const Catalog& catalog, const std::vector<std::string>& files) {
    if (arguments_.previous.empty()) return;
    const bool was_invalid = report_.invalid;
    const auto earlier = expand(arguments_.previous);
    const std::set<std::string_view> checked(files.begin(), files.end());
    for_each_content(earlier, catalog, [&](std::size_t i, FileContent&& content) {
      for (FileContent::Result& result : content.results) {
        earlier_.add(std::move(result.evaluation));
      }
      // A file that is checked as well says these itself.
      if (checked.contains(earlier[i])) return;
      std::erase_if(content.findings,
                    [](const Finding& f) { return f.severity != Severity::error; });
      std::ranges::move(content.findings, std::back_inserter(report_.findings));
    });
    previous_is_whole_ = report_.invalid == was_invalid;
  }

  void check_file(FileContent&& content) {
    Checked of_file;
    for (FileContent::Result& result : content.results) {
      ++report_.assessments;
      instruments_.insert(result.evaluation.assessment.instrument);
      Diagnostics wrong;
      unless_too_fine(wrong, result.evaluation.assessment.source->name, [&] {
        Checked checked = check_one(result.evaluation, std::move(result.said));
        report_.limit(checked);
        std::ranges::move(checked.findings, std::back_inserter(of_file.findings));
        std::ranges::move(checked.waived, std::back_inserter(of_file.waived));
      });
      for (const Diagnostic& one : wrong.list()) of_file.findings.emplace_back(one);
      report_.invalid = report_.invalid || wrong.has_errors();
    }
    std::ranges::move(content.findings, std::back_inserter(of_file.findings));
    std::ranges::stable_sort(of_file.findings, {}, [](const Finding& f) {
      return std::pair(f.location.line, f.location.column);
    });
    report_.unlisted[content.invalid ? Severity::error : Severity::warning] += content.unlisted;
    report_.add(std::move(of_file));
  }

  Checked check_one(const Evaluation& now, std::vector<Finding>&& said) {
    const Assessment& it = now.assessment;
    const std::optional<Location> twin = known_.met_before(it);
    const Evaluation* before = earlier_.before(it);
    // A folder's first year has nothing before it. What could not be read is reported; that it is
    // not there to compare with need not be.
    const bool first = earlier_.holds(it) && it.year == earlier_.first_year();
    const bool excused = before == nullptr && (first || !previous_is_whole_);
    if (options_.with_previous) {
      const bool alike = before != nullptr && before->result.instrument->id == it.instrument->id;
      ++(before == nullptr ? report_.without_previous
         : alike           ? report_.compared
                           : report_.not_comparable);
    }
    const Evaluation* near = before == nullptr && !excused ? earlier_.nearly(it) : nullptr;
    return check({now, before, excused, near, twin ? &*twin : nullptr, options_}, std::move(said));
  }

  Status write() {
    const bool terminal =
        context_.session().environment.out_is_terminal && !context_.options().output.has_value();
    std::error_code error;
    const CheckPage page{report_,
                         context_.style(),
                         fail_on(),
                         terminal || context_.style().color,
                         context_.options().quiet,
                         arguments_.all,
                         std::filesystem::current_path(error).generic_string(),
                         context_.options().configured_by,
                         cautions(rated_with(), context_.style().language),
                         context_.csv()};
    std::string format = context_.options().format;
    const bool given = context_.options().format_given;
    if (!given && context_.session().environment.github_actions) format = "github";
    const auto* const entry = std::ranges::find(kFormats, format, &FormatEntry::name);
    Output output(context_);
    output.write(entry->write(page));
    if (report_.invalid) return output.finish(Status::bad_input);
    return output.finish(report_.fails(fail_on()) ? Status::answer_is_no : Status::done);
  }

  std::vector<const Instrument*> rated_with() const {
    std::vector<const Instrument*> list;
    for (const auto& one : instruments_) list.push_back(one.get());
    std::ranges::sort(list, {}, &Instrument::id);
    return list;
  }

  Severity fail_on() const {
    return arguments_.fail_on == "warning" ? Severity::warning : Severity::error;
  }

  Context context_;
  const CheckArguments& arguments_;
  EvidenceFiles evidence_files_;
  RunOptions options_;
  EarlierYears earlier_;
  bool previous_is_whole_ = true;
  std::set<std::shared_ptr<const Instrument>> instruments_;  // of what was checked
  KnownResults known_;
  bool leaves_plans_ = false;
  std::atomic<std::size_t> plans_ = 0;  // left out
  CheckReport report_;
};

}  // namespace

Command check_command() {
  const auto arguments = std::make_shared<CheckArguments>();
  Command command;
  command.name = "check";
  command.many_files = true;
  command.leaves_plans = true;
  command.summary = {"Check the data of assessments, and stop what must not pass.",
                     "Periksa data penilaian, dan tandai yang tidak boleh lolos."};
  command.examples = {
      "Examples:\n"
      "  spbe-index check 2024.yaml\n"
      "  spbe-index check assessments/ --previous assessments/ --max-fall 0.1\n"
      "  spbe-index check 2024.yaml --min-category Baik --complete\n"
      "  spbe-index check assessments/ --format sarif -o check.sarif\n"
      "Exit status: 0 nothing fails, 1 a finding fails, 2 a file is not valid.",
      "Contoh:\n"
      "  spbe-index check 2024.yaml\n"
      "  spbe-index check penilaian/ --previous penilaian/ --max-fall 0.1\n"
      "  spbe-index check 2024.yaml --min-category Baik --complete\n"
      "  spbe-index check penilaian/ --format sarif -o check.sarif\n"
      "Status keluar: 0 lulus, 1 tidak lulus karena suatu temuan, 2 ada berkas yang tidak sah."};
  command.options = check_option_list(*arguments);
  command.positionals = {{"FILE...",
                          &arguments->files,
                          {"assessments: files, folders, or - (this folder)",
                           "penilaian: berkas, folder, atau - (folder ini)"},
                          0,
                          0}};
  for (const FormatEntry& entry : kFormats) command.formats.emplace_back(entry.name);
  command.run = [arguments](Session& session, const CommonOptions& common) {
    return Check(session, common, *arguments).run();
  };
  return command;
}

}  // namespace spbe
