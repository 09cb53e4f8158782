#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/context.hpp"
#include "commands/report/report.hpp"

namespace spbe {

struct ReportOptions {
  std::vector<std::string> files;
  std::string target;
  std::optional<std::string> years;
  std::string unit;
  std::string chart;
  std::vector<std::string> peers;
};

// The command that makes the report again, as a shell takes it.
std::string report_command_line(const Context& context, const ReportOptions& options);

// The plan, the targets and the obstacles of the newest year of `trend`. Nothing after an error,
// which has been printed. The report may not be moved: parts of it point to others.
std::unique_ptr<InstitutionReport> gather_report(Context& context, Trend trend,
                                                 const ReportOptions& options);

}  // namespace spbe
