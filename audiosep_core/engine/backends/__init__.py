"""Ways to run a network: torch on any device, OpenVINO on processors; `choose` finds the fastest of them."""
