"""Where the files of claimcheck's trained stance judge are; ``claimcheck`` itself runs them."""

from pathlib import Path

FOLDER = Path(__file__).parent
"""With ``judge.onnx``, ``tokenizer.json`` and ``judge.json``."""
