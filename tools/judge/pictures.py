"""Pictures and figures from what the three methods found: pictures.py FOLDER (exact.json, fast.json, cycles.json).

Writes exact.png, fast.png and cycles.png into FOLDER and prints what they differ by. A picture is the bare skin's
linear sRGB times the ratio of inked to bare light at three wavelengths, which is all that Cycles can know."""
import json
import math
import pathlib
import struct
import sys
import zlib

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import scene

ENLARGED = 4
WHITE = (0.9505, 1.0, 1.0891)
# Three pixels wide, a row a digit.
GLYPHS = {"s": "74717", "i": "22222", "m": "57755", "u": "55557", "l": "44447", "a": "75755", "t": "72222",
          "o": "75557", "n": "57555"}


def linear_of_lab(lab):
    fy = (lab[0] + 16) / 116
    x, y, z = (w * (f ** 3 if f > 6 / 29 else 3 * (6 / 29) ** 2 * (f - 4 / 29))
               for w, f in zip(WHITE, (fy + lab[1] / 500, fy, fy - lab[2] / 200)))
    return (3.2406 * x - 1.5372 * y - 0.4986 * z, -0.9689 * x + 1.8758 * y + 0.0415 * z,
            0.0557 * x - 0.2040 * y + 1.0570 * z)


def lab_of_linear(rgb):
    r, g, b = rgb
    xyz = (0.4124 * r + 0.3576 * g + 0.1805 * b, 0.2126 * r + 0.7152 * g + 0.0722 * b,
           0.0193 * r + 0.1192 * g + 0.9505 * b)
    fx, fy, fz = (t ** (1 / 3) if t > (6 / 29) ** 3 else t / (3 * (6 / 29) ** 2) + 4 / 29
                  for t in (max(v, 0) / w for v, w in zip(xyz, WHITE)))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def delta_e_2000(one, other):
    """Sharma, Wu & Dalal 2005."""
    (l1, a1, b1), (l2, a2, b2) = one, other
    mean = (math.hypot(a1, b1) + math.hypot(a2, b2)) / 2
    g = 0.5 * (1 - math.sqrt(mean ** 7 / (mean ** 7 + 25 ** 7)))
    a1, a2 = a1 * (1 + g), a2 * (1 + g)
    c1, c2 = math.hypot(a1, b1), math.hypot(a2, b2)
    h1, h2 = (math.degrees(math.atan2(b, a)) % 360 for a, b in ((a1, b1), (a2, b2)))
    turn = (h2 - h1 + 180) % 360 - 180 if c1 * c2 else 0
    dh = 2 * math.sqrt(c1 * c2) * math.sin(math.radians(turn / 2))
    h, c, light = (h1 + turn / 2) % 360, (c1 + c2) / 2, (l1 + l2) / 2 - 50
    t = 1 - 0.17 * math.cos(math.radians(h - 30)) + 0.24 * math.cos(math.radians(2 * h)) + \
        0.32 * math.cos(math.radians(3 * h + 6)) - 0.2 * math.cos(math.radians(4 * h - 63))
    sl, sc, sh = 1 + 0.015 * light ** 2 / math.sqrt(20 + light ** 2), 1 + 0.045 * c, 1 + 0.015 * c * t
    rt = -2 * math.sqrt(c ** 7 / (c ** 7 + 25 ** 7)) * math.sin(
        math.radians(60 * math.exp(-((h - 275) / 25) ** 2)))
    dl, dc, dh = (l2 - l1) / sl, (c2 - c1) / sc, dh / sh
    return math.sqrt(dl * dl + dc * dc + dh * dh + rt * dc * dh)


def byte(value):
    value = min(max(value, 0.0), 1.0)
    return round(255 * (12.92 * value if value <= 0.0031308 else 1.055 * value ** (1 / 2.4) - 0.055))


