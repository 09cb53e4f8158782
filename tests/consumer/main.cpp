// Prints the index of the assessment in the file that is named.
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>
#include <spbe/spbe.hpp>

int main(int, char** argv) {
  std::ifstream file(argv[1]);
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  spbe::Diagnostics diagnostics;
  const auto assessment = spbe::read_assessment(std::make_shared<const spbe::Source>(argv[1], text),
                                                spbe::Catalog(), diagnostics);
  for (const auto& diagnostic : diagnostics.list())
    std::cerr << spbe::render_diagnostic(diagnostic, {});
  if (!assessment) return 2;
  const spbe::IndexResult result = spbe::compute(*assessment);
  const spbe::Category* category = result.category();
  std::cout << result.index << ' ' << (category == nullptr ? "?" : category->name) << '\n';
}
