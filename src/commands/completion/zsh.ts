/** Has zsh ask psyctl. */
export const zshScript = `#compdef psyctl
# zsh completion for psyctl
#
# For this shell:           source <(psyctl completion zsh)
#   once completion is on: autoload -U compinit; compinit
# For every shell to come:  psyctl completion zsh > "\${fpath[1]}/_psyctl"

_psyctl() {
  local line
  local -a values shown
  for line in "\${(@f)$(psyctl __complete zsh "\${(@Q)words[2,CURRENT-1]}" "\${(Q)PREFIX}" 2>/dev/null)}"; do
    case $line in
      :files)
        compset -P '--*='
        _files
        return
        ;;
      ?*)
        values+=("\${line%%$'\\t'*}")
        shown+=("\${line/$'\\t'/  -- }")
        ;;
    esac
  done
  compadd -V psyctl -l -d shown -a values
}

if [[ \${funcstack[1]} == _psyctl ]]; then
  _psyctl "$@"
else
  compdef _psyctl psyctl
fi
`;
