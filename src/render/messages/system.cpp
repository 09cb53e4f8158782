#include "render/messages.hpp"

#include <algorithm>

namespace spbe {

namespace {

// The reasons that the C library and platform::reason give, as they spell them, which is always in
// English: the program sets no locale, for the decimals' sake.
constexpr Words kReasons[] = {
    {"No such file or directory", "berkas atau folder tidak ada"},
    {"Permission denied", "tidak ada izin"},
    {"Operation not permitted", "tidak diizinkan"},
    {"Is a directory", "itu folder, bukan berkas"},
    {"Not a directory", "salah satu bagian jalurnya bukan folder"},
    {"File exists", "sudah ada berkas dengan nama itu"},
    {"No space left on device", "ruang penyimpanan habis"},
    {"Disk quota exceeded", "kuota penyimpanan habis"},
    {"Read-only file system", "tempat itu hanya dapat dibaca"},
    {"File name too long", "nama berkas terlalu panjang"},
    {"File too large", "berkas terlalu besar"},
    {"Too many levels of symbolic links", "tautannya saling menunjuk tanpa akhir"},
    {"Too many open files", "terlalu banyak berkas terbuka"},
    {"Too many open files in system", "terlalu banyak berkas terbuka"},
    {"Input/output error", "perangkat penyimpanan gagal"},
    {"Device or resource busy", "sedang dipakai program lain"},
    {"Text file busy", "sedang dipakai program lain"},
    {"In use by another program", "sedang dipakai program lain"},
    {"Cannot allocate memory", "memori tidak cukup"},
    {"Bad file descriptor", "keluaran sudah ditutup"},
    {"Broken pipe", "program penerimanya sudah berhenti"},
    {"No such device or address", "perangkatnya tidak ada"},
    {"Invalid argument", "tidak dapat dipakai dengan cara itu"},
};

}  // namespace

std::string_view reason_in(Language language, std::string_view reason) {
  const auto* const found = std::ranges::find(kReasons, reason, &Words::english);
  return found == std::end(kReasons) ? reason : say(language, *found);
}

}  // namespace spbe
