#include "head/assimp_writer.h"
#include "head/model_file.h"
#include "head/model_writer.h"
#include "head/tidy.h"
#include "house/refusal.h"
#include "house/temporary_folder.h"

#include <cmath>
#include <limits>

namespace healed::head {
namespace {

/// A closed box of two triangles a side.
Soup box() {
    Soup soup;
    for (int c = 0; c < 8; ++c)
        soup.positions.push_back({float(c & 1), float(c >> 1 & 1) * 2.0f, float(c >> 2) * 3.0f});
    for (const glm::uvec4 q : {glm::uvec4(0, 2, 3, 1), glm::uvec4(4, 5, 7, 6), glm::uvec4(0, 1, 5, 4),
                               glm::uvec4(2, 6, 7, 3), glm::uvec4(0, 4, 6, 2), glm::uvec4(1, 3, 7, 5)}) {
        soup.triangles.push_back({q.x, q.y, q.z});
        soup.triangles.push_back({q.x, q.z, q.w});
    }
    return soup;
}

double volume(const Soup& soup) {
    double sum = 0.0;
    for (const glm::uvec3& t : soup.triangles)
        sum +=
            double(glm::dot(soup.positions[t.x], glm::cross(soup.positions[t.y], soup.positions[t.z]))) / 6.0;
    return sum;
}

class ModelFiles : public testing::Test {
  protected:
    TemporaryFolder folder_;
    Soup read(const std::string& name, const std::string& bytes) {
        Soup soup = read_model_file(folder_.file(name, bytes)).soup;
        Tidied tidied;
        weld(soup, tidied, name);
        return soup;
    }
    void refuse(const std::string& name, const std::string& bytes, std::initializer_list<std::string> words) {
        const auto path = folder_.file(name, bytes);
        expect_refusal([&] { read_model_file(path); }, words);
        expect_refusal([&] { read_model_file(path); }, {path.string()});
    }
};

TEST_F(ModelFiles, IsReadInEveryFormat) {
    for (const auto& [name, bytes] : {std::pair{"a.obj", as_obj(box())},
                                      {"a.ply", as_ply(box())},
                                      {"a.stl", as_stl(box())},
                                      {"A.OBJ", as_obj(box())}}) {
        const Soup soup = read(name, bytes);
        EXPECT_EQ(soup.positions.size(), 8u) << name;
        EXPECT_EQ(soup.triangles.size(), 12u) << name;
        EXPECT_NEAR(volume(soup), 6.0, 1e-4) << name;
    }
}

TEST_F(ModelFiles, NodesMoveWhatTheyHold) {
    const Soup soup = read("a.glb", as_glb(box()));
    EXPECT_EQ(soup.positions.size(), 8u);
    EXPECT_NEAR(volume(soup), 48.0, 1e-3);
    glm::vec3 low(1e9f), high(-1e9f);
    for (const glm::vec3& p : soup.positions) {
        low = glm::min(low, p);
        high = glm::max(high, p);
    }
    EXPECT_LT(glm::distance(low, glm::vec3(0, -6, 0)), 1e-4f);
    EXPECT_LT(glm::distance(high, glm::vec3(2, 0, 4)), 1e-4f);
}

TEST_F(ModelFiles, LargerFacesAreCutAndLinesLeftOut) {
    const Soup soup =
        read("a.obj", "v 0 0 0\nv 2 0 0\nv 3 1 0\nv 2 2 0\nv 0 2 0\nv 9 9 9\nf 1 2 3 4 5\nl 1 6\n");
    EXPECT_EQ(soup.triangles.size(), 3u);
    EXPECT_EQ(soup.positions.size(), 5u);
}

TEST_F(ModelFiles, FacesThatNameNoPlaceAreRefused) {
    Soup soup = box();
    soup.triangles[4].y = 99;
    refuse("astray.ply", as_ply(soup), {});
    refuse("astray.obj", as_obj(soup), {});
    // Assimp's reader of glTF leaves such faces out itself.
    EXPECT_EQ(read("astray.glb", as_glb(soup)).triangles.size(), 11u);
}

// Not binary FBX: Assimp 5.2 writes its empty records too short to be read (assimp issue 4686).
TEST_F(ModelFiles, WhatAssimpWritesIsReadInEveryFormat) {
    for (const auto& [name, format] : {std::pair{"a.obj", "obj"},
                                       {"text.ply", "ply"},
                                       {"a.ply", "plyb"},
                                       {"text.stl", "stl"},
                                       {"a.stl", "stlb"},
                                       {"a.gltf", "gltf2"},
                                       {"a.glb", "glb2"},
                                       {"text.fbx", "fbxa"}}) {
        Soup soup = read_model_file(exported(box(), format, folder_ / name)).soup;
        Tidied tidied;
        weld(soup, tidied, name);
        EXPECT_EQ(soup.positions.size(), 8u) << name;
        EXPECT_EQ(soup.triangles.size(), 12u) << name;
        EXPECT_NEAR(std::abs(volume(soup)), 6.0, 1e-3) << name;
    }
}

TEST_F(ModelFiles, BrokenOnesAreRefusedInOneLine) {
    const std::string ply = as_ply(box()), stl = as_stl(box()), glb = as_glb(box());
    refuse("empty.obj", "", {"is empty"});
    refuse("points.obj", "v 0 0 0\nv 1 0 0\nv 0 1 0\n", {});
    refuse("words.obj", "these are not the faces you are looking for\n", {});
    refuse("cut.ply", ply.substr(0, ply.size() - 40), {"cut off"});
    refuse("cut.stl", stl.substr(0, stl.size() - 40), {"cut off"});
    refuse("cut.glb", glb.substr(0, glb.size() - 40), {"cut off"});
    refuse("cut.gltf", R"({"asset":{"version":"2.0"},"meshes":[)", {});
    refuse("noise.fbx", "Kaydara FBX Binary  \0\x1a\0 and then nothing of the kind", {});
    refuse("noise.glb", "no such thing as a head", {"glTF"});
    refuse("a.blend", "BLENDER", {"\".blend\" is no ending of a model"});
    expect_refusal([&] { read_model_file(folder_ / "nowhere.obj"); }, {"nowhere.obj", "no such file"});
    std::filesystem::create_directory(folder_ / "folder.obj");
    expect_refusal([&] { read_model_file(folder_ / "folder.obj"); }, {"folder.obj", "is no file"});
}

TEST_F(ModelFiles, ClaimsAreCheckedBeforeMemoryIsTaken) {
    std::string stl = as_stl(box());
    const std::uint32_t many = 50'000'000;
    std::memcpy(stl.data() + 80, &many, sizeof(many));
    refuse("huge.stl", stl, {"50000000", "more than"});
    refuse("huge.ply",
           "ply\nformat binary_little_endian 1.0\nelement vertex 3\nproperty float x\nproperty float "
           "y\nproperty float z\n"
           "element face 50000000\nproperty list uchar int vertex_indices\nend_header\n",
           {"50000000 faces are more than"});
    refuse("long.ply",
           "ply\nformat binary_little_endian 1.0\nelement vertex 3\nproperty float x\nproperty float "
           "y\nproperty float z\n"
           "element face 5000000\nproperty list uchar int vertex_indices\nend_header\n",
           {"cut off"});
}

TEST(Weld, MergesDropsAndRefuses) {
    Soup soup = box();
    const std::size_t triangles = soup.triangles.size();
    soup.triangles.push_back(soup.triangles.front()); // doubled
    soup.triangles.push_back({0, 0, 1});              // no area
    soup.positions.push_back(soup.positions[0]);      // lies on the first
    soup.triangles[3].x = soup.triangles[3].x == 0 ? 8u : soup.triangles[3].x;
    Tidied tidied;
    weld(soup, tidied, "box");
    EXPECT_EQ(soup.positions.size(), 8u);
    EXPECT_EQ(soup.triangles.size(), triangles);
    EXPECT_EQ(tidied.merged, 1u);
    EXPECT_EQ(tidied.degenerate, 1u);
    EXPECT_EQ(tidied.doubled, 1u);
    EXPECT_EQ(open_edges(soup), 0u);
    for (const float bad :
         {std::numeric_limits<float>::quiet_NaN(), std::numeric_limits<float>::infinity()}) {
        Soup broken = box();
        broken.positions[4].y = bad;
        expect_refusal([&] { weld(broken, tidied, "x.ply"); }, {"x.ply: vertex 5: "});
    }
    Soup needle{{{0, 0, 0}, {1, 0, 0}, {2, 0, 0}}, {{0, 1, 2}}};
    expect_refusal([&] { weld(needle, tidied, "x.stl"); }, {"x.stl", "none of its 1 faces has any area"});
}

TEST(Shells, AreToldApartAndFaceOutwards) {
    Soup soup = box();
    for (int i : {0, 3, 4, 7, 11})
        std::swap(soup.triangles[std::size_t(i)].y, soup.triangles[std::size_t(i)].z);
    const Soup inner = box();
    for (const glm::vec3& p : inner.positions)
        soup.positions.push_back(0.2f * p + 5.0f);
    for (const glm::uvec3& t : inner.triangles)
        soup.triangles.push_back(glm::uvec3(t.x, t.z, t.y) + 8u); // inside out
    EXPECT_EQ(shells_of(soup).count, 2u);
    Tidied tidied;
    face_outwards(soup, tidied);
    EXPECT_EQ(tidied.turned, 5u + 12u);
    EXPECT_NEAR(volume(soup), 6.0 + 6.0 * 0.008, 1e-4);
}

} // namespace
} // namespace healed::head
