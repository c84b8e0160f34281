"""Train the teacher: a larger, slower tagger whose labels over the news the packaged tagger learns from.

    python training/teacher.py ../shared/eval/names ../shared/news teacher.pt [--epochs 4] [--all]

multilingual-e5-small (`encoder.py`), fine-tuned whole on the labelled sets and the annotated news; the first word piece
of each token, together with what Riwaya's lexicons and clusters know of it (the features of the packaged tagger that no
letters are in), goes through one layer into a conditional random field. The first fifth of CLEANANERCorp's training
part, `news-names.tsv`'s test part and AQMAR dev are held out, so that whatever learns from the teacher can be scored on
them; `--all` trains on the first of these too. A second of a core a step of 16 sentences: an hour for 4 epochs.
Needs what `encoder.py` needs; none of it is needed to run Riwaya.
"""

from __future__ import annotations

import argparse
import math
import random
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import torch
from encoder import SIZE, empty, pretrained, tokenizer
from named_sets import Sentence, read, spans
from names import SETS, labelled
from news_names import news
from torch import Tensor, nn
from unlabelled import sentences as unlabelled

from riwaya.annotate.names.features import Features
from riwaya.arabic.tokens import Token

LABELS = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC")
KNOWN = ("f", "t", "in=", "m=", "c=", "sm=", "-1f", "+1f", "-1in", "+1in")  # beginnings of features
LONGEST, RAREST, BATCH = 110, 5, 16
NEVER = -1e4
BROKEN = torch.tensor([[b[0] == "I" and a[1:] != b[1:] for b in LABELS] for a in LABELS])  # I after another's name
LOOSE = torch.tensor([label[0] == "I" for label in LABELS])


class Row(NamedTuple):
    """A sentence as numbers: word pieces, the first piece of each token, features of each token, label of each."""

    pieces: list[int]
    first: list[int]
    features: list[list[int]]
    labels: list[int]


class Reader:
    """Turns tokens into rows; a teacher is its network and this."""

    def __init__(self, known: dict[str, int], pieces: dict[int, int]) -> None:
        self.known, self.pieces = known, pieces
        self._tokenizer, self._features = tokenizer(), Features()

    def __call__(self, tokens: Sequence[Token], labels: Sequence[str] = ()) -> Row:
        tokens = tokens[:LONGEST]
        found = self._tokenizer.encode([token.text for token in tokens], is_pretokenized=True)
        first: dict[int, int] = {}
        for at, word in enumerate(found.word_ids):
            if word is not None:
                first.setdefault(word, at)
        features = [sorted({self.known[one] for one in some if one in self.known}) for some in self._features(tokens)]
        rows = [LABELS.index(label) for label in labels[:LONGEST]] or [0] * len(tokens)
        unknown = self.pieces[3]
        ids = [self.pieces.get(piece, unknown) for piece in found.ids]
        return Row(ids, [first.get(at, 0) for at in range(len(tokens))], features, rows)


class Network(nn.Module):
    """The encoder, the lexicons' features beside it, and the field's transitions."""

    def __init__(self, encoder: nn.Module, features: int) -> None:
        super().__init__()
        self.encoder = encoder
        self.known = nn.EmbeddingBag(features + 1, 96, mode="sum", padding_idx=0)
        nn.init.normal_(self.known.weight, std=0.1)
        self.middle, self.drop, self.out = nn.Linear(SIZE + 96, 192), nn.Dropout(0.15), nn.Linear(192, len(LABELS))
        self.follow = nn.Parameter(torch.zeros(len(LABELS), len(LABELS)))
        self.begin = nn.Parameter(torch.zeros(len(LABELS)))

    def forward(self, pieces: Tensor, mask: Tensor, first: Tensor, features: Tensor) -> Tensor:
        """Return a score a label for each token of each sentence."""
        seen = self.encoder(input_ids=pieces, attention_mask=mask).last_hidden_state
        seen = torch.gather(seen, 1, first[:, :, None].expand(-1, -1, SIZE))
        known = self.known(features.flatten(0, 1)).view(*features.shape[:2], -1)
        both = self.drop(torch.cat([seen, known.to(seen.dtype)], -1))
        return self.out(self.drop(nn.functional.gelu(self.middle(both)))).float()

    def field(self) -> tuple[Tensor, Tensor]:
        """Return the scores of a label after another, and of a label at the beginning."""
        return self.follow.masked_fill(BROKEN, NEVER), self.begin.masked_fill(LOOSE, NEVER)

    def loss(self, scores: Tensor, labels: Tensor, lengths: Tensor) -> Tensor:
        """Return the negative log likelihood of the labels, summed over the sentences."""
        follow, begin = self.field()
        rows = torch.arange(len(scores))
        every, right = begin + scores[:, 0], begin[labels[:, 0]] + scores[rows, 0, labels[:, 0]]
        for at in range(1, scores.shape[1]):
            live = at < lengths
            step = torch.logsumexp(every[:, :, None] + follow, 1) + scores[:, at]
            every = torch.where(live[:, None], step, every)
            gain = follow[labels[:, at - 1], labels[:, at]] + scores[rows, at, labels[:, at]]
            right = right + torch.where(live, gain, torch.zeros(()))
        return (torch.logsumexp(every, 1) - right).sum()


