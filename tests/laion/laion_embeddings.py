"""Run by test_laion_towers.py in a process of its own: laion-clap's embeddings on a checkpoint's weights.

    laion_embeddings.py CHECKPOINT QUERIES.npz OUT.npz

Its hub look-ups are answered from the cache that the environment names.
"""

from __future__ import annotations

import json
import sys

import laion_clap
import numpy as np
import torch

PREFIX = "query_encoder.model."


def main(checkpoint: str, queries: str, out: str) -> None:
    clap = laion_clap.CLAP_Module(enable_fusion=False, device="cpu", amodel="HTSAT-base", tmodel="roberta")
    state = torch.load(checkpoint, weights_only=True, mmap=True)["state_dict"]
    state = {name.removeprefix(PREFIX): value for name, value in state.items() if name.startswith(PREFIX)}
    missing, surplus = clap.model.load_state_dict(state, strict=False)
    # The stand-in leaves the constants out: laion's own are right.
    constants = ("relative_position_index", "attn_mask", "conv_real.weight", "conv_imag.weight", "melW")
    assert not surplus, surplus
    assert all(name.endswith(constants) for name in missing), missing
    clap.model.eval()
    with np.load(queries) as file:
        prompts = json.loads(str(file["prompts"]))
        sounds = [file[name] for name in sorted(file.files) if name.startswith("sound")]
    with torch.no_grad():
        text = clap.get_text_embedding(prompts)
        audio = [clap.get_audio_embedding_from_data([sound])[0] for sound in sounds]
    np.savez(out, text=text, audio=np.stack(audio))


if __name__ == "__main__":
    main(*sys.argv[1:])
