#!/usr/bin/env python3
"""Checks what a compiler does not: the direction of includes, lengths, banned functions.

lint.py [SOURCE_FOLDER] prints every breach as FILE:LINE: what, then a summary; exits 1 if any.
"""
import re
import statistics
import sys
from pathlib import Path

# Each layer may include itself and what stands before it; both kinds of graphs/ and ontology/
# stand side by side on what they may use.
LAYERS = {
    "base": [],
    "extract/article": ["base"],
    "extract/language": ["base", "extract/article"],
    "extract/knowledge": ["base", "extract/article", "extract/language"],
    "ontology": ["base", "extract"],
    "export": ["base", "ontology"],
    "graphs/dot": ["base", "extract/knowledge", "graphs/views"],
    "graphs/views": ["base", "extract"],
    "explain": ["base", "extract", "ontology"],
    "cli": ["base", "extract", "ontology", "export", "graphs", "explain"],
}
PROGRAMS = ("cli", "tests", "bench")  # may include anything, print and exit
FUNCTION_MEDIAN, FUNCTION_MAX, FUNCTION_P95 = 15, 80, 45
FILE_MEDIAN, FILE_MAX, LINE_MAX = 250, 600, 100
BANNED = re.compile(r"\b(strcpy|strcat|sprintf|vsprintf|gets|alloca|strtok|atoi|atol|atof)\s*\(")
BANNED_IN_LIBRARY = re.compile(r"\b(exit|_exit|_Exit|abort|assert|printf|puts|putchar|perror)\s*\(")
STANDARD_STREAM = re.compile(r"\b(stdout|stderr)\b")
CHILD_ONLY = {"_exit"}  # a forked child ends so; allowed in base/child.c
INCLUDE = re.compile(r'\s*#\s*include\s+"([^"]+)"')
COMMENT_OR_STRING = re.compile(
    r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.S)


def blank(match):
    """Spaces, and the line ends, for a comment or string."""
    return re.sub(r"[^\n]", " ", match.group())


def in_folder(path, folder):
    """Whether a path relative to the source folder lies in a folder."""
    return path == folder or path.startswith(folder + "/")


def layer_of(path):
    """The layer a file belongs to, or None."""
    return next((layer for layer in LAYERS if in_folder(path, layer)), None)


def functions(code):
    """(first line, lines) of each function body's definition, signature included."""
    lines = code.split("\n")
    for at, line in enumerate(lines):
        if line.rstrip() != "{":
            continue
        begin = at
        while begin > 0 and lines[begin - 1].strip() and not re.search(r"[;}#]|\\$",
                                                                       lines[begin - 1]):
            begin -= 1
        head = " ".join(lines[begin:at])
        if "(" not in head or "=" in head.split("(")[0]:
            continue
        end = next((k for k in range(at, len(lines)) if lines[k].startswith("}")), len(lines) - 1)
        yield begin + 1, end - begin + 1


