"""The program with its Python and its libraries in one folder, made by PyInstaller: `python -m installer.frozen`.

`contents` says what goes in, `audiosep.spec` hands it to PyInstaller, `build` makes the environment and runs it, and
`start` is what the program begins with. Packages are made of the folder elsewhere (`installer.packages`). Nothing here
is imported by the program in a checkout.
"""
