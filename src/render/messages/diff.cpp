#include <array>

#include "render/messages.hpp"

namespace spbe {

namespace {

constexpr auto kDiffMessages = std::to_array<Message>({
    {"output-under-git",
     {"git runs the program to show a change, so it writes no file; leave out --output",
      "git menjalankan program untuk menampilkan perubahan, jadi tidak menulis berkas; hilangkan "
      "--output"}},
    {"diff-arguments",
     {"diff takes two files (or the 7 or 9 arguments that git gives), not {0}",
      "diff memerlukan dua berkas (atau 7 atau 9 argumen dari git), bukan {0}"}},
    {"stdin-twice",
     {"standard input cannot be both OLD and NEW",
      "masukan standar tidak dapat menjadi LAMA sekaligus BARU"}},
    {"nothing-to-compare", {"both OLD and NEW are /dev/null", "LAMA dan BARU keduanya /dev/null"}},
    {"index-fell", {"the index fell from {0} to {1}", "indeks turun dari {0} ke {1}"}},
    {"category-fell", {"the category fell from {0} to {1}", "predikat turun dari {0} ke {1}"}},
    {"indices-fell", {"the index of {0} fell: {1}", "indeks {0} instansi turun: {1}"}},
    {"categories-fell", {"the category of {0} fell: {1}", "predikat {0} instansi turun: {1}"}},
    {"by-with-folders",
     {"two folders are compared by institution; --by is for two assessments",
      "dua folder dibandingkan per instansi; --by untuk dua penilaian"}},
    {"fall-not-certain",
     {"--fail-on {0}: whether it fell is not certain, because one of the two is not exactly known",
      "--fail-on {0}: belum pasti turun atau tidak, karena salah satu nilainya tidak diketahui "
      "pasti"}},
    {"fall-not-comparable",
     {"--fail-on {0}: two instruments cannot be compared",
      "--fail-on {0}: dua instrumen tidak dapat dibandingkan"}},
});

}  // namespace

std::span<const Message> diff_messages() { return kDiffMessages; }

}  // namespace spbe
