# What the program is made of, with versions: as CycloneDX, spbe-index.cdx.json in the build folder,
# and as a C++ source that the command `version` shows.

# The words after `#define NAME` for each name, joined by dots.
function(spbe_header_version out header)
  file(READ ${header} text)
  set(parts "")
  foreach(name IN LISTS ARGN)
    if(NOT text MATCHES "#define[ \t]+${name}[ \t]+\"?([0-9.]+)")
      message(FATAL_ERROR "no ${name} in ${header}")
    endif()
    list(APPEND parts ${CMAKE_MATCH_1})
  endforeach()
  list(JOIN parts "." version)
  set(${out} ${version} PARENT_SCOPE)
endfunction()

find_program(SPBE_DPKG_QUERY dpkg-query)

# The address of the Debian package that has `file`, with its version, which tells the faults that are
# mended in it; empty where there is none.
function(spbe_package out file)
  set(${out} "" PARENT_SCOPE)
  if(NOT SPBE_DPKG_QUERY OR NOT file OR WIN32)
    return()
  endif()
  execute_process(COMMAND ${SPBE_DPKG_QUERY} --search ${file} OUTPUT_VARIABLE found ERROR_QUIET
                  RESULT_VARIABLE failed)
  if(failed OR NOT found MATCHES "^([a-z0-9.+-]+)(:[a-z0-9]+)?: ")
    return()
  endif()
  set(package ${CMAKE_MATCH_1})
  execute_process(COMMAND ${SPBE_DPKG_QUERY} --show "--showformat=\${Version}\\n" ${package}
                  OUTPUT_VARIABLE versions ERROR_QUIET)
  string(REGEX MATCH "^[^\n]+" version "${versions}")
  string(REPLACE "+" "%2B" package "${package}")
  string(REPLACE "+" "%2B" version "${version}")
  string(REPLACE ":" "%3A" version "${version}")
  set(${out} ", \"purl\": \"pkg:deb/debian/${package}@${version}\"" PARENT_SCOPE)
endfunction()

set(spbe_components "")
set(spbe_linked "")
# `file`: one of those that it is built from.
function(spbe_component name version licence file)
  spbe_package(purl "${file}")
  set(json "{\"type\": \"library\", \"name\": \"${name}\", \"version\": \"${version}\", \
\"licenses\": [{\"expression\": \"${licence}\"}]${purl}}")
  list(APPEND spbe_components "${json}")
  set(spbe_components "${spbe_components}" PARENT_SCOPE)
  set(spbe_linked "${spbe_linked}    {\"${name}\", \"${version}\", \"${licence}\"},\n" PARENT_SCOPE)
endfunction()

find_path(SPBE_ZLIB_INCLUDE zlib.h REQUIRED)
spbe_header_version(zlib_version ${SPBE_ZLIB_INCLUDE}/zlib.h ZLIB_VERSION)
spbe_header_version(csv_version ${SPBE_CSV_INCLUDE}/csv.h CSV_MAJOR CSV_MINOR CSV_RELEASE)
spbe_header_version(expat_version ${SPBE_EXPAT_INCLUDE}/expat.h XML_MAJOR_VERSION XML_MINOR_VERSION
                    XML_MICRO_VERSION)
spbe_header_version(gmp_version ${SPBE_GMP_INCLUDE}/gmp.h __GNU_MP_VERSION __GNU_MP_VERSION_MINOR
                    __GNU_MP_VERSION_PATCHLEVEL)
# It has no version to compile with, and counts for itself although zlib's releases carry it.
file(READ ${SPBE_MINIZIP_INCLUDE}/minizip/unzip.h text)
if(NOT text MATCHES "Version ([0-9.]+),")
  message(FATAL_ERROR "no version in ${SPBE_MINIZIP_INCLUDE}/minizip/unzip.h")
endif()
set(minizip_version ${CMAKE_MATCH_1})
spbe_component(yaml-cpp ${yaml-cpp_VERSION} MIT ${yaml-cpp_DIR}/yaml-cpp-config.cmake)
spbe_component(fmt ${fmt_VERSION} MIT ${fmt_DIR}/fmt-config.cmake)
spbe_component(nlohmann-json ${nlohmann_json_VERSION} MIT
               ${nlohmann_json_DIR}/nlohmann_jsonConfig.cmake)