def batch(rows: Sequence[Row]) -> tuple[Tensor, ...]:
    """Return rows as padded tensors: pieces, mask, first, features, labels, lengths."""
    words, wide = max(len(row.first) for row in rows), max(len(some) for row in rows for some in row.features)
    shape = (len(rows), max(len(row.pieces) for row in rows))
    pieces, mask = torch.ones(shape, dtype=torch.long), torch.zeros(shape, dtype=torch.long)
    first, labels = torch.zeros(len(rows), words, dtype=torch.long), torch.zeros(len(rows), words, dtype=torch.long)
    features = torch.zeros(len(rows), words, max(wide, 1), dtype=torch.long)
    for at, row in enumerate(rows):
        pieces[at, : len(row.pieces)], mask[at, : len(row.pieces)] = torch.tensor(row.pieces), 1
        first[at, : len(row.first)], labels[at, : len(row.labels)] = torch.tensor(row.first), torch.tensor(row.labels)
        for word, some in enumerate(row.features):
            features[at, word, : len(some)] = torch.tensor(some)
    return pieces, mask, first, features, labels, torch.tensor([len(row.first) for row in rows])


def marginals(network: Network, rows: Sequence[Row], size: int = 48) -> list[Any]:
    """Return for each row the probability of each label at each token, as arrays."""
    network.eval()
    order, out = sorted(range(len(rows)), key=lambda at: len(rows[at].pieces)), [None] * len(rows)
    with torch.no_grad():
        for at in range(0, len(order), size):
            some = order[at : at + size]
            *inputs, _, lengths = batch([rows[one] for one in some])
            with torch.autocast("cpu", torch.bfloat16):
                scores = network(*inputs)
            for one, found, length in zip(some, scores.float(), lengths, strict=True):
                out[one] = _marginals(network, found[:length])
    return out


def _marginals(network: Network, scores: Tensor) -> Any:
    follow, begin = network.field()
    ahead, back = [begin + scores[0]], [torch.zeros(len(LABELS))]
    for row in scores[1:]:
        ahead.append(torch.logsumexp(ahead[-1][:, None] + follow, 0) + row)
    for row in reversed(scores[1:]):
        back.append(torch.logsumexp(follow + row + back[-1], 1))
    return (torch.stack(ahead) + torch.stack(back[::-1])).softmax(-1).numpy()


def best(chances: Any) -> list[str]:
    """Return the likeliest row of labels in which no I stands loose (Viterbi over marginals)."""
    scores = np.log(chances + 1e-6)
    broken, score = np.where(BROKEN.numpy(), NEVER, 0.0), scores[0] + np.where(LOOSE.numpy(), NEVER, 0.0)
    back = []
    for row in scores[1:]:
        paths = score[:, None] + broken
        back.append(paths.argmax(0))
        score = paths.max(0) + row
    labels = [int(score.argmax())]
    for came in reversed(back):
        labels.append(int(came[labels[-1]]))
    return [LABELS[at] for at in reversed(labels)]


def f1(network: Network, rows: Sequence[Row]) -> float:
    """Return the F1 of exact spans over tokens."""
    right = found = gold = 0
    for row, chances in zip(rows, marginals(network, rows), strict=True):
        mine, theirs = spans(best(chances)), spans([LABELS[label] for label in row.labels])
        right, found, gold = right + len(mine & theirs), found + len(mine), gold + len(theirs)
    return 200 * right / max(1, found + gold)


