#pragma once

#include <string>
#include <string_view>

namespace spbe {

// Whether a result may take the place of the file at `path`. A workbook, and a table as .csv or
// .tsv, may hold what people typed: only one that is a result itself is replaced. `beginning`
// is that of the new result.
enum class Replacing { fine, workbook, table };
Replacing replacing(const std::string& path, std::string_view beginning);

}  // namespace spbe
