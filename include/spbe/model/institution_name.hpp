#pragma once

#include <map>
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

// The same of two that may have an `id` (Assessment, Summary): where both have one it decides,
// whatever the names are.
template <class One, class Other>
bool of_same_institution(const One& a, const Other& b) {
  return a.id.empty() || b.id.empty() ? same_institution(a.institution, b.institution)
                                      : same_name(a.id, b.id);
}

// Keys of many that may have an `id`. What has none belongs to the only id that its name is met
// with, so that a year written before the id was given stays with those after it.
class InstitutionKeys {
 public:
  template <class Range>
  static InstitutionKeys of_all(const Range& all) {
    InstitutionKeys keys;
    for (const auto& one : all) keys.meet(one.institution, one.id);
    return keys;
  }

  void meet(std::string_view institution, std::string_view id);
  std::string of(std::string_view institution, std::string_view id) const;
  template <class One>
  std::string of(const One& one) const {
    return of(one.institution, one.id);
  }

 private:
  std::map<std::string, std::string, std::less<>> ids_;  // by name; empty: of several ids
};

// The kind that a name says: "kabupaten", "kota", "provinsi", "kementerian", or "mean" of what
// begins with "Rata-rata"; empty when it says none.
std::string_view kind_in_name(std::string_view name);

}  // namespace spbe
