@echo off
rem Opens AudioSep Desktop; the first time it sets itself up. Everything it can do: run --help
for %%v in (3.13 3.12 3.11) do (
    py -%%v -c "" >nul 2>nul && (
        py -%%v "%~dp0installer\start.py" %*
        exit /b
    )
)
where python >nul 2>nul || (
    echo AudioSep Desktop needs Python 3.11, 3.12 or 3.13. Install it and run the same command again. 1>&2
    exit /b 1
)
python "%~dp0installer\start.py" %*
