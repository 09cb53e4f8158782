// The floor under any reader of ours: passes the bytes of every file named on the command line
// (or, after "-", on standard input, a line each) through yaml-cpp's events, and does nothing
// with them. Linked statically, on one core.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/parser.h>

#include <cstddef>
#include <cstdio>
#include <istream>
#include <streambuf>
#include <string>

namespace {

class Counter : public YAML::EventHandler {
 public:
  std::size_t events = 0;
  void OnDocumentStart(const YAML::Mark&) override { ++events; }
  void OnDocumentEnd() override { ++events; }
  void OnNull(const YAML::Mark&, YAML::anchor_t) override { ++events; }
  void OnAlias(const YAML::Mark&, YAML::anchor_t) override { ++events; }
  void OnScalar(const YAML::Mark&, const std::string&, YAML::anchor_t,
                const std::string&) override {
    ++events;
  }
  void OnSequenceStart(const YAML::Mark&, const std::string&, YAML::anchor_t,
                       YAML::EmitterStyle::value) override {
    ++events;
  }
  void OnSequenceEnd() override { ++events; }
  void OnMapStart(const YAML::Mark&, const std::string&, YAML::anchor_t,
                  YAML::EmitterStyle::value) override {
    ++events;
  }
  void OnMapEnd() override { ++events; }
};

class View : public std::streambuf {
 public:
  explicit View(std::string& text) { setg(text.data(), text.data(), text.data() + text.size()); }
};

bool read_file(const char* path, std::string& text) {
  const int file = ::open(path, O_RDONLY);
  struct stat status {};
  if (file < 0 || ::fstat(file, &status) != 0) return false;
  text.resize(static_cast<std::size_t>(status.st_size));
  const bool whole = ::read(file, text.data(), text.size()) == status.st_size;
  ::close(file);
  return whole;
}

bool pass(const std::string& path, Counter& counter) {
  std::string text;
  if (!read_file(path.c_str(), text)) {
    std::perror(path.c_str());
    return false;
  }
  View view(text);
  std::istream stream(&view);
  YAML::Parser parser(stream);
  while (parser.HandleNextDocument(counter)) {
  }
  return true;
}

}  // namespace

int main(int argc, char** argv) {
  Counter counter;
  std::string line;
  for (int i = 1; i < argc; ++i) {
    if (std::string(argv[i]) != "-") {
      if (!pass(argv[i], counter)) return 2;
      continue;
    }
    for (int c = std::getchar(); c != EOF; c = std::getchar()) {
      if (c != '\n') {
        line += static_cast<char>(c);
        continue;
      }
      if (!pass(line, counter)) return 2;
      line.clear();
    }
  }
  std::printf("%zu events\n", counter.events);
  return 0;
}
