# The target 'tidy': clang-tidy over every unit that is compiled, one command each, so that they
# run side by side and only what changed is looked at again.
find_program(SPBE_CLANG_TIDY NAMES clang-tidy REQUIRED)

file(GLOB_RECURSE tidy_headers CONFIGURE_DEPENDS include/*.hpp src/*.hpp tests/*.hpp)
set(tidy_stamps "")
get_property(tidy_rooms GLOBAL PROPERTY SPBE_ROOMS)
foreach(target IN LISTS tidy_rooms ITEMS spbe_compile_data spbe_program spbe-index unit_tests)
  if(NOT TARGET ${target})
    continue()
  endif()
  get_target_property(sources ${target} SOURCES)
  get_target_property(source_dir ${target} SOURCE_DIR)
  # Objects of another target are looked at there.
  list(FILTER sources EXCLUDE REGEX "TARGET_OBJECTS")
  foreach(source IN LISTS sources)
    cmake_path(ABSOLUTE_PATH source BASE_DIRECTORY ${source_dir} NORMALIZE)
    cmake_path(IS_PREFIX CMAKE_BINARY_DIR ${source} generated)
    if(generated)
      continue()
    endif()
    cmake_path(RELATIVE_PATH source BASE_DIRECTORY ${PROJECT_SOURCE_DIR} OUTPUT_VARIABLE name)
    set(stamp ${CMAKE_BINARY_DIR}/tidy/${name}.ok)
    cmake_path(GET stamp PARENT_PATH stamp_dir)
    file(MAKE_DIRECTORY ${stamp_dir})
    add_custom_command(
      OUTPUT ${stamp}
      COMMAND ${SPBE_CLANG_TIDY} --quiet -p ${CMAKE_BINARY_DIR} ${source}
      COMMAND ${CMAKE_COMMAND} -E touch ${stamp}
      DEPENDS ${source} ${tidy_headers} ${PROJECT_SOURCE_DIR}/.clang-tidy
      COMMENT "clang-tidy ${name}"
      VERBATIM)
    list(APPEND tidy_stamps ${stamp})
  endforeach()
endforeach()
add_custom_target(tidy DEPENDS ${tidy_stamps})
