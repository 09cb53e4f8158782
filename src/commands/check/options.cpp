#include "commands/check/options.hpp"

#include <algorithm>

#include "cli/arguments.hpp"
#include "cli/selection.hpp"
#include "commands/explain_rule/rule_pages.hpp"
#include "document/nearest.hpp"
#include "document/schema.hpp"

namespace spbe {

namespace {

class Reading {
 public:
  Reading(const CheckArguments& arguments, const Catalog& catalog, Diagnostics& diagnostics)
      : arguments_(arguments), catalog_(catalog), diagnostics_(diagnostics) {}

  RunOptions read(const Date& today) {
    options_.today = today;
    options_.with_previous = !arguments_.previous.empty();
    options_.no_fall = arguments_.no_fall;
    options_.complete = arguments_.complete;
    options_.min_index = threshold("--min-index", arguments_.min_index);
    options_.max_fall = threshold("--max-fall", arguments_.max_fall);
    options_.basis = category_basis(arguments_.category_by);
    read_today();
    read_rules(arguments_.enable, false, options_.enabled);
    read_rules(arguments_.disable, true, options_.disabled);
    read_edition();
    read_category();
    if (!options_.with_previous) {
      if (options_.no_fall) error("gate-needs-previous", {"--no-fall"});
      if (options_.max_fall) error("gate-needs-previous", {"--max-fall"});
    }
    return std::move(options_);
  }

 private:
  Diagnostic& error(std::string code, std::vector<std::string> args) {
    return diagnostics_.error(std::move(code), command_line(), std::move(args));
  }

  // With the decimals that were typed, and at least those an index is shown with.
  std::optional<Printed> threshold(const char* flag, const std::optional<std::string>& text) {
    if (!text) return std::nullopt;
    const auto value = Ratio::parse(*text);
    if (!value || *value < Ratio(0) || text->find('/') != std::string::npos) {
      error("bad-threshold", {flag, *text});
      return std::nullopt;
    }
    const std::size_t mark = text->find_first_of(".,");
    const std::size_t places = mark == std::string::npos ? 0 : text->size() - mark - 1;
    return Printed{*value, std::max(kShownPlaces, static_cast<int>(places))};
  }

  void read_today() {
    if (!arguments_.today) return;
    if (const auto date = parse_date(*arguments_.today)) {
      options_.today = *date;
    } else {
      error("bad-date", {*arguments_.today});
    }
  }

  // Names, each option with one or several between commas.
  void read_rules(const std::vector<std::string>& lists, bool disable,
                  std::set<std::string, std::less<>>& into) {
    for (const std::string& name : split_list(lists)) read_rule(name, disable, into);
  }

  void read_rule(const std::string& name, bool disable, std::set<std::string, std::less<>>& into) {
    const auto named = rules_named(name);
    if (!named.empty() && named.front()->kind == RuleKind::gate) {
      error("rule-is-a-gate", {name});
      return;
    }
    for (const Rule* rule : named) into.emplace(rule->name);
    if (!named.empty()) return;
    if (find_rule_page(name) != nullptr) {
      if (disable) error("rule-cannot-be-disabled", {name});
      return;
    }
    std::vector<std::string> names;
    for (const Rule& rule : rules()) names.emplace_back(rule.name);
    Diagnostic& unknown = error("unknown-rule", {name});
    if (!suggest_nearest(unknown, name, names)) {
      unknown.suggest("see-rules");
    }
  }

  // One of `known`, letter case aside, or an error.
  std::string choose(const char* flag, const std::string& word,
                     const std::vector<std::string>& known) {
    for (const std::string& one : known) {
      if (lower_case(one) == lower_case(word)) return one;
    }
    Diagnostic& wrong = error("bad-choice", {flag, word, join(known, ", ")});
    suggest_nearest(wrong, word, known);
    return {};
  }

  static void add_once(std::vector<std::string>& names, const std::string& name) {
    if (std::ranges::find(names, name) == names.end()) names.push_back(name);
  }

  void read_edition() {
    if (!arguments_.rules) return;
    std::vector<std::string> known = {"none"};
    catalog_.prepare();
    for (const Catalog::Entry& entry : catalog_.entries()) {
      for (const Edition& edition : entry.instrument->editions) add_once(known, edition.id);
    }
    options_.edition = choose("--rules", *arguments_.rules, known);
  }

  void read_category() {
    if (!arguments_.min_category) return;
    std::vector<std::string> known;
    catalog_.prepare();
    for (const Catalog::Entry& entry : catalog_.entries()) {
      for (const Category& category : entry.instrument->categories) {
        add_once(known, category.name);
      }
    }
    options_.min_category = choose("--min-category", *arguments_.min_category, known);
  }

  const CheckArguments& arguments_;
  const Catalog& catalog_;
  Diagnostics& diagnostics_;
  RunOptions options_;
};

Option valued(std::string flags, Option::Target target, Words help, std::string value_name,
              std::vector<std::string> choices = {}) {
  return {std::move(flags), target, help, std::move(value_name), std::move(choices), false};
}

Option flag(std::string flags, bool* target, Words help) {
  return {std::move(flags), target, help, "", {}, false};
}

}  // namespace

std::vector<Option> check_option_list(CheckArguments& arguments) {
  return {
      valued("--previous", &arguments.previous,
             {"earlier years to compare with", "tahun sebelumnya sebagai pembanding"}, "PATH"),
      valued("--min-index", &arguments.min_index,
             {"gate: the index is at least N", "syarat lulus: indeks sedikitnya N"}, "N"),
      valued("--min-category", &arguments.min_category,
             {"gate: the category is at least NAME", "syarat lulus: predikat paling rendah NAMA"},
             "NAME"),
      flag("--no-fall", &arguments.no_fall,
           {"gate: the index did not fall", "syarat lulus: indeks tidak turun"}),
      valued("--max-fall", &arguments.max_fall,
             {"gate: the index fell by at most N", "syarat lulus: indeks turun paling banyak N"},
             "N"),
      flag("--complete", &arguments.complete,
           {"gate: every indicator has a level",
            "syarat lulus: setiap indikator sudah diberi tingkat"}),
      valued("--fail-on", &arguments.fail_on,
             {"the least that makes the status 1", "temuan paling ringan yang membuat status 1"},
             "LEVEL", {"error", "warning"}),
      valued("--enable", &arguments.enable, {"turn rules on", "aktifkan aturan"}, "RULE"),
      valued("--disable", &arguments.disable, {"turn rules off", "matikan aturan"}, "RULE"),
      valued("--rules", &arguments.rules,
             {"edition of the prerequisites, or none", "edisi prasyarat, atau none"}, "ID"),
      category_by_option(arguments.category_by),
      valued("--today", &arguments.today,
             {"the day on which waivers are judged", "tanggal untuk menilai pengecualian"}, "DATE"),
      flag("--all", &arguments.all,
           {"each finding, also where many files have it",
            "tampilkan setiap temuan, juga yang sama di banyak berkas"}),
      flag("--list-rules", &arguments.list_rules,
           {"list the rules and stop", "tampilkan daftar aturan, lalu selesai"}),
  };
}

RunOptions check_options(const CheckArguments& arguments, const Catalog& catalog, const Date& today,
                         Diagnostics& diagnostics) {
  return Reading(arguments, catalog, diagnostics).read(today);
}

}  // namespace spbe
