#include <string>
#include <vector>

#include "spbe/model/institution_name.hpp"
#include "unit/catch.hpp"

using namespace spbe;  // NOLINT(google-build-using-namespace)

TEST_CASE("a name is the same however it is spaced or capitalised", "[institution_name]") {
  CHECK(same_name("Dinas Kominfo", " dinas\tKOMINFO "));
  CHECK_FALSE(same_name("Dinas Kominfo", "DinasKominfo"));
  CHECK_FALSE(same_name("Dinas Kominfo", "Dinas Kominfo."));
}

TEST_CASE("a name is the same whatever in it does not show", "[institution_name]") {
  // Soft hyphen, joiners of no width, marks of direction, a variation selector.
  for (const char* hidden : {"Ko\u00adta A", "Kota\u200b A", "Ko\u200dta A", "\u202eKota A\u202c",
                             "Kota A\ufe0f", "\u2060Kota A", "Ko\u034fta A"}) {
    CHECK(same_name(hidden, "Kota A"));
    CHECK(same_institution(hidden, "Kota A"));
  }
  // What shows as a blank.
  for (const char* blank : {"Kota\u00a0A", "Kota\u2003A", "Kota\u3000A", "Kota\u2800A",
                            "Kota\u3164A", "Kota\u2028A", "Kota\u202fA"}) {
    CHECK(same_name(blank, "Kota A"));
    CHECK(same_institution(blank, "Kota A"));
  }
  CHECK_FALSE(same_name("KotaA", "Kota A"));
  CHECK_FALSE(same_name("\xff", "\xfe"));
}

TEST_CASE("an institution is the same under its several official names", "[institution_name]") {
  const std::vector<std::vector<std::string>> same = {
      {"Pemerintah Kabupaten Belu", "Pemerintah Kab. Belu", "Kab Belu", "Pemkab Belu",
       "KABUPATEN  BELU", "Pemerintah Daerah Kabupaten Belu", "Kab.Belu",
       "Kabupaten\u00a0Belu\u00a0"},
      {"Pemerintah Kota Bandar Lampung", "Kota Bandar Lampung", "Pemkot Bandar Lampung"},
      {"Pemerintah Provinsi Nusa Tenggara Timur", "Prov. Nusa Tenggara Timur",
       "Pemprov Nusa Tenggara Timur", "Pemerintah Provinsi NTT", "Provinsi N.T.T."},
      {"Pemerintah Provinsi Kep. Bangka Belitung", "Provinsi Bangka Belitung", "Pemprov Babel"},
      {"Pemerintah Provinsi D.I Yogyakarta", "Pemerintah Daerah Istimewa Yogyakarta",
       "Provinsi D. I. Yogyakarta", "DIY", "Provinsi DI Yogyakarta"},
      {"Pemerintah Provinsi DKI Jakarta", "Provinsi Daerah Khusus Ibukota Jakarta",
       "Pemerintah Provinsi Daerah Khusus Jakarta"},
      {"Pemerintah Aceh", "Pemerintah Provinsi Aceh"},
      {"Pemerintah Kab. Kep. Sula", "Kabupaten Kepulauan Sula"},
      {"Kementerian Hukum & HAM", "Kementerian Hukum dan HAM"},
      {"Kab. Toli-Toli", "Kabupaten Toli Toli"},
  };
  for (const auto& names : same) {
    for (const std::string& name : names) {
      INFO(name);
      CHECK(institution_key(name) == institution_key(names.front()));
    }
  }
}

TEST_CASE("institutions that share a name stay apart", "[institution_name]") {
  const std::vector<std::string> names = {"Pemerintah Kab. Kupang",
                                          "Pemerintah Kota Kupang",
                                          "Pemerintah Provinsi Gorontalo",
                                          "Pemerintah Kab. Gorontalo",
                                          "Pemerintah Kota Gorontalo",
                                          "Pemerintah Kab. Gorontalo Utara",
                                          "Pemerintah Kota Yogyakarta",
                                          "Pemerintah D.I. Yogyakarta",
                                          "Pemerintah Kab. Aceh Tengah",
                                          "Pemerintah Aceh",
                                          "Pemerintah Kab. Aceh Besar",
                                          "Kementerian Dalam Negeri",
                                          "Kementerian Luar Negeri",
                                          "",
                                          "-",
                                          "Kota Administrasi Jakarta Barat"};
  for (std::size_t i = 0; i < names.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      INFO(names[i] << " and " << names[j]);
      CHECK_FALSE(same_institution(names[i], names[j]));
    }
  }
}

TEST_CASE("the key of an institution is its own key", "[institution_name]") {
  for (const char* name : {"Pemerintah Kab. Belu", "Pemerintah D.I Yogyakarta",
                           "Pemprov DKI Jakarta", "Pemerintah Aceh", "Kab. Kep. Sula"}) {
    CHECK(institution_key(institution_key(name)) == institution_key(name));
  }
}

TEST_CASE("an id decides where two have one, and takes in a year without it",
          "[institution_name]") {
  struct One {
    std::string institution;
    std::string id;
  };
  const One before{"Kabupaten Sukamaju", ""};
  const One marked{"Pemkab Sukamaju", "18.71"};
  const One renamed{"Kabupaten Sukamaju Raya", " 18.71"};
  const One other{"Kabupaten Sukamaju Raya", "18.72"};
  CHECK(of_same_institution(before, marked));
  CHECK(of_same_institution(marked, renamed));
  CHECK_FALSE(of_same_institution(renamed, other));

  const InstitutionKeys keys =
      InstitutionKeys::of_all(std::vector<One>{before, marked, renamed, other});
  CHECK(keys.of(before) == keys.of(marked));
  CHECK(keys.of(marked) == keys.of(renamed));
  CHECK(keys.of(renamed) != keys.of(other));
  // One name with two ids says nothing of a file without one.
  const One unmarked{"Kabupaten Sukamaju Raya", ""};
  CHECK(keys.of(unmarked) != keys.of(renamed));
  CHECK(keys.of(unmarked) != keys.of(other));
}
