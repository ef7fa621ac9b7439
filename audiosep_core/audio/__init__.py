"""Files to blocks of float32 and back: decode, resample, write; the sound cache, peaks and spectrum. No torch."""
