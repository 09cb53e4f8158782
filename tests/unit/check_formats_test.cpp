#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

#include "commands/explain_rule/rule_pages.hpp"
#include "render/style.hpp"
#include "spbe/analysis/check.hpp"
#include "unit/catch.hpp"
#include "unit/check_cases.hpp"

using namespace spbe;
using namespace spbe::testing;
using Json = nlohmann::json;

namespace {

std::size_t count(const std::string& text, const std::string& what) {
  std::size_t found = 0;
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) {
    ++found;
  }
  return found;
}

// Everything a file can say that a format could take for its own: in the name, in keys, in
// texts that messages quote.
std::string hostile() {
  return "institution: \"Kota ::error::a\\n::add-mask::b ##[add-path]c \\e[31m %0A <b>&amp; ]]> "
         "\\uFFFE\"\nyear: 2024\ninstrument: permenpanrb-59-2020\nscores: {12: 1, 21: 3, 22: 0}\n"
         "obstacles:\n  - {id: \"::warning::x\\e]0;t\\a<&>'\\\"\", holds: [21], at: 1}\n"
         "waive:\n  - {rule: \"%0A::error::r,:\\r\\n##[error]\", until: 2026-01-01, reason: "
         "\"]]><x>\\r\\n::error::s\", owner: \"\\e[2J\"}\n"
         "  - {rule: prerequisite, indicators: [14], until: 2026-01-01, reason: "
         "\"\\n::error::s\"}\n";
}

bool is_plain(const std::string& text) {
  return std::ranges::none_of(text, [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\n') || byte == 0x7F;
  });
}

}  // namespace

TEST_CASE("nothing in a file can inject a command, an escape sequence or XML", "[check_formats]") {
  const Folder folder;
  const std::string file = folder.write("a,b:c%0A<d>&'\" e.yaml", hostile());
  const std::string other =
      folder.write("o.yaml", "\"::error::k\\e[1m<x>\": 1\nscores: \"\\e::\"\n");
  for (const std::string language : {"en", "id"}) {
    for (const std::string format : {"text", "github", "junit", "sarif", "json"}) {
      INFO(format << ' ' << language);
      const Outcome outcome = run_program(
          {"check", file, other, "--previous", other, "--format", format, "--lang", language});
      CHECK(outcome.status == 2);
      CHECK(is_plain(outcome.out));
      if (format == "json" || format == "sarif") {
        CHECK_NOTHROW(Json::parse(outcome.out));
        continue;
      }
      std::istringstream lines(outcome.out);
      for (std::string line; std::getline(lines, line);) {
        line.erase(0, line.find_first_not_of(' '));
        INFO(line);
        const bool command = line.starts_with("::");
        const bool ours = line.starts_with("::error file=") || line.starts_with("::warning file=");
        CHECK(command == (format == "github" && ours));
        CHECK(line.find("##[") == std::string::npos);
        if (format != "junit") continue;
        CHECK(count(line, "<") == count(line, ">"));
        CHECK(line.find("<b>") == std::string::npos);
        CHECK(line.find("\xEF\xBF\xBE") == std::string::npos);
      }
    }
  }
}

TEST_CASE("properties and text of a workflow command are escaped each in their way",
          "[check_formats]") {
  const Folder folder;
  const std::string file =
      folder.write("a,b:c%.yaml", with_values("1: 3",
                                              "waive: [{rule: 'x%,:', until: 2030-01-01, "
                                              "reason: 'r:,%'}]\n"));
  const Outcome outcome = run_program({"check", file, "--format", "github"});
  CHECK_THAT(outcome.out, ContainsSubstring("a%2Cb%3Ac%25.yaml,line=4,col=16,endColumn=22,"
                                            "title=waiver-rule::there is no rule 'x%25,:' to "
                                            "waive%0Aits reason: r:,%25\n"));
}

TEST_CASE("github gets the most serious first and at most ten of a kind", "[check_formats]") {
  const Folder folder;
  std::vector<std::string> args = {"check", "--format",  "github",      "--min-index",
                                   "4",     "--disable", "prerequisite"};
  for (int i = 10; i < 43; ++i) {
    std::string text = assessment(2022, {{i - 9, "0"}});
    text.replace(text.find("Kota X"), 6, "Kota " + std::to_string(i));
    args.push_back(folder.write(std::to_string(i) + ".yaml", text));
  }
  const Outcome outcome = run_program(args);
  CHECK(outcome.status == 1);
  // A gate is each file's own, even where it says the same.
  CHECK(count(outcome.out, "\n::error ") + 1 == 10);
  CHECK(count(outcome.out, "\n::warning ") == 10);
  CHECK(outcome.out.rfind("::error") < outcome.out.find("::warning"));
  CHECK_THAT(outcome.out,
             ContainsSubstring("\n23 more errors and 23 more warnings, only listed here:\n"));
  CHECK(count(outcome.out, " [min-index]\n") == 23);
  CHECK(count(outcome.out, " [level-outside-regulation]\n") == 23);
  CHECK(outcome.out.ends_with("33 files: 33 errors, 33 warnings\n"));
}

