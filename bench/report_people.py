"""The parts of the table about a chapter with people in it."""

from figures import Figures
from table import Line, Part, met, number, times

AIM_CPU_MS, AIM_CHEAP_CPU_MS = 80, 15
AIM_PER_S = 20
CALM_KDF_MS = 54
AIM_PAGE_MS = 150
GLOBALEAKS = {"cpu_ms": 2069, "per_s": 0.2}
HUSH_LINE = {"cpu_ms": 65, "per_s": 14}
PEERS = (
    "The peers' figures were measured on this machine before: GlobaLeaks 5.0.15 with 62 % errors, Hush Line at 8 to 14",
    "a second. They are told again here, not measured anew.",
)


def people_parts(found: Figures, sizes: dict[str, int]) -> list[Part]:
    """Intakes, pages of the helpers, the proposal for a whole chapter."""
    return [intakes(found), pages(found, sizes), matching(found)]


def intakes(found: Figures) -> Part:
    """Requests for a person, acknowledged and on the disk."""
    kdf = found["kdf_cpu_ms"]
    cpu, cheap, rate = found["intake_cpu_ms"], found["cheap_cpu_ms"], found["four_per_s"]
    lines = (
        aimed("processor time of one, key derivation included", cpu, AIM_CPU_MS),
        peer("the same, beside GlobaLeaks", cpu, GLOBALEAKS["cpu_ms"]),
        peer("the same, beside Hush Line", cpu, HUSH_LINE["cpu_ms"]),
        aimed("processor time of one without the key derivation", cheap, AIM_CHEAP_CPU_MS),
        Line(
            "the key derivation by itself in these same minutes",
            f"{number(kdf)} ms",
            f"on a calm machine {CALM_KDF_MS} ms",
            times(kdf, CALM_KDF_MS),
        ),
        Line(
            "one sender: p50, p95, p99",
            three(found, "intake"),
            f"{number(found['intake_per_s'])}/s",
            "",
            failures(found, "intake"),
        ),
        Line(
            "four senders, acknowledged",
            f"{number(rate)}/s",
            f"at least {AIM_PER_S}/s",
            times(rate, AIM_PER_S),
            f"{met(AIM_PER_S, rate)}, {failures(found, 'four')}",
        ),
        Line(
            "the same, beside Hush Line",
            f"{number(rate)}/s",
            f"{HUSH_LINE['per_s']}/s",
            times(rate, HUSH_LINE["per_s"]),
        ),
        Line(
            "the same, beside GlobaLeaks",
            f"{number(rate)}/s",
            f"{GLOBALEAKS['per_s']}/s",
            times(rate, GLOBALEAKS["per_s"]),
        ),
        Line(
            "eight senders, without a good answer",
            f"{found['eight_errors']:.0f} of {found['eight_sent']:.0f}",
            "none; GlobaLeaks 62 %",
            "",
            met(found["eight_errors"], 0),
        ),
        Line(
            f"kill -9 of every process under load, {found['kill_rounds']:.0f} times: lost",
            f"{found['kill_lost']:.0f} of {found['kill_acknowledged']:.0f}",
            "none",
            "",
            met(found["kill_lost"], 0),
        ),
    )
    heading = "Requests for a person, sealed, acknowledged, written through to the disk (SQLite, WAL, synchronous=FULL)"
    return Part(heading, lines, (*PEERS, strangers(found)))


def strangers(found: Figures) -> str:
    """How much of the machine others took meanwhile."""
    shares = [found[f"{name}_strangers_share"] for name in ("intake", "four", "cheap")]
    return f"Other programs took up to {max(shares):.0%} of the machine's cores meanwhile."


def aimed(what: str, value: float, aim: float) -> Line:
    """A time beside its aim."""
    return Line(what, f"{number(value)} ms", f"at most {aim} ms", times(value, aim), met(value, aim))


def peer(what: str, value: float, other: float) -> Line:
    """A time beside a peer's."""
    return Line(what, f"{number(value)} ms", f"{number(other)} ms", times(value, other))


def three(found: Figures, name: str) -> str:
    """The three percentiles."""
    return ", ".join(number(found[f"{name}_p{share}_ms"]) for share in (50, 95, 99)) + " ms"


def failures(found: Figures, name: str) -> str:
    """How many had no good answer."""
    return f"{found[f'{name}_errors']:.0f} errors"


def pages(found: Figures, sizes: dict[str, int]) -> Part:
    """The pages of a shift."""
    told = (
        ("queue", f"the queue of {sizes['matters']:,} open matters"),
        ("thread", f"a matter with a talk of {sizes['messages']} messages, as Pavel"),
        ("family", "the same talk on the family's own page"),
    )
    lines = tuple(page(found, name, what) for name, what in told)
    costs = ", ".join(f"{number(found[f'{name}_cpu_ms'])} ms" for name, _ in told)
    return Part(
        f"Pages of a shift, {sizes['reads']} a second: p50, p95, p99",
        lines,
        (f"Processor time of one: {costs}.",),
    )


def page(found: Figures, name: str, what: str) -> Line:
    """One page beside its aim."""
    p95 = found[f"{name}_p95_ms"]
    verdict = f"{met(p95, AIM_PAGE_MS)}, {failures(found, name)}"
    return Line(what, three(found, name), f"p95 under {AIM_PAGE_MS} ms", times(p95, AIM_PAGE_MS), verdict)


def matching(found: Figures) -> Part:
    """The proposal for a whole chapter, beside scipy."""
    solve, scipy, whole = found["solve_s"], found["peer_s"], found["assign_s"]
    lines = (
        Line(
            f"the best choice among {found['edges']:,.0f} pairs",
            f"{number(solve)} s",
            f"scipy {number(scipy)} s",
            times(solve, scipy),
            "same optimum",
        ),
        Line(
            f"the whole proposal: {found['matched']:,.0f} of {found['families']:,.0f} families matched",
            f"{number(whole)} s",
            f"its choice alone {number(solve)} s",
            times(whole, solve),
        ),
        Line("suggestions for one family, with their reasons", f"{number(found['suggest_p50_ms'])} ms"),
    )
    sides = f"{found['families']:,.0f} families, {found['veterans']:,.0f} veterans with five places each"
    remarks = ("The run stops when the two optima differ.",)
    return Part(f"Who can stand by whom: {sides}", lines, remarks)
