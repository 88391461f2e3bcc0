#!/bin/sh
# Called cc, c++ or ar: zig's, without the flags that only Apple's compiler takes, and with nothing in place of sources in
# Objective-C, which zig does not compile.
set -eu
name=$(basename "$0")
[ "$name" = ar ] && exec "$APPLE_CC_ZIG" ar "$@"

skip=
for argument in "$@"; do
  shift
  if [ -n "$skip" ]; then
    skip=
    continue
  fi
  case $argument in
    -arch | -isysroot | -target | -framework)
      skip=1
      continue
      ;;
    --target=* | -mmacosx-version-min=* | -mmacos-version-min=* | -fobjc-* | -fapple-*) continue ;;
    *.m | *.mm) argument=$APPLE_CC_EMPTY ;;
  esac
  set -- "$@" "$argument"
done
exec "$APPLE_CC_ZIG" "$name" -target aarch64-macos "$@"
