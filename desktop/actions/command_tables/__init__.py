"""Every command once, a file a menu: `COMMANDS` and the order in `MENU`. No widgets here; `registry` builds from it."""
