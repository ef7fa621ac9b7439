"""The real model process with the importer that copies: `python model_child.py`."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from audiosep_core.engine.model_process import main
from tests.library.stand_in import copy_importer

if __name__ == "__main__":
    main(copy_importer)
