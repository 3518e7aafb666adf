"""Build all reports of a synthetic national package; print time and memory of each.

Usage: python -m tests.benchmarks.national [REPORT ...] [--places N] [--years N] [--indicators N]

The package has 34 provinces in six regions, the country, ten years and 50 indicators, about
30 000 figures, all invented: counts add up from place to country, rates follow from counts, the
press repeats what the yearbook prints, plans stand beside results, and the poverty standard
changes once.  The same seed gives the same package.

Without REPORT, a profile of every place and every report on a theme are built in both
languages, one after another.  Memory is the most that the processes of the build held at a time
while a report was made (PSS, read ten times a second).
"""

import argparse
import json
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import yaml
from pypdf import PdfReader

from welfare_analysis.report.register import project

from .. import changed_packages
from ..invented_packages import Invented
from .build_scale import descendants, held

REGIONS = {
    "Trung du và miền núi phía Bắc|Northern midlands and mountains": (
        "Tuyên Quang, Cao Bằng, Lai Châu, Lào Cai, Thái Nguyên, Điện Biên, Lạng Sơn, Sơn La, "
        "Phú Thọ"
    ),
    "Đồng bằng sông Hồng|Red River Delta": (
        "Hà Nội, Hải Phòng, Quảng Ninh, Bắc Ninh, Hưng Yên, Ninh Bình"
    ),
    "Bắc Trung Bộ|North Central": "Thanh Hóa, Nghệ An, Hà Tĩnh, Quảng Trị, Huế",
    "Duyên hải Nam Trung Bộ và Tây Nguyên|South Central Coast and Central Highlands": (
        "Đà Nẵng, Quảng Ngãi, Gia Lai, Khánh Hòa, Lâm Đồng, Đắk Lắk"
    ),
    "Đông Nam Bộ|South East": "TP. Hồ Chí Minh, Đồng Nai, Tây Ninh",
    "Đồng bằng sông Cửu Long|Mekong Delta": "Vĩnh Long, Đồng Tháp, Cà Mau, An Giang, Cần Thơ",
}
# Each subject: how much of what, by how many times it grows in a year, how far places differ.
SUBJECTS = """
population_average                        1        people                     1.009  0.6
households                                0.27     population_average         1      0
poverty_review_households                 0.265    population_average         1      0
poor_households                           0.06     poverty_review_households  0.86   0.7
near_poor_households                      0.05     poverty_review_households  0.93   0.5
poor_household_rate                       rate     of                         its    counts
near_poor_household_rate                  rate     of                         its    counts
trained_labour_rate                       62       percent                    1.015  6
vocational_enrolment_persons              0.023    population_average         1.02   0.5
workers_sent_abroad                       0.0015   population_average         1.03   0.5
health_insurance_coverage                 88       percent                    1.008  4
labour_force                              0.52     population_average         1.005  0
trained_labour_certified_rate             24       percent                    1.02   4
vocational_institutions                   0.00002  population_average         0.99   0.5
workers_abroad                            4        workers_sent_abroad        1.01   0.1
population                                1        population_average         1      0
urban_population                          0.36     population_average         1.02   0.3
urban_share                               rate     of                         its    counts
persons_in_poor_households                4        poor_households            1      0.05
trained_workers_certified                 0.25     labour_force               1.02   0.1
vocational_teachers_public                0.0008   population_average         0.99   0.5
vocational_enrolment_attainment           101      percent                    1      3
job_placement_turns                       0.018    population_average         1.01   0.5
jobs_created_by_loans                     0.003    population_average         1.02   0.5
job_fair_sessions                         0.00002  population_average         1.05   0.5
job_fair_enterprises                      0.0004   population_average         1.05   0.5
job_fair_recruits                         0.001    population_average         1.03   0.5
workers_outside_province                  0.06     population_average         1.02   0.5
employment_loans                          200000   population_average         1.12   0.5
entrusted_credit_capital                  900000   population_average         1.15   0.5
households_supported_by_credit            0.008    population_average         1.02   0.5
social_assistance_beneficiaries           0.033    population_average         1.02   0.5
social_assistance_spending                400000   population_average         1.08   0.5
social_assistance_turns                   0.38     population_average         1.02   0.5
social_protection_coverage_rate           96       percent                    1.002  1
health_insurance_supported_rate           93       percent                    1.004  2
children_screened                         0.02     population_average         1.03   0.5
child_fund_raised                         3000     population_average         1.05   0.5
child_fund_spending                       0.9      child_fund_raised          1      0.02
children_supported_by_fund                0.003    population_average         1.02   0.5
merit_beneficiaries                       0.012    population_average         0.98   0.5
merit_gifts                               0.015    population_average         0.99   0.5
poverty_budget_central                    90000    population_average         1.03   0.5
poverty_budget_central_disbursed          0.8      poverty_budget_central     1      0.05
poverty_budget_central_disbursement_rate  rate     of                         its    counts
dossiers_received                         0.12     population_average         1.02   0.5
dossiers_on_time                          0.93     dossiers_received          1      0.02
dossiers_on_time_rate                     rate     of                         its    counts
satisfaction_rate                         92       percent                    1.004  2
grid_electricity_rate                     97       percent                    1.002  1
"""
STANDARDS = ((2016, 2021), (2022, 2026))
BY_STANDARD = re.compile(r"poor_household")  # what a poverty standard counts
PLANNED = ("vocational_enrolment_persons", "workers_sent_abroad")
REPEATED = 0.42  # of the figures, so many stand in a paper too
FINISHED = re.compile(r"\[\d+/\d+\] (\S+) (built|FAILED) in ([\d.]+) s")
SCRIPT = """
import sys
from welfare_analysis.report.build import build
build(sys.argv[4:], ["vi", "en"], data=sys.argv[1], out=sys.argv[2], register=sys.argv[3], jobs=1)
"""


