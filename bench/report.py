"""The measured figures as the table that `make bench` prints."""

from figures import Figures
from report_people import people_parts
from table import Line, Part, met, number, times

AIM_P95_MS = 50
AIM_MEMORY_MB = 512
AIM_IDLE_MB = 130
AIM_KB = 15
AIM_FONTS_KB = 50
PEER_DIFFERS = (
    "Both gave the same credit and the same last day for every case; the run stops when they do not.",
    "Ours also gives the release day, parole, replacement, the end of the record, ranges where the law is unsettled,",
    "and every line of the derivation with its norm. The peer gives two numbers, and can take all cases as arrays:",
    "for a population its way is the right one. A family asks about one person.",
)


def parts(found: Figures, peer: str, sizes: dict[str, int]) -> list[Part]:
    """Every part of the table."""
    law = [plan(found), served(found, peer, sizes), server(found, sizes)]
    return [*law, *people_parts(found, sizes), house(found), weight(found)]


def plan(found: Figures) -> Part:
    """The plan alone, and the whole page around it."""
    lines = (
        Line(
            "plans drawn, seven families in turn",
            f"{number(found['draw_per_s'])}/s",
            f"whole plan pages {number(found['page_per_s'])}/s",
            times(found["draw_per_s"], found["page_per_s"]),
        ),
        *(
            Line(
                f"one plan, {share}",
                f"{number(found[f'draw_{share}_ms'])} ms",
                f"its whole page {number(found[f'page_{share}_ms'])} ms",
                times(found[f"draw_{share}_ms"], found[f"page_{share}_ms"]),
            )
            for share in ("p50", "p95")
        ),
    )
    return Part("The plan, in one process without a server", lines)


def served(found: Figures, peer: str, sizes: dict[str, int]) -> Part:
    """Time served against OpenFisca-core."""
    whole, bare = found["served_told_per_s"], found["served_per_s"]
    rows = (
        ("one at a time, from a mapping to the whole answer in words", whole, "one at a time", "peer_per_s"),
        ("one at a time, from ready values", bare, "one at a time", "peer_per_s"),
        (f"{sizes['rows']:,} in a loop", bare, f"{sizes['rows']:,} as arrays", "peer_batch_per_s"),
        (
            "the same, beside a population",
            bare,
            f"{int(found['peer_large_batch_size']):,} as arrays",
            "peer_large_batch_per_s",
        ),
    )
    lines = tuple(
        Line(what, f"{number(ours)}/s", f"{how} {number(found[name])}/s", times(ours, found[name]))
        for what, ours, how, name in rows
    )
    return Part(f"Time served, cases per second, beside OpenFisca-core {peer}", lines, PEER_DIFFERS)


def server(found: Figures, sizes: dict[str, int]) -> Part:
    """The pages under load."""
    lines = [aimed(found, sizes["rate"])]
    lines += [steady(found, name, sizes["rate"]) for name in ("question", "start")]
    lines += [
        Line(
            f"{name} page, 8 connections as fast as they go",
            f"{number(found[f'{name}_per_s'])}/s",
            f"start page {number(found['start_per_s'])}/s",
            times(found[f"{name}_per_s"], found["start_per_s"]),
            failures(found[f"{name}_burst_errors"]),
        )
        for name in ("plan", "question", "start")
    ]
    return Part(
        f"The server under {sizes['rate']} requests per second, then in bursts; the load shares its cores",
        tuple(lines),
        (
            f"Under this load one plan page cost the server {number(found['plan_cpu_ms'])} ms of processor time;",
            f"other programs took {found['plan_strangers_share']:.0%} of the machine's cores meanwhile.",
        ),
    )


def aimed(found: Figures, rate: int) -> Line:
    """The plan page at a fixed rate, beside its aim."""
    p95 = found["plan_p95_ms"]
    verdict = f"{met(p95, AIM_P95_MS)}, {failures(found['plan_errors'])}"
    return Line(
        at_rate("plan", rate),
        three(found, "plan"),
        f"p95 under {AIM_P95_MS} ms",
        times(p95, AIM_P95_MS),
        verdict,
    )


def steady(found: Figures, name: str, rate: int) -> Line:
    """Another page at the same rate, its p95 beside that of the plan page."""
    p95, plan = found[f"{name}_p95_ms"], found["plan_p95_ms"]
    beside = f"plan page p95 {number(plan)} ms"
    return Line(
        at_rate(name, rate), three(found, name), beside, times(p95, plan), failures(found[f"{name}_errors"])
    )


def at_rate(name: str, rate: int) -> str:
    """What the line of a page at a fixed rate is about."""
    return f"{name} page at {rate}/s: p50, p95, p99"


def three(found: Figures, name: str) -> str:
    """The three percentiles of a page."""
    return ", ".join(number(found[f"{name}_p{share}_ms"]) for share in (50, 95, 99)) + " ms"


def failures(count: float) -> str:
    """How many requests had no good answer."""
    return f"{count:.0f} errors"


def house(found: Figures) -> Part:
    """Memory and starting."""
    memory, idle = found["memory_mb"], found["idle_mb"]
    lines = (
        Line(
            f"memory of {found['idle_processes']:.0f} processes, each has answered a page, none works (PSS)",
            f"{number(idle)} MB",
            f"at most {AIM_IDLE_MB} MB",
            times(idle, AIM_IDLE_MB),
            met(idle, AIM_IDLE_MB),
        ),
        Line(
            f"memory of {found['processes']:.0f} processes after the load (PSS)",
            f"{number(memory)} MB",
            f"at most {AIM_MEMORY_MB} MB",
            times(memory, AIM_MEMORY_MB),
            met(memory, AIM_MEMORY_MB),
        ),
        Line(
            "the land read and checked in a fresh process",
            f"{number(found['pack_s'])} s",
            f"first page after the command {number(found['start_s'])} s",
            times(found["pack_s"], found["start_s"]),
        ),
    )
    return Part("The house", lines)


def weight(found: Figures) -> Part:
    """The start page over the wire."""
    real = "browser_with_fonts_kb" in found
    bare = found["browser_without_fonts_kb" if real else "start_without_fonts_kb"]
    full = found["browser_with_fonts_kb" if real else "start_with_fonts_kb"]
    lines = tuple(
        Line(
            f"start page {how}",
            f"{number(size)} KB",
            f"at most {aim} KB",
            times(size, aim),
            met(size, aim),
        )
        for how, size, aim in (("without fonts", bare, AIM_KB), ("with its fonts", full, AIM_FONTS_KB))
    )
    requests = found["browser_requests" if real else "start_requests"]
    how = (
        f"as Chromium fetched it at 320 px in {requests:.0f} requests"
        if real
        else f"no Chromium here: counted from above, {requests:.0f} files, every font with a letter of the page"
    )
    return Part("Over the wire, gzip, headers included", lines, (f"{how[0].upper()}{how[1:]}.",))
