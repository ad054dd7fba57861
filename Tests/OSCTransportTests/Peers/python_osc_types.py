"""One value of every type that python-osc reads."""

from datetime import datetime, timedelta

EVERY = [
    ("i", -1000),
    ("h", 1 << 40),
    ("f", 0.5),
    ("d", 0.1),
    ("s", "stems/bäss.wav"),
    ("b", bytes([1, 2, 3, 4])),
    ("r", 0x01020304),
    ("m", (0, 0x90, 60, 127)),
    ("T", True),
    ("F", False),
    ("N", None),
    ("[", [1, "x", [0.5]]),
]
SECONDS = 3_900_000_000
TIME = (datetime(1900, 1, 1) + timedelta(seconds=SECONDS), 1 << 31)


def difference(arguments, with_time):
    """What the arguments have that they should not, or None."""
    expected = [value for _, value in EVERY] + ([TIME] if with_time else [])
    found = list(arguments)
    if found == expected:
        return None
    return f"expected {expected}, got {found}"
