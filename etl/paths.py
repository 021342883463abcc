"""Where things are. Imports nothing from the rest of the package."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RULES = ROOT / "etl" / "rules"
CODEBOOK = RULES / "codebook"
LEXICON = RULES / "lexicon"
CORRECTIONS = RULES / "corrections.yaml"
SQL = ROOT / "etl" / "sql"
RAW = ROOT / "data" / "raw"
REFERENCE = ROOT / "data" / "reference"
CURATED = ROOT / "data" / "curated"
DATABASE = "shuangyong.duckdb"
