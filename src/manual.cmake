# cmake -DPROGRAM=... -DMANUAL=... -DCOMPLETIONS=... -DCHANGELOG=... -P manual.cmake: the pages and
# scripts that the program writes, packed as packages want them.
file(REMOVE_RECURSE ${MANUAL})
execute_process(COMMAND ${PROGRAM} man --quiet --out ${MANUAL} COMMAND_ERROR_IS_FATAL ANY)
file(GLOB pages ${MANUAL}/man1/*.1 ${MANUAL}/id/man1/*.1)
# -n: without the time, so that two builds are alike.
execute_process(COMMAND gzip -9n ${pages} COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND gzip -9nc ${CHANGELOG} OUTPUT_FILE ${MANUAL}.changelog.gz
                                                           COMMAND_ERROR_IS_FATAL ANY)
file(MAKE_DIRECTORY ${COMPLETIONS})
foreach(shell IN ITEMS bash zsh fish powershell)
  execute_process(COMMAND ${PROGRAM} completion ${shell} OUTPUT_FILE ${COMPLETIONS}/${shell}
                                                                     COMMAND_ERROR_IS_FATAL ANY)
endforeach()
