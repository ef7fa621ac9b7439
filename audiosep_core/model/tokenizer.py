"""Where roberta-base's tokenizer files come from: the model's own file, beside it, the models folder, the hub."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from audiosep_core.cancel import CancelToken
from audiosep_core.errors import AudioSepError, ModelError
from audiosep_core.library import pull
from audiosep_core.library.catalogue import REGISTRY, read_entries
from audiosep_core.library.hub import Hub
from audiosep_core.library.one_at_a_time import only_one
from audiosep_core.library.paths import downloads_folder, models_folder
from audiosep_core.library.resources import resource

logger = logging.getLogger(__name__)

REPOSITORY = "FacebookAI/roberta-base"
REVISION = "e2da8e2f811d1448a5b465c236feacd80ffbac7b"
VOCABULARY, MERGES = "vocab.json", "merges.txt"

_SPECIAL = {"<s>": 0, "<pad>": 1, "</s>": 2, "<unk>": 3}
_LARGEST_BYTES = 16 * 2**20


@dataclass(frozen=True)
class TokenizerFiles:
    """Contents of vocab.json and merges.txt."""

    vocabulary: bytes
    merges: bytes


def find_tokenizer(folders: Iterable[Path]) -> TokenizerFiles | None:
    """RoBERTa's tokenizer files in the first of some folders, or in a folder `tokenizer` inside of it.

    Files of another tokenizer under the same names (GPT-2's, for example) are passed over.
    """
    for folder in folders:
        for place in (folder, folder / "tokenizer"):
            try:
                sizes = [(place / name).stat().st_size for name in (VOCABULARY, MERGES)]
                if max(sizes) > _LARGEST_BYTES:
                    continue
                files = TokenizerFiles((place / VOCABULARY).read_bytes(), (place / MERGES).read_bytes())
            except OSError:
                continue
            if is_roberta(files):
                return files
            logger.info("The tokenizer in '%s' is not RoBERTa's and was passed over.", place)
    return None


def is_roberta(files: TokenizerFiles) -> bool:
    """Whether a vocabulary has RoBERTa's special tokens at their places."""
    try:
        vocabulary = json.loads(files.vocabulary)
        files.merges.decode()
    except ValueError:
        return False
    return isinstance(vocabulary, dict) and all(vocabulary.get(token) == i for token, i in _SPECIAL.items())


def fetch_tokenizer() -> TokenizerFiles:
    """The files from the cache of huggingface_hub, or from the hub as the catalogue describes them (1.4 MB).

    Raises:
        ModelError: they are not here and cannot be had.
    """
    from huggingface_hub import try_to_load_from_cache

    cached = [try_to_load_from_cache(REPOSITORY, name, revision=REVISION) for name in (VOCABULARY, MERGES)]
    folders = {Path(path).parent for path in cached if isinstance(path, str)}
    return find_tokenizer(folders) or _download()


def _download() -> TokenizerFiles:
    """Into the models folder, where every model finds them from now on."""
    entry = next(entry for entry in read_entries(resource("models", REGISTRY)) if entry.tokenizer)
    try:
        folder, downloads, token = models_folder(), downloads_folder(), CancelToken()
        with only_one(downloads / "tokenizer.lock", lambda: None, token):
            paths = {path.name: path for path in pull.fetch_tokenizer(entry, folder, downloads, Hub(tries=2), token)}
        return TokenizerFiles(paths[VOCABULARY].read_bytes(), paths[MERGES].read_bytes())
    except (AudioSepError, OSError) as error:
        raise ModelError(
            "tokenizer-missing",
            "The model needs roberta-base's tokenizer, which is not on this computer and could not be downloaded.",
            f"Connect to the internet once, or put {VOCABULARY} and {MERGES} of {REPOSITORY} beside the model's file.",
        ) from error