spbe_component(CLI11 ${CLI11_VERSION} BSD-3-Clause ${CLI11_DIR}/CLI11Config.cmake)
spbe_component(expat ${expat_version} MIT ${SPBE_EXPAT_INCLUDE}/expat.h)
spbe_component(zlib ${zlib_version} Zlib ${SPBE_ZLIB_INCLUDE}/zlib.h)
spbe_component(minizip ${minizip_version} Zlib ${SPBE_MINIZIP_INCLUDE}/minizip/unzip.h)
spbe_component(libcsv ${csv_version} LGPL-2.1-or-later ${SPBE_CSV_INCLUDE}/csv.h)
spbe_component(gmp ${gmp_version} "LGPL-3.0-or-later OR GPL-2.0-or-later"
               ${SPBE_GMP_INCLUDE}/gmp.h)
if(WIN32)
  find_file(SPBE_MINGW_VERSION _mingw_mac.h PATHS /usr/x86_64-w64-mingw32/include
            NO_CMAKE_FIND_ROOT_PATH REQUIRED)
  spbe_header_version(mingw_version ${SPBE_MINGW_VERSION} __MINGW64_VERSION_MAJOR
                      __MINGW64_VERSION_MINOR)
  spbe_component(mingw-w64 ${mingw_version} "ZPL-2.1 AND MIT AND BSD-3-Clause" "")
endif()
if(SPBE_STATIC)
  find_path(SPBE_FEATURES_INCLUDE features.h)
  if(SPBE_FEATURES_INCLUDE)
    file(READ ${SPBE_FEATURES_INCLUDE}/features.h features)
    if(features MATCHES "__GLIBC__[ \t]+[0-9]")
      spbe_header_version(glibc_version ${SPBE_FEATURES_INCLUDE}/features.h __GLIBC__ __GLIBC_MINOR__)
      spbe_component(glibc ${glibc_version} LGPL-2.1-or-later
                     ${SPBE_FEATURES_INCLUDE}/features.h)
    endif()
  endif()
  execute_process(COMMAND ${CMAKE_CXX_COMPILER} -print-file-name=libstdc++.a
                  OUTPUT_VARIABLE libstdcxx OUTPUT_STRIP_TRAILING_WHITESPACE)
  spbe_component(libstdc++ ${CMAKE_CXX_COMPILER_VERSION}
                 "GPL-3.0-or-later WITH GCC-exception-3.1" ${libstdcxx})
endif()

list(JOIN spbe_components ",\n    " components)
# Without the time it was made at, so that two builds are alike.
file(
  WRITE ${CMAKE_BINARY_DIR}/spbe-index.cdx.json
  "{
  \"bomFormat\": \"CycloneDX\",
  \"specVersion\": \"1.4\",
  \"version\": 1,
  \"metadata\": {
    \"component\": {\"type\": \"application\", \"name\": \"spbe-index\", \"version\": \"${PROJECT_VERSION}\", \
\"licenses\": [{\"expression\": \"MIT\"}]}
  },
  \"components\": [
    ${components}
  ]
}
")


set(spbe_about ${CMAKE_CURRENT_BINARY_DIR}/builtin_about.cpp)
file(CONFIGURE OUTPUT ${spbe_about} @ONLY CONTENT [=[
#include "commands/version/about.hpp"

namespace spbe {

namespace {

constexpr LinkedLibrary kLibraries[] = {
@spbe_linked@};

}  // namespace

std::span<const LinkedLibrary> linked_libraries() { return kLibraries; }

}  // namespace spbe
]=])

# Looked at in every build; what follows is only made anew when the commit is another.
set(spbe_commit ${CMAKE_CURRENT_BINARY_DIR}/builtin_commit.cpp)
add_custom_target(
  spbe_look_at_commit
  COMMAND ${CMAKE_COMMAND} -DFOLDER=${PROJECT_SOURCE_DIR} -DOUTPUT=${spbe_commit} -P
          ${CMAKE_CURRENT_SOURCE_DIR}/commit.cmake
  BYPRODUCTS ${spbe_commit}
  VERBATIM)
