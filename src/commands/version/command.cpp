#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/context.hpp"
#include "cli/output.hpp"
#include "commands/commands.hpp"
#include "commands/version/about.hpp"
#include "model/builtin_data.hpp"
#include "render/json.hpp"
#include "render/messages.hpp"
#include "render/page.hpp"

namespace spbe {

namespace {

constexpr const char* kLicence = "MIT";

// The licences that hold for the program with what it is made of, each once, as SPDX writes them.
std::string whole_licence() {
  std::vector<std::string_view> licences{kLicence};
  for (const LinkedLibrary& library : linked_libraries()) {
    if (std::ranges::find(licences, library.licence) == licences.end()) {
      licences.push_back(library.licence);
    }
  }
  std::string whole;
  for (const std::string_view licence : licences) {
    const bool choice = licence.find(" OR ") != std::string_view::npos;
    if (!whole.empty()) whole += " AND ";
    whole += choice ? fmt::format("({})", licence) : std::string(licence);
  }
  return whole;
}

// "libcsv, gmp, glibc": what is under the LGPL asks something of who passes a program on.
std::string lesser_general() {
  std::string names;
  for (const LinkedLibrary& library : linked_libraries()) {
    if (library.licence.find("LGPL") == std::string_view::npos) continue;
    if (!names.empty()) names += ", ";
    names += library.name;
  }
  return names;
}

page::Page version_page(Language language) {
  const auto tr = [&](const Words& words) { return std::string(say(language, words)); };
  page::Page page{language};
  page.heading(fmt::format("spbe-index {}", builtin_version()));
  page::Facts facts;
  if (!built_from_commit().empty()) {
    facts.items.emplace_back(tr({"commit", "commit"}), std::string(built_from_commit()));
  }
  facts.items.emplace_back(tr({"licence", "lisensi"}), kLicence);
  facts.items.emplace_back(tr({"with libraries", "dengan pustaka"}), whole_licence());
  page.add({std::move(facts)});
  page.paragraph(fill(tr({"Under the LGPL: {0}. Who passes the program on gives the file LICENSES "
                          "with it, which says what else that asks.",
                          "Berlisensi LGPL: {0}. Siapa pun yang membagikan program ini harus "
                          "menyertakan berkas LICENSES, yang menyebut syarat lainnya."}),
                      {lesser_general()}));

  page::Table libraries{{page::Column::left(tr({"library", "pustaka"})),
                         page::Column::left(tr({"version", "versi"})),
                         page::Column::left(tr({"licence", "lisensi"})).yielding()}};
  for (const LinkedLibrary& library : linked_libraries()) {
    libraries.add(
        {std::string(library.name), std::string(library.version), std::string(library.licence)});
  }
  page.add({std::move(libraries)});

  constexpr std::size_t kShownDigits = 16;
  page::Table definitions{
      {page::Column::left(tr({"definition", "definisi"})), page::Column::left("SHA-256").after(2)}};
  for (const BuiltinFile& file : builtin_instruments()) {
    definitions.add({std::string(file.name), std::string(file.sha256.substr(0, kShownDigits))});
  }
  page.add({std::move(definitions)});
  return page;
}

std::string version_json() {
  Json json;
  json["format"] = "spbe-index.version/1";
  json["name"] = "spbe-index";
  json["version"] = builtin_version();
  json["commit"] = built_from_commit().empty() ? Json(nullptr) : Json(built_from_commit());
  json["licence"] = kLicence;
  json["whole_licence"] = whole_licence();
  json["libraries"] = Json::array();
  for (const LinkedLibrary& library : linked_libraries()) {
    Json one;
    one["name"] = library.name;
    one["version"] = library.version;
    one["licence"] = library.licence;
    json["libraries"].push_back(std::move(one));
  }
  json["definitions"] = Json::array();
  for (const BuiltinFile& file : builtin_instruments()) {
    Json one;
    one["file"] = file.name;
    one["sha256"] = file.sha256;
    json["definitions"].push_back(std::move(one));
  }
  return dump(json);
}

}  // namespace

Command version_command() {
  Command command;
  command.name = "version";
  command.summary = {"Say which program this is, what it is made of, and its definitions.",
                     "Sebutkan versi program, pustaka penyusunnya, dan definisi instrumennya."};
  command.examples = {
      "Examples:\n"
      "  spbe-index version\n"
      "  spbe-index version --format json",
      "Contoh:\n"
      "  spbe-index version\n"
      "  spbe-index version --format json"};
  command.formats = {"text", "json"};
  command.configured = false;
  command.run = [](Session& session, const CommonOptions& common) {
    Context context(session, common);
    Output output(context);
    output.write(common.format == "json" ? version_json()
                                         : context.drawn(version_page(context.language())));
    return output.finish(Status::done);
  };
  return command;
}

}  // namespace spbe
