/**
 * What makes each shell ask `annex complete` at a press of the tab key. The answer is one candidate a line, a tab and
 * its description behind it; where there is none, the shell completes files.
 */
export const completionScripts = {
  bash: `# annex: completion for bash 4 and newer
_annex_complete() {
  local IFS=$'\\n' line
  COMPREPLY=()
  for line in $("$1" complete -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null); do
    line=\${line%%$'\\t'*}
    # Bash counts = as the end of a word and puts in only what is behind it.
    [[ $line == --*=* ]] && line=\${line#*=}
    COMPREPLY+=("$line")
  done
}
complete -o default -F _annex_complete annex
`,
  zsh: `#compdef annex
# annex: completion for zsh
_annex() {
  local line
  local -a found
  for line in "\${(@f)$(\${words[1]} complete -- "\${(@)words[2,CURRENT]}" 2>/dev/null)}"; do
    [[ -z $line ]] && continue
    found+=("\${\${line%%$'\\t'*}//:/\\\\:}:\${line#*$'\\t'}")
  done
  if (( \${#found} )); then
    _describe 'annex' found
  else
    _files
  fi
}
if [[ \${zsh_eval_context[-1]} == loadautofunc ]]; then
  _annex "$@"
else
  compdef _annex annex
fi
`,
  fish: `# annex: completion for fish
function __annex_complete
    set --local words (commandline --tokenize --current-process --cut-at-cursor)
    set --local current (commandline --current-token --cut-at-cursor)
    set --local found (command annex complete -- $words[2..-1] "$current" 2>/dev/null)
    if set --query found[1]
        printf '%s\\n' $found
    else
        __fish_complete_path "$current"
    end
end
complete --command annex --no-files --arguments '(__annex_complete)'
`,
} as const;
