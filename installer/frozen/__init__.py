"""The program with its Python and its libraries in one folder, made by PyInstaller: `python -m installer.frozen`.

`contents` says what goes in, `audiosep.spec` hands it to PyInstaller, `build` makes the environment and runs it,
`window` and `console` are what the two executables begin with. Packages are made of the folder elsewhere
(`installer.packages`). Nothing here is imported by the program.
"""