def national(places=34, years=10, indicators=50, seed=0):
    """Make the tables of a national package; a smaller one serves tests."""
    package, chance = Invented(), np.random.default_rng(seed)
    span = range(2026 - years, 2026)
    members = _areas(package, places)
    _sources(package, span)
    subjects = [line.split() for line in SUBJECTS.strip().splitlines()][:indicators]
    numbers = _numbers(subjects, places, span, chance)
    for area, rows in members.items():
        weights = numbers["population_average"][rows]
        weights = weights / weights.sum(axis=0)
        of_area = {
            name: (one[rows] * weights).sum(axis=0)
            if _is_percent(package, name)
            else one[rows].sum(axis=0)
            for name, one in numbers.items()
        }
        for place, year in enumerate(span):
            _year(package, area, year, {name: one[place] for name, one in of_area.items()}, chance)
    return package.tables()


def _is_percent(package, indicator):
    return package.unit[indicator] == "percent"


def _areas(package, places):
    """Add the country, the regions and the provinces; return each with its places in a row."""
    package.add("areas", area="VN", level="country", name_vi="Việt Nam", name_en="Viet Nam")
    members = {"VN": list(range(places))}
    named = [(region, name) for region, names in REGIONS.items() for name in names.split(", ")]
    for place, (region, name) in enumerate(named[:places]):
        above = f"VN-R-{list(REGIONS).index(region) + 1}"
        if above not in members:
            vi, en = region.split("|")
            package.add("areas", area=above, level="region", parent="VN", name_vi=vi, name_en=en)
        members.setdefault(above, []).append(place)
        members[f"VN-P{place + 1:02}"] = [place]
        package.add("areas", area=f"VN-P{place + 1:02}", parent=above, name_vi=name, name_en=name)
    return members


def _sources(package, span):
    """Add a yearbook and a paper for each year, and the two poverty standards."""
    for year in span:
        title = f"Niên giám {year} (số liệu giả định)"
        package.source(f"yearbook-{year}", "Cục Thống kê", title, f"{year + 1}-06-30")
        title = f"An sinh xã hội năm {year} (số liệu giả định)"
        package.source(f"press-{year}", "Báo Tổng hợp", title, f"{year + 1}-07-15")
    for first, end in STANDARDS:
        package.add(
            "standards",
            standard=f"VN-{first}-{end}",
            owner_area="VN",
            title_vi=f"Chuẩn nghèo quốc gia {first}–{end}",
            title_en=f"National poverty standard {first}–{end}",
            label_vi=f"chuẩn quốc gia {first}–{end}",
            label_en=f"national standard {first}–{end}",
            valid_from=f"{first}-01-01",
            valid_to=f"{end}-12-31",
            instrument="notspecified",
            source=f"yearbook-{span[-1]}",
        )


def _numbers(subjects, places, span, chance):
    """Return places × years of every subject but the rates that follow from counts."""
    made = {"people": np.full((places, len(span)), 2.4e6)}
    new_standard = np.asarray(span) >= STANDARDS[1][0]
    for name, amount, base, growth, spread in subjects:
        if amount == "rate":
            continue
        level, spread = float(amount), float(spread)
        trend = float(growth) ** np.arange(len(span))
        # Populations and what is a fixed share of them do not waver from year to year.
        noise = chance.normal(1, 0.01 if spread and base != "people" else 0, (places, len(span)))
        if base == "percent":
            own = chance.normal(level, spread, (places, 1))
            made[name] = np.clip(own * trend * noise, 1, 99.9 if level < 100 else 130)
            continue
        own = chance.lognormal(0, spread, (places, 1))
        if name in ("poor_households", "near_poor_households"):
            own = own * np.where(new_standard, 2, 1)
        most = made[base] if level < 1 else np.inf
        made[name] = np.round(np.minimum(made[base] * level * own * trend * noise, most))
    del made["people"]
    return made


