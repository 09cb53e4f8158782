#pragma once

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "cli/session.hpp"

// The program in this process, in a folder of its own.
namespace spbe::testing {

struct Outcome {
  int status = 0;
  std::string out;
  std::string err;
};

class Folder {
 public:
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "spbe-test-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
    path_ = name;
  }
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  std::string write(const std::string& name, const std::string& text) const {
    const std::filesystem::path path = path_ / name;
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
    return path.string();
  }
  std::string path(const std::string& name = "") const { return (path_ / name).string(); }

 private:
  std::filesystem::path path_;
};

inline Outcome run_program(const std::vector<std::string>& args, Environment environment = {}) {
  std::istringstream in;
  std::ostringstream out;
  std::ostringstream err;
  if (environment.today == Date{}) environment.today = {2026, 11, 24};
  Session session{in, out, err, std::move(environment)};
  const Status status = run(args, session);
  return {static_cast<int>(status), out.str(), err.str()};
}

}  // namespace spbe::testing
