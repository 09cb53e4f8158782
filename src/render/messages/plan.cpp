#include <array>

#include "render/messages.hpp"

namespace spbe {

namespace {

constexpr auto kPlanMessages = std::to_array<Message>({
    // explain, whatif and plan
    {"unknown-edition-option",
     {"{1} has no edition '{0}' with prerequisites; choose from: {2}",
      "{1} tidak memiliki edisi prasyarat '{0}'; pilih dari: {2}"}},
    {"bad-set",
     {"'{0}' is not of the form INDICATOR=LEVEL, such as 12=2, D3=2 or 21-31=+1",
      "'{0}' tidak berbentuk INDIKATOR=TINGKAT, misalnya 12=2, D3=2, atau 21-31=+1"}},
    {"bad-set-level",
     {"'{0}' is no level of indicator {1}, whose levels are {2} to {3}",
      "'{0}' bukan tingkat indikator {1}; pilihannya {2} sampai {3}"}},
    {"set-unknown-level",
     {"'{0}' for indicator {1} needs the level it has, which is not known; --assume says what to "
      "take",
      "'{0}' untuk indikator {1} memerlukan tingkatnya sekarang, yang belum diketahui; --assume "
      "mengisinya"}},
    {"set-twice",
     {"indicator {0} is set to level {1} and to {2}",
      "indikator {0} diberi tingkat {1} dan juga {2}"}},
    {"set-below-published",
     {"indicator {0} lies below {1}, of which the file has only a published value",
      "indikator {0} termasuk dalam {1}, yang dalam berkas hanya memiliki nilai terpublikasi"}},
    {"nothing-set",
     {"whatif needs at least one --set, such as --set 12=2",
      "whatif memerlukan sedikitnya satu --set, misalnya --set 12=2"}},
    {"write-over-input",
     {"{0} is the assessment itself; give another file to --write",
      "{0} adalah berkas penilaian itu sendiri; sebutkan berkas lain untuk --write"}},
    {"write-needs-file", {"--write needs the name of a file", "--write memerlukan nama berkas"}},
    {"write-absent",
     {"not written, since the file has no level of its own to replace: indicators {0}",
      "tidak ditulis, karena berkas tidak memuat tingkat yang dapat diganti: indikator {0}"}},
    {"bad-assumption",
     {"--assume cannot be '{0}'; give low, high, or a level",
      "'{0}' tidak dikenal untuk --assume; isi dengan low, high, atau sebuah tingkat"}},
    {"plan-needs-levels",
     {"a plan needs the level of every indicator; missing: {0}",
      "rencana memerlukan tingkat setiap indikator; yang belum diisi: {0}"}},
    {"plan-has-published",
     {"published values stand in their place: {0}", "yang ada hanya nilai terpublikasi: {0}"}},
    {"plan-too-large",
     {"there are {0} single steps to choose from; a plan looks at {1} at most",
      "ada {0} langkah tunggal yang dapat dipilih; rencana memeriksa paling banyak {1} langkah"}},
    {"plan-too-fine",
     {"the efforts are too fine, or too far apart, to plan exactly",
      "desimal nilai upaya terlalu banyak, atau bedanya terlalu jauh, untuk direncanakan secara "
      "eksak"}},
    {"use-fewer-digits", {"write them with fewer digits", "tulis dengan angka yang lebih sedikit"}},
    {"bad-target",
     {"'{0}' is neither a category nor a value; categories: {1}",
      "'{0}' bukan predikat maupun nilai; predikat: {1}"}},
    {"target-outside",
     {"the target {0} is outside the index, which goes from {1} to {2}",
      "target {0} di luar indeks, yang bernilai {1} sampai {2}"}},
    {"no-higher-category",
     {"the category is already {0}, the highest; give a value to --target",
      "predikatnya sudah {0}, yang tertinggi; sebutkan nilai indeks dengan --target"}},
    {"bad-number-option",
     {"{0} needs a number from {2} up, with at most {3} digits before the decimal mark and {4} "
      "after it, not '{1}'",
      "{0} memerlukan bilangan mulai {2}, dengan paling banyak {3} angka sebelum tanda desimal dan "
      "{4} sesudahnya, bukan '{1}'"}},
    {"unknown-keep",
     {"'{0}' is no indicator, aspect or domain of {1} and no obstacle of the file",
      "'{0}' bukan indikator, aspek, atau domain {1} dan bukan kendala dalam berkas"}},
    {"unknown-component-option",
     {"{1} has no domain, aspect or indicator '{0}'",
      "{1} tidak memuat domain, aspek, atau indikator '{0}'"}},
    {"nothing-to-write",
     {"{0} is not written, since the target cannot be reached",
      "{0} tidak ditulis, karena target tidak dapat dicapai"}},
});

}  // namespace

std::span<const Message> plan_messages() { return kPlanMessages; }

}  // namespace spbe
