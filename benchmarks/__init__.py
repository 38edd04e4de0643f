"""Speed, measured: `python3 tools/ benchmark [ROWS]`. Medians, as ratios to a limit of the same run."""
