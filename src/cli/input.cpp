#include "cli/input.hpp"

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <filesystem>
#include <istream>
#include <iterator>
#include <optional>

#include "cli/arguments.hpp"
#include "cli/platform.hpp"
#include "document/yaml_reader.hpp"
#include "spbe/base/ratio.hpp"

namespace spbe {

namespace {

namespace fs = std::filesystem;

bool is_yaml(const fs::path& path) {
  const std::string extension = path.extension().string();
  return extension == ".yaml" || extension == ".yml";
}

Location place_of(const std::string& path) { return {path}; }

void cannot_read(Diagnostics& diagnostics, const std::string& path, int error) {
  const char* code = "cannot-read";
  if (error == ENOENT || error == ENOTDIR) code = "no-such-file";
  if (error == EACCES || error == EPERM) code = "no-permission";
  diagnostics.error(code, place_of(path), {platform::reason(error)});
}

}  // namespace

bool leads_within(const fs::path& link, const fs::path& root) {
  const auto real_file = platform::real_path(link.string());
  if (!real_file) return true;  // to nothing: the reader says so
  const auto real_root = platform::real_path(root.string());
  if (!real_root) return false;
  const fs::path file = platform::path_of(*real_file);
  const fs::path inside = platform::path_of(*real_root);
  return std::mismatch(inside.begin(), inside.end(), file.begin(), file.end()).first ==
         inside.end();
}

bool is_to_be_read(const fs::path& path, const fs::path& root, Diagnostics& diagnostics) {
  std::error_code ignored;
  if (platform::is_link(path.string()) && !leads_within(path, root)) {
    diagnostics.warning("link-out-of-folder", place_of(path.generic_string()));
    return false;
  }
  // A pipe or device may never end.
  if (fs::exists(path, ignored) && !fs::is_regular_file(path, ignored)) {
    diagnostics.warning("no-regular-file", place_of(path.generic_string()));
    return false;
  }
  return true;
}

namespace {

std::string whole_path(const fs::path& path) {
  std::error_code error;
  return fs::absolute(path, error).lexically_normal().generic_string();
}

// Patterns of what is left out: one without a slash is of names, another of whole paths.
class Excluded {
 public:
  explicit Excluded(const std::vector<std::string>& patterns) {
    for (const std::string& pattern : patterns) {
      if (!platform::path_of(pattern).has_parent_path()) {
        names_.push_back(pattern);
        continue;
      }
      paths_.push_back(whole_path(platform::path_of(pattern)));
      if (paths_.back().ends_with('/')) paths_.back().pop_back();
    }
  }

  bool holds(const fs::path& path) const {
    const auto any = [](const std::vector<std::string>& patterns, const std::string& text) {
      return std::ranges::any_of(
          patterns, [&](const std::string& pattern) { return platform::matches(pattern, text); });
    };
    return any(names_, path.filename().string()) ||
           (!paths_.empty() && any(paths_, whole_path(path)));
  }

