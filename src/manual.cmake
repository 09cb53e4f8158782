# cmake -DPROGRAM=... -DMANUAL=... -DCOMPLETIONS=... -DSOURCE=... -DVERSION=... -P manual.cmake: the pages and
# scripts that the program writes, packed as packages want them.
file(REMOVE_RECURSE ${MANUAL})
execute_process(COMMAND ${PROGRAM} man --quiet --out ${MANUAL} COMMAND_ERROR_IS_FATAL ANY)
file(GLOB pages ${MANUAL}/man?/*.[15] ${MANUAL}/id/man?/*.[15])
# -n: without the time, so that two builds are alike.
execute_process(COMMAND gzip -9n ${pages} COMMAND_ERROR_IS_FATAL ANY)

# Debian wants a changelog of the package beside the news of the program, with a date: that of the
# last commit, so that two builds are alike.
set(date "Thu, 01 Jan 1970 00:00:00 +0000")
if(EXISTS ${SOURCE}/.git)
  execute_process(COMMAND git -C ${SOURCE} log -1 --format=%aD OUTPUT_VARIABLE date ERROR_QUIET
                                                               OUTPUT_STRIP_TRAILING_WHITESPACE)
endif()
set(news ${MANUAL}.news)
file(REMOVE_RECURSE ${news})
file(MAKE_DIRECTORY ${news})
file(COPY_FILE ${SOURCE}/CHANGELOG.md ${news}/NEWS)
file(WRITE ${news}/changelog "spbe-index (${VERSION}) unstable; urgency=medium

  * What is new stands in NEWS.gz.

 -- the spbe-index authors <maintainers@spbe-index.invalid>  ${date}
")
execute_process(COMMAND gzip -9n ${news}/NEWS ${news}/changelog COMMAND_ERROR_IS_FATAL ANY)
file(MAKE_DIRECTORY ${COMPLETIONS})
foreach(shell IN ITEMS bash zsh fish powershell)
  execute_process(COMMAND ${PROGRAM} completion ${shell} OUTPUT_FILE ${COMPLETIONS}/${shell}
                                                                     COMMAND_ERROR_IS_FATAL ANY)
endforeach()
