from importlib import import_module
from pkgutil import walk_packages

import pytest

import crossfoot
from crossfoot.late import Pattern, late

MODULES = sorted(module.name for module in walk_packages(crossfoot.__path__, "crossfoot."))


@pytest.mark.parametrize("name", MODULES)
def test_every_pattern_of_a_module_compiles(name: str) -> None:
    """A slip in one is no error of its import any more, since it is compiled when a text first needs it."""
    for value in vars(import_module(name)).values():
        if isinstance(value, Pattern):
            assert callable(value.search)  # type: ignore[attr-defined]


def test_late_pattern_has_no_other_names() -> None:
    with pytest.raises(AttributeError):
        late("a").nobody  # type: ignore[attr-defined] # noqa: B018


def test_a_match_names_the_pattern_that_found_it() -> None:
    digits = late("[0-9]+")
    found = digits.search("84")
    assert found
    assert found.re == digits
    assert found.re in (late("a"), digits)
    assert found.re != late("a")
    assert digits in {late("[0-9]+")}