 private:
  std::vector<std::string> names_;
  std::vector<std::string> paths_;
};

// The YAML files in and below `folder`, which is or lies in the folder `root` that was named.
void collect(const fs::path& folder, const fs::path& root, const Excluded& excluded,
             std::vector<std::string>& files, Diagnostics& diagnostics) {
  std::error_code error;
  std::vector<std::pair<std::string, bool>> entries;  // name, is a folder
  fs::directory_iterator at(folder, error);
  for (; !error && at != fs::directory_iterator(); at.increment(error)) {
    std::string name = at->path().filename().string();
    if (name.starts_with('.')) continue;
    std::error_code ignored;
    const bool is_folder = at->is_directory(ignored);
    // A link to a folder could lead round in a circle.
    if (is_folder && platform::is_link(at->path().string())) continue;
    if (!is_folder && !is_yaml(at->path())) continue;
    if (excluded.holds(at->path())) continue;
    entries.emplace_back(std::move(name), is_folder);
  }
  if (error) {
    cannot_read(diagnostics, folder.generic_string(), error.default_error_condition().value());
    return;
  }
  std::ranges::sort(entries);
  for (const auto& [name, is_folder] : entries) {
    const fs::path path = folder / platform::path_of(name);
    if (is_folder) {
      collect(path, root, excluded, files, diagnostics);
    } else if (is_to_be_read(path, root, diagnostics)) {
      files.push_back(path.generic_string());
    }
  }
}

// The text, or errno.
int read_stream(std::istream& in, std::string& text) {
  errno = 0;
  std::string chunk(std::size_t{1} << 16U, '\0');
  // One byte more than allowed is enough to know that it is too much.
  while (in && text.size() <= kMaxFileBytes) {
    in.read(chunk.data(), static_cast<std::streamsize>(chunk.size()));
    text.append(chunk, 0, static_cast<std::size_t>(in.gcount()));
  }
  return in.bad() ? (errno == 0 ? EIO : errno) : 0;
}

}  // namespace

std::vector<std::string> expand_inputs(const std::vector<std::string>& paths,
                                       const std::vector<std::string>& exclude,
                                       Diagnostics& diagnostics) {
  const Excluded excluded(exclude);
  std::vector<std::string> files;
  std::error_code error;
  for (const std::string& path : paths) {
    if (path == "-") {
      files.push_back(path);
      continue;
    }
    const fs::path folder = platform::path_of(path);
    if (!fs::is_directory(folder, error)) {
      std::ranges::move(platform::named_by(path), std::back_inserter(files));
      continue;
    }
    const std::size_t before = files.size();
    const std::size_t errors_before = diagnostics.errors();
    collect(folder, folder, excluded, files, diagnostics);
    if (files.size() == before && diagnostics.errors() == errors_before) {
      diagnostics.error("folder-without-yaml", place_of(path));
    }
  }
  return files;
}

std::shared_ptr<const Source> read_source(const std::string& path, Session& session,
                                          Diagnostics& diagnostics) {
  std::string text;
  const std::string name = path == "-" ? "<stdin>" : path;
  std::optional<platform::FileKey> key;
  const int error = path == "-" ? read_stream(session.in, text)
                                : platform::read_file(path, kMaxFileBytes, text, key);
  if (key) session.inputs.add(*key);
  if (error == EISDIR) {
    diagnostics.error("is-a-folder", place_of(name));
    return nullptr;
  }
  if (error != 0) {
    cannot_read(diagnostics, name, error);
    return nullptr;
  }
  return std::make_shared<const Source>(name, std::move(text));
}

void unless_too_fine(Diagnostics& diagnostics, const std::string& file,
                     const std::function<void()>& compute) {
  try {
    compute();
  } catch (const RatioOverflow&) {
    diagnostics.error("numbers-too-fine", place_of(file == "-" ? "<stdin>" : file));
  }
}

void for_each_file(Context& context, const std::vector<std::string>& files,
                   const std::function<Delivery(std::size_t, bool in_turn)>& make) {
  const Environment& environment = context.session().environment;
  Progress progress(context.session().err,
                    {environment.err_is_terminal && !environment.dumb && !context.options().quiet,
                     context.language(), environment.columns, std::chrono::steady_clock::now},
                    files.size());
  context.show(&progress);
  // Standard input can be read only by one thread.
  const bool has_stdin = std::ranges::find(files, "-") != files.end();
  const std::size_t jobs = has_stdin || files.size() < 2 ? 1 : context.jobs();
  run_in_order(files.size(), jobs, [&](std::size_t i) -> Delivery {
    return [&progress, deliver = make(i, jobs == 1)] {
      if (deliver) deliver();
      progress.step();
    };
  });
  context.show(nullptr);
}

bool read_files(Context& context, const Catalog& catalog, const std::vector<std::string>& paths,
                const std::function<Delivery(const ReadFile&, bool in_turn)>& make) {
  Diagnostics general;
  const std::vector<std::string> files = expand_inputs(paths, context.options().exclude, general);
  bool fine = !context.print(general);
  // A plan that is named alone is asked for.
  const bool alone = files.size() == 1 && files == paths;
  const bool leaves_plans = context.options().leaves_plans && !alone;
  std::atomic<std::size_t> plans = 0;
  const auto print = [&](Diagnostics& diagnostics) {
    diagnostics.sort();
    fine = !context.print(diagnostics) && fine;
  };
  for_each_file(context, files, [&](std::size_t i, bool in_turn) -> Delivery {
    Diagnostics diagnostics;
    Delivery deliver;
    unless_too_fine(diagnostics, files[i], [&] {
      deliver = make(
          [&](const AssessmentReceiver& receive) {
            if (const auto source = read_source(files[i], context.session(), diagnostics)) {
              read_assessments(source, catalog, diagnostics, [&](Assessment&& assessment) {
                if (leaves_plans && assessment.stage == Stage::plan) {
                  ++plans;
                } else {
                  receive(std::move(assessment));
                }
              });
            }
          },
          in_turn);
    });
    return [&print, &file = files[i], deliver = std::move(deliver),
            diagnostics = std::move(diagnostics)]() mutable {
      if (deliver) unless_too_fine(diagnostics, file, deliver);
      print(diagnostics);
    };
  });
  if (plans > 0) {
    Diagnostics left;
    left.warning("plans-left-out", command_line(), {std::to_string(plans.load())});
    context.print(left);
  }
  return fine;
}

bool read_all(Context& context, const Catalog& catalog, const std::vector<std::string>& paths,
              const AssessmentReceiver& receive) {
  return map_all(
      context, catalog, paths, [](Assessment&& assessment) { return std::move(assessment); },
      [&](Assessment&& assessment) { receive(std::move(assessment)); });
}

std::optional<Assessment> read_one(Context& context, const Catalog& catalog,
                                   const std::string& path) {
  Diagnostics diagnostics;
  std::optional<Assessment> assessment;
  if (const auto source = read_source(path, context.session(), diagnostics)) {
    assessment = read_assessment(source, catalog, diagnostics);
  }
  diagnostics.sort();
  if (context.print(diagnostics)) return std::nullopt;
  return assessment;
}

}  // namespace spbe
