"""The macro scene that exact replay, the fast model and Cycles are given: skin II, six dots, three hairs."""

BANDS_NM = [430, 450, 470, 495, 515, 530, 545, 565, 590, 610, 635, 665]
CYCLES_NM = [610, 545, 450]  # what stands for red, green and blue
COLUMNS, ROWS, STEP_MM = 80, 60, 0.02
SKIN = "II"


def carbon(peak_per_mm):
    """Falls with the wavelength, as soot's absorption does."""
    return [round(peak_per_mm * 550.0 / nm, 4) for nm in BANDS_NM]


def hair():
    """Eumelanin falls with about the third power of the wavelength."""
    return [round(12.0 * (550.0 / nm) ** 3, 4) for nm in BANDS_NM]


def dot(x, y, depth, sigma, sigma_z, peak):
    return {"x_mm": x, "y_mm": y, "depth_mm": depth, "sigma_mm": sigma, "sigma_z_mm": sigma_z,
            "peak_absorption_per_mm": carbon(peak)}


def cylinder(x, y, slant_x):
    return {"x_mm": x, "y_mm": y, "top_mm": 0, "radius_mm": 0.035, "thickness_mm": 1.5, "slant_x": slant_x,
            "slant_y": 0.3, "absorption_per_mm": hair()}


def patch(paths):
    return {"skin": {"type": SKIN}, "size_mm": [COLUMNS * STEP_MM, ROWS * STEP_MM], "grid": [COLUMNS, ROWS],
            "periodic": False, "wavelengths_nm": BANDS_NM, "incidence": "diffuse", "paths": paths, "seed": 1,
            "dots": [dot(0.3, 0.3, 0.25, 0.05, 0.07, 14), dot(0.85, 0.25, 0.35, 0.055, 0.08, 14),
                     dot(1.35, 0.4, 0.5, 0.06, 0.08, 16), dot(0.45, 0.9, 0.3, 0.06, 0.07, 9),
                     dot(1.0, 0.85, 0.2, 0.045, 0.06, 10), dot(1.4, 1.0, 0.27, 0.05, 0.07, 14)],
            "cylinders": [cylinder(0.6, 0.55, 0.5), cylinder(1.15, 0.6, 0.4), cylinder(0.2, 0.75, 0.5)]}
