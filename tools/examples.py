#!/usr/bin/env python3
"""Fails when an example of a pack in docs/ is not cut from a tested pack or case.

An example is an indented block that begins with a declaration or with a pack.toml. It must stand, but for
spaces and comments, in one file of packs/ or tests/policy/; a line `…` leaves something out."""
import pathlib
import re
import sys

TOP = pathlib.Path(__file__).resolve().parent.parent
BEGINS = re.compile(r"(parameter|codes|define|require|exception|classify|grant|calendar|assess|chain|form|"
                    r"compare|context|report|case|field)\s|name = \"")
COMMENT = re.compile(r'#(?=(?:[^"]*"[^"]*")*[^"]*$).*')


def plain(text):
    """Without comments, and with one space where there are some; none beside a |."""
    lines = (COMMENT.sub("", line) for line in text.splitlines())
    return re.sub(r"\s*\|\s*", "|", re.sub(r"\s+", " ", " ".join(lines))).strip()


def blocks(path):
    """(line number, text) of each indented block; blank lines within stay."""
    lines = path.read_text(encoding="utf-8").splitlines()
    block, start = [], 0
    for number, line in enumerate(lines + ["end"], 1):
        if line.startswith("    "):
            start = start if block else number
            block.append(line[4:])
        elif block and not line.strip():
            block.append("")
        elif block:
            yield start, "\n".join(block).rstrip()
            block = []


def stands_in(pieces, source):
    at = 0
    for piece in pieces:
        at = source.find(piece, at)
        if at < 0:
            return False
        at += len(piece)
    return True


def main():
    sources = [plain(p.read_text(encoding="utf-8"))
               for folder, ends in (("packs", {".tz", ".toml"}), ("tests/policy", {".case"}))
               for p in sorted((TOP / folder).rglob("*")) if p.suffix in ends]
    count, wrong = 0, 0
    for page in sorted((TOP / "docs").rglob("*.md")):
        for line, text in blocks(page):
            if not BEGINS.match(text):
                continue
            count += 1
            pieces = [piece for piece in map(plain, re.split(r"(?m)^\s*…$", text)) if piece]
            if not any(stands_in(pieces, source) for source in sources):
                wrong += 1
                print(f"{page.relative_to(TOP)}:{line}: this example stands in no pack and no case: {text.splitlines()[0]}")
    print(f"examples: {count} in docs, {wrong} not tested")
    return 1 if wrong or not count else 0


sys.exit(main())
