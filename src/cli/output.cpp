#include "cli/output.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <ostream>

namespace spbe {

namespace {

constexpr std::size_t kChunk = std::size_t{1} << 16U;

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
  const auto handler = path == nullptr ? SIG_DFL : remove_unfinished;
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) ::signal(signal, handler);
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

Output::Output(Context& context) : context_(context) {
  if (context.options().output) target_ = *context.options().output;
}

Output::Output(Context& context, std::string file) : context_(context), target_(std::move(file)) {}

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
  if (target_.empty()) {
    context_.complain("cannot-write-output", {reason});
  } else {
    context_.complain("cannot-write-file", {printable(target_), reason});
  }
}

void Output::open() {
  if (file_ >= 0 || failed_) return;
  std::error_code error;
  namespace fs = std::filesystem;
  const fs::path real =
      fs::is_symlink(target_, error) ? fs::canonical(target_, error) : fs::path(target_);
  if (fs::is_directory(real, error)) return fail(EISDIR);
  if (fs::exists(real, error) && !fs::is_regular_file(real, error)) {
    // A device or pipe cannot be replaced by a file.
    file_ = ::open(real.c_str(), O_WRONLY | O_CLOEXEC);
    if (file_ < 0) fail(errno);
    return;
  }
  target_ = real.string();
  temporary_ = target_ + ".XXXXXX";
  file_ = ::mkostemp(temporary_.data(), O_CLOEXEC);
  if (file_ < 0) {
    temporary_.clear();
    return fail(errno);
  }
  guard(temporary_.c_str());
  struct stat old {};
  mode_t mode = 0644;
  if (::stat(target_.c_str(), &old) == 0) mode = old.st_mode & 07777;
  ::fchmod(file_, mode);
}

void Output::flush() {
  if (pending_.empty() || failed_) return;
  if (target_.empty()) {
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
  if (!target_.empty() && !failed_) {
    open();
    if (file_ >= 0 && ::close(file_) != 0) fail(errno);
    file_ = -1;
    if (!failed_ && !temporary_.empty() && std::rename(temporary_.c_str(), target_.c_str()) != 0) {
      fail(errno);
    }
  }
  if (failed_) return Status::bad_input;
  finished_ = true;
  if (!temporary_.empty()) guard(nullptr);
  return status;
}

}  // namespace spbe
