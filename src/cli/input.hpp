#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "cli/context.hpp"
#include "cli/parallel.hpp"
#include "cli/session.hpp"
#include "spbe/base/diagnostic.hpp"
#include "spbe/model/assessment.hpp"

namespace spbe {

// The files that `paths` name: a folder stands for every *.yaml and *.yml below it (not in
// hidden folders, and not what a pattern of `exclude` names), in order of name; "-" for standard
// input.
std::vector<std::string> expand_inputs(const std::vector<std::string>& paths,
                                       const std::vector<std::string>& exclude,
                                       Diagnostics& diagnostics);

// Whether a link found in a folder leads to a file within `root`. Who may only add files must not
// have others read for him, with their lines in a log.
bool leads_within(const std::filesystem::path& link, const std::filesystem::path& root);

// Whether a file that was found in the folder `root`, and not named, is read: a regular file, and
// no link that leads out of it; a warning says why not.
bool is_to_be_read(const std::filesystem::path& path, const std::filesystem::path& root,
                   Diagnostics& diagnostics);

// The whole file, or standard input for "-"; null with an error when it cannot be read.
std::shared_ptr<const Source> read_source(const std::string& path, Session& session,
                                          Diagnostics& diagnostics);

// Reads every assessment of one file into its argument.
using ReadFile = std::function<void(const AssessmentReceiver&)>;

// Does `compute` with what `file` holds; when its numbers do not fit the exact arithmetic, that is
// an error of the file, and the other files go on.
void unless_too_fine(Diagnostics& diagnostics, const std::string& file,
                     const std::function<void()>& compute);

// Calls `make(i)` for every file, on the threads of --jobs, and what it returns in order on the
// calling thread, with a progress bar. With `in_turn` the calls come one by one.
void for_each_file(Context& context, const std::vector<std::string>& files,
                   const std::function<Delivery(std::size_t, bool in_turn)>& make);

// Calls `make` for every file of `paths`, on the threads of --jobs, and what it returns in order
// on the calling thread, printing after each file what is wrong with it. With `in_turn` the
// calls come one by one, so `make` may do the whole context. Returns whether all could be read.
bool read_files(Context& context, const Catalog& catalog, const std::vector<std::string>& paths,
                const std::function<Delivery(const ReadFile&, bool in_turn)>& make);

// `receive(map(assessment))` for every assessment of `paths`: `map` on several threads at once,
// `receive` in order on the calling thread. Returns whether all could be read.
template <class Map, class Receive>
bool map_all(Context& context, const Catalog& catalog, const std::vector<std::string>& paths,
             const Map& map, const Receive& receive) {
  using Result = std::invoke_result_t<const Map&, Assessment&&>;
  return read_files(context, catalog, paths, [&](const ReadFile& read, bool in_turn) -> Delivery {
    if (in_turn) {
      read([&](Assessment&& assessment) { receive(map(std::move(assessment))); });
      return {};
    }
    auto results = std::make_shared<std::vector<Result>>();
    read([&](Assessment&& assessment) { results->push_back(map(std::move(assessment))); });
    return [results, &receive] {
      for (Result& result : *results) receive(std::move(result));
    };
  });
}

// Reads every assessment of `paths` in order, printing what is wrong with each file. Returns
// whether all could be read.
bool read_all(Context& context, const Catalog& catalog, const std::vector<std::string>& paths,
              const AssessmentReceiver& receive);

// The one assessment of `path`; nothing after an error, which has been printed.
std::optional<Assessment> read_one(Context& context, const Catalog& catalog,
                                   const std::string& path);

}  // namespace spbe
