#include "model/evidence_text.hpp"

#include "unit/catch.hpp"

using namespace spbe;

namespace {

const EvidenceWords kWords{"berkas", "tautan"};

std::string shown(const EvidenceLine& one) {
  return one.text + ";" + (one.place.date ? to_string(*one.place.date) : "") + ";" +
         one.place.file + ";" + one.place.link;
}

}  // namespace

TEST_CASE("a line of evidence says date, file and link behind bars", "[evidence_text]") {
  const auto read = [](std::string_view line) { return shown(parse_evidence_line(line)); };
  CHECK(read("Perbup 14/2022") == "Perbup 14/2022;;;");
  CHECK(read("Perbup | 2022-03-01 | berkas: a.pdf | https://b.example") ==
        "Perbup;2022-03-01;a.pdf;https://b.example");
  CHECK(read("Perbup | https://b.example | file: a.pdf | 2022-03-01") ==
        "Perbup;2022-03-01;a.pdf;https://b.example");
  CHECK(read("SK | Tim") == "SK | Tim;;;");
  CHECK(read("SK | Tim | 2022-03-01") == "SK | Tim;2022-03-01;;");
  CHECK(read("SK | 2022-13-01") == "SK | 2022-13-01;;;");
  CHECK(read("SK | 2022-03-01 | 2023-03-01") == "SK | 2022-03-01;2023-03-01;;");
  CHECK(read("SK | 2022-03-01 | -") == "SK | 2022-03-01;;;");
  CHECK(read("berkas: a.pdf") == "berkas: a.pdf;;;");
}

TEST_CASE("what is written of a piece of evidence is read as the same", "[evidence_text]") {
  const std::vector<std::string> words = {
      "Perbup", "a | b",     "x | 2024-01-01",    "x | -",       " | ", "-", "| x", "a\\|b",
      "y |",    "berkas: z", "https://a.example", "http://x | y"};
  for (const std::string& text : words) {
    for (const std::string& file : words) {
      for (const std::string& link : words) {
        for (int given = 0; given < 8; ++given) {
          EvidencePlace place;
          if ((given & 1) != 0) place.date = Date{2024, 5, 2};
          if ((given & 2) != 0) place.file = file;
          if ((given & 4) != 0) place.link = link;
          const EvidenceLine due{text, place};
          const std::string line = evidence_line(text, place, kWords);
          INFO(line);
          CHECK(shown(parse_evidence_line(line)) == shown(due));
        }
      }
    }
  }
}

TEST_CASE("a piece of evidence in YAML leaves out what stands for its text", "[evidence_text]") {
  const auto yaml = [](std::string_view line) { return evidence_yaml(parse_evidence_line(line)); };
  CHECK(yaml("SK Tim") == "SK Tim");
  CHECK(yaml("SK Tim | 2024-05-02") == "{text: SK Tim, date: 2024-05-02}");
  CHECK(yaml("a.pdf | berkas: a.pdf") == "{file: a.pdf}");
  CHECK(yaml("a.pdf | berkas: b.pdf | tautan: rak 3") == "{text: a.pdf, file: b.pdf, link: rak 3}");
}
