#include "cli/output.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <charconv>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <ostream>
#include <random>

#include "cli/arguments.hpp"

namespace spbe {

namespace {

constexpr std::size_t kChunk = std::size_t{1} << 16U;
constexpr std::array kEndings = {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGPIPE, SIGXFSZ, SIGXCPU};

// The file to remove when a signal ends the program in the middle of writing.
volatile const char* interrupted_file = nullptr;

extern "C" void remove_unfinished(int signal) {
  const auto* path = const_cast<const char*>(interrupted_file);
  if (path != nullptr) ::unlink(path);
  ::signal(signal, SIG_DFL);
  ::raise(signal);
}

void guard(const char* path) {
  interrupted_file = path;
  for (const int signal : kEndings) {
    struct sigaction now {};
    // What the parent has ignored (nohup) stays ignored.
    if (::sigaction(signal, nullptr, &now) != 0 || now.sa_handler == SIG_IGN) continue;
    ::signal(signal, path == nullptr ? SIG_DFL : remove_unfinished);
  }
}

// "/dev/stdout", "/dev/fd/3": what this process has open, as its number.
std::optional<int> open_already(std::string_view path) {
  if (path == "/dev/stdout") return STDOUT_FILENO;
  if (path == "/dev/stderr") return STDERR_FILENO;
  for (const std::string_view folder : {"/dev/fd/", "/proc/self/fd/"}) {
    if (!path.starts_with(folder)) continue;
    const std::string_view digits = path.substr(folder.size());
    int number = -1;
    const auto [end, error] = std::from_chars(digits.begin(), digits.end(), number);
    if (error == std::errc() && end == digits.end() && number >= 0) return number;
  }
  return std::nullopt;
}

mode_t new_file_mode() {
  const mode_t mask = ::umask(077);
  ::umask(mask);
  return 0666 & ~mask;
}

// 0 or errno.
int write_all(int file, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(file, text.data(), text.size());
    if (written < 0) {
      if (errno == EINTR) continue;
      return errno;
    }
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  return 0;
}

}  // namespace

bool refuses_to_replace(const std::string& path, bool force, Diagnostics& diagnostics) {
  std::error_code error;
  // What is there but no file, such as a pipe, is written to and not replaced.
  if (force || !std::filesystem::is_regular_file(path, error)) return false;
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

Output::~Output() {
  if (finished_) return;
  if (file_ >= 0) ::close(file_);
  if (!temporary_.empty()) {
    ::unlink(temporary_.c_str());
    guard(nullptr);
  }
}

void Output::fail(int error) {
  if (failed_) return;
  failed_ = true;
  const std::string reason = std::strerror(error);
  if (!target_) {
    context_.complain("cannot-write-output", {reason});
  } else {
    context_.complain("cannot-write-file", {*target_, reason});
  }
}

void Output::refuse(std::string code) {
  if (failed_) return;
  failed_ = true;
  Diagnostics diagnostics;
  Diagnostic& error = diagnostics.error(std::move(code), command_line(), {*target_});
  if (error.code != "output-is-link") error.suggest("name-another-file");
  context_.print(diagnostics);
}

void Output::open() {
  if (file_ >= 0 || failed_) return;
  if (const auto number = open_already(*target_)) {
    file_ = ::fcntl(*number, F_DUPFD_CLOEXEC, 0);
    if (file_ < 0) fail(errno);
    return;
  }
  struct stat old {};
  struct stat link {};
  const bool there = ::stat(target_->c_str(), &old) == 0;
  const int error = errno;
  const bool is_link = ::lstat(target_->c_str(), &link) == 0 && S_ISLNK(link.st_mode);
  if (!there && (is_link || error != ENOENT)) return fail(error);
  if (there && S_ISDIR(old.st_mode)) return fail(EISDIR);
  if (there && !S_ISREG(old.st_mode)) {
    // A device or pipe cannot be replaced by a file.
    file_ = ::open(target_->c_str(), O_WRONLY | O_CLOEXEC | O_NOCTTY);
    if (file_ < 0) fail(errno);
    return;
  }
  // A link may have come with files of others, to have something replaced that is not theirs.
  if (is_link) return refuse("output-is-link");
  const bool yaml = target_->ends_with(".yaml") || target_->ends_with(".yml");
  if (there && keeps_yaml_ && yaml) return refuse("output-over-yaml");
  open_beside(std::filesystem::path(*target_).parent_path().string());
  if (failed_) return;
  constexpr mode_t kPermissions = 0777;
  ::fchmod(file_, there ? old.st_mode & kPermissions : new_file_mode());
  // Only root may give a file away; whoever else writes owns what is written.
  if (there && ::fchown(file_, old.st_uid, old.st_gid) != 0) errno = 0;
}

// The name is chosen, and its removal arranged for, before the file is there.
void Output::open_beside(const std::string& folder) {
  constexpr int kTries = 16;
  std::random_device random;
  for (int i = 0; i < kTries; ++i) {
    interrupted_file = nullptr;
    temporary_ = (folder.empty() ? "" : folder + "/") + ".spbe-index." + std::to_string(random()) +
                 std::to_string(random());
    guard(temporary_.c_str());
    constexpr mode_t kPrivate = 0600;
    file_ = ::open(temporary_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, kPrivate);
    if (file_ >= 0) return;
    if (errno != EEXIST) break;
  }
  const int error = errno;
  guard(nullptr);
  temporary_.clear();
  fail(error);
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
    if (!failed_) {
      const int error = write_all(file_, pending_);
      if (error != 0) fail(error);
    }
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
    struct stat old {};
    if (!temporary_.empty() && ::stat(target_->c_str(), &old) == 0 &&
        context_.session().inputs.contains({old.st_dev, old.st_ino})) {
      refuse("output-over-input");
    }
    // On the disk before it takes the place of the old one; not every file system can.
    if (!temporary_.empty() && ::fsync(file_) != 0 && errno == EIO) fail(errno);
    if (file_ >= 0 && ::close(file_) != 0) fail(errno);
    file_ = -1;
    if (!failed_ && !temporary_.empty() && std::rename(temporary_.c_str(), target_->c_str()) != 0) {
      fail(errno);
    }
  }
  if (failed_) return Status::bad_input;
  finished_ = true;
  if (!temporary_.empty()) guard(nullptr);
  return status;
}

}  // namespace spbe
