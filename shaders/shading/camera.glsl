// From the camera's picture to space and back. Needs passes/frame.h.

/// Clip place of a point: y down, depth 0 at the near plane and 1 at the far one.
vec4 clip_from_point(ViewCamera camera, vec3 point) {
    vec3 from_eye = point - camera.position;
    float depth = dot(from_eye, camera.forward);
    float x = (dot(from_eye, camera.right) - depth * camera.shear.x) / (camera.tan_half_height * camera.aspect);
    float y = -(dot(from_eye, camera.up) - depth * camera.shear.y) / camera.tan_half_height;
    float z = camera.far_mm * (depth - camera.near_mm) / (camera.far_mm - camera.near_mm);
    return vec4(x, y, z, depth);
}

/// From the eye through a place of the picture in samples, of length 1 along `forward`.
vec3 ray_through(ViewCamera camera, vec2 sample_place, uvec2 size) {
    vec2 ndc = 2.0 * sample_place / vec2(size) - 1.0;
    vec2 aside = camera.tan_half_height * vec2(ndc.x * camera.aspect, -ndc.y) + camera.shear;
    return camera.forward + aside.x * camera.right + aside.y * camera.up;
}

vec3 point_at(ViewCamera camera, vec2 sample_place, uvec2 size, float depth) {
    return camera.position + depth * ray_through(camera, sample_place, size);
}

/// Width of one sample at a depth.
float sample_mm(ViewCamera camera, uvec2 size, float depth) {
    return 2.0 * camera.tan_half_height * depth / float(size.y);
}
