#pragma once

#include <string>
#include <string_view>

namespace spbe {

// A key that is equal for names that differ only in letter case (ASCII) and in blanks.
std::string name_key(std::string_view name);
bool same_name(std::string_view a, std::string_view b);

// A key that is equal for the official ways to write one institution:
// - letter case, blanks and punctuation do not count, "&" is "dan";
// - "Pemerintah", also "Pemerintah Daerah", before a region's name says nothing;
// - Kab. is Kabupaten, Prov. Provinsi, Kotamadya Kota, Kep. Kepulauan, Adm. Administrasi;
//   Pemkab, Pemkot and Pemprov are the governments of a kabupaten, a kota and a provinsi;
// - Yogyakarta is the same with D.I. or Daerah Istimewa before it, Jakarta with DKI, Daerah Khusus
//   Ibukota or Daerah Khusus; other provinces by any name of the list (NTT, Kepri); these two and
//   Aceh are the province when no kind is named.
// A kabupaten, a kota and a provinsi of one name stay three institutions.
std::string institution_key(std::string_view name);

bool same_institution(std::string_view a, std::string_view b);

// The kind that a name says: "kabupaten", "kota", "provinsi", "kementerian", or "mean" of what
// begins with "Rata-rata"; empty when it says none.
std::string_view kind_in_name(std::string_view name);

}  // namespace spbe
