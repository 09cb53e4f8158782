#include "commands/completion/scripts.hpp"

namespace spbe {

namespace {

struct Script {
  std::string_view shell;
  std::string_view text;
};

constexpr Script kScripts[] = {
    {"bash",
     R"shell(# spbe-index in bash: save as ~/.local/share/bash-completion/completions/spbe-index
_spbe_index() {
  local current=${COMP_WORDS[COMP_CWORD]} line
  COMPREPLY=()
  while IFS= read -r line; do
    case $line in
      :files)
        compopt -o filenames
        while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -f -- "$current")
        ;;
      :folders)
        compopt -o filenames
        while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -d -- "$current")
        ;;
      *)
        line=${line%%$'\t'*}
        [[ $line == *= ]] && compopt -o nospace
        COMPREPLY+=("$(printf '%q' "$line")")
        ;;
    esac
  done < <("${COMP_WORDS[0]}" __complete "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -F _spbe_index spbe-index
)shell"},
    {"zsh", R"shell(#compdef spbe-index
# spbe-index in zsh: save as _spbe-index in a folder of $fpath
_spbe_index() {
  local line word
  local -a words_and_meanings
  for line in "${(@f)$("${words[1]}" __complete "${(@)words[2,CURRENT]}" 2>/dev/null)}"; do
    case $line in
      '') ;;
      :files) _files ;;
      :folders) _files -/ ;;
      *)
        word=${${line%%$'\t'*}//\\/\\\\}
        word=${word//:/\\:}
        [[ $line == *$'\t'* ]] && word+=:${line#*$'\t'}
        words_and_meanings+=("$word")
        ;;
    esac
  done
  (( $#words_and_meanings )) && _describe 'spbe-index' words_and_meanings
}
if [[ $funcstack[1] == _spbe-index ]]; then
  _spbe_index "$@"
else
  compdef _spbe_index spbe-index
fi
)shell"},
    {"fish", R"shell(# spbe-index in fish: save as ~/.config/fish/completions/spbe-index.fish
function __spbe_index_complete
  set -l typed (commandline -opc)
  set -l current (commandline -ct)
  for line in ($typed[1] __complete $typed[2..-1] "$current" 2>/dev/null)
    switch $line
      case ':files'
        __fish_complete_path "$current"
      case ':folders'
        __fish_complete_directories "$current"
      case '*'
        echo $line
    end
  end
end
complete -c spbe-index -f -a '(__spbe_index_complete)'
)shell"},
    {"powershell", R"shell(# spbe-index in PowerShell: append to the file that $PROFILE names
Register-ArgumentCompleter -Native -CommandName spbe-index -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $typed = @($commandAst.CommandElements | Select-Object -Skip 1 |
    Where-Object { $_.Extent.EndOffset -lt $cursorPosition } | ForEach-Object {
      if ($_ -is [System.Management.Automation.Language.StringConstantExpressionAst]) { $_.Value } else { "$_" }
    })
  # As it was typed: .\spbe-index is in no PATH.
  $program = $commandAst.GetCommandName()
  # The word comes first, since PowerShell before 7.3 drops an argument that is empty.
  & $program __complete "--word=$wordToComplete" @typed 2>$null | ForEach-Object {
    if ($_ -eq ':files' -or $_ -eq ':folders') {
      $any = $_ -eq ':files'
      [System.Management.Automation.CompletionCompleters]::CompleteFilename($wordToComplete) |
        Where-Object { $any -or $_.ResultType -eq 'ProviderContainer' }
    } else {
      $word, $meaning = $_ -split "`t", 2
      $text = if ($word -match '^[\w./:=,-]+$') { $word } else { "'" + ($word -replace "['\u2018-\u201b]", '$0$0') + "'" }
      $tip = if ($meaning) { $meaning } else { $word }
      [System.Management.Automation.CompletionResult]::new($text, $word, 'ParameterValue', $tip)
    }
  }
}
)shell"}};

}  // namespace

std::vector<std::string> shells() {
  std::vector<std::string> names;
  for (const Script& script : kScripts) names.emplace_back(script.shell);
  return names;
}

std::string_view completion_script(std::string_view shell) {
  for (const Script& script : kScripts) {
    if (script.shell == shell) return script.text;
  }
  return {};
}

}  // namespace spbe
