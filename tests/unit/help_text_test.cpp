#include "cli/help_text.hpp"

#include "unit/catch.hpp"

using namespace spbe;

TEST_CASE("help goes on in the column of what an option does", "[help_text]") {
  const std::string help =
      "Options:\n"
      "  --format FORMAT      form of the output: text, json, csv\n"
      "  spbe-index compute one-file-with-a-long-name.yaml --details\n"
      "\n"
      "Short.\n";
  CHECK(fitted_help(help, 80) == help);
  CHECK(fitted_help(help, 46) ==
        "Options:\n"
        "  --format FORMAT      form of the output:\n"
        "                       text, json, csv\n"
        "  spbe-index compute\n"
        "    one-file-with-a-long-name.yaml --details\n"
        "\n"
        "Short.\n");
}

TEST_CASE("a paragraph of help is filled anew only where a line is too long", "[help_text]") {
  const std::string help = "one two three\nfour five\n\nsix seven\neight\n";
  CHECK(fitted_help(help, 13) == help);
  CHECK(fitted_help(help, 12) == "one two\nthree four\nfive\n\nsix seven\neight\n");
  CHECK(fitted_help("", 12).empty());
}
