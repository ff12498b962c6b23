from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

from protokollgraf.errors import GraphError, NotMinutesError, UnreadableError
from protokollgraf.extract.facts import Minutes
from protokollgraf.extract.formats import ENDINGS
from protokollgraf.graph import build as build_module
from protokollgraf.graph import store
from protokollgraf.graph.build import FileReport, Summary, build
from protokollgraf.graph.export import export
from protokollgraf.ontology.terms import ENTITIES
from protokollgraf.tests.factories import minutes


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Made-up minutes for every file, with its text in them; some texts are errors. Gives what was read."""
    done: list[str] = []

    def fake_read(path: Path, *, document: str) -> Minutes:
        done.append(document)
        text = path.read_text(encoding="utf-8")
        if text.startswith("unreadable"):
            raise UnreadableError(f"{path.name}: encrypted;\n save it without a password")
        if text == "gone":
            raise FileNotFoundError(2, "No such file or directory", path)
        if text == "bug":
            raise IndexError("list index out of range")
        made = minutes(document, text=text)
        assert made.reading.sha256 == build_module.files.digest(path)  # type: ignore[attr-defined]
        return made

    def fake_extract(made: Minutes) -> Minutes:
        if made.reading.text == "brev":
            raise NotMinutesError(f"{made.reading.source}: holds no minutes")
        return made

    monkeypatch.setattr("protokollgraf.extract.read.read", fake_read)
    monkeypatch.setattr("protokollgraf.extract.pipeline.extract", fake_extract)
    return done


def write(folder: Path, **texts: str) -> None:
    folder.mkdir(exist_ok=True, parents=True)
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")


def outcomes(summary: Summary) -> list[tuple[str, str, str]]:
    return [(report.path.name, report.outcome, report.document or report.reason) for report in summary.files]


def lines(graph: Path, tmp_path: Path) -> bytes:
    with store.open_for_reading(graph) as target:
        export(target, tmp_path / "all.nq", texts=True)
    return (tmp_path / "all.nq").read_bytes()


def test_only_what_is_new_or_changed_is_read(tmp_path: Path, reads: list[str]) -> None:
    source, graph = tmp_path / "protokoll", tmp_path / "graf"
    write(source, a="a", b="b")
    assert outcomes(build([source], graph)) == [("a.txt", "new", "a"), ("b.txt", "new", "b")]
    write(source, b="b, justerat", c="c")
    summary = build([source], graph)
    assert outcomes(summary) == [("a.txt", "unchanged", "a"), ("b.txt", "changed", "b"), ("c.txt", "new", "c")]
    lists = summary.new, summary.changed, summary.unchanged, summary.failed
    assert [[report.document for report in reports] for reports in lists] == [["c"], ["b"], ["a"], []]
    assert reads == ["a", "b", "b", "c"]
    with store.open_for_reading(graph) as target:
        assert store.text_of(target, "b") == "b, justerat"


def test_counts(tmp_path: Path, reads: list[str]) -> None:
    write(tmp_path / "protokoll", a="a", b="b")
    summary = build([tmp_path / "protokoll"], tmp_path / "graf")
    assert (summary.documents, summary.decisions, summary.bodies) == (2, 2, 1)
    assert summary.people == 3  # Ada Ek, Bo Alm, Cia Dal: the same in both


def test_building_twice_gives_the_same_bytes(tmp_path: Path, reads: list[str]) -> None:
    write(tmp_path / "protokoll", a="a", b="b")
    build([tmp_path / "protokoll"], tmp_path / "graf")
    once = lines(tmp_path / "graf", tmp_path)
    build([tmp_path / "protokoll"], tmp_path / "graf")
    assert lines(tmp_path / "graf", tmp_path) == once
    for name in ("b", "a"):  # one by one, the other way round
        build([tmp_path / "protokoll" / f"{name}.txt"], tmp_path / "other")
    assert lines(tmp_path / "other", tmp_path) == once


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("unreadable", "dålig.txt: encrypted; save it without a password"),
        ("brev", "dålig.txt: holds no minutes"),
        ("gone", "No such file or directory"),
        ("bug", "a bug in protokollgraf (IndexError: list index out of range); please report it"),
    ],
)
def test_a_file_that_fails_costs_no_other(text: str, reason: str, tmp_path: Path, reads: list[str]) -> None:
    write(tmp_path / "p", a="a", dålig=text, ö="ö")
    summary = build([tmp_path / "p"], tmp_path / "graf")
    assert outcomes(summary) == [("a.txt", "new", "a"), ("dålig.txt", "failed", reason), ("ö.txt", "new", "ö")]
    assert [report.reason for report in summary.failed] == [reason]
    assert summary.documents == 2


def test_a_bad_new_version_leaves_the_old_one(tmp_path: Path, reads: list[str]) -> None:
    write(tmp_path / "p", a="a")
    build([tmp_path / "p"], tmp_path / "graf")
    before = lines(tmp_path / "graf", tmp_path)
    write(tmp_path / "p", a="unreadable")
    assert len(build([tmp_path / "p"], tmp_path / "graf").failed) == 1
    assert lines(tmp_path / "graf", tmp_path) == before
    write(tmp_path / "p", a="a, lagad")
    assert outcomes(build([tmp_path / "p"], tmp_path / "graf")) == [("a.txt", "changed", "a")]


def test_the_same_name_in_two_folders(tmp_path: Path, reads: list[str]) -> None:
    write(tmp_path / "a", protokoll="från a")
    write(tmp_path / "b", protokoll="från b")
    build([tmp_path / "a"], tmp_path / "graf")
    summary = build([tmp_path / "b"], tmp_path / "graf")
    assert [report.document for report in summary.new] == ["b/protokoll"]
    assert summary.documents == 2
    both = build([tmp_path / "b", tmp_path / "a"], tmp_path / "graf")
    assert [report.document for report in both.unchanged] == ["b/protokoll", "protokoll"]
    assert reads == ["protokoll", "b/protokoll"]


def test_a_folder_that_was_moved_is_not_read_again(tmp_path: Path, reads: list[str]) -> None:
    write(tmp_path / "a", p="p")
    build([tmp_path / "a"], tmp_path / "graf")
    (tmp_path / "a").rename(tmp_path / "b")
    assert outcomes(build([tmp_path / "b"], tmp_path / "graf")) == [("p.txt", "unchanged", "p")]
    write(tmp_path / "b", p="p, justerat")
    assert outcomes(build([tmp_path / "b"], tmp_path / "graf")) == [("p.txt", "changed", "p")]


@pytest.mark.parametrize("text", ["p", "brev"])
def test_a_copy_in_the_same_build_is_the_same_document(text: str, tmp_path: Path, reads: list[str]) -> None:
    write(tmp_path / "a", p=text)
    write(tmp_path / "b", p=text)
    summary = build([tmp_path], tmp_path / "graf")
    assert reads == ["p"]
    assert [r.outcome for r in summary.files] == (["new", "unchanged"] if text == "p" else ["failed", "failed"])


def test_another_version_of_the_program_reads_again(
    tmp_path: Path, reads: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "p", a="a")
    build([tmp_path / "p"], tmp_path / "graf")
    monkeypatch.setattr(build_module, "extractor_version", lambda: "next")
    assert outcomes(build([tmp_path / "p"], tmp_path / "graf")) == [("a.txt", "changed", "a")]


def test_what_cannot_be_read_is_reported(tmp_path: Path, reads: list[str]) -> None:
    write(tmp_path / "p", a="a")
    (tmp_path / "empty").mkdir()
    (tmp_path / "brev.pages").write_text("x")
    heard: list[FileReport] = []
    paths = [tmp_path / name for name in ("empty", "brev.pages", "nowhere", "p")]
    summary = build(paths, tmp_path / "graf", progress=heard.append)
    assert heard == list(summary.files)
    assert outcomes(summary) == [
        ("empty", "failed", f"holds no minutes (files that end in {', '.join(ENDINGS)})"),
        ("brev.pages", "failed", f"its ending is none of {', '.join(ENDINGS)}; convert it first"),
        ("nowhere", "failed", "there is no such file or folder; check how it is spelt"),
        ("a.txt", "new", "a"),
    ]


def test_nothing_to_read_makes_no_graph(tmp_path: Path) -> None:
    assert build([tmp_path / "nowhere"], tmp_path / "graf").documents == 0
    assert not (tmp_path / "graf").exists()


def test_a_folder_that_is_no_graph(tmp_path: Path, reads: list[str]) -> None:
    write(tmp_path / "p", a="a")
    with pytest.raises(GraphError, match="not a graph folder"):
        build([tmp_path / "p"], tmp_path / "p")


def test_an_interrupted_build_is_mended(tmp_path: Path, reads: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "p", a="a", b="b", c="c")
    build([tmp_path / "p"], tmp_path / "graf")
    whole = lines(tmp_path / "graf", tmp_path)

    def stop_after_b(report: FileReport) -> None:
        if report.document == "b":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build([tmp_path / "p"], tmp_path / "other", progress=stop_after_b)
    with store.open_for_reading(tmp_path / "other") as target:
        assert list(store.documents(target)) == ["a", "b"]
        assert not any(quad.graph_name == ox.NamedNode(ENTITIES) for quad in target)
    # nothing is new in a and b, but who is who was never derived
    assert len(build([tmp_path / "p" / "a.txt"], tmp_path / "other").unchanged) == 1
    with store.open_for_reading(tmp_path / "other") as target:
        assert any(quad.graph_name == ox.NamedNode(ENTITIES) for quad in target)
    assert outcomes(build([tmp_path / "p"], tmp_path / "other"))[2] == ("c.txt", "new", "c")
    assert lines(tmp_path / "other", tmp_path) == whole


def test_entities_are_derived_again_only_if_something_changed(
    tmp_path: Path, reads: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    derived: list[int] = []
    monkeypatch.setattr(build_module, "entity_quads", lambda target, decided: derived.append(len(decided)) or [])  # type: ignore[func-returns-value]
    write(tmp_path / "p", a="a")
    for _ in range(2):
        build([tmp_path / "p"], tmp_path / "graf")
    assert derived == [0]
    (tmp_path / "graf" / "judgements.csv").write_text("left,right,judgement\nAda Ek,Ada Eek,same\n")
    for _ in range(2):
        build([tmp_path / "p"], tmp_path / "graf")
    assert derived == [0, 1]


def test_a_damaged_file_of_judgements_stops_the_build_at_once(tmp_path: Path, reads: list[str]) -> None:
    write(tmp_path / "p", a="a")
    (tmp_path / "graf").mkdir()
    (tmp_path / "graf" / "judgements.csv").write_text("hej\n")
    with pytest.raises(GraphError, match=r"judgements\.csv"):
        build([tmp_path / "p"], tmp_path / "graf")
    assert reads == []


def test_a_full_disk_is_one_clear_error(tmp_path: Path, reads: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*arguments: object, **options: object) -> None:
        raise OSError("IO error: No space left\non device")

    monkeypatch.setattr(build_module, "replace_document", full)
    write(tmp_path / "p", a="a")
    with pytest.raises(GraphError, match=r"graf: cannot be written \(IO error: No space left on device\)"):
        build([tmp_path / "p"], tmp_path / "graf")


def test_many_files_are_read_by_several_processes(tmp_path: Path) -> None:
    text = (
        "PROTOKOLL\nByggnadsnämnden\nSammanträdesdatum 2024-03-06\n\n§ {n} Taxa\n\nBeslut\nNämnden godkänner taxan.\n"
    )
    write(tmp_path / "p", **{f"p{n:02}": text.format(n=n) for n in range(22)})
    summary = build([tmp_path / "p"], tmp_path / "graf")
    assert [report.document for report in summary.new] == [f"p{n:02}" for n in range(22)]
