"""Print how long the audit of n and of 2 n observations takes: about twice as long.

Usage: python tests/benchmarks/audit_scale.py [COPIES]

The shipped data are repeated for as many invented areas as asked (default 20, about 8 000
rows), relations and all, so that every kind of check has its share of the work.
"""

import dataclasses
import sys
import time

import pandas as pd

import welfare_analysis as wa


def repeated(data, copies):
    """Repeat every area, source and observation under numbered names."""
    areas, sources, observations = [], [], []
    for number in range(copies):
        mark = f"-x{number}"
        areas.append(_marked(data.areas, ("area", "parent"), mark))
        own = _marked(data.sources, ("source",), mark)
        own["independent_of"] = own["independent_of"].str.replace(
            r"(\S+)", rf"\1{mark}", regex=True
        )
        sources.append(own)
        rows = _marked(data.observations, ("observation", "area", "source"), mark)
        rows["related_to"] = rows["related_to"].str.replace(r"(\S+)", rf"\1{mark}", regex=True)
        observations.append(rows)
    tables = {"areas": areas, "sources": sources, "observations": observations}
    frames = {name: pd.concat(parts, ignore_index=True) for name, parts in tables.items()}
    frames["standards"] = data.standards
    return dataclasses.replace(data, **frames)


def _marked(table, columns, mark):
    table = table.copy()
    for column in columns:
        table[column] = table[column].where(table[column] == "", table[column] + mark)
    return table


def main(copies=20):
    """Time both sizes and print the ratio."""
    data = wa.load()
    wa.audit(data)  # loads what is loaded once
    taken = []
    for times in (copies, 2 * copies):
        larger = repeated(data, times)
        start = time.perf_counter()
        found = wa.audit(larger)
        taken.append(time.perf_counter() - start)
        rows = len(larger.observations)
        per_row = 1e6 * taken[-1] / rows
        print(
            f"{rows:>8} rows  {len(found):>7} checks  {taken[-1]:6.2f} s  {per_row:6.0f} µs a row"
        )
    print(f"twice the rows: {taken[1] / taken[0]:.2f} times as long")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
