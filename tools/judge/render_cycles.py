"""Renders the judge's scene in Blender Cycles: blender -b -P cycles.py -- SKIN.json OUT.json SAMPLES

SKIN.json is what `healed skin --json` prints. OUT.json gets linear reflectance [row][column][red, green, blue] of the
inked patch, that of bare skin, and the seconds of processor time. A millimetre is a unit.

Light: an even white sky. The camera looks straight down without perspective, so that what the flat surface mirrors is
the same everywhere: Fresnel's share at normal incidence, which is taken off. Skin: one box of clear glass of the
skin's index, in it a box a layer with its own scattering (Henyey–Greenstein) and absorption. A Gaussian dot becomes an
even ellipsoid of the same second moments and the same absorption in all (half axes √5 σ); hairs are cylinders."""
import json
import math
import os
import resource
import sys

import bpy

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import scene as judged

SPREAD_MM = 30.0  # the skin goes on so far about the patch, and fat so far down: red light wanders
FAT_MM = 30.0
GAP_MM = 0.0005


def rgb_of(spectrum, wavelengths):
    def at(nm):
        i = max(j for j, w in enumerate(wavelengths) if w <= nm)
        j = min(i + 1, len(wavelengths) - 1)
        t = (nm - wavelengths[i]) / (wavelengths[j] - wavelengths[i]) if j > i else 0.0
        return spectrum[i] * (1 - t) + spectrum[j] * t
    return [at(nm) for nm in judged.CYCLES_NM]


def volume(name, absorption, scattering=None, g=0.0):
    material = bpy.data.materials.new(name)
    material.use_nodes = True
    material.cycles.homogeneous_volume = True
    nodes, links = material.node_tree.nodes, material.node_tree.links
    nodes.clear()
    out = nodes.new("ShaderNodeOutputMaterial")

    # A shader's coefficient is density times colour, for absorption density times (1 - colour).
    def coefficient(kind, values):
        density = max(values) or 1e-6
        node = nodes.new(kind)
        shares = [v / density for v in values]
        colour = [1 - s for s in shares] if kind == "ShaderNodeVolumeAbsorption" else shares
        node.inputs["Color"].default_value = colour + [1.0]
        node.inputs["Density"].default_value = density
        return node

    last = coefficient("ShaderNodeVolumeAbsorption", absorption)
    if scattering:
        scatter = coefficient("ShaderNodeVolumeScatter", scattering)
        scatter.inputs["Anisotropy"].default_value = g
        both = nodes.new("ShaderNodeAddShader")
        links.new(last.outputs[0], both.inputs[0])
        links.new(scatter.outputs[0], both.inputs[1])
        last = both
    links.new(last.outputs[0], out.inputs["Volume"])
    return material


def glass(index):
    material = bpy.data.materials.new("surface")
    material.use_nodes = True
    nodes, links = material.node_tree.nodes, material.node_tree.links
    nodes.clear()
    node = nodes.new("ShaderNodeBsdfGlass")
    node.inputs["Roughness"].default_value = 0.0
    node.inputs["IOR"].default_value = index
    links.new(node.outputs[0], nodes.new("ShaderNodeOutputMaterial").inputs["Surface"])
    return material


def box(name, top, bottom, spread, material):
    bpy.ops.mesh.primitive_cube_add(size=1.0, location=(0, 0, -(top + bottom) / 2))
    made = bpy.context.object
    made.name, made.scale = name, (2 * spread, 2 * spread, bottom - top)
    made.data.materials.append(material)


def place(x, y):
    """The patch's millimetres, whose y runs down, to the scene's, whose middle is the origin."""
    return x - judged.COLUMNS * judged.STEP_MM / 2, judged.ROWS * judged.STEP_MM / 2 - y


def lay_skin(skin):
    depth = 0.0
    for layer in skin["layers"]:
        thick = FAT_MM if layer["thickness_mm"] == "inf" else layer["thickness_mm"]
        at = skin["wavelength_nm"]
        anisotropy = rgb_of(layer["g"], at)
        g = sum(anisotropy) / 3  # a shader has one for all colours; scattering makes up for it: µs (1 - g) stays
        scattering = [s * (1 - own) / (1 - g) for s, own in zip(rgb_of(layer["scattering_per_mm"], at), anisotropy)]
        box(layer["name"], depth + GAP_MM, depth + thick, SPREAD_MM,
            volume(layer["name"], rgb_of(layer["absorption_per_mm"], at), scattering, g))
        depth += thick
    box("surface", 0.0, depth + GAP_MM, SPREAD_MM + GAP_MM, glass(skin["layers"][0]["n"]))


