// Settings of a repository: the first byte chooses a command, the rest is the file. They end in a
// status, never in 70, and write no file.
#include <array>
#include <sstream>
#include <string>
#include <vector>

#include "cli/session.hpp"
#include "fuzz/targets.hpp"
#include "spbe/base/source.hpp"

void spbe::fuzz::settings(const std::string& bytes) {
  static const auto kCommands =
      std::to_array<std::string>({"compute", "check", "rank", "explain", "plan", "certainty",
                                  "targets", "report", "trend", "instruments"});
  // No other file of this machine is read, whatever it says.
  if (bytes.empty() || bytes.find_first_of("/.\\") != std::string::npos) return;
  const std::string& command =
      kCommands.at(static_cast<unsigned char>(bytes[0]) % kCommands.size());
  std::vector<std::string> words = {command, "--config", "-"};
  if (command != "instruments")
    words.emplace_back(SPBE_SOURCE_DIR "/examples/bandar-lampung-2023.yaml");
  std::istringstream in(bytes.substr(1));
  std::ostringstream out;
  std::ostringstream err;
  spbe::Session session{in, out, err, {}};
  session.environment.today = {2026, 11, 24};
  must(run(words, session) != spbe::Status::internal);
  must(spbe::find_invalid_utf8(err.str()) == std::string::npos);
}
