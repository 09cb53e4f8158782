#include <fcntl.h>
#include <fnmatch.h>
#include <spawn.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <filesystem>
#include <iostream>
#include <random>
#include <thread>

#include "cli/platform.hpp"

extern char** environ;  // NOLINT: declared so by POSIX

namespace spbe::platform {

namespace {

namespace fs = std::filesystem;

constexpr std::array kEndings = {SIGINT,  SIGTERM, SIGHUP,  SIGQUIT, SIGPIPE,
                                 SIGXFSZ, SIGXCPU, SIGALRM, SIGUSR1, SIGUSR2};

// Closed standard files are opened on nothing, so that no file of ours takes their place; reading
// the input and writing the output fail as they would have.
void fill_standard_files() {
  for (const int file : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (::fcntl(file, F_GETFD) >= 0 || errno != EBADF) continue;
    // The lowest number that is free is this one.
    static_cast<void>(::open("/dev/null", file == STDIN_FILENO ? O_WRONLY : O_RDONLY));
  }
}

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

mode_t new_file_mode() {
  const mode_t mask = ::umask(077);
  ::umask(mask);
  return 0666 & ~mask;
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

class OpenFile {
 public:
  explicit OpenFile(const std::string& path) : file_(::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {}
  ~OpenFile() {
    if (file_ >= 0) ::close(file_);
  }
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;
  int get() const { return file_; }

 private:
  int file_;
};

}  // namespace

std::vector<std::string> arguments(int argc, char** argv) { return {argv + 1, argv + argc}; }

fs::path program_file() {
  std::error_code error;
  return fs::read_symlink("/proc/self/exe", error);
}

struct StandardFiles::State {};

StandardFiles::StandardFiles() {
  fill_standard_files();
  std::ios::sync_with_stdio(false);
}

StandardFiles::~StandardFiles() = default;

std::istream& StandardFiles::in() { return std::cin; }
std::ostream& StandardFiles::out() { return std::cout; }
std::ostream& StandardFiles::err() { return std::cerr; }
bool StandardFiles::out_is_terminal() const { return ::isatty(STDOUT_FILENO) == 1; }
bool StandardFiles::err_is_terminal() const { return ::isatty(STDERR_FILENO) == 1; }
bool StandardFiles::takes_escapes() const { return true; }

std::size_t StandardFiles::columns() const {
  winsize size{};
  return ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

std::string user_locale() { return {}; }

Date today() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  ::localtime_r(&now, &local);
  return {local.tm_year + 1900, local.tm_mon + 1, local.tm_mday};
}

std::string reason(int error) { return std::strerror(error); }

int read_file(const std::string& path, std::size_t most, std::string& bytes,
              std::optional<FileKey>& key) {
  const OpenFile file(path);
  struct stat status {};
  if (file.get() < 0 || ::fstat(file.get(), &status) != 0) return errno;
  if (S_ISDIR(status.st_mode)) return EISDIR;
  if (S_ISREG(status.st_mode)) key = {status.st_dev, status.st_ino};
  constexpr std::size_t kLeast = 4096;
  const auto announced = static_cast<std::size_t>(std::max<off_t>(status.st_size, 0));
  std::size_t used = 0;
  bytes.resize(std::max(kLeast, std::min(announced, most) + 1));
  for (;;) {
    const ssize_t got = ::read(file.get(), bytes.data() + used, bytes.size() - used);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return errno;
    used += static_cast<std::size_t>(got);
    if (got == 0 || used > most) break;
    if (used == bytes.size()) bytes.resize(std::min(2 * used, most + 1));
  }
  bytes.resize(used);
  return 0;
}

bool is_link(const std::string& path) {
  std::error_code ignored;
  return fs::is_symlink(path, ignored);
}

bool is_trusted(const std::string& path, const std::string& folder) {
  struct stat file {};
  struct stat there {};
  if (::lstat(path.c_str(), &file) != 0) return false;
  if (file.st_uid == ::geteuid() || file.st_uid == 0) return true;
  return ::stat(folder.c_str(), &there) == 0 && there.st_uid == file.st_uid;
}

std::optional<std::string> real_path(const std::string& path) {
  std::error_code error;
  const fs::path real = fs::canonical(path, error);
  if (error) return std::nullopt;
  return real.string();
}

bool matches(const std::string& pattern, const std::string& text) {
  return ::fnmatch(pattern.c_str(), text.c_str(), 0) == 0;
}

std::vector<std::string> named_by(const std::string& word) { return {word}; }

Place place_at(const std::string& path) {
  struct stat there {};
  struct stat link {};
  Place place;
  const bool found = ::stat(path.c_str(), &there) == 0;
  const int error = errno;
  place.is_link = ::lstat(path.c_str(), &link) == 0 && S_ISLNK(link.st_mode);
  if (!found) {
    if (place.is_link || error != ENOENT) place.error = error;
    return place;
  }
  place.kind = S_ISDIR(there.st_mode)   ? Place::Kind::folder
               : S_ISREG(there.st_mode) ? Place::Kind::file
                                        : Place::Kind::device;
  place.key = {there.st_dev, there.st_ino};
  // Root may write everything, and yet marks what he wants to keep.
  constexpr mode_t kWritable = S_IWUSR | S_IWGRP | S_IWOTH;
  place.read_only = S_ISREG(there.st_mode) &&
                    ((there.st_mode & kWritable) == 0 || ::access(path.c_str(), W_OK) != 0);
  return place;
}

Writing::~Writing() {
  if (is_open()) ::close(static_cast<int>(file_));
  if (temporary_.empty()) return;
  ::unlink(temporary_.c_str());
  guard(nullptr);
}

std::optional<int> Writing::open_again(const std::string& path) {
  const auto number = open_already(path);
  if (!number) return std::nullopt;
  file_ = ::fcntl(*number, F_DUPFD_CLOEXEC, 0);
  return is_open() ? 0 : errno;
}

int Writing::open_device(const std::string& path) {
  file_ = ::open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NOCTTY);
  return is_open() ? 0 : errno;
}

// The name is chosen, and its removal arranged for, before the file is there.
int Writing::open_beside(const std::string& path) {
  const std::string folder = fs::path(path).parent_path().string();
  constexpr int kTries = 16;
  std::random_device random;
  for (int i = 0; i < kTries && !is_open(); ++i) {
    interrupted_file = nullptr;
    temporary_ = (folder.empty() ? "" : folder + "/") + ".spbe-index." + std::to_string(random()) +
                 std::to_string(random());
    guard(temporary_.c_str());
    constexpr mode_t kPrivate = 0600;
    file_ = ::open(temporary_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, kPrivate);
    if (!is_open() && errno != EEXIST) break;
  }
  if (!is_open()) {
    const int error = errno;
    guard(nullptr);
    temporary_.clear();
    return error;
  }
  struct stat old {};
  const bool there = ::stat(path.c_str(), &old) == 0;
  const int file = static_cast<int>(file_);
  constexpr mode_t kPermissions = 0777;
  ::fchmod(file, there ? old.st_mode & kPermissions : new_file_mode());
  // Only root may give a file away; whoever else writes owns what is written.
  if (there && ::fchown(file, old.st_uid, old.st_gid) != 0) errno = 0;
  return 0;
}

int Writing::write(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(static_cast<int>(file_), bytes.data(), bytes.size());
    if (written < 0) {
      if (errno == EINTR) continue;
      return errno;
    }
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return 0;
}

int Writing::close() {
  const int file = static_cast<int>(std::exchange(file_, kNone));
  int error = 0;
  if (is_beside() && ::fsync(file) != 0 && errno == EIO) error = errno;
  if (::close(file) != 0 && error == 0) error = errno;
  return error;
}

int Writing::take_place(const std::string& path) {
  if (std::rename(temporary_.c_str(), path.c_str()) != 0) return errno;
  temporary_.clear();
  guard(nullptr);
  return 0;
}

std::string make_private_folder() {
  std::error_code error;
  std::string name = (fs::temp_directory_path(error) / "spbe-index-XXXXXX").string();
  return !error && ::mkdtemp(name.data()) != nullptr ? name : std::string();
}

std::vector<std::vector<std::string>> browsers() {
  std::vector<std::vector<std::string>> found;
  for (const char* name : {"chromium", "chromium-browser", "google-chrome", "google-chrome-stable",
                           "microsoft-edge"}) {
    found.push_back({name});
    // Chromium refuses its sandbox to root; the page has no script and loads nothing.
    if (::geteuid() == 0) found.back().emplace_back("--no-sandbox");
  }
  return found;
}

namespace {

volatile std::sig_atomic_t interruption = 0;

extern "C" void interrupt(int signal) { interruption = signal; }

// While another program runs, this one does not end without it.
class Interruptions {
 public:
  Interruptions() {
    for (std::size_t i = 0; i < kSignals.size(); ++i) {
      struct sigaction handler {};
      handler.sa_handler = interrupt;
      ::sigaction(kSignals.at(i), nullptr, &old_.at(i));
      if (old_.at(i).sa_handler != SIG_IGN) ::sigaction(kSignals.at(i), &handler, nullptr);
    }
  }
  ~Interruptions() {
    for (std::size_t i = 0; i < kSignals.size(); ++i) {
      ::sigaction(kSignals.at(i), &old_.at(i), nullptr);
    }
  }
  Interruptions(const Interruptions&) = delete;
  Interruptions& operator=(const Interruptions&) = delete;

 private:
  static constexpr std::array kSignals = {SIGINT, SIGTERM, SIGHUP, SIGQUIT};
  std::array<struct sigaction, kSignals.size()> old_{};
};

}  // namespace

void end_if_interrupted() {
  if (interruption != 0) ::raise(interruption);
}

bool runs_well(const std::vector<std::string>& words, std::chrono::seconds most) {
  if (interruption != 0) return false;
  const Interruptions interruptions;
  std::vector<char*> arguments;
  arguments.reserve(words.size() + 1);
  for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  pid_t process = 0;
  const int error =
      ::posix_spawnp(&process, arguments.front(), &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (error != 0) return false;
  const auto deadline = std::chrono::steady_clock::now() + most;
  int status = 0;
  while (::waitpid(process, &status, WNOHANG) == 0) {
    if (interruption != 0 || std::chrono::steady_clock::now() > deadline) {
      ::kill(process, SIGKILL);
      ::waitpid(process, &status, 0);
      return false;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

}  // namespace spbe::platform
