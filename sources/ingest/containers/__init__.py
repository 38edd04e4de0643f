"""Readers of files that are more than text: HTML, PDF, DOCX and report series."""
