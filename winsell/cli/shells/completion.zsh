# eval "$(winsell completion zsh)"
_winsell() {
    local word said
    local -a words_found ends_found
    while IFS=$'\t' read -r word said; do
        said=${said:+:$said}
        if [[ $word == *. ]]; then
            ends_found+=("${${word//\\/\\\\}//:/\\:}$said")
        else
            words_found+=("${${word//\\/\\\\}//:/\\:}$said")
        fi
    done < <("${(Q)words[1]}" __complete "${(@Q)words[2,CURRENT]}" 2>/dev/null)
    if (( ${#words_found} + ${#ends_found} )); then
        (( ${#words_found} )) && _describe winsell words_found
        (( ${#ends_found} )) && _describe winsell ends_found -S ''
    else
        _files
    fi
}
compdef _winsell winsell
