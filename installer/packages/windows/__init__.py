"""The version resource, the Inno Setup script and the portable zip."""
