"""Key names of LAION's CLAP (RoBERTa-base text tower, HTSAT-base audio tower), beside those of transformers."""

from __future__ import annotations

from collections.abc import Iterator

from audiosep_core.model.checkpoint.key_table import KeyTable, Source

PREFIX = "query_encoder.model."
TEXT_PARTS = ("text_branch.", "text_projection.", "text_transform.", "logit_scale_t")
AUDIO_PARTS = ("audio_branch.", "audio_projection.", "audio_transform.", "logit_scale_a")

TEXT_LAYERS = 12
AUDIO_DEPTHS = (2, 2, 12, 2)

_AFFINE = ("weight", "bias")
_KERNEL = ("weight",)

_Rows = tuple[tuple[str, str, tuple[str, ...]], ...]

# Published module, transformers' module, its tensors.
_PROJECTION: _Rows = (
    ("{tower}_projection.0", "{tower}_projection.linear1", _AFFINE),
    ("{tower}_projection.2", "{tower}_projection.linear2", _AFFINE),
)
_TEXT_ENDS: _Rows = (
    ("embeddings.word_embeddings", "embeddings.word_embeddings", _KERNEL),
    ("embeddings.position_embeddings", "embeddings.position_embeddings", _KERNEL),
    ("embeddings.token_type_embeddings", "embeddings.token_type_embeddings", _KERNEL),
    ("embeddings.LayerNorm", "embeddings.LayerNorm", _AFFINE),
    ("pooler.dense", "pooler.dense", _AFFINE),
)
_TEXT_LAYER: _Rows = (
    ("attention.self.query", "attention.self.query", _AFFINE),
    ("attention.self.key", "attention.self.key", _AFFINE),
    ("attention.self.value", "attention.self.value", _AFFINE),
    ("attention.output.dense", "attention.output.dense", _AFFINE),
    ("attention.output.LayerNorm", "attention.output.LayerNorm", _AFFINE),
    ("intermediate.dense", "intermediate.dense", _AFFINE),
    ("output.dense", "output.dense", _AFFINE),
    ("output.LayerNorm", "output.LayerNorm", _AFFINE),
)
_AUDIO_ENDS: _Rows = (
    ("bn0", "batch_norm", (*_AFFINE, "running_mean", "running_var")),
    ("patch_embed.proj", "patch_embed.proj", _AFFINE),
    ("patch_embed.norm", "patch_embed.norm", _AFFINE),
    ("norm", "norm", _AFFINE),
)
_AUDIO_BLOCK: _Rows = (
    ("norm1", "layernorm_before", _AFFINE),
    ("attn", "attention.self", ("relative_position_bias_table",)),
    ("attn.proj", "attention.output.dense", _AFFINE),
    ("norm2", "layernorm_after", _AFFINE),
    ("mlp.fc1", "intermediate.dense", _AFFINE),
    ("mlp.fc2", "output.dense", _AFFINE),
)
_QKV = ("query", "key", "value")
_DOWNSAMPLING: _Rows = (
    ("downsample.reduction", "downsample.reduction", _KERNEL),
    ("downsample.norm", "downsample.norm", _AFFINE),
)


def _text_modules() -> Iterator[tuple[str, str, tuple[str, ...]]]:
    for theirs, ours, tensors in _TEXT_ENDS:
        yield f"text_branch.{theirs}", f"text_model.{ours}", tensors
    for layer in range(TEXT_LAYERS):
        for theirs, ours, tensors in _TEXT_LAYER:
            yield f"text_branch.encoder.layer.{layer}.{theirs}", f"text_model.encoder.layer.{layer}.{ours}", tensors
    for theirs, ours, tensors in _PROJECTION:
        yield theirs.format(tower="text"), ours.format(tower="text"), tensors


def _audio_modules() -> Iterator[tuple[str, str, tuple[str, ...]]]:
    for theirs, ours, tensors in _AUDIO_ENDS:
        yield f"audio_branch.{theirs}", f"audio_model.audio_encoder.{ours}", tensors
    for stage in range(len(AUDIO_DEPTHS) - 1):
        for theirs, ours, tensors in _DOWNSAMPLING:
            yield f"audio_branch.layers.{stage}.{theirs}", f"audio_model.audio_encoder.layers.{stage}.{ours}", tensors
    for theirs, ours in _audio_blocks():
        for their_part, our_part, tensors in _AUDIO_BLOCK:
            yield f"{theirs}.{their_part}", f"{ours}.{our_part}", tensors
    for theirs, ours, tensors in _PROJECTION:
        yield theirs.format(tower="audio"), ours.format(tower="audio"), tensors


def _audio_blocks() -> Iterator[tuple[str, str]]:
    for stage, depth in enumerate(AUDIO_DEPTHS):
        for block in range(depth):
            place = f"layers.{stage}.blocks.{block}"
            yield f"audio_branch.{place}", f"audio_model.audio_encoder.{place}"


def _transform(tower: str) -> Iterator[str]:
    """An MLP of CLAP's training that no query passes through."""
    yield from (f"{tower}_transform.sequential.{layer}.{tensor}" for layer in (0, 3) for tensor in _AFFINE)


def _table(
    modules: Iterator[tuple[str, str, tuple[str, ...]]],
    constant: frozenset[str],
    unused: frozenset[str],
    more: dict[str, Source],
    optional: dict[str, str],
) -> KeyTable:
    sources = {f"{ours}.{t}": Source((f"{PREFIX}{theirs}.{t}",)) for theirs, ours, tensors in modules for t in tensors}
    return KeyTable(
        {**sources, **more},
        optional,
        constant=frozenset(PREFIX + name for name in constant),
        unused=frozenset(PREFIX + name for name in unused),
    )


def text_table() -> KeyTable:
    """The text tower to transformers' `ClapTextModelWithProjection`, less its buffers of indices."""
    constant = frozenset({"text_branch.embeddings.position_ids", "text_branch.embeddings.token_type_ids"})
    unused = frozenset({"logit_scale_t", *_transform("text")})
    return _table(_text_modules(), constant, unused, {}, {})


def audio_table() -> KeyTable:
    """The audio tower to transformers' `ClapAudioModelWithProjection`, less its buffers of indices."""
    constant = {f"audio_branch.spectrogram_extractor.stft.conv_{part}.weight" for part in ("real", "imag")}
    constant.add("audio_branch.logmel_extractor.melW")
    thirds = {}
    for theirs, ours in _audio_blocks():
        constant.update((f"{theirs}.attn.relative_position_index", f"{theirs}.attn_mask"))
        for third, part in enumerate(_QKV):
            for tensor in _AFFINE:
                source = Source((f"{PREFIX}{theirs}.attn.qkv.{tensor}",), third)
                thirds[f"{ours}.attention.self.{part}.{tensor}"] = source
    unused = {"logit_scale_a", *_transform("audio")}
    # The head of HTSAT's own training, on AudioSet's 527 classes.
    unused.update(f"audio_branch.{name}.{tensor}" for name in ("tscam_conv", "head") for tensor in _AFFINE)
    counter = {
        "audio_model.audio_encoder.batch_norm.num_batches_tracked": PREFIX + "audio_branch.bn0.num_batches_tracked"
    }
    return _table(_audio_modules(), frozenset(constant), frozenset(unused), thirds, counter)