def _year(package, area, year, numbers, chance):
    """Add the figures of a place and year, the rates that follow, plans, and what is repeated."""
    book, paper = f"yearbook-{year}", f"press-{year}"
    standard = next(f"VN-{first}-{end}" for first, end in STANDARDS if first <= year <= end)
    printed = {}
    for name, number in numbers.items():
        text = f"{number:.2f}" if _is_percent(package, name) else f"{number:.0f}"
        by = standard if BY_STANDARD.search(name) else ""
        printed[name] = text, by, package.figure(book, name, area, year, text, standard=by)
    for rate, (count, base) in package.rates.items():
        if {count, base} <= {*numbers}:
            text, by = f"{100 * numbers[count] / numbers[base]:.2f}", printed[count][1]
            links = f"rate_of:{printed[count][2]}"
            name = package.figure(book, rate, area, year, text, standard=by, related_to=links)
            printed[rate] = text, by, name
    for name in PLANNED:
        if name in numbers:
            plan = f"{numbers[name] * chance.normal(1, 0.05):.0f}"
            links = f"plan_for:{printed[name][2]}"
            package.figure(book, name, area, year, plan, measure="plan", related_to=links)
    for name, (text, by, first) in printed.items():
        if chance.random() < REPEATED:
            package.figure(
                paper, name, area, year, text, standard=by, related_to=f"same_as:{first}"
            )


def register(folder, areas):
    """Write a register: a profile of every place, and the shipped reports on all of them."""
    shutil.copytree(project() / "notebooks", folder / "notebooks")
    shipped = yaml.safe_load((project() / "reports" / "reports.yml").read_text(encoding="utf-8"))
    profile, reports = {}, {}
    for name, entry in shipped["reports"].items():
        if "area" in entry.get("parameters", {}):
            profile = {"notebook": entry["notebook"], "each": {"area": areas}}
        else:
            reports[name] = entry | {"parameters": {"areas": areas}}
    path = folder / "reports" / "reports.yml"
    path.parent.mkdir()
    path.write_text(json.dumps({"reports": {"profile": profile, **reports}}), "utf-8")  # YAML, too
    return path


def build(folder, data, reports):
    """Build reports one after another; yield output, outcome, seconds and MB of each."""
    command = [sys.executable, "-c", SCRIPT, data, folder / "out", folder / "reports/reports.yml"]
    with open(folder / "log", "w+", encoding="utf-8") as log:
        process = subprocess.Popen([*command, *reports], stdout=log, stderr=log)
        read, most, running = 0, 0.0, True
        while running:
            running = process.poll() is None
            most = max(most, sum(map(held, descendants(process.pid))))
            lines = (folder / "log").read_text(encoding="utf-8")
            for output, outcome, seconds in FINISHED.findall(lines[read:]):
                yield output, outcome, float(seconds), most
                most = 0.0
            read = lines.rfind("\n") + 1
            time.sleep(0.1)
    for line in lines.splitlines():
        if not FINISHED.fullmatch(line):
            print(line)


def main():
    """Build what is asked for and print the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.national")
    parser.add_argument("reports", nargs="*", metavar="REPORT", help="profile_VN-P01, overview, …")
    for name, number in (("places", 34), ("years", 10), ("indicators", 50)):
        parser.add_argument(f"--{name}", type=int, default=number)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder, begun = Path(name), time.perf_counter()
        tables = national(asked.places, asked.years, asked.indicators)
        data = changed_packages.write(tables, folder / "data")
        taken = time.perf_counter() - begun
        print(f"{len(tables['observations'])} figures, made and written in {taken:.1f} s")
        areas = [area for area in tables["areas"]["area"] if area.startswith("VN-P")]
        register(folder, areas)
        for output, outcome, seconds, memory in build(folder, data, asked.reports):
            print(f"{output:40} {seconds:6.1f} s {memory:6.0f} MB  {outcome}", flush=True)
        for pdf in sorted((folder / "out").glob("*/*.pdf")):  # all are published at the end
            print(f"{pdf.parent.name}/{pdf.name:40} {len(PdfReader(pdf).pages):3} pages")


if __name__ == "__main__":
    main()
