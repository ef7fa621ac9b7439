#!/bin/sh
# Removes what install.sh installed. Projects, settings and models stay.
set -eu
program=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
share=${XDG_DATA_HOME:-$HOME/.local/share}
list=$program/installed-files

# What these tools wrote goes as well once there is nothing left to tell.
refresh() {
    if [ -d "$share/mime/packages" ]; then
        if [ -n "$(ls "$share/mime/packages")" ]; then
            if command -v update-mime-database >/dev/null; then update-mime-database "$share/mime" || true; fi
        else
            for file in aliases generic-icons globs globs2 icons magic mime.cache subclasses treemagic types version \
                XMLnamespaces application/x-audiosep-project.xml; do
                rm -f "$share/mime/$file"
            done
            rmdir "$share/mime/application" 2>/dev/null || true
        fi
    fi
    if [ -d "$share/applications" ]; then
        if [ -n "$(find "$share/applications" -name '*.desktop')" ]; then
            if command -v update-desktop-database >/dev/null; then update-desktop-database -q "$share/applications" || true; fi
        else
            rm -f "$share/applications/mimeinfo.cache"
        fi
    fi
    if [ -f "$share/icons/hicolor/icon-theme.cache" ] && command -v gtk-update-icon-cache >/dev/null; then
        gtk-update-icon-cache -q -f -t "$share/icons/hicolor" || true
    fi
}

case "${1:-}" in
    --refresh) refresh; exit 0 ;;
    "" | --quiet) ;;
    *) echo "usage: $0" >&2; exit 2 ;;
esac
if [ ! -f "$list" ]; then
    echo "$program holds no list of what was installed; nothing was removed." >&2
    exit 1
fi
grep -v '/$' "$list" | while IFS= read -r file; do
    [ -z "$file" ] || rm -f "$file"
done
refresh
folders=$(grep '/$' "$list" | sed '1!G;h;$!d') # the last made first
rm -rf "$program"
printf '%s\n' "$folders" | while IFS= read -r folder; do
    [ -z "$folder" ] || rmdir "$folder" 2>/dev/null || true
done
[ "${1:-}" = --quiet ] || echo "Removed. Projects, settings and models are where they were."
