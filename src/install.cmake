# What is installed, and the packages that are made of it: a component for the program, one for
# the library.

install(TARGETS spbe-index COMPONENT program)
install(
  TARGETS spbe
  EXPORT spbe-index-targets
  COMPONENT library)
install(
  DIRECTORY ${PROJECT_SOURCE_DIR}/include/spbe
  TYPE INCLUDE
  COMPONENT library
  FILES_MATCHING
  PATTERN *.hpp)
install(
  DIRECTORY ${PROJECT_SOURCE_DIR}/data/
  DESTINATION ${CMAKE_INSTALL_DATADIR}/spbe-index
  COMPONENT program
  FILES_MATCHING
  PATTERN *.yaml
  PATTERN *.md
  PATTERN *.json)
install(
  FILES ${CMAKE_BINARY_DIR}/spbe-index.cdx.json ${PROJECT_SOURCE_DIR}/LICENSES
  DESTINATION ${CMAKE_INSTALL_DOCDIR}
  COMPONENT program)
install(
  FILES ${PROJECT_SOURCE_DIR}/LICENSE
  DESTINATION ${CMAKE_INSTALL_DOCDIR}
  RENAME copyright
  COMPONENT program)
install(
  FILES ${PROJECT_SOURCE_DIR}/LICENSE
  DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/libspbe-dev
  RENAME copyright
  COMPONENT library)

# --- The manual and the completions, which the program writes itself.

set(SPBE_MANUAL ${CMAKE_CURRENT_BINARY_DIR}/manual)
set(SPBE_COMPLETIONS ${CMAKE_CURRENT_BINARY_DIR}/completions)
add_custom_command(
  OUTPUT ${SPBE_MANUAL}.made
  COMMAND ${CMAKE_COMMAND} -DPROGRAM=$<TARGET_FILE:spbe-index> -DMANUAL=${SPBE_MANUAL}
          -DCOMPLETIONS=${SPBE_COMPLETIONS} -DSOURCE=${PROJECT_SOURCE_DIR}
          -DVERSION=${PROJECT_VERSION} -P
          ${CMAKE_CURRENT_SOURCE_DIR}/manual.cmake
  COMMAND ${CMAKE_COMMAND} -E touch ${SPBE_MANUAL}.made
  DEPENDS spbe-index ${CMAKE_CURRENT_SOURCE_DIR}/manual.cmake ${PROJECT_SOURCE_DIR}/CHANGELOG.md
  COMMENT "Writing the manual"
  VERBATIM)
add_custom_target(manual ALL DEPENDS ${SPBE_MANUAL}.made)
install(
  DIRECTORY ${SPBE_MANUAL}/
  DESTINATION ${CMAKE_INSTALL_MANDIR}
  COMPONENT program)
install(
  FILES ${SPBE_MANUAL}.news/NEWS.gz ${SPBE_MANUAL}.news/changelog.gz
  DESTINATION ${CMAKE_INSTALL_DOCDIR}
  COMPONENT program)
install(
  FILES ${SPBE_MANUAL}.news/NEWS.gz ${SPBE_MANUAL}.news/changelog.gz
  DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/libspbe-dev
  COMPONENT library)
install(
  FILES ${SPBE_COMPLETIONS}/bash
  DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions
  RENAME spbe-index
  COMPONENT program)
install(
  FILES ${SPBE_COMPLETIONS}/zsh
  DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions
  RENAME _spbe-index
  COMPONENT program)
install(
  FILES ${SPBE_COMPLETIONS}/fish
  DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d
  RENAME spbe-index.fish
  COMPONENT program)

# --- What programs that use the library need to find it.

set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/spbe-index)
include(CMakePackageConfigHelpers)
configure_package_config_file(
  spbe-index-config.cmake.in ${CMAKE_CURRENT_BINARY_DIR}/spbe-index-config.cmake
  INSTALL_DESTINATION ${package_dir})
write_basic_package_version_file(${CMAKE_CURRENT_BINARY_DIR}/spbe-index-config-version.cmake
                                 COMPATIBILITY SameMinorVersion)
install(
  FILES ${CMAKE_CURRENT_BINARY_DIR}/spbe-index-config.cmake
        ${CMAKE_CURRENT_BINARY_DIR}/spbe-index-config-version.cmake
  DESTINATION ${package_dir}
  COMPONENT library)
install(
  EXPORT spbe-index-targets
  NAMESPACE spbe::
  DESTINATION ${package_dir}
  COMPONENT library)
# Found from the file itself: packages are unpacked elsewhere than CMAKE_INSTALL_PREFIX says.
file(RELATIVE_PATH prefix_from_pkgconfig /${CMAKE_INSTALL_LIBDIR}/pkgconfig /)
configure_file(spbe-index.pc.in ${CMAKE_CURRENT_BINARY_DIR}/spbe-index.pc @ONLY)
install(
  FILES ${CMAKE_CURRENT_BINARY_DIR}/spbe-index.pc
  DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig
  COMPONENT library)

# --- Packages: cpack -G DEB, or -G TGZ.

set(CPACK_PACKAGE_NAME spbe-index)
set(CPACK_PACKAGE_VENDOR "the spbe-index authors")
set(CPACK_PACKAGE_CONTACT "the spbe-index authors <maintainers@spbe-index.invalid>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "calculator for Indonesia's SPBE index")
set(CPACK_RESOURCE_FILE_LICENSE ${PROJECT_SOURCE_DIR}/LICENSE)
set(CPACK_STRIP_FILES ON)
set(CPACK_PACKAGE_CHECKSUM SHA256)
set(CPACK_COMPONENTS_ALL program library)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
string(TOLOWER ${CMAKE_SYSTEM_NAME} system)
set(CPACK_PACKAGE_FILE_NAME spbe-index-${PROJECT_VERSION}-${system}-${CMAKE_SYSTEM_PROCESSOR})
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_NAME spbe-index)
set(CPACK_DEBIAN_LIBRARY_PACKAGE_NAME libspbe-dev)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SECTION utils)
set(CPACK_DEBIAN_LIBRARY_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_LIBRARY_PACKAGE_DEPENDS
    "libyaml-cpp-dev, libfmt-dev, libcsv-dev, libminizip-dev, libexpat1-dev, libgmp-dev, zlib1g-dev")
set(CPACK_COMPONENT_PROGRAM_DESCRIPTION
    "Reads maturity levels of the 47 indicators of SPBE, or the 20 of Pemdi,
from YAML files, workbooks or tables, and prints the index, its predikat,
what changed since the year before, what holds it, and the plan of least
effort that raises it; writes reports and checks data in CI. All
arithmetic is exact.")
set(CPACK_COMPONENT_LIBRARY_DESCRIPTION
    "The static library of spbe-index with its headers, for C++20 programs
that compute the SPBE index themselves: reading, arithmetic, comparison,
planning and messages.")
set(CPACK_ARCHIVE_COMPONENT_INSTALL ON)
set(CPACK_PROJECT_CONFIG_FILE ${CMAKE_CURRENT_SOURCE_DIR}/archives.cmake)
set(CPACK_ARCHIVE_PROGRAM_FILE_NAME ${CPACK_PACKAGE_FILE_NAME})
set(CPACK_ARCHIVE_LIBRARY_FILE_NAME libspbe-${PROJECT_VERSION}-${system}-${CMAKE_SYSTEM_PROCESSOR})
include(CPack)
