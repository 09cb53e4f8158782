#include <array>

#include "render/messages.hpp"

namespace spbe {

namespace {

constexpr auto kCheckMessages = std::to_array<Message>({
    // what was published
    {"published-index",
     {"the published index {1} is not what the levels give: {2}, printed {3}",
      "indeks terpublikasi {1} tidak sesuai dengan tingkatnya, yang menghasilkan {2}, dicetak "
      "{3}"}},
    {"published-index.range",
     {"the published index {1} is not among what the values allow, {2} to {3}",
      "indeks terpublikasi {1} di luar yang dimungkinkan nilai yang ada, {2} sampai {3}"}},
    {"published-index.between",
     {"no index that the values allow is printed {1}; the nearest are {2} and {3}",
      "nilai yang ada tidak memungkinkan indeks yang dicetak {1}; yang terdekat {2} dan {3}"}},
    {"published-domain",
     {"{0} is published as {1}, but its levels give {2}, printed {3}",
      "{0} dipublikasikan sebesar {1}, tetapi tingkatnya menghasilkan {2}, dicetak {3}"}},
    {"published-domain.range",
     {"{0} is published as {1}, but can only be {2} to {3}",
      "{0} dipublikasikan sebesar {1}, tetapi hanya mungkin antara {2} dan {3}"}},
    {"published-domain.between",
     {"{0} is published as {1}, which no levels give; the nearest are {2} and {3}",
      "{0} dipublikasikan sebesar {1}, yang tidak dihasilkan tingkat mana pun; yang terdekat {2} "
      "dan {3}"}},
    {"published-aspect",
     {"{0} is published as {1}, but its levels give {2}, printed {3}",
      "{0} dipublikasikan sebesar {1}, tetapi tingkatnya menghasilkan {2}, dicetak {3}"}},
    {"published-aspect.range",
     {"{0} is published as {1}, but can only be {2} to {3}",
      "{0} dipublikasikan sebesar {1}, tetapi hanya mungkin antara {2} dan {3}"}},
    {"published-aspect.between",
     {"{0} is published as {1}, which no levels give; the nearest are {2} and {3}",
      "{0} dipublikasikan sebesar {1}, yang tidak dihasilkan tingkat mana pun; yang terdekat {2} "
      "dan {3}"}},
    {"published-below-scale.levels",
     {"only with level 0, which the regulation does not have, can {0} be {1}",
      "hanya dengan tingkat 0, yang tidak ada dalam peraturan, {0} dapat bernilai {1}"}},
    {"published-impossible",
     {"no whole levels give {1} for {0}",
      "tidak ada tingkat bulat yang menghasilkan {1} untuk {0}"}},
    {"cut-not-rounded",
     {"this is what cutting off digits gives; official tables round half up",
      "angka ini hasil pemotongan desimal; tabel resmi membulatkan (setengah ke atas)"}},
    {"published-category",
     {"the published category is {0}, but the index {2} is {1}",
      "predikat terpublikasi {0}, tetapi indeks {2} termasuk {1}"}},
    {"published-category.range",
     {"the published category is {0}, but an index from {2} to {3} is {1}",
      "predikat terpublikasi {0}, tetapi indeks {2} sampai {3} termasuk {1}"}},
    {"category-of-rounded",
     {"{0} follows from the rounded index, but for {1} the exact index decides; see "
      "--category-by",
      "{0} sesuai dengan indeks yang dibulatkan, tetapi untuk {1} indeks eksak yang menentukan; "
      "lihat --category-by"}},
    {"category-of-exact",
     {"{0} follows from the exact index, but for {1} the rounded index decides; see "
      "--category-by",
      "{0} sesuai dengan indeks eksak, tetapi untuk {1} indeks yang dibulatkan menentukan; lihat "
      "--category-by"}},
    {"category-basis",
     {"{3} is {0}, yet rounded to {4} it would be {1}; for {2} the exact index decides",
      "{3} termasuk {0}, tetapi bila dibulatkan menjadi {4} termasuk {1}; untuk {2} indeks eksak "
      "yang menentukan"}},
    {"category-basis.shown",
     {"{3} is rounded to {4}, so {1}, yet exactly it would be {0}; for {2} the rounded index "
      "decides",
      "{3} dibulatkan menjadi {4}, jadi {1}, tetapi secara eksak {0}; untuk {2} indeks yang "
      "dibulatkan menentukan"}},
    {"category-basis.exact-range",
     {"by the exact index the category is {0}, by the rounded one {1}; for {2} the exact index "
      "decides",
      "menurut indeks eksak predikatnya {0}, menurut yang dibulatkan {1}; untuk {2} indeks eksak "
      "yang menentukan"}},
    {"category-basis.shown-range",
     {"by the exact index the category is {0}, by the rounded one {1}; for {2} the rounded "
      "index decides",
      "menurut indeks eksak predikatnya {0}, menurut yang dibulatkan {1}; untuk {2} indeks yang "
      "dibulatkan menentukan"}},
    // levels and what stands beside them
    {"level-missing",
     {"{0} of {1} indicators have no level: {2}", "{0} dari {1} indikator tanpa tingkat: {2}"}},
    {"unit-missing",
     {"{0} of {1} indicators have no unit: {2}",
      "{0} dari {1} indikator tanpa perangkat daerah: {2}"}},
    {"evidence-missing",
     {"{0} of {1} indicators are above the lowest level without evidence: {2}",
      "{0} dari {1} indikator di atas tingkat terendah tanpa data dukung: {2}"}},
    {"evidence-file-missing",
     {"evidence of indicator {0}: there is no file {1}",
      "data dukung indikator {0}: berkas {1} tidak ada"}},
    {"evidence-file-missing.elsewhere",
     {"evidence of indicator {0}: {1} leads out of the folder, and was not looked for",
      "data dukung indikator {0}: {1} berada di luar folder, jadi tidak dicari"}},
    {"evidence-old",
     {"evidence of indicator {0}: a review or audit of {1} is two years old or more when {2} "
      "begins",
      "data dukung indikator {0}: reviu atau audit tanggal {1} sudah berumur dua tahun atau lebih "
      "pada awal tahun {2}"}},
    {"target-below-level",
     {"the target {0} of indicator {1} is below its level {2}",
      "target {0} indikator {1} di bawah tingkat yang sudah dicapai, {2}"}},
    {"target-below-level.list",
     {"targets are below the level that is reached; by indicator: {0}",
      "ada target di bawah tingkat yang sudah dicapai: indikator {0}"}},
    {"target-past-due",
     {"the target {0} of indicator {1} was due on {2} and is not reached",
      "target {0} indikator {1} jatuh tempo pada {2} dan belum tercapai"}},
    {"goal-not-reachable",
     {"the goal {0} is missed even if every target is kept: the index is then {1} at most",
      "sasaran {0} tidak tercapai sekalipun semua target terpenuhi: indeks paling tinggi {1}"}},
    {"evidence-not-counted",
     {"evidence of indicator {0} at level {1} does not count while level {2} is incomplete",
      "data dukung indikator {0} di tingkat {1} belum dihitung selama tingkat {2} belum lengkap"}},
    {"external-index-old",
     {"{0} of {1} may be at most {2} months old, too old for {3} (indicator {4})",
      "{0} tanggal {1} hanya berlaku {2} bulan, jadi kedaluwarsa untuk tahun {3} (indikator {4})"}},
    {"external-index-undated",
     {"{0} values come from an index of another agency, without a date: {1}",
      "{0} nilai berasal dari indeks instansi lain, tanpa tanggal: {1}"}},
    {"unknown-province", {"unknown province '{0}'", "provinsi '{0}' tidak dikenal"}},
    {"assessment-twice",
     {"{0} has another assessment for {1} at the same stage",
      "{0} memiliki penilaian lain untuk {1} pada tahap yang sama"}},
    {"prerequisite",
     {"indicator {0} at level {1} presupposes indicator {2} at level {3}, which is at {4} ({5}: "
      "{6})",
      "indikator {0} di tingkat {1} mensyaratkan indikator {2} di tingkat {3}, padahal kini di "
      "tingkat {4} ({5}: {6})"}},
    {"prerequisite.description",
     {"indicator {0} at level {1} presupposes, by its description, indicator {2} at level {3}, "
      "which is at {4} ({5}: {6})",
      "menurut uraiannya indikator {0} di tingkat {1} mensyaratkan indikator {2} di tingkat {3}, "
      "padahal kini di tingkat {4} ({5}: {6})"}},
    {"prerequisite.several",
     {"indicators {0} at level {1} or above presuppose indicator {2} at level {3}, which is at {4} "
      "({5}: {6})",
      "indikator {0} di tingkat {1} atau lebih mensyaratkan indikator {2} di tingkat {3}, padahal "
      "kini di tingkat {4} ({5}: {6})"}},
    {"prerequisite.several-described",
     {"indicators {0} at level {1} or above presuppose, by their description, indicator {2} at "
      "level {3}, which is at {4} ({5}: {6})",
      "menurut uraiannya indikator {0} di tingkat {1} atau lebih mensyaratkan indikator {2} di "
      "tingkat {3}, padahal kini di tingkat {4} ({5}: {6})"}},
    {"needed-indicator-here", {"indicator {0} is here", "indikator {0} di sini"}},
    {"obstacle-exceeded",
     {"indicator {2} is above level {1}, at which the obstacle '{0}' holds it",
      "indikator {2} di atas tingkat {1}, padahal kendala '{0}' menahannya di tingkat itu"}},
    {"obstacle-exceeded.several",
     {"indicators {2} are above level {1}, at which the obstacle '{0}' holds them",
      "indikator {2} di atas tingkat {1}, padahal kendala '{0}' menahannya di tingkat itu"}},
    {"obstacle-idle",
     {"the obstacle '{0}' holds no indicator", "kendala '{0}' tidak menahan satu indikator pun"}},
    {"obstacle-idle.highest",
     {"the obstacle '{0}' holds nothing back: level {1} is the highest",
      "kendala '{0}' tidak menahan apa pun: tingkat {1} adalah yang tertinggi"}},
    // the year before
    {"previous-missing",
     {"no earlier year than {1} of {0} is given to compare with",
      "tidak ada penilaian {0} sebelum tahun {1} sebagai pembanding"}},
    {"is-it-the-same",
     {"{0} has '{1}': the same?", "{0} memuat '{1}': apakah instansi yang sama?"}},
    {"previous-missing.instrument",
     {"the year before, {0}, was evaluated by {1}, which is not comparable with {2}",
      "tahun sebelumnya, {0}, dinilai dengan {1}, yang tidak dapat dibandingkan dengan {2}"}},
    {"fell-without-note",
     {"indicator {0} fell from level {1} in {2} to {3}, and no note says why",
      "indikator {0} turun dari tingkat {1} pada tahun {2} menjadi {3} tanpa catatan penjelas"}},
    // waivers
    {"waiver-expired",
     {"the waiver of '{0}' ended on {1}", "pengecualian '{0}' berakhir pada {1}"}},
    {"waiver-unused",
     {"the waiver of '{0}' silences nothing", "pengecualian '{0}' tidak mengenai temuan apa pun"}},
    {"waiver-rule",
     {"there is no rule '{0}' to waive", "tidak ada aturan '{0}' yang dapat dikecualikan"}},
    {"waiver-rule.fixed",
     {"the rule '{0}' cannot be waived in a file",
      "aturan '{0}' tidak dapat dikecualikan dalam berkas"}},
    {"waiver-reason", {"its reason: {0}", "alasannya: {0}"}},
    {"waiver-reason-owner", {"its reason: {0} ({1})", "alasannya: {0} ({1})"}},
    // gates
    {"min-index", {"the index {0} is below {2}", "indeks {0} di bawah {2}"}},
    {"min-index.below",
     {"the index is below {2}: it lies between {0} and {1}",
      "indeks di bawah {2}: nilainya antara {0} dan {1}"}},
    {"min-index.range",
     {"the index is not certain to reach {2}: it lies between {0} and {1}",
      "indeks belum pasti mencapai {2}: nilainya antara {0} dan {1}"}},
    {"min-category",
     {"the category {0} is below {1}: the index is {2} against {4}",
      "predikat {0} di bawah {1}: indeksnya {2}, batasnya {4}"}},
    {"min-category.range",
     {"the category is not certain to reach {1}: it may be {0}, as the index lies between {2} "
      "and {3} against {4}",
      "predikat belum pasti mencapai {1}: mungkin {0}, karena indeks antara {2} dan {3}, batasnya "
      "{4}"}},
    {"min-category.unknown", {"{0} has no category '{1}'", "{0} tidak memiliki predikat '{1}'"}},
    {"no-fall",
     {"the index fell by {0}, from {3} in {2} to {4}",
      "indeks turun {0}, dari {3} pada tahun {2} menjadi {4}"}},
    {"no-fall.certain",
     {"the index fell by {0} to {1} since {2}", "indeks turun {0} sampai {1} sejak tahun {2}"}},
    {"no-fall.range",
     {"it is not certain that the index did not fall: it may have fallen by {1} since {2}",
      "belum pasti bahwa indeks tidak turun: mungkin turun {1} sejak tahun {2}"}},
    {"max-fall",
     {"the index fell by {0}, from {3} in {2} to {4}; {5} is allowed",
      "indeks turun {0}, dari {3} pada tahun {2} menjadi {4}; batasnya {5}"}},
    {"max-fall.certain",
     {"the index fell by {0} to {1} since {2}; {5} is allowed",
      "indeks turun {0} sampai {1} sejak tahun {2}; batasnya {5}"}},
    {"max-fall.range",
     {"the index may have fallen by {1} since {2}; {5} is allowed",
      "indeks mungkin turun {1} sejak tahun {2}; batasnya {5}"}},
    {"complete",
     {"{0} of {1} indicators have no exact level: {2}",
      "{0} dari {1} indikator tanpa tingkat eksak: {2}"}},
    // the command line
    {"unknown-rule", {"unknown rule '{0}'", "aturan '{0}' tidak dikenal"}},
    {"see-rules", {"see 'spbe-index check --list-rules'", "lihat 'spbe-index check --list-rules'"}},
    {"rule-is-a-gate",
     {"'{0}' is a gate, which its own option --{0} turns on",
      "'{0}' adalah syarat lulus, yang diaktifkan dengan opsi --{0}"}},
    {"rule-cannot-be-disabled",
     {"'{0}' is an error of reading and cannot be disabled",
      "'{0}' adalah kesalahan pembacaan dan tidak dapat dimatikan"}},
    {"gate-needs-previous", {"{0} needs --previous", "{0} memerlukan --previous"}},
    {"bad-threshold",
     {"{0} must be a number such as 2.6, not '{1}'",
      "{0} harus berupa bilangan seperti 2,6, bukan '{1}'"}},
});

}  // namespace

std::span<const Message> check_messages() { return kCheckMessages; }

}  // namespace spbe
