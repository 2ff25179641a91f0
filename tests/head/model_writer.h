#pragma once

#include "head/soup.h"

#include <cstring>
#include <fmt/format.h>
#include <string>

namespace healed::head {

/// Models as other programs write them.

inline std::string as_obj(const Soup& soup) {
    std::string text = "# a model\n";
    for (const glm::vec3& p : soup.positions)
        text += fmt::format("v {:.7g} {:.7g} {:.7g}\n", p.x, p.y, p.z);
    for (const glm::uvec3& t : soup.triangles)
        text += fmt::format("f {} {} {}\n", t.x + 1, t.y + 1, t.z + 1);
    return text;
}

template <typename Value>
void put(std::string& bytes, const Value& value) {
    const std::size_t at = bytes.size();
    bytes.resize(at + sizeof(value));
    std::memcpy(bytes.data() + at, &value, sizeof(value));
}

inline std::string as_ply(const Soup& soup) {
    std::string bytes =
        fmt::format("ply\nformat binary_little_endian 1.0\nelement vertex {}\nproperty float x\n"
                    "property float y\nproperty float z\nelement face {}\n"
                    "property list uchar int vertex_indices\nend_header\n",
                    soup.positions.size(), soup.triangles.size());
    for (const glm::vec3& p : soup.positions)
        put(bytes, p);
    for (const glm::uvec3& t : soup.triangles) {
        put(bytes, std::uint8_t{3});
        put(bytes, t);
    }
    return bytes;
}

inline std::string as_stl(const Soup& soup) {
    std::string bytes(80, ' ');
    put(bytes, std::uint32_t(soup.triangles.size()));
    for (const glm::uvec3& t : soup.triangles) {
        put(bytes, glm::vec3(0.0f)); // many programs leave the normal out
        for (int c = 0; c < 3; ++c)
            put(bytes, soup.positions[t[c]]);
        put(bytes, std::uint16_t{0});
    }
    return bytes;
}

/// With a node that turns +y to +z and doubles, which a reader has to undo for nobody: the file's axes count.
inline std::string as_glb(const Soup& soup) {
    std::string data;
    glm::vec3 low(1e30f), high(-1e30f);
    for (const glm::uvec3& t : soup.triangles)
        put(data, t);
    const std::size_t places = data.size();
    for (const glm::vec3& p : soup.positions) {
        put(data, p);
        low = glm::min(low, p);
        high = glm::max(high, p);
    }
    std::string json = fmt::format(
        R"({{"asset":{{"version":"2.0"}},"scene":0,"scenes":[{{"nodes":[0]}}],)"
        R"("nodes":[{{"children":[1],"scale":[2,2,2]}},{{"mesh":0,"rotation":[0.70710678,0,0,0.70710678]}}],)"
        R"("meshes":[{{"primitives":[{{"attributes":{{"POSITION":1}},"indices":0}}]}}],)"
        R"("accessors":[{{"bufferView":0,"componentType":5125,"count":{},"type":"SCALAR"}},)"
        R"({{"bufferView":1,"componentType":5126,"count":{},"type":"VEC3","min":[{},{},{}],"max":[{},{},{}]}}],)"
        R"("bufferViews":[{{"buffer":0,"byteOffset":0,"byteLength":{}}},{{"buffer":0,"byteOffset":{},"byteLength":{}}}],)"
        R"("buffers":[{{"byteLength":{}}}]}})",
        3 * soup.triangles.size(), soup.positions.size(), low.x, low.y, low.z, high.x, high.y, high.z, places,
        places, data.size() - places, data.size());
    json.resize((json.size() + 3) / 4 * 4, ' ');
    std::string bytes = "glTF";
    put(bytes, std::uint32_t{2});
    put(bytes, std::uint32_t(12 + 8 + json.size() + 8 + data.size()));
    put(bytes, std::uint32_t(json.size()));
    put(bytes, std::uint32_t{0x4e4f534a});
    bytes += json;
    put(bytes, std::uint32_t(data.size()));
    put(bytes, std::uint32_t{0x004e4942});
    return bytes + data;
}

} // namespace healed::head
