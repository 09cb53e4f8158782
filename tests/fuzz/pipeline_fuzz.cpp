// The whole program in this process: the first byte chooses a command line, the rest is what it
// reads. It ends in a status, never in 70, and prints UTF-8 that steers no terminal and no log.
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

#include "cli/session.hpp"
#include "fuzz/targets.hpp"
#include "spbe/base/source.hpp"
#include "unit/workbook_cases.hpp"

namespace {

using CommandLine = std::vector<std::string>;

// A workbook goes to a file only; the name stands for one in memory that is removed at once.
constexpr const char* kWorkbook = "WORKBOOK.xlsx";

std::string scratch_file() {
  const char* folder = std::filesystem::exists("/dev/shm") ? "/dev/shm" : "/tmp";
  return std::string(folder) + "/spbe-fuzz-" + std::to_string(::getpid()) + ".xlsx";
}

const auto kCommands = std::to_array<CommandLine>({
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
    {"report", "-"},
    {"report", "--format", "markdown", "--lang", "id", "-"},
    {"report", "--format", "svg", "--chart", "radar", "-"},
    {"report", "--format", "svg", "--chart", "waterfall", "-"},
    {"report", "--unit", "A", "-"},
    {"worksheet", "-", "-o", kWorkbook},
    {"worksheet", "--lang", "id", "--previous",
     SPBE_SOURCE_DIR "/examples/bandar-lampung-2023.yaml", "-", "-o", kWorkbook},
    {"plan", "--curve", "--format", "csv", "--assume", "low", "-"},
    {"plan", "--years", "3", "--by", "unit", "-"},
    {"import", "workbook", "-"},
    {"import", "workbook", "--year", "2023", "--institution", "X", "-"},
    {"targets", "-"},
    {"targets", "--format", "json", "--target", "Baik", "-"},
    {"certainty", "-"},
    {"certainty", "--format", "json", "--lang", "id", "--down", "1/3", "-"},
    {"peers", SPBE_SOURCE_DIR "/examples/bandar-lampung-2023.yaml", "-"},
    {"peers", "--format", "csv", SPBE_SOURCE_DIR "/examples/bandar-lampung-2023.yaml", "-"},
    {"stages", "-"},
    {"stages", "--format", "csv", "-"},
    {"explain", "--checklist", "-"},
    {"explain", "--checklist", "--format", "markdown", "--lang", "id", "-"},
    {"check", "--previous", SPBE_SOURCE_DIR "/examples/bandar-lampung-2022.yaml", "-"},
    {"compute", "--details", "--csv", "excel", "--format", "csv", "-"},
    {"diff", "-", SPBE_SOURCE_DIR "/examples/bandar-lampung-2023.yaml", "--format", "csv"},
    {"compute", "-", "-o", kWorkbook},
    {"plan", "--assume", "low", "-", "-o", kWorkbook},
});

bool steers(const std::string& text) {
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte < 0x20U && c != '\n') || byte == 0x7FU) return true;
  }
  return text.find("\n::stop-commands") != std::string::npos;
}

struct Outcome {
  spbe::Status status = spbe::Status::done;
  std::string out;
};

std::string take_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(in), {}};
  std::filesystem::remove(path);
  return bytes;
}

Outcome outcome_of(CommandLine words, const std::string& input) {
  std::istringstream in(input);
  std::ostringstream out;
  std::ostringstream err;
  spbe::Session session{in, out, err, {}};
  session.environment.today = {2026, 11, 24};
  const bool to_file = words.back() == kWorkbook;
  if (to_file) words.back() = scratch_file();
  const spbe::Status status = run(words, session);
  if (status == spbe::Status::internal) std::abort();
  if (spbe::find_invalid_utf8(err.str()) != std::string::npos || steers(err.str())) std::abort();
  return {status, to_file ? take_file(scratch_file()) : out.str()};
}

bool is_sound_workbook(const std::string& bytes) {
  spbe::Diagnostics diagnostics;
  return spbe::read_workbook(spbe::Source("out.xlsx", bytes), diagnostics).has_value() &&
         !diagnostics.has_errors();
}

}  // namespace

void spbe::fuzz::pipeline(const std::string& bytes) {
  if (bytes.empty()) return;
  CommandLine words = kCommands.at(static_cast<unsigned char>(bytes[0]) % kCommands.size());
  std::string input = bytes.substr(1);
  // A checksum keeps changed bytes from ever reaching the cells.
  if (words[1] == "workbook") {
    words.erase(words.begin() + 1);
    input = spbe::workbook_of(input);
  }
  const Outcome result = outcome_of(words, input);
  const std::string& command = words.front();
  const bool is_workbook = words.back() == kWorkbook;
  if (!is_workbook && spbe::find_invalid_utf8(result.out) != std::string::npos) std::abort();
  if (!is_workbook && steers(result.out)) std::abort();
  if (result.out.empty() || result.status != spbe::Status::done) return;
  // What is written can be read: an assessment, several, or a workbook.
  std::string written = result.out;
  if (is_workbook) must(is_sound_workbook(written));
  if (command == "worksheet") {
    const Outcome imported = outcome_of({"import", "-"}, written);
    if (imported.status != spbe::Status::done) std::abort();
    written = imported.out;
  }
  if (command == "worksheet" || command == "import" || command == "init" || command == "migrate") {
    if (outcome_of({"compute", "-"}, written).status != spbe::Status::done) std::abort();
  }
}
