#include "render/csv.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "spbe/analysis/compute.hpp"
#include "spbe/base/source.hpp"

namespace spbe {

namespace {

// Whether a spreadsheet takes a cell that begins so for a formula; in East Asia also by the wide
// forms of the marks, and everywhere after a tab or a line break.
bool begins_formula(std::string_view text) {
  for (const std::string_view mark : {"=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"}) {
    if (text.starts_with(mark)) return true;
  }
  return false;
}

// `value` with an apostrophe where a cell would begin with a formula: at its beginning, and after
// each semicolon, which divides cells where the comma is the decimal mark.
std::string defused(std::string_view value) {
  std::string cell;
  for (;;) {
    const std::size_t end = value.find(';');
    const std::string_view part = value.substr(0, end);
    // Some readers take blanks away, and quotes that stand behind a semicolon.
    const std::string_view passed = cell.empty() ? " " : " \"";
    const std::size_t begin = std::min(part.find_first_not_of(passed), part.size());
    if (begins_formula(part.substr(begin))) cell += '\'';
    cell += printable(part);
    if (end == std::string_view::npos) return cell;
    cell += ';';
    value.remove_prefix(end + 1);
  }
}

constexpr auto kIndonesian = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"added", "ditambahkan"},
    {"ahead", "lebih tinggi"},
    {"aspect", "aspek"},
    {"bend", "titik belok"},
    {"best_tenth", "sepersepuluh teratas"},
    {"best_tenth_high", "sepersepuluh teratas tertinggi"},
    {"best_tenth_low", "sepersepuluh teratas terendah"},
    {"categories", "predikat mungkin"},
    {"category", "predikat"},
    {"change", "perubahan"},
    {"change_from", "perubahan sejak"},
    {"change_high", "perubahan tertinggi"},
    {"change_low", "perubahan terendah"},
    {"changed", "diubah"},
    {"column", "kolom"},
    {"contribution", "poin indeks"},
    {"contribution_high", "poin indeks tertinggi"},
    {"contribution_low", "poin indeks terendah"},
    {"criterion", "kriteria"},
    {"direction", "arah"},
    {"document", "dokumen"},
    {"due", "tenggat"},
    {"effort", "upaya"},
    {"error", "kesalahan"},
    {"evidence", "data dukung"},
    {"fell", "turun"},
    {"file", "berkas"},
    {"from", "semula"},
    {"from_category", "predikat semula"},
    {"from_high", "tertinggi semula"},
    {"from_index", "indeks semula"},
    {"from_index_high", "indeks tertinggi semula"},
    {"from_index_low", "indeks terendah semula"},
    {"from_low", "terendah semula"},
    {"from_stage", "tahap semula"},
    {"from_year", "tahun semula"},
    {"given", "cara nilai diberikan"},
    {"goal_without_unit", "target tercapai tanpa perangkat daerah itu"},
    {"gone", "hilang"},
    {"head", "kepala berkas"},
    {"hint", "petunjuk"},
    {"id", "kode"},
    {"index", "indeks"},
    {"index_exact", "indeks eksak"},
    {"index_high", "indeks tertinggi"},
    {"index_low", "indeks terendah"},
    {"index_without_unit", "indeks tanpa perangkat daerah itu"},
    {"index_without_unit_high", "indeks tertinggi tanpa perangkat daerah itu"},
    {"index_without_unit_low", "indeks terendah tanpa perangkat daerah itu"},
    {"indicator", "indikator"},
    {"indicators", "indikator"},
    {"institution", "instansi"},
    {"institutions", "jumlah instansi"},
    {"instrument", "instrumen"},
    {"kind", "jenis"},
    {"level", "tingkat"},
    {"line", "baris"},
    {"maybe", "mungkin"},
    {"median", "median"},
    {"median_high", "median tertinggi"},
    {"median_low", "median terendah"},
    {"message", "temuan"},
    {"name", "nama"},
    {"needs", "prasyarat"},
    {"new", "baru"},
    {"next", "berikutnya"},
    {"no", "tidak"},
    {"note", "catatan"},
    {"obstacle", "kendala"},
    {"of", "jumlah indikator"},
    {"of_kind", "banyaknya sejenis"},
    {"of_province", "banyaknya seprovinsi"},
    {"optimal", "terbukti"},
    {"order", "urutan"},
    {"other_changes", "perubahan lain"},
    {"previous_index", "indeks sebelumnya"},
    {"previous_median", "median sebelumnya"},
    {"previous_median_high", "median sebelumnya tertinggi"},
    {"previous_median_low", "median sebelumnya terendah"},
    {"previous_value", "nilai sebelumnya"},
    {"previous_value_high", "nilai sebelumnya tertinggi"},
    {"previous_value_low", "nilai sebelumnya terendah"},
    {"previous_year", "tahun sebelumnya"},
    {"probability", "peluang"},
    {"province", "provinsi"},
    {"published", "terpublikasi"},
    {"rank", "peringkat"},
    {"rank_best", "peringkat terbaik"},
    {"rank_in_kind", "peringkat sejenis"},
    {"rank_in_province", "peringkat seprovinsi"},
    {"rank_of", "banyaknya instansi"},
    {"rank_worst", "peringkat terburuk"},
    {"removed", "dihapus"},
    {"rose", "naik"},
    {"rounded", "dibulatkan"},
    {"rule", "aturan"},
    {"same", "tetap"},
    {"scored", "terisi"},
    {"severity", "tingkat temuan"},
    {"shared", "bersama"},
    {"stage", "tahap"},
    {"target", "target"},
    {"to", "menjadi"},
    {"to_category", "predikat menjadi"},
    {"to_high", "tertinggi menjadi"},
    {"to_index", "indeks menjadi"},
    {"to_index_high", "indeks tertinggi menjadi"},
    {"to_index_low", "indeks terendah menjadi"},
    {"to_low", "terendah menjadi"},
    {"to_stage", "tahap menjadi"},
    {"to_year", "tahun menjadi"},
    {"uncertain", "tidak pasti"},
    {"unit", "perangkat daerah"},
    {"units", "perangkat daerah"},
    {"unlocks", "memungkinkan"},
    {"usual_evidence", "data dukung lazim"},
    {"value", "nilai"},
    {"value_exact", "nilai eksak"},
    {"value_high", "nilai tertinggi"},
    {"value_low", "nilai terendah"},
    {"waived", "dikecualikan"},
    {"waiver", "pengecualian"},
    {"warning", "peringatan"},
    {"year", "tahun"},
    {"yes", "ya"},
});

}  // namespace

