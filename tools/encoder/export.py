"""Exports a tuned network to ``data/encoder``: ONNX with weights in 8 bits, checked against torch.

usage: export.py WORK [--stock]   (after mix.py; ``--stock``: the network before tuning, to compare with)
"""

from __future__ import annotations

import argparse
import json
from hashlib import sha256
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from network import ROOT, Network, batch, vocabulary
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from tokenizers import Tokenizer

OPSET = 17
LARGE = 50_000
"""Arrays of more numbers are stored in 8 bits."""
LEAST_LIKENESS = 0.995
"""Between a sentence's vector in torch and as exported (cosine)."""
TARGET = ROOT / "data" / "encoder"


def export(network: Network, path: Path) -> None:
    """Write the network; inputs ``ids`` and ``mask``, output ``embedding``."""
    sample = torch.tensor([[1, 5, 7, 2], [1, 9, 2, 0]]), torch.tensor([[1.0, 1, 1, 1], [1, 1, 1, 0]])
    axes = {0: "batch", 1: "tokens"}
    torch.onnx.export(
        network,
        sample,
        str(path),
        input_names=["ids", "mask"],
        output_names=["embedding"],
        dynamic_axes={"ids": axes, "mask": axes, "embedding": {0: "batch"}},
        opset_version=OPSET,
        dynamo=False,
    )
    model = onnx.load(str(path))
    _shrink(model.graph)
    onnx.checker.check_model(model)
    onnx.save(model, str(path))


def _shrink(graph: onnx.GraphProto) -> None:
    """Store large arrays as whole numbers with a scale for each row (of the vocabulary) or column."""
    gathers = {node.input[0]: node for node in graph.node if node.op_type == "Gather"}
    nodes: list[onnx.NodeProto] = []
    for constant in list(graph.initializer):
        values = numpy_helper.to_array(constant)
        if values.size < LARGE or values.ndim != 2:
            continue
        name, gather = constant.name, gathers.get(constant.name)
        axis = 0 if gather is not None else 1
        whole, scale = _rounded(values, axis)
        graph.initializer.remove(constant)
        graph.initializer.append(numpy_helper.from_array(whole, f"{name}.whole"))
        if gather is None:
            graph.initializer.append(numpy_helper.from_array(scale, f"{name}.scale"))
            stored = [f"{name}.whole", f"{name}.scale"]
            nodes.append(helper.make_node("DequantizeLinear", stored, [name], axis=1))
            continue
        graph.initializer.append(numpy_helper.from_array(scale[:, None], f"{name}.scale"))
        rows, factor, found = f"{name}.rows", f"{name}.factor", gather.output[0]
        place = list(graph.node).index(gather)
        graph.node.remove(gather)
        for node in reversed(
            (
                helper.make_node("Gather", [f"{name}.whole", "ids"], [rows]),
                helper.make_node("Gather", [f"{name}.scale", "ids"], [factor]),
                helper.make_node("Cast", [rows], [f"{rows}.float"], to=TensorProto.FLOAT),
                helper.make_node("Mul", [f"{rows}.float", factor], [found]),
            )
        ):
            graph.node.insert(place, node)
    for node in nodes:
        graph.node.insert(0, node)


def _rounded(values: NDArray[np.float32], axis: int) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    scale = np.maximum(np.abs(values).max(axis=1 - axis), 1e-8) / 127
    spread = np.expand_dims(scale, 1 - axis)
    return np.rint(values / spread).astype(np.int8), scale.astype(np.float32)


def likeness(network: Network, tokenizer: Tokenizer, path: Path, texts: list[str]) -> float:
    """The least cosine between the vectors of ``texts`` in torch and as exported."""
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    ids, mask = batch(tokenizer, texts)
    with torch.no_grad():
        meant = network(ids, mask).numpy()
    found = session.run(["embedding"], {"ids": ids.numpy(), "mask": mask.numpy()})[0]
    return float((meant * found).sum(1).min())


def main() -> None:
    """Export, check, and keep in WORK what belongs on the card."""
    parser = argparse.ArgumentParser()
    parser.add_argument("work", type=Path)
    parser.add_argument("--stock", action="store_true")
    parser.add_argument("--to", type=Path, default=TARGET)
    options = parser.parse_args()
    torch.set_num_threads(1)
    tokenizer, kept = vocabulary(options.work)
    network = Network(kept).eval()
    mixed = options.work / "mixed"
    if not options.stock:
        network.load_state_dict(torch.load(mixed / "network.pt", weights_only=True))
    options.to.mkdir(parents=True, exist_ok=True)
    model, words = options.to / "encoder.onnx", options.to / "tokenizer.json"
    with torch.no_grad():
        export(network, model)
    words.write_text(json.dumps(json.loads(tokenizer.to_str()), ensure_ascii=False, separators=(",", ":")))
    rows = (options.work / "examples.jsonl").read_text(encoding="utf-8").splitlines()
    texts = [json.loads(row)["text"] for row in rows[:: len(rows) // 100]]
    least = likeness(network, tokenizer, model, texts)
    if least < LEAST_LIKENESS:
        raise SystemExit(f"the exported encoder strays from the tuned one: {least:.4f}")
    card = {
        "files": {path.name: sha256(path.read_bytes()).hexdigest() for path in (model, words)},
        "pieces": len(kept),
        "least_likeness_to_torch": round(least, 4),
        "runs": [json.loads(path.read_text()) for path in sorted(options.work.glob("seed-*/run.json"))],
        "mix": None if options.stock else json.loads((mixed / "mix.json").read_text()),
    }
    (options.work / "export.json").write_text(json.dumps(card, indent=2) + "\n", encoding="utf-8")
    print(json.dumps(card["files"]), least)


if __name__ == "__main__":
    main()
