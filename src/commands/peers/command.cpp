#include <memory>
#include <utility>

#include "cli/input.hpp"
#include "cli/output.hpp"
#include "commands/commands.hpp"
#include "commands/peers/report.hpp"

namespace spbe {

namespace {

struct PeersOptions {
  std::vector<std::string> files;  // ours, then the peers
};

std::string draw_peers(const PeersReport& report, const Context& context) {
  const std::string& format = context.options().format;
  if (format == "json") return peers_json(report);
  if (format == "csv") return peers_csv(report, context.csv());
  return context.drawn(peers_page(report, context.language()));
}

Status run_peers(Session& session, const CommonOptions& common, const PeersOptions& options) {
  Context context(session, common);
  const Catalog* catalog = context.catalog();
  if (catalog == nullptr) return Status::bad_input;
  auto assessment = read_one(context, *catalog, options.files.front());
  if (!assessment) return Status::bad_input;
  const PeerProfile ours = profile_of(evaluate(std::move(*assessment)));
  std::vector<PeerProfile> all;
  const bool fine = map_all(
      context, *catalog, {options.files.begin() + 1, options.files.end()},
      [](Assessment&& one) { return profile_of(evaluate(std::move(one))); },
      [&](PeerProfile&& profile) { all.push_back(std::move(profile)); });
  const Peers peers = peers_of(ours, all);
  Output output(context);
  output.write(draw_peers({&ours, &peers}, context));
  return output.finish(fine ? Status::done : Status::bad_input);
}

}  // namespace

Command peers_command() {
  const auto options = std::make_shared<PeersOptions>();
  Command command;
  command.name = "peers";
  command.many_files = true;
  command.summary = {"Show an institution among those of its kind and province.",
                     "Tampilkan suatu instansi di antara yang sejenis dan seprovinsi."};
  command.examples = {
      "FILE is compared with the results of its year in the other files, by `kind` and\n"
      "`province`; of an institution with several the latest stage counts. The best tenth\n"
      "begins at the lowest value that is still among the best 10%. Where the others hold\n"
      "an earlier year of the institution, the two years stand side by side.\n\n"
      "Examples:\n"
      "  spbe-index peers 2023.yaml national-2023/\n"
      "  spbe-index peers 2023.yaml 2022.yaml national-2022/ national-2023/\n"
      "  spbe-index peers 2023.yaml national-2023.yaml --format markdown\n"
      "  spbe-index peers 2023.yaml national-2023/ --format csv > peers.csv",
      "BERKAS dibandingkan dengan hasil tahun yang sama dalam berkas lain, menurut `kind` dan\n"
      "`province`; bila suatu instansi memiliki beberapa hasil, tahap terakhir yang\n"
      "dipakai. Kolom '10% terbaik' memuat nilai terendah yang masih termasuk 10% terbaik. Bila\n"
      "berkas lain memuat tahun sebelumnya dari instansi itu, kedua tahun ditampilkan.\n\n"
      "Contoh:\n"
      "  spbe-index peers 2023.yaml nasional-2023/\n"
      "  spbe-index peers 2023.yaml 2022.yaml nasional-2022/ nasional-2023/\n"
      "  spbe-index peers 2023.yaml nasional-2023.yaml --format markdown\n"
      "  spbe-index peers 2023.yaml nasional-2023/ --format csv > pembanding.csv"};
  command.positionals = {{"FILE FOLDER...",
                          &options->files,
                          {"an assessment, then its peers", "penilaian, lalu pembandingnya"},
                          2,
                          0}};
  command.formats = {"text", "json", "csv", "markdown", "xlsx"};
  command.run = [options](Session& session, const CommonOptions& common) {
    return run_peers(session, common, *options);
  };
  return command;
}

}  // namespace spbe
