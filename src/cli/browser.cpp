#include "cli/browser.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <thread>
#include <vector>

extern char** environ;  // NOLINT: declared so by POSIX

namespace spbe {

namespace {

namespace fs = std::filesystem;

// A folder of our own that goes when this does.
class Workplace {
 public:
  Workplace() {
    std::error_code error;
    std::string name = (fs::temp_directory_path(error) / "spbe-index-XXXXXX").string();
    if (!error && ::mkdtemp(name.data()) != nullptr) path_ = name;
  }
  ~Workplace() {
    std::error_code error;
    if (!path_.empty()) fs::remove_all(path_, error);
  }
  Workplace(const Workplace&) = delete;
  Workplace& operator=(const Workplace&) = delete;
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

// Starts a program of the PATH with nothing to read and nowhere to write; 0, or why not.
int start(const std::vector<std::string>& words, pid_t& process) {
  std::vector<char*> arguments;
  arguments.reserve(words.size() + 1);
  for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  const int error =
      ::posix_spawnp(&process, arguments.front(), &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  return error;
}

// Whether it ended well within two minutes; afterwards it has ended.
bool ends_well(pid_t process) {
  using std::chrono::steady_clock;
  const auto deadline = steady_clock::now() + std::chrono::minutes(2);
  int status = 0;
  while (::waitpid(process, &status, WNOHANG) == 0) {
    if (steady_clock::now() > deadline) {
      ::kill(process, SIGKILL);
      ::waitpid(process, &status, 0);
      return false;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

std::optional<std::string> bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::string bytes((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  if (!bytes.starts_with("%PDF")) return std::nullopt;
  return bytes;
}

}  // namespace

std::optional<std::string> print_page(Context& context, const std::string& html) {
  constexpr std::array kBrowsers = {"chromium", "chromium-browser", "google-chrome",
                                    "google-chrome-stable", "microsoft-edge"};
  const Workplace place;
  const std::string page = place.path() + "/report.html";
  const std::string printed = place.path() + "/report.pdf";
  std::ofstream(page, std::ios::binary) << html;
  if (place.path().empty() || !fs::exists(page)) {
    context.complain("cannot-write-file", {"report.html", std::strerror(errno)});
    return std::nullopt;
  }
  for (const char* browser : kBrowsers) {
    std::vector<std::string> words = {browser,
                                      "--headless",
                                      "--disable-gpu",
                                      "--no-first-run",
                                      "--disable-background-networking",
                                      "--no-pdf-header-footer",
                                      "--user-data-dir=" + place.path() + "/profile",
                                      "--print-to-pdf=" + printed,
                                      "file://" + page};
    // Chromium refuses its sandbox to root; the page has no script and loads nothing.
    if (::geteuid() == 0) words.insert(words.begin() + 1, "--no-sandbox");
    pid_t process = 0;
    if (start(words, process) != 0) continue;
    if (!ends_well(process)) continue;
    if (auto bytes = bytes_of(printed)) return bytes;
  }
  context.complain("pdf-needs-browser");
  return std::nullopt;
}

}  // namespace spbe
