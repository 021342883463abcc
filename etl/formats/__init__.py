"""The text of an article's file: txt, html, pdf or docx, from bytes."""

from etl.formats.dispatch import MAX_BYTES, SUFFIXES, is_plain, refuse_size, text_of

__all__ = ["MAX_BYTES", "SUFFIXES", "is_plain", "refuse_size", "text_of"]
