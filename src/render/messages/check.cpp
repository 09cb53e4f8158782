#include <array>

#include "render/messages.hpp"

namespace spbe {

namespace {

constexpr auto kCheckMessages = std::to_array<Message>({
    // what was published
    {"published-index",
     {"the published index {1} is not what the levels give: {2}, printed {3}",
      "indeks terpublikasi {1} tidak sesuai dengan tingkatnya: {2}, dicetak {3}"}},
    {"published-index.range",
     {"the published index {1} is not among what the values allow, {2} to {3}",
      "indeks terpublikasi {1} tidak termasuk yang dimungkinkan nilainya, {2} sampai {3}"}},
    {"published-index.between",
     {"no index that the values allow is printed {1}; the nearest are {2} and {3}",
      "tidak ada indeks yang mungkin dari nilainya yang dicetak {1}; terdekat {2} dan {3}"}},
    {"published-domain",
     {"{0} is published as {1}, but its levels give {2}, printed {3}",
      "{0} dipublikasikan {1}, tetapi tingkatnya menghasilkan {2}, dicetak {3}"}},
    {"published-domain.range",
     {"{0} is published as {1}, but can only be {2} to {3}",
      "{0} dipublikasikan {1}, tetapi hanya mungkin {2} sampai {3}"}},
    {"published-aspect",
     {"{0} is published as {1}, but its levels give {2}, printed {3}",
      "{0} dipublikasikan {1}, tetapi tingkatnya menghasilkan {2}, dicetak {3}"}},
    {"published-aspect.range",
     {"{0} is published as {1}, but can only be {2} to {3}",
      "{0} dipublikasikan {1}, tetapi hanya mungkin {2} sampai {3}"}},
    {"published-impossible",
     {"no whole levels give {1} for {0}",
      "tidak ada tingkat bulat yang menghasilkan {1} untuk {0}"}},
    {"cut-not-rounded",
     {"this is what cutting off digits gives; official tables round half up",
      "ini hasil pemotongan digit; tabel resmi membulatkan setengah ke atas"}},
    {"published-category",
     {"the published category is {0}, but the index {2} is {1}",
      "kategori terpublikasi {0}, tetapi indeks {2} termasuk {1}"}},
    {"published-category.range",
     {"the published category is {0}, but an index from {2} to {3} is {1}",
      "kategori terpublikasi {0}, tetapi indeks {2} sampai {3} termasuk {1}"}},
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
      "menurut indeks eksak kategorinya {0}, menurut yang dibulatkan {1}; untuk {2} indeks eksak "
      "yang menentukan"}},
    {"category-basis.shown-range",
     {"by the exact index the category is {0}, by the rounded one {1}; for {2} the rounded "
      "index decides",
      "menurut indeks eksak kategorinya {0}, menurut yang dibulatkan {1}; untuk {2} indeks yang "
      "dibulatkan menentukan"}},
    // levels and what stands beside them
    {"level-missing",
     {"{0} of {1} indicators have no level: {2}", "{0} dari {1} indikator tanpa tingkat: {2}"}},
    {"unit-missing",
     {"{0} of {1} indicators have no unit: {2}", "{0} dari {1} indikator tanpa unit: {2}"}},
    {"evidence-missing",
     {"{0} of {1} indicators are above the lowest level without evidence: {2}",
      "{0} dari {1} indikator di atas tingkat terendah tanpa bukti: {2}"}},
    {"assessment-twice",
     {"{0} has another assessment for {1} at the same stage",
      "{0} mempunyai penilaian lain untuk {1} pada tahap yang sama"}},
    {"prerequisite",
     {"indicator {0} at {1} presupposes indicator {2} at {3}, which is at {4} ({5}: {6})",
      "indikator {0} pada {1} mensyaratkan indikator {2} pada {3}, yang kini {4} ({5}: {6})"}},
    {"prerequisite.description",
     {"indicator {0} at {1} presupposes, by its description, indicator {2} at {3}, which is at {4} "
      "({5}: {6})",
      "menurut uraiannya indikator {0} pada {1} mensyaratkan indikator {2} pada {3}, yang kini {4} "
      "({5}: {6})"}},
    {"needed-indicator-here", {"indicator {0} is here", "indikator {0} di sini"}},
    {"obstacle-exceeded",
     {"indicator {0} is at {1}, but the obstacle '{2}' holds it at {3}",
      "indikator {0} pada {1}, padahal hambatan '{2}' menahannya pada {3}"}},
    {"obstacle-here", {"the obstacle is here", "hambatannya di sini"}},
    {"obstacle-idle",
     {"the obstacle '{0}' holds no indicator", "hambatan '{0}' tidak menahan indikator"}},
    {"obstacle-idle.highest",
     {"the obstacle '{0}' holds nothing back: {1} is the highest level",
      "hambatan '{0}' tidak menahan apa pun: {1} adalah tingkat tertinggi"}},
    // the year before
    {"previous-missing",
     {"no earlier year than {1} of {0} is given to compare with",
      "tidak ada tahun sebelum {1} dari {0} sebagai pembanding"}},
    {"previous-missing.instrument",
     {"the year before, {0}, was evaluated by {1}, which is not comparable with {2}",
      "tahun sebelumnya, {0}, dievaluasi dengan {1}, yang tidak sebanding dengan {2}"}},
    {"fell-without-note",
     {"indicator {0} fell from {1} in {2} to {3}, and no note says why",
      "indikator {0} turun dari {1} pada {2} menjadi {3} tanpa catatan penjelas"}},
    // waivers
    {"waiver-expired",
     {"the waiver of '{0}' ended on {1}", "pengecualian '{0}' berakhir pada {1}"}},
    {"waiver-unused",
     {"the waiver of '{0}' silences nothing", "pengecualian '{0}' tidak mengecualikan apa pun"}},
    {"waiver-rule",
     {"there is no rule '{0}' to waive", "tidak ada aturan '{0}' untuk dikecualikan"}},
    {"waiver-rule.fixed",
     {"the rule '{0}' cannot be waived in a file",
      "aturan '{0}' tidak dapat dikecualikan dalam berkas"}},
    {"waiver-reason", {"its reason: {0}", "alasannya: {0}"}},
    {"waiver-reason-owner", {"its reason: {0} ({1})", "alasannya: {0} ({1})"}},
    // gates
    {"min-index", {"the index {0} is below {2}", "indeks {0} di bawah {2}"}},
    {"min-index.below",
     {"the index is below {2}: it lies between {0} and {1}",
      "indeks di bawah {2}: letaknya antara {0} dan {1}"}},
    {"min-index.range",
     {"the index is not certain to reach {2}: it lies between {0} and {1}",
      "indeks tidak pasti mencapai {2}: letaknya antara {0} dan {1}"}},
    {"min-category",
     {"the category {0} is below {1}: the index is {2} against {4}",
      "kategori {0} di bawah {1}: indeksnya {2}, batasnya {4}"}},
    {"min-category.range",
     {"the category is not certain to reach {1}: it may be {0}, as the index lies between {2} "
      "and {3} against {4}",
      "kategori tidak pasti mencapai {1}: mungkin {0}, karena indeks antara {2} dan {3}, batasnya "
      "{4}"}},
    {"min-category.unknown", {"{0} has no category '{1}'", "{0} tidak mempunyai kategori '{1}'"}},
    {"no-fall",
     {"the index fell by {0}, from {3} in {2} to {4}",
      "indeks turun {0}, dari {3} pada {2} menjadi {4}"}},
    {"no-fall.certain",
     {"the index fell by {0} to {1} since {2}", "indeks turun {0} sampai {1} sejak {2}"}},
    {"no-fall.range",
     {"it is not certain that the index did not fall: it may have fallen by {1} since {2}",
      "tidak pasti bahwa indeks tidak turun: mungkin turun {1} sejak {2}"}},
    {"max-fall",
     {"the index fell by {0}, from {3} in {2} to {4}; {5} is allowed",
      "indeks turun {0}, dari {3} pada {2} menjadi {4}; batasnya {5}"}},
    {"max-fall.certain",
     {"the index fell by {0} to {1} since {2}; {5} is allowed",
      "indeks turun {0} sampai {1} sejak {2}; batasnya {5}"}},
    {"max-fall.range",
     {"the index may have fallen by {1} since {2}; {5} is allowed",
      "indeks mungkin turun {1} sejak {2}; batasnya {5}"}},
    {"complete",
     {"{0} of {1} indicators have no exact level: {2}",
      "{0} dari {1} indikator tanpa tingkat eksak: {2}"}},
    // the command line
    {"unknown-rule", {"unknown rule '{0}'", "aturan tak dikenal '{0}'"}},
    {"see-rules", {"see 'spbe-index check --list-rules'", "lihat 'spbe-index check --list-rules'"}},
    {"rule-is-a-gate",
     {"'{0}' is a gate, which its own option --{0} turns on",
      "'{0}' adalah gerbang, yang diaktifkan oleh opsi --{0}"}},
    {"rule-cannot-be-disabled",
     {"'{0}' is an error of reading and cannot be disabled",
      "'{0}' adalah kesalahan pembacaan dan tidak dapat dimatikan"}},
    {"gate-needs-previous", {"{0} needs --previous", "{0} memerlukan --previous"}},
    {"bad-threshold",
     {"{0} must be a number such as 2.6, not '{1}'",
      "{0} harus bilangan seperti 2.6, bukan '{1}'"}},
});

}  // namespace

std::span<const Message> check_messages() { return kCheckMessages; }

}  // namespace spbe
