# cmake -DFOLDER=... -DOUTPUT=... -P commit.cmake: which commit FOLDER is at, as a C++ source. A
# folder that is no clone has none, even where a repository of something else lies around it.
set(commit "")
if(EXISTS ${FOLDER}/.git)
  execute_process(
    COMMAND git -C ${FOLDER} rev-parse HEAD
    OUTPUT_VARIABLE commit ERROR_QUIET OUTPUT_STRIP_TRAILING_WHITESPACE)
  string(SUBSTRING "${commit}" 0 12 commit)
  execute_process(COMMAND git -C ${FOLDER} diff --quiet HEAD RESULT_VARIABLE changed ERROR_QUIET)
  if(commit AND NOT changed EQUAL 0)
    string(APPEND commit "+")
  endif()
endif()
# CONFIGURE leaves the file alone where nothing changed.
file(CONFIGURE OUTPUT ${OUTPUT} @ONLY CONTENT [=[
#include "commands/version/about.hpp"

namespace spbe {

std::string_view built_from_commit() { return "@commit@"; }

}  // namespace spbe
]=])
