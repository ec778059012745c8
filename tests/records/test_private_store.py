from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import ValidationError

from claimcheck.records.private import (
    ConfidentialSource,
    DamagedPrivateRecord,
    NotHeldHere,
    PrivateStore,
    StoreNotPrivate,
    pseudonym,
)

CANARY = "canary-7f3e"
SOURCE = ConfidentialSource(name=f"{CANARY} Smith", text=f"{CANARY} said so", contact=CANARY, notes=CANARY)


@pytest.fixture
def store(tmp_path: Path) -> PrivateStore:
    return PrivateStore(tmp_path / "data")


def files(tmp_path: Path) -> list[Path]:
    return [path for path in (tmp_path / "data").rglob("*") if path.is_file()]


def test_what_is_kept_comes_back_and_the_public_part_tells_nothing(store: PrivateStore) -> None:
    public = store.save(SOURCE, "Confidential source 1", "ann")
    assert store.load(public) == SOURCE
    assert CANARY not in public.model_dump_json()


def test_only_the_user_may_read_it(store: PrivateStore, tmp_path: Path) -> None:
    store.save(SOURCE, "Confidential source 1", "ann")
    assert {path.stat().st_mode & 0o777 for path in files(tmp_path)} == {0o600}
    assert (tmp_path / "data/private").stat().st_mode & 0o777 == 0o700
    assert all(CANARY not in path.name for path in files(tmp_path))


def test_the_hash_is_keyed(tmp_path: Path) -> None:
    hashes = {PrivateStore(tmp_path / name).save(SOURCE, "C", "ann").hash for name in "ab"}
    assert len(hashes) == 2
    again = PrivateStore(tmp_path / "a").save(SOURCE, "C", "ann").hash
    assert again in hashes


def test_neither_repr_nor_errors_show_anything(store: PrivateStore) -> None:
    assert CANARY not in repr(SOURCE) + str(SOURCE) + repr(store)
    with pytest.raises(ValidationError) as caught:
        ConfidentialSource.model_validate({"name": 5, "text": CANARY, CANARY[:3]: CANARY})
    assert CANARY not in str(caught.value) + repr(caught.value)


def test_another_persons_source_is_not_held_here(store: PrivateStore, tmp_path: Path) -> None:
    public = PrivateStore(tmp_path / "other").save(SOURCE, "Confidential source 1", "ann")
    with pytest.raises(NotHeldHere, match="Ask ann"):
        store.load(public)
    store.save(SOURCE, "Confidential source 2", "bob")
    with pytest.raises(NotHeldHere):
        store.load(public)


@pytest.mark.parametrize("content", [b"", b"{}", b'{"name": "canary-7f3e Jones"}'])
def test_changed_content_is_noticed(store: PrivateStore, tmp_path: Path, content: bytes) -> None:
    public = store.save(SOURCE, "Confidential source 1", "ann")
    (held,) = [path for path in files(tmp_path) if path.suffix == ".json"]
    held.write_bytes(content)
    with pytest.raises(DamagedPrivateRecord) as caught:
        store.load(public)
    assert CANARY not in str(caught.value)


@pytest.mark.parametrize("what", ["private", "private/key"])
def test_a_store_that_others_can_read_is_not_used(store: PrivateStore, tmp_path: Path, what: str) -> None:
    public = store.save(SOURCE, "Confidential source 1", "ann")
    path = tmp_path / "data" / what
    path.chmod(path.stat().st_mode | 0o044)
    with pytest.raises(StoreNotPrivate, match="chmod"):
        store.load(public)
    with pytest.raises(StoreNotPrivate):
        store.save(SOURCE, "Confidential source 1", "ann")


def test_a_source_can_be_forgotten(store: PrivateStore) -> None:
    public = store.save(SOURCE, "Confidential source 1", "ann")
    assert store.forget(public)
    assert not store.forget(public)
    with pytest.raises(NotHeldHere):
        store.load(public)


def test_pseudonyms_count_on() -> None:
    assert pseudonym([]) == "Confidential source 1"
    assert pseudonym(["confidential Source 1", "Confidential source 3"]) == "Confidential source 2"
