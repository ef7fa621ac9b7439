#!/bin/sh
# Installs AudioSep Desktop for one person, without root. `./install.sh --help` says where.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
name=audiosep-desktop

case "${1:-}" in
    --help | -h)
        echo "usage: ./install.sh [FOLDER]"
        echo "Puts the program into FOLDER/lib/$name and its commands into FOLDER/bin; FOLDER is ~/.local if it is left out."
        echo "Menu entry, icon and kinds of files go into \${XDG_DATA_HOME:-~/.local/share}."
        echo "FOLDER/lib/$name/uninstall.sh removes all of it."
        exit 0 ;;
    -*) echo "install.sh knows --help and a folder, not $1." >&2; exit 2 ;;
esac
prefix=${1:-$HOME/.local}
case "$prefix" in /*) ;; *) prefix=$PWD/$prefix ;; esac
program=$prefix/lib/$name
share=${XDG_DATA_HOME:-$HOME/.local/share}

for command in $name audiosep; do
    if [ -e "$prefix/bin/$command" ] && [ ! -L "$prefix/bin/$command" ]; then
        echo "There is a file $prefix/bin/$command that this did not install. Move it away and run the same command again." >&2
        exit 1
    fi
done

# What was not there before: a line each, folders with a slash at the end. An older installation's folders stay listed.
list=
if [ -f "$program/installed-files" ]; then
    list=$(grep '/$' "$program/installed-files" || true)
fi
note() {
    list="$list
$1"
}
folder() {
    if [ ! -d "$1" ]; then
        folder "$(dirname -- "$1")"
        mkdir "$1"
        note "$1/"
    fi
}

# The old version goes when the new one lies there whole.
folder "$prefix/lib"
new=$program.new
rm -rf "$new"
trap 'rm -rf "$new"' EXIT
cp -R "$here/program" "$new"
cp "$here/uninstall.sh" "$new/uninstall.sh"
if [ -x "$program/uninstall.sh" ]; then
    "$program/uninstall.sh" --quiet
fi
mv "$new" "$program"

folder "$prefix/bin"
for command in $name audiosep; do
    ln -sf "$program/$command" "$prefix/bin/$command"
    note "$prefix/bin/$command"
done
cd "$here/share"
for file in $(find . -type f); do # the names are ours: none holds a space
    target=$share/${file#./}
    folder "$(dirname -- "$target")"
    cp "$file" "$target"
    note "$target"
done
printf '%s\n' "$list" >"$program/installed-files"

# The menu may be read where ~/.local/bin is not on the path: whole paths, quoted as desktop entries want it.
quoted=$(printf '%s' "$program/$name" | sed 's/%/%%/g; s/[\\"`$]/\\\\&/g')
literal() { printf '%s' "$1" | sed 's/[\\|&]/\\&/g'; }
sed "s|^Exec=.*|Exec=\"$(literal "$quoted")\" %F|; s|^TryExec=.*|TryExec=$(literal "$program/$name")|" \
    "applications/$name.desktop" >"$share/applications/$name.desktop"

"$program/uninstall.sh" --refresh
echo "Installed in $program. Start it from the menu, or with $prefix/bin/$name."
echo "To remove it: $program/uninstall.sh"
