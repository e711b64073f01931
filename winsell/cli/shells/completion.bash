# eval "$(winsell completion bash)"
_winsell() {
    local word quoted
    local -a typed=("${COMP_WORDS[@]:1:COMP_CWORD}")
    COMPREPLY=()
    while IFS=$'\t' read -r word _; do
        printf -v quoted '%q' "$word"
        COMPREPLY+=("$quoted")
    done < <("${COMP_WORDS[0]}" __complete "${typed[@]//\\/}" 2>/dev/null)
    if [[ ${#COMPREPLY[@]} -gt 0 && ${COMPREPLY[0]} == *. ]]; then
        compopt -o nospace 2>/dev/null
    fi
}
complete -o default -F _winsell winsell
