"""The desktop application. It reaches torch only through the engine process."""
