#include "cli/output.hpp"

#include <cerrno>
#include <filesystem>
#include <ostream>

#include "cli/arguments.hpp"
#include "cli/earlier_result.hpp"

namespace spbe {

namespace {

constexpr std::size_t kChunk = std::size_t{1} << 16U;
}  // namespace

bool refuses_to_replace(const std::string& path, bool force, Diagnostics& diagnostics) {
  std::error_code error;
  // What is there but no file, such as a pipe, is written to and not replaced.
  if (force || !std::filesystem::is_regular_file(platform::path_of(path), error)) return false;
  diagnostics.error("file-exists", {path}).suggest("use-force");
  return true;
}

bool refuses_to_replace(Context& context, bool force) {
  Diagnostics diagnostics;
  const auto& path = context.options().output;
  if (path) refuses_to_replace(*path, force, diagnostics);
  return context.print(diagnostics);
}

Output::Output(Context& context)
    : context_(context), keeps_yaml_(true), target_(context.options().output) {}

Output::Output(Context& context, std::optional<std::string> file)
    : context_(context), target_(std::move(file)) {}

void Output::fail(int error) {
  if (error == 0 || failed_) return;
  failed_ = true;
  const std::string reason = platform::reason(error);
  if (!target_) {
    context_.complain("cannot-write-output", {reason});
  } else {
    Diagnostics diagnostics;
    Diagnostic& wrong = diagnostics.error("cannot-write-file", command_line(), {*target_, reason});
    if (target_->ends_with('/') || error == EISDIR) wrong.suggest("name-a-file");
    context_.print(diagnostics);
  }
}

void Output::refuse(std::string code) {
  if (failed_) return;
  failed_ = true;
  Diagnostics diagnostics;
  Diagnostic& error = diagnostics.error(std::move(code), command_line(), {*target_});
  if (error.code == "output-read-only") {
    error.suggest("make-writable");
  } else if (error.code != "output-is-link") {
    const bool may_go = error.code == "output-over-workbook" || error.code == "output-over-table";
    error.suggest(may_go ? "name-or-remove-file" : "name-another-file");
  }
  context_.print(diagnostics);
}

void Output::open() {
  if (file_.is_open() || failed_) return;
  if (const auto error = file_.open_again(*target_)) return fail(*error);
  const platform::Place place = platform::place_at(*target_);
  using Kind = platform::Place::Kind;
  fail(place.error);
  if (place.kind == Kind::folder) fail(EISDIR);
  if (failed_) return;
  if (place.kind == Kind::device) return fail(file_.open_device(*target_));
  // A link may have come with files of others, to have something replaced that is not theirs.
  if (place.is_link) return refuse("output-is-link");
  if (place.kind == Kind::file && place.read_only) return refuse("output-read-only");
  const bool yaml = target_->ends_with(".yaml") || target_->ends_with(".yml");
  if (place.kind == Kind::file && keeps_yaml_ && yaml) return refuse("output-over-yaml");
  if (place.kind == Kind::file && keeps_yaml_) {
    const Replacing what = replacing(*target_, pending_);
    if (what == Replacing::workbook) return refuse("output-over-workbook");
    if (what == Replacing::table) return refuse("output-over-table");
  }
  fail(file_.open_beside(*target_));
}

void Output::flush() {
  if (pending_.empty() || failed_) return;
  if (!target_) {
    context_.hide_progress();
    context_.session().out.write(pending_.data(), static_cast<std::streamsize>(pending_.size()));
    context_.session().out.flush();
    if (!context_.session().out) fail(errno == 0 ? EIO : errno);
  } else {
    open();
    if (!failed_) fail(file_.write(pending_));
  }
  pending_.clear();
}

void Output::write(std::string_view text) {
  pending_ += text;
  if (pending_.size() >= kChunk) flush();
}

Status Output::finish(Status status) {
  flush();
  if (target_ && !failed_) {
    open();
    if (file_.is_beside()) {
      const platform::Place old = platform::place_at(*target_);
      if (old.kind == platform::Place::Kind::file && context_.session().inputs.contains(old.key)) {
        refuse("output-over-input");
      }
    }
    if (file_.is_open()) fail(file_.close());
    if (!failed_ && file_.is_beside()) {
      fail(file_.take_place(*target_));
      // A result has no more to say; who writes a file to be filled in says what comes next.
      if (!failed_ && keeps_yaml_) context_.report_written(*target_);
    }
  }
  return failed_ ? Status::bad_input : status;
}

}  // namespace spbe
