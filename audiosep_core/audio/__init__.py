"""Files to blocks of float32 and back: read, decode, resample, write; the sound cache; peaks and spectrum tiles. No torch."""
