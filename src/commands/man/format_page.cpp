#include <fmt/format.h>

#include <span>

#include "commands/man/manual.hpp"
#include "commands/man/pages.hpp"
#include "document/schema.hpp"
#include "model/words.hpp"
#include "spbe/model/catalog.hpp"

namespace spbe {

namespace {

struct Key {
  std::string_view name;
  Words meaning;
};

// `tests/formats_page` holds these to data/schema/assessment.schema.json, and so to the reader.
constexpr Key kFileKeys[] = {
    {"institution", {"name of the institution; required", "nama instansi; wajib"}},
    {"id",
     {"code of the institution, such as that of Kemendagri (18.71). Where two files have one it "
      "decides whether they are of one institution, whatever their names.",
      "kode instansi, misalnya kode Kemendagri (18.71). Bila dua berkas memuatnya, kode itulah "
      "yang menentukan apakah instansinya sama, apa pun namanya."}},
    {"year", {"year of the assessment; required", "tahun penilaian; wajib"}},
    {"instrument",
     {"id of the definition; that of the year unless given",
      "id instrumen; bila tidak ditulis, yang berlaku pada tahun itu"}},
    {"kind", {"what kind of institution", "jenis instansi"}},
    {"province", {"province, by its official name", "provinsi, dengan nama resminya"}},
    {"stage", {"stage of the assessment", "tahap penilaian"}},
    {"source", {"where the figures come from", "asal angka"}},
    {"effort_unit",
     {"what efforts count, such as hari-orang", "satuan upaya, misalnya hari-orang"}},
    {"scores", {"the levels; required", "tingkat kematangan; wajib"}},
    {"published",
     {"what was published: index, category, and domains and aspects by name. It is checked, and "
      "narrows what missing levels leave open.",
      "yang dipublikasikan: index, category, serta domains dan aspects menurut namanya. Nilai itu "
      "diperiksa, dan mempersempit tingkat yang belum diketahui."}},
    {"targets",
     {"the goal: index, category, domains, aspects", "sasaran: index, category, domains, aspects"}},
    {"obstacles",
     {"a list of what keeps indicators from rising",
      "daftar kendala yang menahan kenaikan indikator"}},
    {"waive",
     {"a list of findings of check to be silent about", "daftar temuan check yang dikecualikan"}},
};

constexpr Key kIndicatorKeys[] = {
    {"level",
     {"the level, a whole number for PermenPANRB 59/2020",
      "tingkat kematangan; bilangan bulat pada PermenPANRB 59/2020"}},
    {"complete",
     {"Pemdi: the highest level all of whose evidence is accepted",
      "Pemdi: tingkat tertinggi yang seluruh data dukungnya diterima"}},
    {"items",
     {"Pemdi: accepted of all evidence by level, such as {1: 1/1, 2: 2/4}",
      "Pemdi: data dukung yang diterima dari seluruhnya, per tingkat, misalnya {1: 1/1, 2: 2/4}"}},
    {"from",
     {"Pemdi: another agency's index and its date, such as {sdi: 68.75, date: 2026-03-14}",
      "Pemdi: indeks instansi pembina dan tanggalnya, misalnya {sdi: 68.75, date: 2026-03-14}"}},
    {"unit", {"responsible unit, or a list", "perangkat daerah penanggung jawab, atau daftarnya"}},
    {"units", {"the same as unit", "sama dengan unit"}},
    {"target", {"level aimed at", "tingkat yang dituju"}},
    {"due", {"day by which the target is to be reached", "tanggal target harus tercapai"}},
    {"sure",
     {"probability that the level stands, 0 to 1", "peluang tingkat itu bertahan, 0 sampai 1"}},
    {"effort",
     {"effort of a level, or a list, the first from 1 to 2; also of an obstacle",
      "upaya untuk naik satu tingkat, atau daftar yang diawali kenaikan dari 1 ke 2; juga untuk "
      "kendala"}},
    {"note", {"a text", "catatan"}},
    {"evidence",
     {"a text, or text, date, file and link, or a list of these",
      "teks, atau text, date, file, dan link, atau daftarnya"}},
};

constexpr Key kEvidenceKeys[] = {
    {"text", {"what it is; also of an obstacle", "uraian; juga untuk kendala"}},
    {"date", {"its day, YYYY-MM-DD", "tanggalnya, TTTT-BB-HH"}},
    {"file", {"file, from the folder of the assessment", "berkas, dari folder penilaian"}},
    {"link", {"address", "alamat"}},
};

constexpr Key kObstacleKeys[] = {
    {"id", {"short name; required", "nama pendek; wajib"}},
    {"holds",
     {"indicators that it holds, such as [21-31, 4]; required",
      "indikator yang ditahan, misalnya [21-31, 4]; wajib"}},
    {"at", {"level at which it holds them", "tingkat tempat indikator itu tertahan"}},
};

constexpr Key kWaiverKeys[] = {
    {"rule", {"the rule that is waived; required", "aturan yang dikecualikan; wajib"}},
    {"indicators",
     {"those concerned; all unless given",
      "indikator yang dikecualikan; semua bila tidak ditulis"}},
    {"until", {"last day, YYYY-MM-DD; required", "hari terakhir, TTTT-BB-HH; wajib"}},
    {"reason", {"why; required", "alasan; wajib"}},
    {"owner", {"who answers for it", "penanggung jawab"}},
};

void keys(Manual& manual, const Words& heading, std::span<const Key> all) {
  manual.section(heading);
  for (const Key& key : all) {
    std::string meaning(manual.tr(key.meaning));
    if (key.name == "kind") meaning += ": " + join(known_kinds(), ", ");
    if (key.name == "stage") meaning += ": " + join(known_stages(), ", ");
    if (key.name == "instrument") {
      const Catalog catalog;
      meaning += ": " + join(catalog.ids(), ", ");
    }
    manual.item(key.name, "", meaning);
  }
}

void rules_of_writing(Manual& manual) {
  manual.section({"SCORES", "ISI SCORES"});
  manual.text(manual.tr(
      {"Indicators go by number or code (12, ID-12), domains and aspects by slug or code "
       "(kebijakan, "
       "D1, A2); levels of nesting may be left out. The value of an indicator is its level, or a "
       "mapping with the keys below; nothing where it is not known. The value of a domain or "
       "aspect "
       "is the published one, where the levels below it are not known.",
       "Indikator ditulis dengan nomor atau kodenya (12, ID-12), domain dan aspek dengan nama "
       "pendek atau kodenya (kebijakan, D1, A2); domain dan aspek di atas indikator boleh tidak "
       "ditulis. Nilai indikator adalah tingkatnya, atau isian dengan kunci di bawah ini; kosong "
       "bila belum diketahui. Nilai domain atau aspek adalah nilai terpublikasinya, bila tingkat "
       "indikatornya tidak diketahui."}));
  manual.paragraph(manual.tr(
      {"A level is exact; a published value is rounded: 3.40 stands for every value from 3.395 up "
       "to 3.405. An indicator that is missing is not guessed: the index becomes a range.",
       "Tingkat bersifat eksak; nilai terpublikasi sudah dibulatkan: 3.40 berarti 3,395 sampai di "
       "bawah 3,405. Indikator yang kosong tidak ditebak: indeksnya menjadi rentang."}));
  manual.paragraph(manual.tr(
      {"Anchors, aliases, tabs, quoted levels and keys given twice are refused. A file may hold "
       "several assessments, each after a line ---.",
       "Anchor, alias, tab, tingkat dalam tanda kutip, dan kunci ganda ditolak. Satu berkas boleh "
       "memuat beberapa penilaian, masing-masing setelah baris ---."}));
}

}  // namespace

std::string format_manual(Language language) {
  Manual manual(kFormatPage, 5, language);
  manual.section({"NAME", "NAMA"});
  manual.text(fmt::format("{} - {}", kFormatPage,
                          manual.tr({"file of one institution and one year, for spbe-index",
                                     "berkas satu instansi dan satu tahun untuk spbe-index"})));
  manual.section({"DESCRIPTION", "URAIAN"});
  manual.text(
      manual.tr({"An assessment is a YAML file, UTF-8, that says what is known. "
                 "spbe-index init writes an empty one.",
                 "Penilaian adalah berkas YAML (UTF-8) yang memuat apa yang diketahui. spbe-index "
                 "init menulis penilaian kosong."}));
  keys(manual, {"KEYS OF THE FILE", "KUNCI BERKAS"}, kFileKeys);
  rules_of_writing(manual);
  keys(manual, {"KEYS OF AN INDICATOR", "KUNCI INDIKATOR"}, kIndicatorKeys);
  keys(manual, {"KEYS OF EVIDENCE", "KUNCI DATA DUKUNG"}, kEvidenceKeys);
  keys(manual, {"KEYS OF AN OBSTACLE", "KUNCI KENDALA"}, kObstacleKeys);
  keys(manual, {"KEYS OF A WAIVER", "KUNCI PENGECUALIAN"}, kWaiverKeys);
  manual.section({"EXAMPLE", "CONTOH"});
  manual.lines(
      "institution: Pemerintah Kabupaten Contoh\n"
      "year: 2024\n"
      "kind: kabupaten\n"
      "province: Lampung\n"
      "scores:\n"
      "  kebijakan:\n"
      "    kebijakan-tata-kelola:\n"
      "      1: 3\n"
      "      2: {level: 2, unit: Bappeda, target: 3, note: menunggu Perbup}\n"
      "  D2: 1.70\n"
      "obstacles:\n"
      "  - {id: arsitektur, holds: [21-31], at: 1, effort: 4}");
  manual.section({"FILES", "BERKAS"});
  manual.item(
      "schema/assessment.schema.json", "",
      manual.tr(
          {"below share/spbe-index: the same as a JSON Schema, for editors. A first "
           "line '# yaml-language-server: $schema=PATH' turns it on.",
           "di bawah share/spbe-index: keterangan yang sama sebagai JSON Schema untuk penyunting "
           "teks. Baris pertama '# yaml-language-server: $schema=JALUR' mengaktifkannya."}));
  manual.see_also({"spbe-index", "spbe-index-init", "spbe-index-check"}, 1);
  return manual.take();
}

}  // namespace spbe