std::string_view CsvDialect::word(std::string_view name) const {
  if (!excel || language == Language::english) return name;
  using Pair = std::pair<std::string_view, std::string_view>;
  const auto* const found = std::ranges::find(kIndonesian, name, &Pair::first);
  return found == kIndonesian.end() ? name : found->second;
}

void CsvLine::separate() {
  if (!first_) line_ += dialect_.separator();
  first_ = false;
}

CsvLine& CsvLine::headings(const std::vector<std::string>& names) {
  if (dialect_.excel) line_ += "\xEF\xBB\xBF";
  for (const std::string& name : names) word(name);
  return *this;
}

CsvLine& CsvLine::number(std::string_view digits) {
  separate();
  line_ += digits;
  if (dialect_.excel)
    std::ranges::replace(line_.end() - static_cast<std::ptrdiff_t>(digits.size()), line_.end(), '.',
                         ',');
  return *this;
}

CsvLine& CsvLine::value(std::string_view column, std::optional<Ratio> value) {
  if (value && !terminating(*value)) {
    rounded_ += (rounded_.empty() ? "" : "|");
    rounded_ += dialect_.word(column);
  }
  return number(value ? decimal(*value) : "");
}

CsvLine& CsvLine::interval(const std::string& column, const std::optional<Interval>& value) {
  const auto one = [&](bool known, Ratio end) {
    return known ? std::optional<Ratio>(end) : std::nullopt;
  };
  const Interval ends = value.value_or(Interval{});
  return this->value(column, one(value && value->exact(), ends.low))
      .value(column + "_low", one(value.has_value(), ends.low))
      .value(column + "_high", one(value.has_value(), ends.high));
}

std::string CsvLine::rounded() { return std::exchange(rounded_, {}); }

CsvLine& CsvLine::text(std::string_view value) {
  separate();
  const std::string cell = defused(value);
  if (cell.find_first_of(",;\"\r\n") == std::string::npos) {
    line_ += cell;
    return *this;
  }
  line_ += '"';
  for (const char c : cell) {
    if (c == '"') line_ += '"';
    line_ += c;
  }
  line_ += '"';
  return *this;
}

std::string CsvLine::end() {
  line_ += '\n';
  first_ = true;
  return std::exchange(line_, {});
}

std::string CsvLine::piece() { return std::exchange(line_, {}); }

std::string shown_digits(const Interval& value) {
  const auto common = shown_value(value, kShownPlaces);
  return common ? fixed(*common, kShownPlaces) : std::string();
}

std::string joined_categories(const Instrument& instrument,
                              const std::vector<std::size_t>& categories) {
  std::string names;
  for (const std::size_t i : categories) {
    names += (names.empty() ? "" : "|") + instrument.categories[i].name;
  }
  return names;
}

}  // namespace spbe
