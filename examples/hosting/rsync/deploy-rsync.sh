#!/usr/bin/env bash
# Puts a published folder on a server with rsync over ssh, and leads visitors to it in one step.
#
#   deploy-rsync.sh public host:/srv/keuzewijzer/public
#
# On the server `public` is a link to one of two folders beside it, `.public.a` and `.public.b`. The site goes to the one that
# nobody sees, and only when all of it stands there the link changes. So visitors see the old site or the new one at every
# moment, also when this script is stopped halfway. Run it again to finish.
set -euo pipefail

remote='^([A-Za-z0-9][A-Za-z0-9@._-]*):(/[A-Za-z0-9._/-]*[A-Za-z0-9_-])$'
if [ "$#" -ne 2 ] || ! [[ $2 =~ $remote ]]; then
  echo "usage: $0 FOLDER HOST:/PATH (without blanks)" >&2
  exit 2
fi
host=${BASH_REMATCH[1]}
site=${BASH_REMATCH[2]}
beside=$(dirname "$site")
name=$(basename "$site")
folder=$(realpath "$1")
if [ ! -f "$folder/.keuzewijzer/manifest" ]; then
  echo "$folder holds nothing that keuzewijzer published" >&2
  exit 1
fi

# The lock of a build: no build replaces the folder while it is read, and no two deploys of it run at once.
exec 9>>"$(dirname "$folder")/.$(basename "$folder").lock"
if ! flock --nonblock 9; then
  echo "a build or another deploy is busy with $folder" >&2
  exit 1
fi

# As rsync does, `RSYNC_RSH` says how to reach the server.
export RSYNC_RSH="${RSYNC_RSH:-ssh}"
read -ra shell <<<"$RSYNC_RSH"
on_server() { "${shell[@]}" "$host" "cd $beside && $1"; }

shown=$(on_server "if [ -L $name ]; then readlink $name; elif [ -e $name ]; then echo a folder; else echo nothing; fi")
same=(--link-dest="../$shown")
case $shown in
  ".$name.a") hidden=".$name.b" ;;
  ".$name.b") hidden=".$name.a" ;;
  nothing)
    hidden=".$name.a"
    same=()
    ;;
  *)
    echo "$site on the server is $shown, and no link of this script: move it away once, and run this again" >&2
    exit 1
    ;;
esac

# By checksum: two builds within a second make files of the same length and time. What did not change is a second name of the
# file that is shown (hard link), so it takes no room and is not sent.
rsync --recursive --times --perms --chmod=D755,F644 --checksum --delete "${same[@]}" "$folder/" "$host:$beside/$hidden/"

# On the disk first; then one `rename`, which replaces the link without a moment between. The server needs GNU's coreutils.
on_server "sync --file-system $hidden && ln -sfnT $hidden .$name.link && mv -T .$name.link $name"