class Lint:
    """What was found in the files read so far."""

    def __init__(self):
        self.breaches, self.function_lengths, self.file_lengths = [], [], []

    def breach(self, path, line, what):
        """Record one breach."""
        self.breaches.append(f"{path}:{line}: {what}")

    def includes(self, path, text):
        """The direction of dependencies."""
        layer = layer_of(path)
        for number, line in enumerate(text.split("\n"), 1):
            match = INCLUDE.match(line)
            if not match:
                continue
            target = match.group(1)
            if "/" not in target:
                self.breach(path, number, f'"{target}": write includes from the source folder')
            elif layer and not any(in_folder(target, a) for a in [layer, *LAYERS[layer]]):
                self.breach(path, number, f"{layer} must not include {target}")

    def guard(self, path, text):
        """Header guards are named after the path."""
        name = "GW_" + re.sub(r"[^A-Z0-9]", "_", path.upper())
        if f"#ifndef {name}\n#define {name}\n" not in text:
            self.breach(path, 1, f"no header guard {name}")

    def calls(self, path, code):
        """Functions that nobody, or no library code, may call."""
        library = not any(in_folder(path, p) for p in PROGRAMS)
        for number, line in enumerate(code.split("\n"), 1):
            banned = [m.group(1) for m in BANNED.finditer(line)]
            if library:
                banned += [m.group(1) for m in BANNED_IN_LIBRARY.finditer(line)]
                banned += [m.group(1) for m in STANDARD_STREAM.finditer(line)]
            for name in banned:
                if not (name in CHILD_ONLY and path == "base/child.c"):
                    self.breach(path, number, f"{name} must not be used here")

    def lines(self, path, text):
        """Line length, tabs and trailing space."""
        for number, line in enumerate(text.split("\n"), 1):
            if len(line) > LINE_MAX:
                self.breach(path, number, f"{len(line)} characters, more than {LINE_MAX}")
            if "\t" in line:
                self.breach(path, number, "tab")
            if line != line.rstrip():
                self.breach(path, number, "trailing space")

    def lengths(self, path, text, code):
        """Lengths of the file and of its functions."""
        count = text.count("\n")
        if count > FILE_MAX:
            self.breach(path, 1, f"{count} lines, more than {FILE_MAX}")
        product = layer_of(path) is not None
        if product and path.endswith(".c"):
            self.file_lengths.append(count)
        for line, length in functions(code):
            self.function_lengths += [length] if product else []
            if length > FUNCTION_MAX:
                self.breach(path, line, f"function of {length} lines, more than {FUNCTION_MAX}")

    def c_file(self, path, text):
        """All checks of a C file."""
        code = COMMENT_OR_STRING.sub(blank, text)
        self.includes(path, text)
        self.calls(path, code)
        self.lines(path, text)
        self.lengths(path, text, code)
        if path.endswith(".h"):
            self.guard(path, text)

    def limit(self, what, value, bound):
        """A figure of the whole program; returns its line of the summary."""
        if value > bound:
            self.breaches.append(f"{what}: {value:g}, more than {bound}")
        return f"{what} {value:g} (<= {bound})"

    def summary(self):
        """The figures, checked against their bounds."""
        lengths, files = sorted(self.function_lengths), self.file_lengths
        if not lengths:
            self.breaches.append("no functions found: is this the source folder?")
            return "nothing to check"
        return "\n".join([
            f"{len(files)} C files of the program, {sum(files)} lines, {len(lengths)} functions",
            "function lines: " + ", ".join([
                self.limit("median", statistics.median(lengths), FUNCTION_MEDIAN),
                self.limit("95th percentile", lengths[int(0.95 * (len(lengths) - 1))],
                           FUNCTION_P95),
                f"max {lengths[-1]} (<= {FUNCTION_MAX})"]),
            "file lines: " + ", ".join([
                self.limit("median", statistics.median(files), FILE_MEDIAN),
                f"max {max(files)} (<= {FILE_MAX})"])])


def main():
    """Check every source file below the folder."""
    root = Path(sys.argv[1] if len(sys.argv) > 1 else ".")
    lint = Lint()
    for path in sorted(root.rglob("*.[ch]")):
        relative = path.relative_to(root).as_posix()
        if layer_of(relative) or relative.startswith(("tests/", "bench/")):
            lint.c_file(relative, path.read_text(encoding="utf-8"))
    for path in sorted([*root.rglob("*.py"), *root.rglob("*.am"), *root.rglob("*.mk")]):
        relative = path.relative_to(root).as_posix()
        if not relative.startswith(("build", "shared", ".")):
            text = path.read_text(encoding="utf-8")
            lint.lines(relative, re.sub(r"(?m)^\t", "  ", text) if path.suffix != ".py" else text)
    summary = lint.summary()
    for breach in lint.breaches:
        print(breach)
    print(summary)
    print(f"{len(lint.breaches)} breaches" if lint.breaches else "no breaches")
    sys.exit(bool(lint.breaches))


if __name__ == "__main__":
    main()
