"""Speed, measured: `python3 tools/ benchmark [ROWS]`. Medians, as ratios to a limit in the same run, with row counts."""
