# spbe_embed_data(OUTPUT): writes a C++ source with the text of every built-in definition.
# It declares nothing itself: src/model/builtin_data.hpp is the interface it implements.

# Appends to the variable OUT one array entry for the file data/NAME.
function(_spbe_embed_file name out)
  set(path ${PROJECT_SOURCE_DIR}/data/${name})
  set_property(DIRECTORY ${PROJECT_SOURCE_DIR} APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${path})
  file(READ ${path} text)
  # CMake itself reads past a NUL or a byte-order mark without a word.
  file(SIZE ${path} size)
  string(LENGTH "${text}" length)
  if(NOT size EQUAL length)
    message(FATAL_ERROR "data/${name}: ${size} bytes, but CMake reads ${length} of them")
  endif()
  if(text MATCHES "\\)spbe\"|\r")
    message(FATAL_ERROR "data/${name} contains a carriage return or the characters )spbe\"")
  endif()
  # A literal may be as short as 64 KB in a compiler: adjacent ones, cut at the end of a line so
  # that no UTF-8 sequence is torn.
  set(literals "")
  while(length GREATER 16000)
    string(SUBSTRING "${text}" 0 16000 piece)
    string(FIND "${piece}" "\n" end REVERSE)
    if(end EQUAL -1)
      message(FATAL_ERROR "data/${name} has a line of more than 16000 bytes")
    endif()
    math(EXPR end "${end} + 1")
    string(SUBSTRING "${text}" 0 ${end} piece)
    string(SUBSTRING "${text}" ${end} -1 text)
    string(LENGTH "${text}" length)
    string(APPEND literals "R\"spbe(${piece})spbe\"\n")
  endwhile()
  string(APPEND literals "R\"spbe(${text})spbe\"")
  file(SHA256 ${path} sha256)
  # sv and not a constructor call: the length comes from the literal, not from a search for NUL.
  set(${out} "${${out}}    BuiltinFile{\"${name}\"sv,\n${literals}sv, \"${sha256}\"sv},\n" PARENT_SCOPE)
endfunction()

function(spbe_embed_data output)
  foreach(kind IN ITEMS instruments criteria evidence migrations regions report)
    file(GLOB names CONFIGURE_DEPENDS RELATIVE ${PROJECT_SOURCE_DIR}/data
         ${PROJECT_SOURCE_DIR}/data/${kind}/*.yaml ${PROJECT_SOURCE_DIR}/data/${kind}/*.css
         ${PROJECT_SOURCE_DIR}/data/${kind}/*.js)
    list(SORT names)
    list(LENGTH names ${kind}_count)
    set(${kind}_entries "")
    foreach(name IN LISTS names)
      _spbe_embed_file(${name} ${kind}_entries)
    endforeach()
  endforeach()
  # What the page's security policy names its script by.
  file(SHA256 ${PROJECT_SOURCE_DIR}/data/report/rank.js script_sha256)
  # CONFIGURE leaves the file alone where nothing changed, so nothing is compiled again.
  file(CONFIGURE OUTPUT ${output} @ONLY CONTENT [=[
#include <array>

#include "model/builtin_data.hpp"

// Literals longer than the standard asks compilers for; all in use take them.
#pragma GCC diagnostic ignored "-Woverlength-strings"

namespace spbe {
namespace {

using std::string_view_literals::operator""sv;

constexpr std::array<BuiltinFile, @instruments_count@> instruments{{
@instruments_entries@}};

constexpr std::array<BuiltinFile, @criteria_count@> criteria{{
@criteria_entries@}};

constexpr std::array<BuiltinFile, @evidence_count@> evidence{{
@evidence_entries@}};

constexpr std::array<BuiltinFile, @migrations_count@> migrations{{
@migrations_entries@}};

constexpr std::array<BuiltinFile, @regions_count@> regions{{
@regions_entries@}};

constexpr std::array<BuiltinFile, @report_count@> report{{
@report_entries@}};

}  // namespace

std::span<const BuiltinFile> builtin_instruments() { return instruments; }
std::span<const BuiltinFile> builtin_criteria() { return criteria; }
std::span<const BuiltinFile> builtin_evidence() { return evidence; }
std::span<const BuiltinFile> builtin_migrations() { return migrations; }
std::span<const BuiltinFile> builtin_regions() { return regions; }
std::span<const BuiltinFile> builtin_report() { return report; }
std::string_view builtin_script_sha256() { return "@script_sha256@"; }
std::string_view builtin_version() { return "@PROJECT_VERSION@"; }

}  // namespace spbe
]=])
endfunction()
