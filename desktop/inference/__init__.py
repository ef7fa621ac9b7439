"""Threads that feed the engine, media and model processes and turn their messages into signals.

They import neither torch nor what runs in the children, with which they share `audiosep_core.protocol`, and know no
widget.
"""

from desktop.inference.child_thread import ChildThread
from desktop.inference.engine_requests import ListenRequest, SeparateRequest
from desktop.inference.inference_thread import InferenceThread
from desktop.inference.media_thread import MediaThread
from desktop.inference.model_thread import ModelThread

__all__ = ["ChildThread", "InferenceThread", "ListenRequest", "MediaThread", "ModelThread", "SeparateRequest"]
