"""The frozen program's window: `audiosep-desktop`."""

from desktop.__main__ import main

if __name__ == "__main__":
    main()
