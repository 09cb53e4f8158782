# The program for Windows, beyond what all systems have in common: src/cli/platform_windows*.cpp, and
# what the system reads in the program before it starts.

target_compile_definitions(spbe_cli PRIVATE NOMINMAX WIN32_LEAN_AND_MEAN UNICODE _WIN32_WINNT=0x0A00)
# windows.h means something else by many names.
file(GLOB windows_sources CONFIGURE_DEPENDS cli/platform_windows*.cpp)
set_source_files_properties(${windows_sources} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)

enable_language(RC)
configure_file(program/windows.rc.in ${CMAKE_CURRENT_BINARY_DIR}/windows.rc @ONLY)
configure_file(program/windows.manifest ${CMAKE_CURRENT_BINARY_DIR}/spbe-index.manifest COPYONLY)
target_sources(spbe-index PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/windows.rc)
set_source_files_properties(
  ${CMAKE_CURRENT_BINARY_DIR}/windows.rc PROPERTIES OBJECT_DEPENDS
                                                    ${CMAKE_CURRENT_BINARY_DIR}/spbe-index.manifest)
set_target_properties(spbe-index PROPERTIES LINK_SEARCH_START_STATIC ON)
