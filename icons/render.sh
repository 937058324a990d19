#!/bin/sh
# Draws the PNGs from posthorn.svg (needs rsvg-convert, Debian package librsvg2-bin). The results are committed: the build does not need it.
set -eu
cd "$(dirname "$0")"
window=../src/main/resources/dev/posthorn/icons
mkdir -p "$window"
for size in 16 24 32 48 64 128 256 512; do
    rsvg-convert -w $size -h $size posthorn.svg -o posthorn-$size.png
    [ $size -gt 256 ] || cp posthorn-$size.png "$window/"
done
