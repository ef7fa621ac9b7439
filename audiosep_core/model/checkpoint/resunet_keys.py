"""Key names of the published separation network (ResUNet30 with FiLM), beside those of `ResUNet`."""

from __future__ import annotations

from collections.abc import Iterator

from audiosep_core.model.checkpoint.key_table import KeyTable, Source

PREFIX = "ss_model."

ENCODER_BLOCKS = 6
DECODER_BLOCKS = 6

_AFFINE = ("weight", "bias")
_NORM = (*_AFFINE, "running_mean", "running_var")
_KERNEL = ("weight",)

# Published module, ours, its tensors; {block} is a published block's name and our block's.
_ENDS = (
    ("base.bn0", "band_norm", _NORM),
    ("base.pre_conv", "stem", _AFFINE),
    ("base.after_conv", "head", _AFFINE),
)
_RESIDUAL = (
    ("bn1", "norm1.norm", _NORM),
    ("conv1", "conv1", _KERNEL),
    ("bn2", "norm2.norm", _NORM),
    ("conv2", "conv2", _KERNEL),
)
_SHORTCUT = (("shortcut", "shortcut", _AFFINE),)
_UPSAMPLING = (
    ("bn1", "norm.norm", _NORM),
    ("conv1", "up", _KERNEL),
)

# Blocks whose inputs and outputs have the same number of channels have no shortcut.
_WITHOUT_SHORTCUT = ("encoder_block1", "encoder_block6", "conv_block7a")


def _encoder() -> Iterator[tuple[str, str]]:
    """(published, ours) names of the residual blocks before the decoder, in the order they are met."""
    for number in range(1, ENCODER_BLOCKS + 1):
        yield f"encoder_block{number}", f"encoder.{number - 1}"
    yield "conv_block7a", "bottleneck"


def _decoder() -> Iterator[tuple[str, str]]:
    for number in range(1, DECODER_BLOCKS + 1):
        yield f"decoder_block{number}", f"decoder.{number - 1}"


def _modules() -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """(published module, our module, its tensors), all but FiLM."""
    yield from _ENDS
    for published, ours in _encoder():
        rows = _RESIDUAL if published in _WITHOUT_SHORTCUT else _RESIDUAL + _SHORTCUT
        for theirs, name, tensors in rows:
            yield f"base.{published}.conv_block1.{theirs}", f"{ours}.{name}", tensors
    for published, ours in _decoder():
        for theirs, name, tensors in _UPSAMPLING:
            yield f"base.{published}.{theirs}", f"{ours}.{name}", tensors
        for theirs, name, tensors in _RESIDUAL + _SHORTCUT:
            yield f"base.{published}.conv_block2.{theirs}", f"{ours}.block.{name}", tensors


def _film() -> Iterator[str]:
    """Published FiLM modules in the order in which our one projection holds their rows."""
    for block, _ in _encoder():
        yield from (f"film.{block}->conv_block1->beta{i}" for i in (1, 2))
    for block, _ in _decoder():
        yield f"film.{block}->beta1"
        yield from (f"film.{block}->conv_block2->beta{i}" for i in (1, 2))


def _constant() -> Iterator[str]:
    """DFT matrices, frozen parameters of the published network: torch.stft and torch.istft take their place."""
    for side in ("stft", "istft"):
        yield from (f"base.{side}.conv_{part}.weight" for part in ("real", "imag"))
    yield "base.istft.ola_window"


def _unused() -> Iterator[str]:
    """A second normalisation and its shift in each decoder block, made and never called."""
    for block, _ in _decoder():
        yield from (f"base.{block}.bn2.{tensor}" for tensor in (*_NORM, "num_batches_tracked"))
        yield from (f"film.{block}->beta2.{tensor}" for tensor in _AFFINE)


def resunet_table() -> KeyTable:
    """`ss_model.*` of a published checkpoint to the state of `ResUNet(ModelConfig())`."""
    sources, counters = {}, {}
    for published, ours, tensors in _modules():
        for tensor in tensors:
            sources[f"{ours}.{tensor}"] = Source((f"{PREFIX}{published}.{tensor}",))
        if "running_mean" in tensors:
            counters[f"{ours}.num_batches_tracked"] = f"{PREFIX}{published}.num_batches_tracked"
    for tensor in _AFFINE:
        sources[f"film.project.{tensor}"] = Source(tuple(f"{PREFIX}{name}.{tensor}" for name in _film()))
    return KeyTable(
        sources,
        counters,
        constant=frozenset(PREFIX + name for name in _constant()),
        unused=frozenset(PREFIX + name for name in _unused()),
    )