def train(network: Network, rows: list[Row], epochs: float, tests: dict[str, list[Row]]) -> None:
    """Fine-tune the whole network; print the score of each test after each epoch."""
    encoder = [one for name, one in network.named_parameters() if name.startswith("encoder.")]
    others = [one for name, one in network.named_parameters() if not name.startswith("encoder.")]
    steps = int(epochs * math.ceil(len(rows) / BATCH))
    groups = [{"params": encoder, "lr": 8e-5}, {"params": others, "lr": 1e-3}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    rate = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1, (step + 1) / (0.08 * steps)) * max(0.02, (steps - step) / steps)
    )
    step = 0
    while step < steps:
        network.train()
        for some in _shuffled(rows)[: steps - step]:
            *inputs, labels, lengths = batch(some)
            with torch.autocast("cpu", torch.bfloat16):
                scores = network(*inputs)
            (network.loss(scores.float(), labels, lengths) / len(some)).backward()
            nn.utils.clip_grad_norm_(network.parameters(), 5.0)
            optimizer.step(), rate.step(), optimizer.zero_grad()
            step += 1
        print(step, "steps", {name: round(f1(network, test), 1) for name, test in tests.items()}, flush=True)


def _shuffled(rows: list[Row]) -> list[list[Row]]:
    """Return batches of sentences of about one length, in random order."""
    order = random.sample(range(len(rows)), len(rows))
    blocks = [sorted(order[at : at + 320], key=lambda one: len(rows[one].pieces)) for at in range(0, len(order), 320)]
    out = [[rows[one] for one in block[at : at + BATCH]] for block in blocks for at in range(0, len(block), BATCH)]
    random.shuffle(out)
    return out


def reader(sentences: Sequence[Sentence], words: Sequence[str]) -> Reader:
    """Return a reader that knows the features of the sentences and the word pieces of them and of other words."""
    make, cut = Features(), tokenizer()
    counts = Counter(one for sentence in sentences for some in make(sentence.tokens) for one in set(some))
    kept = sorted(one for one, count in counts.items() if count >= RAREST and one.startswith(KNOWN))
    texts = [[token.text for token in sentence.tokens] for sentence in sentences] + [[word] for word in words]
    pieces = {0, 1, 2, 3}.union(*(cut.encode(text, is_pretokenized=True).ids for text in texts))
    return Reader({one: at + 1 for at, one in enumerate(kept)}, {piece: at for at, piece in enumerate(sorted(pieces))})


def load(file: Path) -> tuple[Network, Reader]:
    """Return a trained teacher."""
    kept = torch.load(file)
    network = Network(empty(len(kept["pieces"])), len(kept["known"]))
    network.load_state_dict(kept["state"])
    return network, Reader(kept["known"], kept["pieces"])


def main() -> None:
    """Read the sets, train, write the teacher."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("sets", "archives", "target"):
        options.add_argument(name, type=Path)
    options.add_argument("--epochs", type=float, default=4)
    options.add_argument("--all", action="store_true", help="hold nothing of CLEANANERCorp out")
    chosen = options.parse_args()
    random.seed(1), torch.manual_seed(1)
    sentences = labelled(chosen.sets, chosen.archives)
    cut = 0 if chosen.all else len(read(chosen.sets / SETS[0])) // 5
    held = {"fold": sentences[:cut], "news": news(chosen.archives, "test")}
    make = reader(sentences[cut:], _words(chosen.archives))
    rows = [make(one.tokens, one.labels) for one in sentences[cut:] if one.tokens]
    tests = {name: [make(one.tokens, one.labels) for one in some if one.tokens] for name, some in held.items() if some}
    network = Network(pretrained(sorted(make.pieces)), len(make.known))
    train(network, rows, chosen.epochs, tests)
    torch.save({"state": network.state_dict(), "known": make.known, "pieces": make.pieces}, chosen.target)


def _words(archives: Path) -> list[str]:
    """Return the words of the archives, so that the teacher keeps their pieces."""
    return sorted({token.text for some in unlabelled(archives) for token in some})


if __name__ == "__main__":
    main()
