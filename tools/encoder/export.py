"""Exports a tuned network to ``data/encoder``: ONNX with weights in 8 bits, checked against torch.

usage: export.py WORK --seed N   (after tune.py; ``--seed 0``: the network before tuning, to compare with)
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
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization.matmul_nbits_quantizer import DefaultWeightOnlyQuantConfig, MatMulNBitsQuantizer
from tokenizers import Tokenizer

OPSET = 17
BITS, BLOCK = 8, 64
"""Of a linear map, so many numbers share a scale; the tokens are rounded likewise, one by one, so that a
sentence has the same vector whatever stands beside it in a batch."""
WHOLE_TOKENS = 4
"""The level of accuracy at which onnxruntime multiplies whole numbers."""
LEAST_LIKENESS = 0.995
"""Between a sentence's vector in torch and as exported (cosine)."""
TARGET = ROOT / "data" / "encoder"


def export(network: Network, path: Path) -> None:
    """Write the network; inputs ``ids`` and ``mask``, output ``embedding``."""
    sample = torch.tensor([[0, 5, 7, 2], [0, 9, 2, 1]]), torch.tensor([[1.0, 1, 1, 1], [1, 1, 1, 0]])
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
    rounding = DefaultWeightOnlyQuantConfig(
        block_size=BLOCK, is_symmetric=True, accuracy_level=WHOLE_TOKENS, bits=BITS
    )
    rounded = MatMulNBitsQuantizer(onnx.load(str(path)), algo_config=rounding)
    rounded.process()
    model = rounded.model.model
    _round_vocabulary(model.graph)
    onnx.save(model, str(path))


def _round_vocabulary(graph: onnx.GraphProto) -> None:
    """Store the vectors of the pieces as whole numbers with a scale for each piece."""
    arrays = {constant.name: constant for constant in graph.initializer}
    gather = next(node for node in graph.node if node.op_type == "Gather" and "ids" in node.input)
    name, found = gather.input[0], gather.output[0]
    values = numpy_helper.to_array(arrays[name])
    scale = np.maximum(np.abs(values).max(axis=1, keepdims=True), 1e-8) / 127
    graph.initializer.remove(arrays[name])
    graph.initializer.extend(
        [
            numpy_helper.from_array(np.rint(values / scale).astype(np.int8), f"{name}.whole"),
            numpy_helper.from_array(scale.astype(np.float32), f"{name}.scale"),
        ]
    )
    place = list(graph.node).index(gather)
    graph.node.remove(gather)
    for node in reversed(
        (
            helper.make_node("Gather", [f"{name}.whole", "ids"], [f"{name}.rows"]),
            helper.make_node("Gather", [f"{name}.scale", "ids"], [f"{name}.factor"]),
            helper.make_node("Cast", [f"{name}.rows"], [f"{name}.numbers"], to=TensorProto.FLOAT),
            helper.make_node("Mul", [f"{name}.numbers", f"{name}.factor"], [found]),
        )
    ):
        graph.node.insert(place, node)


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
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--to", type=Path, default=TARGET)
    options = parser.parse_args()
    torch.set_num_threads(1)
    tokenizer, kept = vocabulary(options.work)
    network = Network(kept).eval()
    tuned = options.work / f"seed-{options.seed}"
    if options.seed:
        network.load_state_dict(torch.load(tuned / "network.pt", weights_only=True))
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
        "run": json.loads((tuned / "run.json").read_text()) if options.seed else None,
    }
    if options.seed:
        (options.work / "export.json").write_text(json.dumps(card, indent=2) + "\n", encoding="utf-8")
    print(json.dumps(card["files"]), least)


if __name__ == "__main__":
    main()
