#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "cli/context.hpp"
#include "spbe/base/diagnostic.hpp"

namespace spbe {

// "pemerintah-kab-belu": ASCII letters and digits, everything else a dash; `otherwise` when
// nothing is left.
std::string file_stem(std::string_view name, const char* otherwise);

// A folder that a command fills with one file a thing, each whole or not at all.
class OutputFolder {
 public:
  OutputFolder(Context& context, std::string path, bool force)
      : context_(context), path_(std::move(path)), force_(force) {}

  // Creates it; false after an error, which has been printed.
  bool make();
  // Writes `name`, which `owner` at `place` asks for. A file that another owner had is an error in
  // `diagnostics`; one that exists is kept, and told of by `tell_existing`.
  void write(const std::string& name, std::string_view bytes, const std::string& owner,
             const Location& place, Diagnostics& diagnostics);
  // Says which files were there before; they are told together.
  void tell_existing() const;
  std::size_t written() const { return written_; }
  // Whether a file could not be written.
  bool failed() const { return failed_; }
  // "3 files written to DIR", with a line end.
  std::string report() const;

 private:
  Context& context_;
  std::string path_;
  bool force_;
  std::map<std::string, Location> files_;
  std::vector<std::string> existing_;
  std::size_t written_ = 0;
  bool failed_ = false;
};

}  // namespace spbe
