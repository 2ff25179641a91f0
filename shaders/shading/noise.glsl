// Solid noise: the same at a point of the head whatever looks at it.

/// Three independent numbers, 0 … 1, of a lattice point (pcg3d of Jarzynski & Olano, JCGT 9(3), 2020).
vec3 lattice_random(ivec3 cell) {
    uvec3 v = uvec3(cell + 32768) * 1664525u + 1013904223u;
    v.x += v.y * v.z;
    v.y += v.z * v.x;
    v.z += v.x * v.y;
    v ^= v >> 16u;
    v.x += v.y * v.z;
    v.y += v.z * v.x;
    v.z += v.x * v.y;
    return vec3(v >> 8u) / 16777216.0;
}

/// Quintic fade (K. Perlin, SIGGRAPH 2002).
vec3 fade(vec3 f) { return f * f * f * (f * (f * 6.0 - 15.0) + 10.0); }

/// Three independent value noises between -1 and 1.
vec3 value_noises(vec3 p) {
    ivec3 i = ivec3(floor(p));
    vec3 u = fade(p - floor(p));
    vec3 sides[2];
    for (int z = 0; z < 2; ++z)
        sides[z] = mix(mix(lattice_random(i + ivec3(0, 0, z)), lattice_random(i + ivec3(1, 0, z)), u.x),
                       mix(lattice_random(i + ivec3(0, 1, z)), lattice_random(i + ivec3(1, 1, z)), u.x), u.y);
    return 2.0 * mix(sides[0], sides[1], u.z) - 1.0;
}

/// Gradient of a value noise between -1 and 1.
vec3 value_noise_gradient(vec3 p) {
    vec3 cell = floor(p);
    vec3 f = p - cell;
    vec3 u = fade(f);
    vec3 du = 30.0 * f * f * (f * (f - 2.0) + 1.0);
    ivec3 i = ivec3(cell);
    float a = lattice_random(i).x;
    float b = lattice_random(i + ivec3(1, 0, 0)).x;
    float c = lattice_random(i + ivec3(0, 1, 0)).x;
    float d = lattice_random(i + ivec3(1, 1, 0)).x;
    float e = lattice_random(i + ivec3(0, 0, 1)).x;
    float g = lattice_random(i + ivec3(1, 0, 1)).x;
    float h = lattice_random(i + ivec3(0, 1, 1)).x;
    float k = lattice_random(i + ivec3(1, 1, 1)).x;
    float x = b - a, y = c - a, z = e - a;
    float xy = a - b - c + d, yz = a - c - e + h, zx = a - b - e + g;
    float xyz = -a + b + c - d + e - g - h + k;
    return 2.0 * du * vec3(x + xy * u.y + zx * u.z + xyz * u.y * u.z, y + yz * u.z + xy * u.x + xyz * u.z * u.x,
                           z + zx * u.x + yz * u.y + xyz * u.x * u.y);
}

/// From the nearest of scattered points, about one a unit of volume, to here; within half a unit at least.
vec3 from_scattered_point(vec3 p) {
    ivec3 cell = ivec3(floor(p - 0.5));
    vec3 nearest = vec3(1e3);
    for (int i = 0; i < 8; ++i) {
        ivec3 corner = cell + ivec3(i & 1, (i >> 1) & 1, i >> 2);
        vec3 away = p - vec3(corner) - lattice_random(corner);
        nearest = dot(away, away) < dot(nearest, nearest) ? away : nearest;
    }
    return nearest;
}

/// Distance to the border between the two nearest of scattered points, about one a unit of volume (w), and its
/// gradient (xyz): 0 in the furrows of a net of polygons (S. Worley, SIGGRAPH 1996).
vec4 furrow_distance(vec3 p) {
    ivec3 cell = ivec3(floor(p));
    float first = 1e9, second = 1e9;
    vec3 to_first = vec3(0.0), to_second = vec3(0.0);
    for (int z = -1; z <= 1; ++z)
        for (int y = -1; y <= 1; ++y)
            for (int x = -1; x <= 1; ++x) {
                ivec3 neighbour = cell + ivec3(x, y, z);
                vec3 away = p - vec3(neighbour) - lattice_random(neighbour);
                float square = dot(away, away);
                if (square < first) {
                    second = first;
                    to_second = to_first;
                    first = square;
                    to_first = away;
                } else if (square < second) {
                    second = square;
                    to_second = away;
                }
            }
    first = sqrt(max(first, 1e-12));
    second = sqrt(max(second, 1e-12));
    return vec4(to_second / second - to_first / first, second - first);
}
