#!/bin/sh
# Uploads a generated file of 1 GB, with a heap of 128 MB, to a sandbox in another process, and exports it. Takes one or
# two minutes and about 3 GB of disk in the folder for temporary files. Set BYTES=100m for a smaller file.
set -eu

domo=$(cd "$(dirname "$0")/.." && pwd -P)/domo
work=$(mktemp -d)
sandbox=
finish() {
    if [ -n "$sandbox" ]; then
        kill "$sandbox" 2>/dev/null || true
        wait "$sandbox" || true
    fi
    rm -rf "$work"
}
trap finish EXIT
trap 'exit 130' INT TERM

"$domo" generate "$work/big.csv" --bytes "${BYTES:-1g}"

"$domo" sandbox --dir "$work" >"$work/sandbox.txt" &
sandbox=$!
until grep -q DOMO_CLIENT_SECRET "$work/sandbox.txt" 2>/dev/null; do
    kill -0 "$sandbox" 2>/dev/null || { echo "The sandbox did not start." >&2; exit 1; }
    sleep 1
done
eval "$(grep '^ *export DOMO_' "$work/sandbox.txt")"

DOMO_JAVA_OPTS=-Xmx128m "$domo" upload "$work/big.csv" --create Big --mode replace >"$work/upload.txt"
cat "$work/upload.txt"
dataset=$(grep -oE '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}' "$work/upload.txt" | head -n 1)
DOMO_JAVA_OPTS=-Xmx128m "$domo" export "$dataset" "$work/out.csv"

if cmp -s "$work/big.csv" "$work/out.csv"; then
    echo "The exported file is identical to the uploaded one."
else
    echo "The exported file differs from the uploaded one." >&2
    exit 4
fi
