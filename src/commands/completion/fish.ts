/** Has fish ask psyctl. */
export const fishScript = `# fish completion for psyctl
#
# For this shell:           psyctl completion fish | source
# For every shell to come:  psyctl completion fish > ~/.config/fish/completions/psyctl.fish

function __psyctl_complete
    set -l words (commandline -opc)
    set -l word (commandline -ct)
    for line in (psyctl __complete fish $words[2..-1] "$word" 2>/dev/null)
        if test "$line" = :files
            set -l flag (string match -r -- '^--[^=]*=' "$word")
            for file in (__fish_complete_path (string replace -r -- '^--[^=]*=' '' "$word"))
                echo "$flag$file"
            end
        else
            echo $line
        end
    end
end

complete -c psyctl -f -k -a '(__psyctl_complete)'
`;
