#include "render/model.h"

#include "render/complexion.h"

#include <algorithm>
#include <array>
#include <cassert>

namespace healed::render {
namespace {

// Vertices within such a cube become one.
constexpr float merged_cell_mm = 2.5f;
// The outline of merged vertices errs by a small part of the cube: by less than a sample of half its width.
constexpr float samples_a_cell = 0.35f;

float chart_side_mm(const head::ScalpChart& chart) {
    double sum = 0, count = 0;
    for (std::size_t i = 0; i < chart.on_scalp.size(); i += 97)
        if (chart.on_scalp[i]) {
            sum += glm::length(chart.tangent_u_mm[i]) + glm::length(chart.tangent_v_mm[i]);
            count += 2;
        }
    return count > 0 ? static_cast<float>(sum / count) : 1.0f;
}

/// Light over a part of the face changes within a few mm, not from one vertex to the next.
void soften_complexion(std::vector<passes::HeadVertex>& vertices, std::span<const glm::uvec3> triangles) {
    for (int round = 0; round < 4; ++round) {
        std::vector<glm::vec4> sums(vertices.size());
        for (const glm::uvec3& triangle : triangles)
            for (int from = 0; from < 3; ++from)
                for (int to = 0; to < 3; ++to) {
                    const passes::HeadVertex& v = vertices[triangle[from]];
                    sums[triangle[to]] += glm::vec4(v.blood, v.melanin, v.gloss, 1.0f);
                }
        for (std::size_t i = 0; i < vertices.size(); ++i)
            if (sums[i].w > 0) {
                vertices[i].blood = sums[i].x / sums[i].w;
                vertices[i].melanin = sums[i].y / sums[i].w;
                vertices[i].gloss = sums[i].z / sums[i].w;
            }
    }
}

void upload_vertices(Model& model, std::span<const passes::HeadVertex> vertices, const UnderSkin& under) {
    std::vector<glm::vec4> shape(model.vertex_shape.texels()), look(model.vertex_look.texels());
    for (std::size_t i = 0; i < vertices.size(); ++i) {
        const passes::HeadVertex& v = vertices[i];
        shape[i] = glm::vec4(v.position, v.chart.x);
        shape[look.size() + i] = glm::vec4(v.normal, v.chart.y);
        shape[2 * look.size() + i] = {under.beard_per_mm2.empty() ? 0.0f : under.beard_per_mm2[i],
                                      under.veins.empty() ? 0.0f : under.veins[i], 0.0f, 0.0f};
        look[i] = {v.access, v.blood, v.melanin, v.gloss};
    }
    model.vertex_shape.upload<glm::vec4>(shape);
    model.vertex_look.upload<glm::vec4>(look);
}

} // namespace

std::vector<passes::HeadVertex> device_vertices(const head::Head& head) {
    std::vector<passes::HeadVertex> vertices;
    vertices.reserve(head.mesh.vertices.size());
    for (const head::Vertex& v : head.mesh.vertices) {
        const Complexion look = complexion(v, head.landmarks);
        vertices.push_back({.position = v.position_mm,
                            .normal = v.normal,
                            .chart = v.chart,
                            .access = v.ambient_access,
                            .thickness = v.thickness_mm,
                            .blood = look.blood,
                            .melanin = look.melanin,
                            .gloss = look.gloss});
    }
    soften_complexion(vertices, head.mesh.triangles);
    return vertices;
}

gpu::Extent vertex_texels(std::size_t vertices, std::uint32_t layers) {
    const std::size_t rows = (vertices + passes::vertices_a_row - 1) / passes::vertices_a_row;
    return {passes::vertices_a_row, static_cast<std::uint32_t>(rows), layers};
}

Model::Model(const gpu::Device& device, const head::Head& head, Strands strands, const UnderSkin& under)
    : Model(device, head, device_vertices(head), std::move(strands), under,
            coarse_triangles(head.mesh, merged_cell_mm)) {}

Model::Model(const gpu::Device& device, const head::Head& head, const std::vector<passes::HeadVertex>& skin,
             Strands strands, const UnderSkin& under, const std::vector<glm::uvec3>& fewer_triangles)
    : vertices(device, "head vertices", std::span<const passes::HeadVertex>(skin)),
      vertex_shape(device, "vertex shape", gpu::Format::rgba32f, vertex_texels(vertices.count(), 3)),
      vertex_look(device, "vertex look", gpu::Format::rgba32f, vertex_texels(vertices.count())),
      surfaces{SeenTriangles(device, "head triangles", head.mesh, head.mesh.triangles),
               SeenTriangles(device, "fewer head triangles", head.mesh, fewer_triangles)},
      occluders(device, "occluders", std::span<const glm::uvec3>(fewer_triangles)),
      hair(device, std::move(strands), skin, head.mesh.triangles), chart_mm(chart_side_mm(head.chart)) {
    upload_vertices(*this, skin, under);
    glm::vec3 low(1e9f), high(-1e9f);
    for (const head::Vertex& v : head.mesh.vertices) {
        low = glm::min(low, v.position_mm);
        high = glm::max(high, v.position_mm);
    }
    middle_mm = 0.5f * (low + high);
    lowest_mm = low.y;
    radius_mm = 0.0f;
    for (const head::Vertex& v : head.mesh.vertices)
        radius_mm = std::max(radius_mm, glm::length(v.position_mm - middle_mm));
}

void Model::look_from(const gpu::Device& device, const Camera& camera, const Raster& raster) {
    // Places over a pixel are as good as smaller samples.
    const float finer = camera.lens_mm > 0.0f ? 0.5f : 1.0f;
    const float sample_mm = finer * camera.pixel_mm(camera.focus_mm, static_cast<int>(raster.rows()));
    surface_ = sample_mm < samples_a_cell * merged_cell_mm ? 0 : 1;
    surfaces[surface_].look_from(camera,
                                 static_cast<float>(raster.width) / static_cast<float>(raster.height));
    hair.look_from(device, camera, raster);
}

const Shone& Model::lamps_seen() const {
    assert(!shone.empty());
    return shone.front();
}

const gpu::Buffer<passes::HairVoxel>& Model::hair_voxels() const {
    assert(!shone.empty());
    return shone.front().voxels;
}

} // namespace healed::render
