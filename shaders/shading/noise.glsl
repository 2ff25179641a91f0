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

/// Value noise between -1 and 1 (w) and its gradient (xyz), with a quintic fade (K. Perlin, SIGGRAPH 2002).
vec4 value_noise(vec3 p) {
    vec3 cell = floor(p);
    vec3 f = p - cell;
    vec3 u = f * f * f * (f * (f * 6.0 - 15.0) + 10.0);
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
    float value = a + x * u.x + y * u.y + z * u.z + xy * u.x * u.y + yz * u.y * u.z + zx * u.z * u.x +
                  xyz * u.x * u.y * u.z;
    vec3 gradient = du * vec3(x + xy * u.y + zx * u.z + xyz * u.y * u.z, y + yz * u.z + xy * u.x + xyz * u.z * u.x,
                              z + zx * u.x + yz * u.y + xyz * u.x * u.y);
    return vec4(2.0 * gradient, 2.0 * value - 1.0);
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
