"""Ways to run a network: torch on any device, OpenVINO on processors; `choose` finds the fastest that is exact enough.

Behind one interface, so that nothing outside asks which one it is. OpenVINO is imported by `openvino_library` alone.
"""
