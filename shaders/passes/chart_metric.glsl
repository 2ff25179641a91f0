// The chart's metric: how many mm a whole side of the chart stands for, in the direction where it is fewest and in that
// where it is most.
vec2 side_mm(vec2 chart) {
    vec2 step = 1.0f / vec2(textureSize(surface, 0));
    vec3 along_u = (texture(surface, chart + vec2(step.x, 0.0f)) - texture(surface, chart - vec2(step.x, 0.0f))).xyz;
    vec3 along_v = (texture(surface, chart + vec2(0.0f, step.y)) - texture(surface, chart - vec2(0.0f, step.y))).xyz;
    along_u *= 0.5f / step.x;
    along_v *= 0.5f / step.y;
    float mean = 0.5f * (dot(along_u, along_u) + dot(along_v, along_v));
    float apart = length(vec2(mean - dot(along_v, along_v), dot(along_u, along_v)));
    return sqrt(vec2(max(mean - apart, 1.0f), mean + apart));
}
