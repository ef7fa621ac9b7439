"""One file a protocol; `named` finds one by what `--protocol` takes."""
