#include <array>

#include "render/messages.hpp"

namespace spbe {

namespace {

constexpr auto kMessages = std::to_array<Message>({
    // rank
    {"bad-condition",
     {"'{0}' is no condition such as kind=kabupaten,kota",
      "'{0}' bukan syarat seperti kind=kabupaten,kota"}},
    {"result-twice",
     {"a result of {0} for {1} was already given by {2}, which is ranked",
      "hasil {0} tahun {1} sudah diberikan oleh {2}, dan itulah yang diurutkan"}},
    {"no-result-of-year",
     {"there is no result of {0}; the files hold: {1}",
      "tidak ada hasil tahun {0}; berkas memuat: {1}"}},
    {"nothing-to-rank",
     {"no institution of {0} meets the conditions",
      "tidak ada instansi tahun {0} yang memenuhi syarat"}},
});

}  // namespace

std::span<const Message> table_messages() { return kMessages; }

}  // namespace spbe
