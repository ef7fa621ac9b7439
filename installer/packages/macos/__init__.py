"""Info.plist, signing, the disk image and notarisation."""
