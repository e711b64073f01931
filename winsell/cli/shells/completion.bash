# eval "$(winsell completion bash)"
_winsell() {
    local word typed=${COMP_WORDS[COMP_CWORD]} words=()
    COMPREPLY=()
    for word in "${COMP_WORDS[@]:1:COMP_CWORD}"; do
        words+=("${word//[\\\'\"]/}")
    done
    while IFS=$'\t' read -r word _; do
        if [[ $typed != [\'\"]* ]]; then
            printf -v word %q "$word"
        elif [[ $word == *[\'\"\\\$\`!]* ]]; then
            continue
        fi
        COMPREPLY+=("$word")
    done < <("${COMP_WORDS[0]}" __complete "${words[@]}" 2>/dev/null)
    if [[ ${#COMPREPLY[@]} -gt 0 && ${COMPREPLY[0]} == *. ]]; then
        compopt -o nospace 2>/dev/null
    fi
}
complete -o default -F _winsell winsell
