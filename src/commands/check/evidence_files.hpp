#pragma once

#include <filesystem>
#include <map>
#include <mutex>
#include <string>

#include "spbe/analysis/check.hpp"

namespace spbe {

// Where a file that an assessment names as evidence is. Nothing is looked at but what lies in the
// repository of the assessment, or where there is none, in the working folder or that of the
// assessment: what somebody writes into a file must not tell others what this machine has, nor ask
// another machine for it (\\server\share).
class EvidenceFiles {
 public:
  EvidencePresence find(const std::string& source, const std::string& file);

 private:
  struct Around {
    std::filesystem::path folder;
    std::string root;  // what may be looked at, with a slash at its end
  };
  const Around& around(const std::string& source);

  std::mutex lock_;
  std::map<std::string, Around> known_;
};

}  // namespace spbe
