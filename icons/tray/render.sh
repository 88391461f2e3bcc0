#!/bin/sh
# Renders the tray's icons from the SVG files beside it. Needs rsvg-convert and ImageMagick.
# Linux takes pixels, Windows the coloured PNG, macOS the template.
set -eu
cd "$(dirname "$0")"
for state in plain dot hollow; do
    rsvg-convert --width 44 --height 44 "$state.svg" --output "$state.png"
    rsvg-convert --width 44 --height 44 "template-$state.svg" --output "template-$state.png"
    for size in 22 44; do
        rsvg-convert --width "$size" --height "$size" "$state.svg" | convert png:- -depth 8 "rgba:$state-$size.rgba"
    done
done
