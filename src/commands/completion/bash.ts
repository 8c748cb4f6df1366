/** Has bash ask psyctl. bash itself parts words at `:`, `=` and `@`, so psyctl gets the line, and what is replaced of it. */
export const bashScript = `# bash completion for psyctl
#
# For this shell:           source <(psyctl completion bash)
# For every shell to come:  psyctl completion bash > ~/.local/share/bash-completion/completions/psyctl
#   where bash-completion is installed; elsewhere put the line above into ~/.bashrc.
# On macOS's bash 3.2:      source /dev/stdin <<< "$(psyctl completion bash)"

_psyctl() {
  local line
  COMPREPLY=()
  while IFS= read -r line; do
    if [[ $line == :files ]]; then
      compopt -o default 2>/dev/null || while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -f -- "$2")
      return
    fi
    COMPREPLY+=("$line")
  done <<< "$(psyctl __complete bash "\${COMP_LINE:0:COMP_POINT}" "$2" "$COMP_TYPE" "$COLUMNS" 2>/dev/null)"
  [[ \${#COMPREPLY[@]} -eq 1 && -z \${COMPREPLY[0]} ]] && COMPREPLY=()
}

complete -o nosort -F _psyctl psyctl 2>/dev/null || complete -F _psyctl psyctl
`;
