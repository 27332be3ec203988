"""What is hardest to read: ``python -m tests.plain [NUMBER]``."""

from __future__ import annotations

import sys

from bot.languages import LANGUAGES
from tests.plain.reading import measure, texts

WORST = 10


def main() -> None:
    """Print the measures of both languages, the hardest texts and those with the longest sentences."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else WORST
    for lang in LANGUAGES:
        print(lang, measure(lang))
        graded = [text for text in texts(lang) if text.measured]
        for text in sorted(graded, key=lambda text: -text.hardness)[:number]:
            print(f"  {text.hardness:5.1f}  {text.name}: {text.text}")
        for text in sorted(texts(lang), key=lambda text: -text.longest)[:number]:
            print(f"  {text.longest:3} words  {text.name}: {text.text}")


if __name__ == "__main__":
    main()