def enlarged(rows):
    """Linear between the middles of texels."""
    def taps(i, count):
        at = min(max((i + 0.5) / ENLARGED - 0.5, 0), count - 1)
        low = min(int(at), count - 2)
        return low, at - low
    height, width = len(rows), len(rows[0])
    result = []
    for y in range(height * ENLARGED):
        j, v = taps(y, height)
        line = []
        for x in range(width * ENLARGED):
            i, u = taps(x, width)
            line.append([(1 - v) * ((1 - u) * rows[j][i][c] + u * rows[j][i + 1][c]) +
                         v * ((1 - u) * rows[j + 1][i][c] + u * rows[j + 1][i + 1][c]) for c in range(3)])
        result.append(line)
    return result


def stamp(pixels):
    x0, y0 = len(pixels[0]) - 4 * len("simulation") - 4, len(pixels) - 9
    for k, letter in enumerate("simulation"):
        for y, bits in enumerate(GLYPHS[letter]):
            for x in range(3):
                if int(bits) >> (2 - x) & 1:
                    pixels[y0 + y][x0 + 4 * k + x] = [255, 255, 255]


def write_png(path, rows):
    pixels = [[[byte(v) for v in pixel] for pixel in row] for row in enlarged(rows)]
    stamp(pixels)
    raw = b"".join(b"\0" + bytes(v for pixel in row for v in pixel) for row in pixels)

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    head = struct.pack(">IIBBBBB", len(pixels[0]), len(pixels), 8, 2, 0, 0, 0)
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"tEXt", b"Comment\0simulation") +
                     chunk(b"IDAT", zlib.compress(raw, 9)) + chunk(b"IEND", b""))


def block_means(rows, side=10):
    """Of `side` by `side` texels, colour by colour: what noise leaves to be seen of a bias."""
    return [sum(rows[y + j][x + i][c] for j in range(side) for i in range(side)) / side ** 2
            for y in range(0, len(rows), side) for x in range(0, len(rows[0]), side) for c in range(3)]


def rms(values):
    return math.sqrt(sum(v * v for v in values) / len(values))


def main(folder):
    folder = pathlib.Path(folder)
    exact, fast, cycles = (json.loads((folder / f"{name}.json").read_text()) for name in ("exact", "fast", "cycles"))
    bare = linear_of_lab(json.loads((folder / "skin.json").read_text())["lab"])
    bands = [scene.BANDS_NM.index(nm) for nm in scene.CYCLES_NM]
    ratio = {name: [[list(pixel) for pixel in zip(*rows)] for rows in zip(*(found["ratio"][b] for b in bands))]
             for name, found in (("exact", exact), ("fast", fast))}
    ratio["cycles"] = [[[p / b for p, b in zip(pixel, cycles["bare"])] for pixel in row] for row in cycles["inked"]]
    linear = {name: [[[b * r for b, r in zip(bare, pixel)] for pixel in row] for row in rows]
              for name, rows in ratio.items()}
    labs = {name: [[lab_of_linear(pixel) for pixel in row] for row in rows] for name, rows in linear.items()}
    for name, rows in linear.items():
        write_png(folder / f"{name}.png", rows)
    print("bare", [round(exact["bare"][b], 4) for b in bands], "Cycles", [round(v, 4) for v in cycles["bare"]])
    errors = [v for band in exact["standard_error"] for row in band for v in row]
    print("exact: standard error of R/R0, rms", round(rms(errors), 4))
    for name in ("fast", "cycles"):
        off = [v - e for rows, wanted in zip(ratio[name], ratio["exact"])
               for pixel, right in zip(rows, wanted) for v, e in zip(pixel, right)]
        blocks = [v - e for v, e in zip(block_means(ratio[name]), block_means(ratio["exact"]))]
        steps = sorted(delta_e_2000(a, b) for one, other in zip(labs[name], labs["exact"])
                       for a, b in zip(one, other))
        print(name, "R/R0: mean", round(sum(off) / len(off), 4), "rms",
              round(rms(off), 4), "of blocks", round(rms(blocks), 4), "dE2000: mean",
              round(sum(steps) / len(steps), 2), "95 %", round(steps[int(0.95 * len(steps))], 2))
    print("Cycles: processor seconds", round(cycles["cpu_s"], 1), "samples", cycles["samples"])


main(sys.argv[1])
