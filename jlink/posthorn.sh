#!/bin/sh
# Starts a packaged Posthorn: the window, or a command (posthorn --help). The folder can be moved and linked to as a whole.
self=$0
while [ -h "$self" ]; do
    link=$(readlink "$self")
    case $link in
        /*) self=$link ;;
        *) self=${self%/*}/$link ;;
    esac
done
case $self in
    */*) here=${self%/*} ;;
    *) here=. ;;
esac
root=$(CDPATH='' cd "$here/.." && pwd -P) || exit 2

# The class path is written out, in the order of the training run.
app=$root/lib/app
path=$app/posthorn.jar
for jar in "$app"/*.jar; do
    [ "$jar" = "$app/posthorn.jar" ] || path=$path:$jar
done

# Without a locale Java reads file names as ASCII.
case ${LC_ALL:-${LC_CTYPE:-${LANG-}}} in
    '' | C | POSIX) export LC_ALL=C.UTF-8 ;;
esac

# The window keeps both compilers, but the second one waits until the window stands: on two cores they would share them with it.
later='-XX:-AOTReplayTraining -XX:Tier4InvocationThreshold=100000 -XX:Tier4MinInvocationThreshold=20000
    -XX:Tier4CompileThreshold=300000 -XX:Tier4BackEdgeThreshold=1000000'
# A command is over before the second compiler pays, and its garbage is young: a larger nursery would only be memory.
case ${1-} in
    '') use=window short=$later ;;
    snapshot) use=window short=-XX:TieredStopAtLevel=1 ;;
    *) use=commands short='-XX:TieredStopAtLevel=1 -Xmn24m' ;;
esac
# shellcheck disable=SC2086
exec "$root/lib/runtime/bin/java" @"$app/$use.options" -XX:AOTCache="$app/$use.aot" $short -cp "$path" \
    -Dposthorn.samples="$root/lib/collections" ${POSTHORN_OPTS-} dev.posthorn.Main "$@"
