"""Measures the language engine against the treebanks and prints every figure.

bench.py --dev-eval PROGRAM --graphwright PROGRAM --model FILE --causes FILE --data DIR
         [--sentences N]

DIR holds treebank/ewt-dev.conllu, ner/uner-ewt-dev.iob2 and srl/ewt-propbank-dev.tsv, and it may
hold openie/carb-dev.txt and carb-dev.tsv: sentences and gold extractions of CaRB. PyTorch, where
it can be imported, is timed in the same run and compared label by label; N limits the sentences of
that comparison, which takes long.
"""
import argparse
import importlib.util
import os
import subprocess
import tempfile

import carb
import score


def run(args, mode, name):
    """(path of the analysed file, {figure: value} of the run)."""
    path = os.path.join(args.folder, mode + ".conllu")
    with open(path, "wb") as out:
        stderr = subprocess.run(
            [args.dev_eval, mode, os.path.join(args.data, name), args.model, args.causes],
            check=True, stdout=out, stderr=subprocess.PIPE, text=True,
            env={**os.environ, "OPENBLAS_NUM_THREADS": "1"}).stderr.split()
    return path, {k: float(v) for k, v in zip(stderr[::2], stderr[1::2])}


def print_scores(args, system):
    result = score.load(os.path.join(args.data, "treebank/ewt-dev.conllu"), system,
                        os.path.join(args.data, "ner/uner-ewt-dev.iob2"),
                        os.path.join(args.data, "srl/ewt-propbank-dev.tsv"))
    for name, value in score.scores(result, lambda s: True):
        print("  %-12s %7.2f" % (name, value))
    return result.gold.sentences


def print_pytorch(args, system, speed, sentences):
    if not importlib.util.find_spec("torch"):
        print("PyTorch is not installed: speed and agreement not compared")
        return
    import agree
    import pytorch
    engine, coder = pytorch.load(args.model)
    other = pytorch.words_per_second(engine, coder, sentences)
    print("  PyTorch      %7.0f words/s (forward pass alone, one core); C is %.2f times as fast"
          % (other, speed / other))
    differing, total = agree.compare(args.model, system, args.sentences)
    print("  labels       %d of %d differ from PyTorch's: %.2f in 10,000"
          % (differing, total, 1e4 * differing / total))


def print_extractions(args):
    """Plain extractions, on all of CaRB's sentences and on each half of them."""
    sentences, gold_path = (os.path.join(args.data, "openie", "carb-dev" + end)
                            for end in (".txt", ".tsv"))
    if not os.path.exists(sentences):
        return
    print("Plain extractions, CaRB dev")
    out = subprocess.run([args.graphwright, "list", "--lines", "--openie", sentences], check=True,
                         stdout=subprocess.PIPE, text=True).stdout
    system = carb.read(out.splitlines(), True)
    with open(gold_path, encoding="utf-8") as file:
        gold = carb.read(file, False)
    for name in ("all", "even", "odd"):
        print("  %-12s precision %.3f  recall %.3f  F1 %.3f  at confidence %.2f;  area %.3f"
              % (name, *carb.evaluate(carb.part(gold, name), system)))


def main():
    p = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    p.add_argument("--dev-eval", required=True, help="the program dev_eval")
    p.add_argument("--graphwright", required=True, help="the program itself")
    p.add_argument("--model", required=True)
    p.add_argument("--causes", required=True)
    p.add_argument("--data", required=True)
    p.add_argument("--sentences", type=int, help="compare so many with PyTorch (default: all)")
    args = p.parse_args()
    with tempfile.TemporaryDirectory() as args.folder:
        print("EWT dev, gold tokens")
        gold, figures = run(args, "gold", "treebank/ewt-dev.conllu")
        sentences = print_scores(args, gold)
        print("EWT dev, raw text")
        raw, _ = run(args, "raw", "treebank/ewt-dev.conllu")
        print_scores(args, raw)
        print_extractions(args)
        print("Speed and memory, one core")
        print("  C engine     %7.0f words/s, %.0f MB at most, opened in %.0f ms"
              % (figures["words_per_second"], figures["peak_megabytes"],
                 1000 * figures["open_seconds"]))
        print_pytorch(args, gold, figures["words_per_second"], sentences)


if __name__ == "__main__":
    main()
