"""Primitives of the carved line: pure functions that give SVG path data.

Coordinates are panel units (the panel is 400 by 400), y points down, angles are degrees with 0
to the right and -90 straight up. Every number is rounded to a half unit, which nobody can see on
a card and which keeps the files small.
"""

import math
from collections.abc import Iterable, Sequence
from typing import TypeAlias

Point: TypeAlias = tuple[float, float]


def number(value: float) -> str:
    """Write a coordinate, rounded to the nearest half unit, in as few characters as possible."""
    doubled = round(value * 2)
    if doubled % 2 == 0:
        return str(doubled // 2)
    sign = "-" if doubled < 0 else ""
    whole = abs(doubled) // 2
    return f"{sign}{whole or ''}.5"


def join(values: Iterable[float]) -> str:
    """Write coordinates one after another; a minus sign separates as well as a space does."""
    text = ""
    for value in values:
        written = number(value)
        text += written if not text or written.startswith("-") else f" {written}"
    return text


def polar(center: Point, radius: float, angle: float) -> Point:
    """Give the point at ``radius`` and ``angle`` (degrees) from ``center``."""
    turn = math.radians(angle)
    return center[0] + radius * math.cos(turn), center[1] + radius * math.sin(turn)


def cut(start: Point, end: Point, width: float, belly: float = 0.5) -> str:
    """Draw the only brush there is: a lens from ``start`` to ``end``.

    ``width`` is the true width at the belly, ``belly`` where along the way it sits (0 to 1).
    """
    across, down = end[0] - start[0], end[1] - start[1]
    length = math.hypot(across, down) or 1.0
    side = (-down / length * width, across / length * width)
    middle = (start[0] + across * belly, start[1] + down * belly)
    return (
        f"M{join(start)}Q{join((middle[0] + side[0], middle[1] + side[1], *end))}"
        f"Q{join((middle[0] - side[0], middle[1] - side[1], *start))}Z"
    )


def ray(base: Point, length: float, angle: float, width: float, belly: float = 0.5) -> str:
    """Draw a cut given by its base, length and angle."""
    return cut(base, polar(base, length, angle), width, belly)


def drop(center: Point, radius: float, height: float, angle: float = -90) -> str:
    """Draw a drop: round at ``center``, its point at distance ``height`` along ``angle``."""
    tip = polar(center, height, angle)
    left = polar(center, radius, angle - 90)
    right = polar(center, radius, angle + 90)
    handle_left = polar(left, radius * 0.75, angle)
    handle_right = polar(right, radius * 0.75, angle)
    return (
        f"M{join(tip)}Q{join((*handle_left, *left))}"
        f"A{join((radius, radius))} 0 0 0 {join(right)}Q{join((*handle_right, *tip))}Z"
    )


def bend(start: Point, control: Point, end: Point, width: float) -> str:
    """Draw a bent stroke, ``width`` wide at ``start`` and sharp at ``end``: stems, arms, poles."""
    across, down = control[0] - start[0], control[1] - start[1]
    length = math.hypot(across, down) or 1.0
    side = (-down / length * width / 2, across / length * width / 2)
    return (
        f"M{join((start[0] + side[0], start[1] + side[1]))}"
        f"Q{join((control[0] + side[0], control[1] + side[1], *end))}"
        f"Q{join((control[0] - side[0], control[1] - side[1]))} "
        f"{join((start[0] - side[0], start[1] - side[1]))}Z"
    )


def capsule(start: Point, end: Point, radius: float) -> str:
    """Draw a bar of half-width ``radius`` with round ends."""
    angle = math.degrees(math.atan2(end[1] - start[1], end[0] - start[0]))
    arc = f"A{join((radius, radius))} 0 0 1 "
    return (
        f"M{join(polar(start, radius, angle - 90))}L{join(polar(end, radius, angle - 90))}"
        f"{arc}{join(polar(end, radius, angle + 90))}L{join(polar(start, radius, angle + 90))}"
        f"{arc}{join(polar(start, radius, angle - 90))}Z"
    )


def disc(center: Point, radius: float) -> str:
    """Draw a full circle."""
    return ellipse(center, radius, radius)


def ellipse(center: Point, radius_x: float, radius_y: float) -> str:
    """Draw an ellipse with level axes."""
    arc = f"a{join((radius_x, radius_y))} 0 1 0 "
    return (
        f"M{join((center[0] - radius_x, center[1]))}{arc}{join((2 * radius_x, 0))}"
        f"{arc}{join((-2 * radius_x, 0))}Z"
    )


def ring(center: Point, outer: float, inner: float) -> str:
    """Draw a circle with a hole; the hole runs the other way round, so it stays open."""
    arc = f"a{join((inner, inner))} 0 1 1 "
    return disc(center, outer) + (
        f"M{join((center[0] - inner, center[1]))}{arc}{join((2 * inner, 0))}"
        f"{arc}{join((-2 * inner, 0))}Z"
    )


def rectangle(left: float, top: float, width: float, height: float) -> str:
    """Draw a rectangle with level sides."""
    return f"M{join((left, top))}h{number(width)}v{number(height)}h{number(-width)}Z"


def polygon(*corners: Point) -> str:
    """Draw a closed figure with straight sides."""
    return "M" + "L".join(join(corner) for corner in corners) + "Z"


def regular(center: Point, radius: float, sides: int, turn: float = -90) -> str:
    """Draw a regular polygon with one corner at angle ``turn``."""
    return polygon(*(polar(center, radius, turn + 360 / sides * i) for i in range(sides)))


def diamond(center: Point, radius: float) -> str:
    """Draw a square standing on its corner."""
    return regular(center, radius, 4)


def shape(
    *points: Sequence[Point], origin: Point = (0, 0), across: float = 1, down: float = 1
) -> str:
    """Draw a free closed figure.

    The first sequence holds the start; each further one holds the points of one straight line
    (1 point), quadratic (2) or cubic (3). All are scaled by ``across`` and ``down`` (negative
    mirrors) and moved to ``origin``.
    """
    text = ""
    for i, segment in enumerate(points):
        letter = "M" if i == 0 else ("L", "Q", "C")[len(segment) - 1]
        text += letter + join(
            value for x, y in segment for value in (origin[0] + x * across, origin[1] + y * down)
        )
    return text + "Z"


def turned(axis: float, profile: Sequence[Point]) -> str:
    """Draw a thing turned on a wheel: pots, bottles, fruit.

    ``profile`` lists (half-width, y) from top to bottom; a smooth curve (Catmull-Rom as cubics,
    tension 0.18) joins them and is mirrored about ``axis``.
    """
    left = [(axis - half, y) for half, y in profile]
    right = [(axis + half, y) for half, y in reversed(profile)]
    return f"M{join(left[0])}{_smooth(left)}L{join(right[0])}{_smooth(right)}Z"


def _smooth(points: Sequence[Point], tension: float = 0.18) -> str:
    text = ""
    for i in range(len(points) - 1):
        before, here = points[max(i - 1, 0)], points[i]
        there, after = points[i + 1], points[min(i + 2, len(points) - 1)]
        text += "C" + join(
            (
                here[0] + (there[0] - before[0]) * tension,
                here[1] + (there[1] - before[1]) * tension,
                there[0] - (after[0] - here[0]) * tension,
                there[1] - (after[1] - here[1]) * tension,
                *there,
            )
        )
    return text


def wheel(center: Point, start: float, length: float, count: int, width: float) -> str:
    """Draw ``count`` cuts standing like spokes, from radius ``start`` outward."""
    step = 360 / count
    return "".join(
        ray(polar(center, start, step * i - 90), length, step * i - 90, width) for i in range(count)
    )


def along(start: Point, control: Point, end: Point, part: float) -> tuple[Point, float]:
    """Give the point at ``part`` (0 to 1) of a bend and the direction there in degrees."""
    rest = 1 - part
    point = (
        rest * rest * start[0] + 2 * rest * part * control[0] + part * part * end[0],
        rest * rest * start[1] + 2 * rest * part * control[1] + part * part * end[1],
    )
    slope = (
        rest * (control[0] - start[0]) + part * (end[0] - control[0]),
        rest * (control[1] - start[1]) + part * (end[1] - control[1]),
    )
    return point, math.degrees(math.atan2(slope[1], slope[0]))