def lay_ink(patch):
    for dot in patch["dots"]:
        x, y = place(dot["x_mm"], dot["y_mm"])
        axes = [math.sqrt(5) * dot[s] for s in ("sigma_mm", "sigma_mm", "sigma_z_mm")]
        ratio = (2 * math.pi) ** 1.5 * 3 / (4 * math.pi * 5 ** 1.5)
        bpy.ops.mesh.primitive_ico_sphere_add(subdivisions=4, radius=1.0, location=(x, y, -dot["depth_mm"]))
        bpy.context.object.scale = axes
        peak = rgb_of(dot["peak_absorption_per_mm"], judged.BANDS_NM)
        bpy.context.object.data.materials.append(volume("ink", [ratio * v for v in peak]))
    for hair in patch["cylinders"]:
        top, bottom = max(hair["top_mm"], GAP_MM), hair["top_mm"] + hair["thickness_mm"]
        middle = (top + bottom) / 2
        x, y = place(hair["x_mm"], hair["y_mm"])
        bpy.ops.mesh.primitive_cylinder_add(vertices=48, radius=hair["radius_mm"], depth=bottom - top)
        shaft = bpy.context.object
        # Leaning without turning: cuts at one depth stay circles, as the patch states them.
        for vertex in shaft.data.vertices:
            below = middle - vertex.co.z
            vertex.co.x += x + hair["slant_x"] * below
            vertex.co.y += y - hair["slant_y"] * below
            vertex.co.z -= middle
        shaft.data.materials.append(volume("hair", rgb_of(hair["absorption_per_mm"], judged.BANDS_NM)))


def set_up(samples):
    bpy.ops.wm.read_factory_settings(use_empty=True)
    scene = bpy.context.scene
    scene.render.engine = "CYCLES"
    cycles = scene.cycles
    cycles.device, cycles.samples, cycles.use_denoising, cycles.use_adaptive_sampling = "CPU", samples, False, False
    cycles.max_bounces = cycles.volume_bounces = 1024
    cycles.transmission_bounces = cycles.glossy_bounces = cycles.transparent_max_bounces = 1024
    cycles.sample_clamp_indirect = cycles.blur_glossy = 0.0
    cycles.caustics_reflective = cycles.caustics_refractive = True
    cycles.pixel_filter_type = "BOX"
    scene.view_settings.view_transform = "Raw"
    world = bpy.data.worlds.new("sky")
    scene.world = world
    world.use_nodes = True
    world.node_tree.nodes["Background"].inputs[0].default_value = (1, 1, 1, 1)
    camera = bpy.data.cameras.new("camera")
    camera.type, camera.ortho_scale = "ORTHO", judged.COLUMNS * judged.STEP_MM
    seat = bpy.data.objects.new("camera", camera)
    seat.location = (0, 0, 5)
    scene.collection.objects.link(seat)
    scene.camera = seat
    return scene


def picture(scene, columns, rows, file):
    scene.render.resolution_x, scene.render.resolution_y, scene.render.resolution_percentage = columns, rows, 100
    scene.render.image_settings.file_format = "OPEN_EXR"
    scene.render.image_settings.color_depth = "32"
    scene.render.filepath = file
    before = resource.getrusage(resource.RUSAGE_SELF)
    bpy.ops.render.render(write_still=True)
    after = resource.getrusage(resource.RUSAGE_SELF)
    image = bpy.data.images.load(file)
    image.colorspace_settings.name = "Raw"
    values = list(image.pixels)
    # Blender's rows run from the bottom.
    rows_of = [[values[4 * (y * columns + x):4 * (y * columns + x) + 3] for x in range(columns)]
               for y in reversed(range(rows))]
    return rows_of, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main(skin_file, out_file, samples):
    with open(skin_file) as file:
        skin = json.load(file)
    index = skin["layers"][0]["n"]
    mirrored = ((index - 1) / (index + 1)) ** 2

    def without_mirror(rows):
        return [[[v - mirrored for v in pixel] for pixel in row] for row in rows]

    scene = set_up(4 * samples)
    lay_skin(skin)
    bare, _ = picture(scene, 20, 15, out_file + ".bare.exr")
    scene.cycles.samples = samples
    lay_ink(judged.patch(1))
    inked, seconds = picture(scene, judged.COLUMNS, judged.ROWS, out_file + ".exr")
    flat = [pixel for row in without_mirror(bare) for pixel in row]
    with open(out_file, "w") as file:
        json.dump({"samples": samples, "cpu_s": seconds, "inked": without_mirror(inked),
                   "bare": [sum(p[c] for p in flat) / len(flat) for c in range(3)]}, file)


arguments = sys.argv[sys.argv.index("--") + 1:]
main(arguments[0], arguments[1], int(arguments[2]))
