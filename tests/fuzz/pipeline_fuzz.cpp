// The whole program in this process: the first byte chooses a command line, the rest is what it
// reads. It ends in a status, never in 70, and prints UTF-8 that steers no terminal and no log.
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string>
#include <vector>

#include "cli/session.hpp"
#include "spbe/base/source.hpp"

namespace {

using Words = std::vector<std::string>;

const auto kCommands = std::to_array<Words>({
    {"compute", "-"},
    {"compute", "--details", "--lang", "id", "-"},
    {"compute", "--format", "json", "-"},
    {"compute", "--format", "jsonl", "-"},
    {"compute", "--format", "csv", "--details", "-"},
    {"compute", "--format", "markdown", "-"},
    {"check", "-"},
    {"check", "--format", "json", "-"},
    {"check", "--format", "sarif", "-"},
    {"check", "--format", "junit", "-"},
    {"check", "--format", "github", "-"},
    {"rank", "-"},
    {"rank", "--format", "csv", "-"},
    {"trend", "-"},
    {"trend", "--format", "json", "-"},
    {"explain", "-"},
    {"explain", "--format", "json", "-"},
    {"explain", "-", "12"},
    {"plan", "-"},
    {"plan", "--format", "json", "--assume", "low", "-"},
    {"whatif", "--set", "1-10=3", "-"},
    {"whatif", "--set", "1=2", "--format", "markdown", "-"},
    {"diff", "-", SPBE_SOURCE_DIR "/examples/bandar-lampung-2023.yaml"},
    {"diff", "--by", "unit", SPBE_SOURCE_DIR "/examples/bandar-lampung-2023.yaml", "-"},
    {"init", "--from", "-"},
    {"import", "-"},
    {"import", "--year", "2023", "-"},
    {"migrate", "--to", "permenpanrb-8-2026", "-"},
});

bool steers(const std::string& text) {
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte < 0x20U && c != '\n') || byte == 0x7FU) return true;
  }
  return text.find("\n::stop-commands") != std::string::npos;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const Words& words = kCommands.at(data[0] % kCommands.size());
  std::istringstream in(std::string(data + 1, data + size));
  std::ostringstream out;
  std::ostringstream err;
  spbe::Session session{in, out, err, {}};
  session.environment.today = {2026, 11, 24};
  if (run(words, session) == spbe::Status::internal) std::abort();
  for (const std::string& text : {out.str(), err.str()}) {
    if (spbe::find_invalid_utf8(text) != std::string::npos || steers(text)) std::abort();
  }
  // What is written can be read: an assessment, or several.
  if ((words.front() == "import" || words.front() == "init") && !out.str().empty()) {
    std::istringstream again(out.str());
    std::ostringstream result;
    std::ostringstream errors;
    spbe::Session reading{again, result, errors, session.environment};
    const bool blank = words.front() == "init" && out.str().find("institution:  ") == 0;
    if (!blank && run({"compute", "-"}, reading) != spbe::Status::done) std::abort();
  }
  return 0;
}
