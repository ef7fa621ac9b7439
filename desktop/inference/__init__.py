"""Threads that feed the engine and media processes and turn their messages into signals."""

from desktop.inference.child_thread import ChildThread
from desktop.inference.engine_requests import ListenRequest, SeparateRequest
from desktop.inference.inference_thread import InferenceThread
from desktop.inference.media_thread import MediaThread
from desktop.inference.model_thread import ModelThread

__all__ = ["ChildThread", "InferenceThread", "ListenRequest", "MediaThread", "ModelThread", "SeparateRequest"]