TEST_CASE("no finding is lost when there are thousands", "[check_formats]") {
  const Folder folder;
  std::string stream;
  for (int i = 0; i < 400; ++i) {
    std::string text = assessment(2024, {{12, "1"}});
    text.replace(text.find("Kota X"), 6, "Kota " + std::to_string(i));
    stream += text + "---\n";
  }
  stream.erase(stream.size() - 4);
  const std::string file = folder.write("all.yaml", stream);
  const auto run = [&](const std::string& format) {
    return run_program({"check", file, "--format", format, "--min-index", "3"}).out;
  };
  // Two prerequisites, one of eleven indicators, and the gate each.
  const std::string text =
      run_program({"check", file, "--format", "text", "--min-index", "3", "--all"}).out;
  CHECK(count(text, "[prerequisite]") == 800);
  const std::string brief = run("text");
  CHECK(count(brief, "[prerequisite]") == 10);
  CHECK_THAT(brief, ContainsSubstring("\n790 more warnings of prerequisite; --all shows them\n"));
  CHECK(count(text, "[min-index]") == 400);
  CHECK(text.rfind("[min-index]") < text.find("[prerequisite]"));
  const Json json = Json::parse(run("json"));
  CHECK(json["findings"].size() == 1200);
  CHECK(json["errors"] == 400);
  CHECK(json["warnings"] == 800);
  CHECK(json["assessments"] == 400);
  CHECK(Json::parse(run("sarif"))["runs"][0]["results"].size() == 1200);
  CHECK(count(run("junit"), "<testcase ") == 1200);
  CHECK(count(run("github"), "[prerequisite]") == 790);
}

// What the published schema of SARIF 2.1.0 requires of the parts that are used, and that GitHub
// asks for beside it.
TEST_CASE("the sarif has what its schema requires", "[check_formats]") {
  const Folder folder;
  folder.write("b a.yaml", hostile());
  folder.write("o.yaml", "institution: [\n");
  folder.write("w.yaml", with_values("1: 3",
                                     "waive: [{rule: level-missing, until: 2030-01-01, "
                                     "reason: belum semua}]\n"));
  const Outcome outcome =
      run_program({"check", folder.path(), folder.path("none.yaml"), "--format", "sarif"});
  CHECK(outcome.status == 2);
  const Json sarif = Json::parse(outcome.out);
  CHECK(sarif["version"] == "2.1.0");
  CHECK(sarif["$schema"].get<std::string>().ends_with("sarif-2.1.0.json"));
  REQUIRE(sarif["runs"].size() == 1);
  const Json& run = sarif["runs"][0];
  CHECK(run["columnKind"] == "unicodeCodePoints");
  CHECK(run["invocations"][0]["executionSuccessful"] == false);
  const Json& driver = run["tool"]["driver"];
  CHECK(driver["name"] == "spbe-index");
  const std::set<std::string> levels = {"none", "note", "warning", "error"};
  std::set<std::string> ids;
  for (const Json& rule : driver["rules"]) {
    INFO(rule.dump());
    CHECK(ids.insert(rule["id"].get<std::string>()).second);
    CHECK_FALSE(rule["shortDescription"]["text"].get<std::string>().empty());
    CHECK_FALSE(rule["help"]["text"].get<std::string>().empty());
    CHECK(levels.contains(rule["defaultConfiguration"]["level"].get<std::string>()));
    CHECK(rule["defaultConfiguration"]["enabled"].is_boolean());
  }
  for (const Rule& rule : rules()) CHECK(ids.contains(std::string(rule.name)));
  std::size_t suppressed = 0;
  REQUIRE(run["results"].size() > 8);
  for (const Json& result : run["results"]) {
    INFO(result.dump());
    const std::size_t index = result["ruleIndex"].get<std::size_t>();
    REQUIRE(index < driver["rules"].size());
    CHECK(driver["rules"][index]["id"] == result["ruleId"]);
    CHECK(levels.contains(result["level"].get<std::string>()));
    CHECK_FALSE(result["message"]["text"].get<std::string>().empty());
    REQUIRE(result["locations"].size() == 1);
    const Json& physical = result["locations"][0]["physicalLocation"];
    const auto uri = physical["artifactLocation"]["uri"].get<std::string>();
    CHECK(uri.find_first_of(" <>\"\\^`{|}") == std::string::npos);
    CHECK(uri.starts_with("file:///"));  // it does not lie in the working folder
    if (physical.contains("region")) {
      const Json& region = physical["region"];
      CHECK(region["startLine"].get<int>() >= 1);
      CHECK(region["startColumn"].get<int>() >= 1);
      CHECK(region["endColumn"].get<int>() > region["startColumn"].get<int>());
    }
    if (result.contains("suppressions")) {
      ++suppressed;
      CHECK(result["suppressions"][0]["kind"] == "inSource");
      CHECK(result["suppressions"][0]["justification"] == "belum semua");
    }
  }
  CHECK(suppressed == 1);
}

TEST_CASE("every rule has a page in both languages", "[check_formats]") {
  for (const Rule& rule : rules()) {
    INFO(rule.name);
    const RulePage* page = find_rule_page(rule.name);
    REQUIRE(page != nullptr);
    for (const Words& words : {page->summary, page->why, page->mend}) {
      CHECK_FALSE(words.english.empty());
      CHECK_FALSE(words.indonesian.empty());
    }
    CHECK_FALSE(page->example.empty());
    for (const Language language : {Language::english, Language::indonesian}) {
      // A line of --list-rules fits 80 columns before the summary wraps at most once.
      CHECK(display_width(say(language, page->summary)) <= 56);
    }
  }
  std::size_t own = rule_pages().size() + gate_pages().size();
  CHECK(own == rules().size());
}
