"""A small SVG: processor time and peak memory against persons, logarithms on both axes; a straight rise is proportional, a level line is flat."""
import math

WIDTH, PANEL, LEFT, TOP, BOTTOM = 720, 250, 70, 40, 50
SECONDS, MEGABYTES = "#1b5e8c", "#a34a00"


def svg(points):
    """Points are (persons, processor seconds, peak MB)."""
    width = (WIDTH - 2 * LEFT) / 2
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {PANEL + TOP + BOTTOM}" font-family="sans-serif" font-size="12" role="img">',
             "<title>Processor time and peak memory of a run by number of persons</title>",
             f'<rect width="{WIDTH}" height="{PANEL + TOP + BOTTOM}" fill="#fff"/>']
    persons = [point[0] for point in points]
    for index, (title, color, values) in enumerate((("Processor time (s)", SECONDS, [point[1] for point in points]), ("Peak memory (MB)", MEGABYTES, [point[2] for point in points]))):
        parts += panel(LEFT + index * (width + LEFT), width, title, color, persons, values)
    return "\n".join([*parts, "</svg>", ""])


def panel(left, width, title, color, xs, ys):
    x, y = scale(xs, left, left + width), scale(ys, TOP + PANEL, TOP)
    parts = [f'<text x="{left}" y="{TOP - 16}" font-weight="bold">{title}</text>',
             f'<path d="M{left} {TOP}V{TOP + PANEL}H{left + width:.0f}" fill="none" stroke="#555"/>']
    for value in decades(ys):
        parts.append(f'<path d="M{left} {y(value):.1f}H{left + width:.0f}" stroke="#ddd"/><text x="{left - 6}" y="{y(value) + 4:.1f}" text-anchor="end">{value:,}</text>')
    for value in decades(xs):
        parts.append(f'<text x="{x(value):.1f}" y="{TOP + PANEL + 18}" text-anchor="middle">{short(value)}</text>')
    parts.append(f'<text x="{left + width / 2:.1f}" y="{TOP + PANEL + 38}" text-anchor="middle">persons</text>')
    places = [(x(a), y(b)) for a, b in zip(xs, ys)]
    parts.append(f'<polyline points="{" ".join(f"{a:.1f},{b:.1f}" for a, b in places)}" fill="none" stroke="{color}" stroke-width="2"/>')
    parts += [f'<circle cx="{a:.1f}" cy="{b:.1f}" r="4" fill="{color}"/><text x="{a:.1f}" y="{b - 9:.1f}" text-anchor="middle">{value:,.0f}</text>' for (a, b), value in zip(places, ys)]
    return parts


def scale(values, start, end):
    """Logarithmic, over whole powers of ten."""
    ticks = decades(values)
    low, high = math.log10(ticks[0]), math.log10(ticks[-1])
    return lambda value: start + (math.log10(value) - low) / (high - low) * (end - start)


def decades(values):
    low = math.floor(math.log10(min(values)))
    return [10**power for power in range(low, max(low + 1, math.ceil(math.log10(max(values)))) + 1)]


def short(number):
    return f"{number // 1_000_000} M" if number >= 1_000_000 else f"{number // 1_000} k" if number >= 1_000 else str(number)
