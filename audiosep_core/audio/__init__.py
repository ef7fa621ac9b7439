"""Files to blocks of float32 and back: decode, resample, write; the sound cache, peaks, spectrum, the media process.

No torch, so that reading and writing start at once. No sound card: what is heard is `desktop.playback`'s.
"""
