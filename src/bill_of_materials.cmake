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

set(spbe_components "")
set(spbe_linked "")
function(spbe_component name version licence)
  set(json "{\"type\": \"library\", \"name\": \"${name}\", \"version\": \"${version}\", \
\"licenses\": [{\"expression\": \"${licence}\"}]}")
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
spbe_component(yaml-cpp ${yaml-cpp_VERSION} MIT)
spbe_component(fmt ${fmt_VERSION} MIT)
spbe_component(nlohmann-json ${nlohmann_json_VERSION} MIT)
spbe_component(CLI11 ${CLI11_VERSION} BSD-3-Clause)
spbe_component(expat ${expat_version} MIT)
spbe_component(zlib ${zlib_version} Zlib)
spbe_component(minizip ${zlib_version} Zlib) # they are released together
spbe_component(libcsv ${csv_version} LGPL-2.1-or-later)
spbe_component(gmp ${gmp_version} "LGPL-3.0-or-later OR GPL-2.0-or-later")
if(WIN32)
  find_file(SPBE_MINGW_VERSION _mingw_mac.h PATHS /usr/x86_64-w64-mingw32/include
            NO_CMAKE_FIND_ROOT_PATH REQUIRED)
  spbe_header_version(mingw_version ${SPBE_MINGW_VERSION} __MINGW64_VERSION_MAJOR
                      __MINGW64_VERSION_MINOR)
  spbe_component(mingw-w64 ${mingw_version} "ZPL-2.1 AND MIT AND BSD-3-Clause")
endif()
if(SPBE_STATIC)
  find_path(SPBE_FEATURES_INCLUDE features.h)
  if(SPBE_FEATURES_INCLUDE)
    file(READ ${SPBE_FEATURES_INCLUDE}/features.h features)
    if(features MATCHES "__GLIBC__[ \t]+[0-9]")
      spbe_header_version(glibc_version ${SPBE_FEATURES_INCLUDE}/features.h __GLIBC__ __GLIBC_MINOR__)
      spbe_component(glibc ${glibc_version} LGPL-2.1-or-later)
    endif()
  endif()
  spbe_component(libstdc++ ${CMAKE_CXX_COMPILER_VERSION} "GPL-3.0-or-later WITH GCC-exception-3.1")
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
