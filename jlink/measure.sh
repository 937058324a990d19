#!/bin/sh
# The figures of docs/performance.md for a packaged Posthorn, in medians of five: the window's start, its memory, one request.
# Needs xvfb-run and target/posthorn (mvn -Pdist clean package). Run it on an idle machine.
set -eu
cd "$(dirname "$0")/.."
posthorn=$PWD/target/posthorn/bin/posthorn
[ -x "$posthorn" ] || { echo "There is no target/posthorn: run mvn -Pdist clean package first." >&2; exit 2; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

median() { sort -n | sed -n 3p; }

# Starts the window with options $1 in a home of its own, waits until it is shown, leaves its milliseconds in $work/shown.
window() {
    rm -f "$work/log"
    POSTHORN_OPTS="-Dposthorn.startup=log -Dposthorn.home=$work/home" "$posthorn" 2> "$work/log" &
    pid=$!
    tries=0
    until grep -q 'window shown' "$work/log" 2>/dev/null; do
        tries=$((tries + 1))
        if [ $tries -gt 300 ] || ! kill -0 $pid 2>/dev/null; then
            echo "The window was not shown:" >&2
            cat "$work/log" >&2
            exit 1
        fi
        sleep 0.1
    done
    sed -n 's/.*window shown after \([0-9]*\) ms.*/\1/p' "$work/log"
}

inside() {
    for i in 1 2 3 4 5; do
        window > "$work/shown"
        cat "$work/shown" >> "$work/times"
        if [ $i -lt 5 ]; then
            kill $pid
            wait $pid 2>/dev/null || true
        fi
    done
    sleep 10
    awk '/RssAnon/ { printf "private memory (RssAnon) after 10 s idle: %d MB\n", $2 / 1024 } /VmRSS/ { printf "resident with files: %d MB\n", $2 / 1024 }' "/proc/$pid/status"
    kill $pid
    wait $pid 2>/dev/null || true
    echo "window shown, median of 5: $(median < "$work/times") ms ($(sort -n "$work/times" | tr '\n' ' '))"
}

one_request() {
    "$posthorn" demo > "$work/demo" &
    demo=$!
    until grep -q http "$work/demo" 2>/dev/null; do sleep 0.1; done
    address=$(sed -n 's/.*\(http:[^ ]*\).*/\1/p' "$work/demo")
    cat > "$work/one.json" <<JSON
{"info": {"name": "One", "schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json"},
 "item": [{"name": "Read", "request": {"method": "GET", "url": "$address/get"}}]}
JSON
    for i in 1 2 3 4 5; do
        before=$(date +%s%N)
        "$posthorn" run "$work/one.json" > "$work/run"
        echo $((($(date +%s%N) - before) / 1000000)) >> "$work/runs"
    done
    kill $demo
    wait $demo 2>/dev/null || true
    echo "one request by posthorn run, median of 5: $(median < "$work/runs") ms ($(sort -n "$work/runs" | tr '\n' ' '))"
}

case ${1-} in
    inside) inside ;;
    *)
        one_request
        xvfb-run -a -s '-screen 0 1600x1000x24' "$0" inside
        ;;
esac
