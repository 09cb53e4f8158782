#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "cli/context.hpp"
#include "cli/platform.hpp"

namespace spbe {

// Where a result goes: standard output, or a file that appears whole or not at all.
class Output {
 public:
  // To the file of --output, unless that is YAML, or a workbook or table that is no earlier result:
  // nobody's work is lost to a result.
  explicit Output(Context& context);
  // To this file, or standard output, whatever --output says.
  Output(Context& context, std::optional<std::string> file);

  void write(std::string_view text);
  // `status`, or bad_input after an error message when not everything could be written.
  Status finish(Status status);

 private:
  Context& context_;
  std::string pending_;
  bool keeps_yaml_ = false;
  bool failed_ = false;
  std::optional<std::string> target_;  // nothing: standard output
  platform::Writing file_;

  void open();
  void flush();
  void fail(int error);  // but for 0
  void refuse(std::string code);
};

// Files that people fill in are not replaced unasked: true, with an error in `diagnostics`, when
// `path` is a file that exists and `force` does not say so.
bool refuses_to_replace(const std::string& path, bool force, Diagnostics& diagnostics);
// The same of --output, with the error printed.
bool refuses_to_replace(Context& context, bool force);

}  // namespace spbe
