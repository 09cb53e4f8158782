# The target 'tidy': clang-tidy over everything that is compiled, one command a unit, so that they
# run side by side and only what changed is looked at again. With SPBE_UNITY a unit is what is
# compiled as one: the headers are then read once for many files.
find_program(SPBE_CLANG_TIDY NAMES clang-tidy REQUIRED)

file(GLOB_RECURSE tidy_headers CONFIGURE_DEPENDS include/*.hpp src/*.hpp tests/*.hpp)
get_property(rooms GLOBAL PROPERTY SPBE_ROOMS)
set(tidy_stamps "")
foreach(target IN LISTS rooms ITEMS spbe_compile_data spbe_program spbe-index unit_tests)
  if(NOT TARGET ${target})
    continue()
  endif()
  get_target_property(sources ${target} SOURCES)
  get_target_property(source_dir ${target} SOURCE_DIR)
  get_target_property(binary_dir ${target} BINARY_DIR)
  get_target_property(is_unity ${target} UNITY_BUILD)
  # Objects of another target are looked at there.
  list(FILTER sources EXCLUDE REGEX "TARGET_OBJECTS")
  set(units "")
  # A unit of many files lies in the build folder, where the rules of the tests are not found.
  set(config "")
  if(target STREQUAL unit_tests)
    set(config --config-file=${PROJECT_SOURCE_DIR}/tests/.clang-tidy)
  endif()
  foreach(source IN LISTS sources)
    cmake_path(ABSOLUTE_PATH source BASE_DIRECTORY ${source_dir} NORMALIZE)
    cmake_path(IS_PREFIX CMAKE_BINARY_DIR ${source} generated)
    if(generated)
      continue()
    endif()
    set(unit ${source})
    get_source_file_property(alone ${source} TARGET_DIRECTORY ${target} SKIP_UNITY_BUILD_INCLUSION)
    if(is_unity AND NOT alone)
      get_source_file_property(group ${source} TARGET_DIRECTORY ${target} UNITY_GROUP)
      set(unit ${binary_dir}/CMakeFiles/${target}.dir/Unity/unity_${group}_cxx.cxx)
    endif()
    list(APPEND units ${unit})
    cmake_path(GET unit FILENAME name)
    list(APPEND sources_of_${name} ${source})
  endforeach()
  list(REMOVE_DUPLICATES units)
  foreach(unit IN LISTS units)
    cmake_path(GET unit FILENAME name)
    set(stamp ${CMAKE_BINARY_DIR}/tidy/${target}/${name}.ok)
    file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/tidy/${target})
    add_custom_command(
      OUTPUT ${stamp}
      # That a unit of many files includes them is no fault.
      COMMAND ${SPBE_CLANG_TIDY} --quiet --checks=-bugprone-suspicious-include
              ${config} -p ${CMAKE_BINARY_DIR} ${unit}
      COMMAND ${CMAKE_COMMAND} -E touch ${stamp}
      DEPENDS ${sources_of_${name}} ${tidy_headers} ${PROJECT_SOURCE_DIR}/.clang-tidy
      COMMENT "clang-tidy ${target}/${name}"
      VERBATIM)
    list(APPEND tidy_stamps ${stamp})
    unset(sources_of_${name})
  endforeach()
endforeach()
add_custom_target(tidy DEPENDS ${tidy_stamps})
