"""Words and shapes that the description of the interface is made of."""

from __future__ import annotations

from typing import Any

Json = dict[str, Any]
ERROR: Json = {
    "type": "object",
    "required": ["error"],
    "properties": {"error": {"type": "string"}},
}
SHARED = {
    "304": "Unchanged since the version in If-None-Match.",
    "400": "A parameter or value is unknown; the sentence names the valid ones.",
    "404": "There is no such address; the sentence names what there is.",
    "503": "No data have been built yet.",
}
ABOUT = {
    "city": "Code of a place (GB/T 2260); repeat it for several.",
    "indicator": "Code of an indicator; repeat it for several.",
    "theme": "Code of a theme.",
    "level": "Rank of the place.",
    "province": "Code or Chinese name of a province.",
    "kind": "Kind of period.",
    "period": "A year that the period touches, YYYY.",
    "status": "Whether the number counts for an indicator.",
    "basis": "Basis of the comparison.",
    "tier": "Tier of the comparison.",
    "state": "Reported or silent, and how.",
    "version": "A version of the data that was published here.",
    "change": "Whether an observation was added, removed or changed.",
}
BINARY: Json = {"type": "string", "contentMediaType": "application/octet-stream"}
OBJECT: Json = {"type": "object"}
TEXT: Json = {"type": "string"}
