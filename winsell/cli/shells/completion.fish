# winsell completion fish | source
function __winsell_complete
    set -l before (commandline -opc)
    set -l typed (commandline -ct)
    set -l found ($before[1] __complete $before[2..-1] "$typed" 2>/dev/null)
    if set -q found[1]
        printf '%s\n' $found
    else
        __fish_complete_path "$typed"
    end
end
complete -c winsell -f -a '(__winsell_complete)'
