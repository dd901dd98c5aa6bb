"""The texts of a treebank's documents, one file each: articles to judge statements of.

    texts.py TREEBANK.conllu FOLDER
"""
import sys
from pathlib import Path


def documents(path):
    """Name and paragraphs, each a list of sentences, of every document of a treebank."""
    name, paragraphs = None, []
    for line in Path(path).read_text(encoding="utf-8").split("\n"):
        if line.startswith("# newdoc id = "):
            if name:
                yield name, paragraphs
            name, paragraphs = line.split(" = ", 1)[1], [[]]
        elif line.startswith("# newpar"):
            paragraphs.append([])
        elif line.startswith("# text = "):
            paragraphs[-1].append(line.split(" = ", 1)[1])
    if name:
        yield name, paragraphs


def main():
    """Write the files."""
    folder = Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    for name, paragraphs in documents(sys.argv[1]):
        text = "\n\n".join(" ".join(sentences) for sentences in paragraphs if sentences)
        (folder / f"{name}.txt").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
