#include "commands/explain_rule/rule_pages.hpp"

#include <array>

namespace spbe {

namespace {

constexpr auto kRulePages = std::to_array<RulePage>({
    {"published-index",
     {"the published index follows from the levels", "indeks terpublikasi sesuai tingkatnya"},
     {"The index is the sum of level times weight over all indicators, added exactly and rounded "
      "once. If the published number is another one, a level, the number or the report is wrong. "
      "Where only domain or aspect values are given, the published index must be among those "
      "that the values allow.",
      "Indeks adalah jumlah tingkat kali bobot semua indikator, dijumlahkan secara eksak dan "
      "dibulatkan sekali. Bila angka terpublikasi berbeda, ada yang keliru: tingkatnya, angkanya, "
      "atau laporannya. Bila hanya nilai domain atau aspek yang ada, indeks terpublikasi harus "
      "termasuk indeks yang dimungkinkan nilai itu."},
     "published:\n  index: 2.16        # the levels give 2.1545, printed 2.15",
     {"Compare the levels with the report. If the report itself is wrong, keep what it prints and "
      "add a waiver that says so.",
      "Cocokkan tingkatnya dengan laporan. Bila laporannya yang keliru, biarkan angkanya dan "
      "tambahkan pengecualian beserta alasannya."}},
    {"published-category",
     {"the published category fits the index", "predikat terpublikasi sesuai indeks"},
     {"The category follows from the index by the bounds of the regulation (59/2020: Baik from "
      "2.60). In 2023 official results went by the rounded index, in 2024 by the exact one; the "
      "instrument says which counts in which year.",
      "Predikat ditentukan oleh indeks menurut batas dalam peraturan (59/2020: Baik mulai 2,60). "
      "Hasil resmi tahun 2023 mengikuti indeks yang dibulatkan, hasil tahun 2024 indeks eksak; "
      "definisi instrumen menyebut mana yang berlaku pada tahun mana."},
     "published:\n  index: 2.59\n  category: Baik      # 2.594 is below 2.60",
     {"Correct the category, or try --category-by shown or exact when the report went by the "
      "other reading.",
      "Perbaiki predikatnya, atau coba --category-by shown atau exact bila laporan memakai cara "
      "yang lain."}},
    {"published-domain",
     {"published domain values follow from the levels",
      "nilai domain terpublikasi sesuai tingkatnya"},
     {"A domain value is the weighted mean of the levels below it. It is compared within the "
      "rounding of the digits that are printed.",
      "Nilai domain adalah rata-rata tertimbang dari tingkat indikatornya. Perbandingan memakai "
      "ketelitian desimal yang dicetak."},
     "published:\n  domains:\n    tata-kelola: 1.60  # its levels give 1.7",
     {"Compare the levels of the domain with the report.",
      "Cocokkan tingkat indikator dalam domain itu dengan laporan."}},
    {"published-aspect",
     {"published aspect values follow from the levels",
      "nilai aspek terpublikasi sesuai tingkatnya"},
     {"An aspect value is the weighted mean of its indicators. It is compared within the rounding "
      "of the digits that are printed.",
      "Nilai aspek adalah rata-rata tertimbang indikatornya. Perbandingan memakai ketelitian "
      "desimal yang dicetak."},
     "published:\n  aspects:\n    teknologi: 1.08    # (1.17 + 1.00) / 2 is 1.085, printed 1.09",
     {"Compare the levels of the aspect with the report. If the report cut digits off, add a "
      "waiver.",
      "Cocokkan tingkat indikator dalam aspek itu dengan laporan. Bila laporan memotong desimal, "
      "tambahkan pengecualian."}},
    {"published-impossible",
     {"whole levels can give the published value",
      "nilai terpublikasi dapat dihasilkan tingkat bulat"},
     {"Levels are whole, so a domain or aspect can take only certain values: the ten equal "
      "indicators of aspect 1 give steps of 0.1. A value between the steps is a misprint.",
      "Tingkat berupa bilangan bulat, jadi nilai domain atau aspek tidak dapat sembarang: sepuluh "
      "indikator aspek 1 yang sama bobotnya menghasilkan nilai berjarak 0,1. Nilai di antaranya "
      "salah cetak."},
     "scores:\n  kebijakan: 3.45     # 3.40 and 3.50 are possible",
     {"Look the value up again, and its decimals.", "Periksa kembali nilai dan desimalnya."}},
    {"category-basis",
     {"the exact and the rounded index give one category",
      "indeks eksak dan yang dibulatkan memberi predikat sama"},
     {"3.4985 is printed 3.50: exactly it is Baik, rounded it is Sangat Baik. No regulation says "
      "which counts, and official results have gone both ways.",
      "3,4985 dicetak 3,50: secara eksak Baik, bila dibulatkan Sangat Baik. Tidak ada peraturan "
      "yang menetapkan mana yang berlaku, dan hasil resmi pernah memakai kedua cara."},
     "# index 3.4985 in 2024",
     {"Nothing is wrong with the file. Say which reading you use when you quote the category; "
      "--category-by shows the other.",
      "Berkasnya tidak keliru. Sebutkan cara yang dipakai saat mengutip predikat; --category-by "
      "menunjukkan cara yang lain."}},
    {"level-missing",
     {"every indicator has a level or a published value",
      "tiap indikator diberi tingkat atau nilai terpublikasi"},
     {"An indicator without a level leaves the index uncertain: it is given as a range and never "
      "re-weighted.",
      "Indikator tanpa tingkat membuat indeks tidak pasti: hasilnya berupa rentang dan bobotnya "
      "tidak dihitung ulang."},
     "scores: {1: 3, 2: 3}  # 45 of 47 are missing",
     {"Add the levels. --complete makes this an error.",
      "Tambahkan tingkatnya. --complete menjadikannya kesalahan."}},
    {"level-outside-regulation",
     {"no level that only old or odd results have", "tidak ada tingkat di luar peraturan"},
     {"PermenPANRB 59/2020 has levels 1 to 5, yet one official result needs level 0 (Kab. "
      "Banyuasin 2023). It is accepted and pointed out. A level further outside is refused when "
      "the file is read: level-outside-scale. Both answer to level-out-of-scale.",
      "PermenPANRB 59/2020 memuat tingkat 1 sampai 5, tetapi satu hasil resmi memerlukan tingkat 0 "
      "(Kab. Banyuasin 2023). Tingkat itu diterima dan ditandai. Tingkat yang lebih jauh di luar "
      "skala ditolak saat berkas dibaca: level-outside-scale. Kedua aturan juga dikenal sebagai "
      "level-out-of-scale."},
     "scores: {32: 0}",
     {"Correct the level, or waive the finding for that indicator.",
      "Perbaiki tingkatnya, atau kecualikan temuan itu untuk indikatornya."}},
    {"published-below-scale",
     {"published values are within the scale", "nilai terpublikasi berada dalam skala"},
     {"A value below the lowest level, or one that no whole levels of the scale give, can only "
      "come from level 0, which the regulation does not have.",
      "Nilai di bawah tingkat terendah, atau nilai yang tidak dapat dihasilkan tingkat bulat dalam "
      "skala, hanya dapat berasal dari tingkat 0, yang tidak ada dalam peraturan."},
     "scores:\n  layanan: 0.30       # Kab. Banyuasin 2023, as printed",
     {"Look the value up again; waive the finding when it is really printed so.",
      "Periksa kembali nilainya; kecualikan temuan bila memang dicetak demikian."}},
    {"institution-unnamed",
     {"the institution has a name", "instansi memiliki nama"},
     {"The name says whose result it is, and which earlier one it is compared with. Until it is "
      "there the name of the file stands for it.",
      "Nama menunjukkan milik siapa hasil itu dan dengan hasil terdahulu mana ia dibandingkan. "
      "Selama belum ada, nama berkas menggantikannya."},
     "institution:\nyear: 2024",
     {"Write the name after 'institution:'.", "Tulis namanya setelah 'institution:'."}},
    {"instrument-year",
     {"the instrument was in force in that year", "instrumen berlaku pada tahun itu"},
     {"5/2018 was used for 2018-2020, 59/2020 for 2021-2025, 8/2026 from 2026. Another "
      "combination is usually a wrong year.",
      "5/2018 dipakai untuk 2018-2020, 59/2020 untuk 2021-2025, 8/2026 sejak 2026. Pasangan lain "
      "biasanya karena tahunnya keliru."},
     "year: 2026\ninstrument: permenpanrb-59-2020",
     {"Correct the year, or leave the instrument out.",
      "Perbaiki tahunnya, atau hapus instrumennya."}},
    {"assessment-twice",
     {"one assessment an institution, year and stage",
      "satu penilaian per instansi, tahun, dan tahap"},
     {"Two files for the same institution, year and stage: one of them is a copy in which the "
      "year was not changed, or out of date.",
      "Dua berkas untuk instansi, tahun, dan tahap yang sama: salah satunya salinan yang tahunnya "
      "belum diubah, atau sudah usang."},
     "# 2023.yaml and 2024.yaml both say\nyear: 2023",
     {"Correct the year or the stage, or remove one file.",
      "Perbaiki tahun atau tahapnya, atau hapus salah satu berkas."}},
    {"prerequisite",
     {"levels fit what the guide presupposes", "tingkat sesuai prasyarat pedoman"},
     {"The technical guides let some indicators rise only after others: by Pedoman Menteri PANRB "
      "3/2024 level 2 of indicators 21 to 31 asks for a valid Peta Rencana SPBE (indicator 12). "
      "The level asked of the other indicator is inferred, and official results break these rules "
      "(Kota Bandar Lampung 2024: indicator 12 at level 1, indicators 21-25 at level 3), so they "
      "are warnings. The edition in force in the year counts; --rules ID takes another, --rules "
      "none takes none.",
      "Menurut pedoman teknis, sebagian indikator baru dapat naik setelah indikator lain: dalam "
      "Pedoman Menteri PANRB 3/2024, tingkat 2 indikator 21 sampai 31 memerlukan Peta Rencana SPBE "
      "yang berlaku (indikator 12). Tingkat yang disyaratkan itu kesimpulan kami, dan ada hasil "
      "resmi yang tidak memenuhinya (Kota Bandar Lampung 2024: indikator 12 di tingkat 1, "
      "indikator 21-25 di tingkat 3), jadi temuan ini hanya peringatan. Yang dipakai edisi yang "
      "berlaku pada tahun itu; --rules ID memilih edisi lain, --rules none tanpa prasyarat."},
     "year: 2024\nscores: {12: 1, 21: 3}",
     {"Look at the evidence of both indicators before the evaluators do; waive the finding when "
      "the result is final.",
      "Periksa data dukung kedua indikator sebelum asesor melakukannya; kecualikan temuan bila "
      "hasilnya sudah final."}},
    {"obstacle-exceeded",
     {"no indicator is above what holds it", "tidak ada indikator yang melampaui kendalanya"},
     {"An obstacle of the file says that an indicator cannot exceed a level; the level given is "
      "higher. One of the two is out of date.",
      "Sebuah kendala dalam berkas menyatakan bahwa indikator tidak dapat melebihi suatu tingkat, "
      "padahal tingkat yang diisi lebih tinggi. Salah satunya sudah usang."},
     "scores: {21: 2}\nobstacles:\n  - {id: no-roadmap, holds: [21-31], at: 1}",
     {"Remove the obstacle, take the indicator out of it, or correct the level.",
      "Hapus kendalanya, keluarkan indikator itu darinya, atau perbaiki tingkatnya."}},
    {"obstacle-idle",
     {"every obstacle holds something back", "setiap kendala menahan indikator"},
     {"An obstacle that names no indicator, or holds its indicators at the highest level, has no "
      "effect on a plan.",
      "Kendala tanpa indikator, atau yang menahan indikator di tingkat tertinggi, tidak "
      "berpengaruh pada rencana."},
     "obstacles:\n  - {id: no-roadmap, holds: []}",
     {"Name the indicators it holds, and the level in `at`, or remove it.",
      "Sebutkan indikator yang ditahan dan tingkatnya pada `at`, atau hapus kendalanya."}},
    {"unit-missing",
     {"every indicator has a responsible unit", "setiap indikator memiliki penanggung jawab"},
     {"A file that gives some indicators a unit should give each one, or nobody works on the "
      "rest. A file without any unit is left alone, unless the rule is enabled by name.",
      "Berkas yang menyebut perangkat daerah untuk sebagian indikator seharusnya menyebutnya untuk "
      "semua indikator, agar tidak ada yang terlewat. Berkas tanpa perangkat daerah dibiarkan, "
      "kecuali aturan ini diaktifkan dengan --enable."},
     "scores:\n  1: {level: 2, unit: Diskominfo}\n  2: 2                 # whose?",
     {"Add `unit` or `units`.", "Tambahkan `unit` atau `units`."}},
    {"evidence-missing",
     {"every level above the lowest has evidence",
      "tingkat di atas yang terendah disertai data dukung"},
     {"A level without evidence is what the evaluators lower. Off by default: published results "
      "carry no evidence.",
      "Tingkat tanpa data dukung akan diturunkan asesor. Tidak aktif bila tidak diminta: hasil "
      "terpublikasi tidak memuat data dukung."},
     "scores:\n  10: {level: 3, evidence: [SK Bupati 188/45/2023]}",
     {"Add `evidence`, or lower the level.", "Tambahkan `evidence`, atau turunkan tingkatnya."}},
    {"evidence-file-missing",
     {"files named as evidence are there", "berkas yang disebut sebagai data dukung tersedia"},
     {"`file` is a path from the folder of the assessment. What is not there when the assessors "
      "ask for it does not count. What leads out of the repository (without one: of the working "
      "folder) is not looked for.",
      "`file` adalah letak berkas, dihitung dari folder penilaian. Berkas yang tidak tersedia "
      "ketika diminta asesor tidak dihitung. Berkas di luar repositori (bila tidak ada repositori: "
      "di luar folder kerja) tidak dicari."},
     "scores:\n  12: {level: 3, evidence: {text: Peta Rencana, file: bukti/peta-rencana.pdf}}",
     {"Put the file there, or correct the path.", "Letakkan berkasnya, atau perbaiki jalurnya."}},
    {"evidence-old",
     {"reviews and audits are not older than the guide counts",
      "reviu dan audit tidak lebih lama dari batas pedoman"},
     {"Pedoman Menteri PANRB 3/2024 asks for reviews of less than two years. Named are reviews, "
      "evaluations and audits (by the words in `text`) whose `date` lies two years or more before "
      "the year of the assessment begins.",
      "Pedoman Menteri PANRB 3/2024 meminta reviu yang kurang dari dua tahun. Yang ditemukan ialah "
      "reviu, evaluasi, dan audit (menurut kata dalam `text`) dengan `date` dua tahun atau lebih "
      "sebelum awal tahun penilaian."},
     "year: 2024\nscores:\n  12: {level: 5, evidence: {text: Reviu, date: 2021-11-02}}",
     {"Add the newer review, or correct the date.",
      "Tambahkan reviu yang lebih baru, atau perbaiki tanggalnya."}},
    {"target-below-level",
     {"no target is below the level it is for", "target tidak di bawah tingkat yang sudah dicapai"},
     {"A target below the level that is reached is often last year's. It changes nothing: the "
      "level stays.",
      "Target di bawah tingkat yang sudah dicapai biasanya sisa tahun lalu. Target itu tidak "
      "mengubah apa pun: tingkatnya tetap."},
     "scores:\n  12: {level: 3, target: 2}",
     {"Set the target anew, or remove it.", "Perbarui targetnya, atau hapuslah."}},
    {"target-past-due",
     {"targets are reached when they are due", "target tercapai sebelum tenggatnya lewat"},
     {"The day in `due` is past, and the level is still below the target or not known. The day is "
      "compared with today, or with --today.",
      "Tanggal pada `due` sudah lewat, sedangkan tingkatnya masih di bawah target atau belum "
      "diketahui. Tanggal dibandingkan dengan hari ini, atau dengan --today."},
     "scores:\n  12: {level: 2, target: 3, due: 2024-06-30}",
     {"Enter the level that is reached, or agree on another day.",
      "Isi tingkat yang dicapai, atau sepakati tanggal lain."}},
    {"goal-not-reachable",
     {"the targets of the indicators are enough for the goal",
      "target indikator cukup untuk sasarannya"},
     {"`targets` names an index or a category that is missed even when every indicator keeps its "
      "target; `targets FILE` shows the least that must be added.",
      "`targets` menyebut indeks atau predikat yang tidak tercapai sekalipun setiap indikator "
      "memenuhi targetnya; `targets BERKAS` menunjukkan tambahan terkecil yang diperlukan."},
     "targets: {category: Baik}\nscores:\n  12: {level: 2, target: 3}",
     {"Raise targets, or lower the goal.", "Naikkan target, atau turunkan sasarannya."}},
    {"evidence-not-counted",
     {"no accepted evidence lies above an incomplete level",
      "tidak ada data dukung di atas tingkat yang belum lengkap"},
     {"Under PermenPANRB 8/2026 accepted evidence fills the band of its level, and that of a level "
      "counts only when the levels below are complete: it will be rejected until then. The rule is "
      "inferred from an assessor's values.",
      "Dalam PermenPANRB 8/2026 data dukung yang diterima menaikkan nilai dalam rentang "
      "tingkatnya, dan data dukung suatu tingkat baru dihitung bila tingkat di bawahnya lengkap: "
      "sebelum itu ditolak. Kaidah ini disimpulkan dari nilai yang diberikan seorang asesor."},
     "scores:\n  1: {items: {1: 1/1, 2: 2/4, 3: 1/4}}  # level 3 waits for level 2",
     {"Complete the lower level first, or leave the evidence as it is and waive the finding.",
      "Lengkapi dahulu tingkat di bawahnya, atau biarkan data dukungnya dan kecualikan "
      "temuannya."}},
    {"external-index-old",
     {"values from other agencies' indices are recent enough",
      "nilai dari indeks instansi lain masih berlaku"},
     {"Some indicators of PermenPANRB 8/2026 take their value from another agency's index, which "
      "may be only so old. The date under `from` is compared with the first day of the year, so "
      "that only what is too old on every day of it is found.",
      "Beberapa indikator PermenPANRB 8/2026 mengambil nilainya dari indeks instansi lain, yang "
      "umurnya dibatasi. Tanggal pada `from` dibandingkan dengan hari pertama tahun itu, jadi yang "
      "ditemukan hanya nilai yang sudah kedaluwarsa sejak awal tahun."},
     "scores:\n  10: {level: 2.4, from: {ikasandi: 2.4, date: 2024-11-30}}",
     {"Ask the agency for a newer result.", "Mintalah hasil yang lebih baru kepada instansinya."}},
    {"external-index-undated",
     {"values from other agencies' indices say their date",
      "nilai dari indeks instansi lain disertai tanggal"},
     {"Names the indicators whose value comes from another agency's index, and whose it is, where "
      "the file gives no date. Off by default.",
      "Menyebutkan indikator yang nilainya berasal dari indeks instansi lain, beserta pemilik "
      "indeksnya, bila berkas tidak memuat tanggalnya. Tidak aktif bila tidak diminta."},
     "scores:\n  5: {from: {sdi: 68.75, date: 2026-03-14}}",
     {"Add `from` with the value of that index and its date.",
      "Tambahkan `from` dengan nilai indeks itu dan tanggalnya."}},
    {"unknown-province",
     {"the province is one of the 38", "provinsinya salah satu dari 38 provinsi"},
     {"Ranks within a province go by this name. Letter case, dots and a leading 'Provinsi' do not "
      "matter, and common other names are known (DIY, Kep. Riau, Bangka Belitung).",
      "Peringkat dalam provinsi mengikuti nama ini. Huruf besar, titik, dan kata 'Provinsi' di "
      "depannya tidak berpengaruh, dan nama lain yang lazim juga dikenali (DIY, Kep. Riau, Bangka "
      "Belitung)."},
     "province: Nusa Tengara Timur",
     {"Correct the name.", "Perbaiki namanya."}},
    {"previous-missing",
     {"the year before is there to compare with", "tahun sebelumnya tersedia sebagai pembanding"},
     {"--previous has no earlier year of this institution, or one by another instrument, which is "
      "not comparable. Only the first year of a folder that is its own --previous is excused: a "
      "misspelt name must not slip past a gate. With --no-fall or --max-fall this is an error.",
      "--previous tidak memuat tahun sebelumnya dari instansi ini, atau memuatnya menurut "
      "instrumen lain yang tidak dapat dibandingkan. Yang dimaklumi hanya tahun pertama dalam "
      "folder yang dibandingkan dengan folder itu sendiri, agar nama yang salah eja tidak lolos. "
      "Dengan --no-fall atau --max-fall temuan ini menjadi kesalahan."},
     "$ spbe-index check 2024.yaml --previous 2023/ --no-fall",
     {"Write the name as in the year before; waive the finding for an institution that is new.",
      "Tulis nama seperti pada tahun sebelumnya; kecualikan temuan untuk instansi baru."}},
    {"fell-without-note",
     {"a level that fell has a note", "tingkat yang turun diberi catatan"},
     {"A level that is lower than the year before is a typing error, or somebody should say why.",
      "Tingkat yang lebih rendah daripada tahun sebelumnya mungkin salah ketik; bila benar, "
      "sebabnya perlu dijelaskan."},
     "scores:\n  12: {level: 1, note: peta rencana berakhir 2022}",
     {"Correct the level, or add a `note`.", "Perbaiki tingkatnya, atau tambahkan `note`."}},
    {"waiver-expired",
     {"no waiver is past its day", "tidak ada pengecualian yang lewat tanggalnya"},
     {"A waiver holds until the end of its last day. After that it silences nothing, and the "
      "finding is back.",
      "Pengecualian berlaku sampai akhir hari terakhirnya. Sesudah itu temuannya muncul kembali."},
     "waive:\n  - {rule: prerequisite, until: 2024-12-31, reason: menunggu peta rencana}",
     {"Mend what was waived, or agree on a new day.",
      "Perbaiki yang dikecualikan, atau sepakati tanggal baru."}},
    {"waiver-unused",
     {"every waiver silences something", "setiap pengecualian mengenai suatu temuan"},
     {"What the waiver was for is gone, or it names other indicators. Left alone, it would hide "
      "the next fault. A rule that is off or was not asked for is not judged.",
      "Temuan yang dikecualikan sudah tidak ada, atau indikatornya lain. Bila dibiarkan, "
      "pengecualian itu akan menyembunyikan kesalahan berikutnya. Aturan yang tidak aktif tidak "
      "ikut diperiksa."},
     "waive:\n  - {rule: published-index, until: 2030-12-31, reason: salah cetak}",
     {"Remove the waiver.", "Hapus pengecualiannya."}},
    {"waiver-rule",
     {"waivers name rules that can be waived",
      "pengecualian menyebut aturan yang dapat dikecualikan"},
     {"The rule is unknown, or it is a gate, a rule about waivers, or an error of reading: these "
      "are decided by whoever runs the check, not by the file.",
      "Aturannya tidak dikenal, atau merupakan syarat lulus, aturan tentang pengecualian, atau "
      "kesalahan pembacaan: ketiganya diputuskan oleh yang menjalankan pemeriksaan, bukan oleh "
      "berkas."},
     "waive:\n  - {rule: no-fall, until: 2030-12-31, reason: bencana}",
     {"Correct the name, or remove the waiver.", "Perbaiki namanya, atau hapus pengecualiannya."}},
});

constexpr auto kGates = std::to_array<RulePage>({
    {"min-index",
     {"the index is at least N", "indeks sedikitnya N"},
     {"Decided on the exact index: 2.594 is below 2.60, however it is printed. An index that is "
      "not known exactly must reach N at its lowest.",
      "Diputuskan dengan indeks eksak: 2,594 di bawah 2,60, sekalipun dicetak 2,59 atau 2,6. "
      "Indeks yang tidak diketahui pasti harus mencapai N pada nilai terendahnya."},
     "$ spbe-index check 2024.yaml --min-index 2.6",
     {"Raise levels, complete them, or lower the bound.",
      "Naikkan atau lengkapi tingkatnya, atau turunkan batasnya."}},
    {"min-category",
     {"the category is at least NAME", "predikat paling rendah NAMA"},
     {"Decided by the reading of the year (exact or rounded index), which --category-by "
      "overrides. A category that is not certain must be reached at the lowest index.",
      "Diputuskan menurut cara yang berlaku pada tahun itu (indeks eksak atau yang dibulatkan), "
      "yang dapat diganti dengan --category-by. Bila predikatnya belum pasti, indeks terendah yang "
      "menentukan."},
     "$ spbe-index check 2024.yaml --min-category Baik",
     {"Raise levels, complete them, or ask for less.",
      "Naikkan atau lengkapi tingkatnya, atau turunkan syaratnya."}},
    {"no-fall",
     {"the index is not below the year before", "indeks tidak turun dari tahun sebelumnya"},
     {"Decided on exact values. Where one of the two is not known exactly, the gate passes only "
      "when it is certain that the index did not fall.",
      "Diputuskan dengan nilai eksak. Bila salah satunya tidak diketahui pasti, syarat ini hanya "
      "terpenuhi bila pasti indeks tidak turun."},
     "$ spbe-index check 2024.yaml --previous 2023.yaml --no-fall",
     {"Correct the levels, or allow a fall with --max-fall.",
      "Perbaiki tingkatnya, atau izinkan penurunan dengan --max-fall."}},
    {"max-fall",
     {"the index fell by at most N since the year before",
      "indeks turun paling banyak N dari tahun sebelumnya"},
     {"In index points, decided on exact values. Where one of the two is not known exactly, the "
      "largest fall possible counts.",
      "Dalam poin indeks, diputuskan dengan nilai eksak. Bila salah satunya tidak diketahui "
      "pasti, penurunan terbesar yang mungkin yang dihitung."},
     "$ spbe-index check 2024.yaml --previous 2023.yaml --max-fall 0.1",
     {"Correct the levels, or allow a larger fall.",
      "Perbaiki tingkatnya, atau izinkan penurunan lebih besar."}},
    {"complete",
     {"every indicator has an exact level", "setiap indikator memiliki tingkat yang pasti"},
     {"A published domain or aspect value stands for levels that are not known, so it is not "
      "complete either.",
      "Nilai terpublikasi domain atau aspek mewakili tingkat yang tidak diketahui, jadi belum "
      "dianggap lengkap."},
     "$ spbe-index check 2024.yaml --complete",
     {"Add the levels.", "Tambahkan tingkatnya."}},
});

}  // namespace

std::span<const RulePage> rule_pages() { return kRulePages; }
std::span<const RulePage> gate_pages() { return kGates; }

}  // namespace spbe
