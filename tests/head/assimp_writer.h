#pragma once

#include "head/soup.h"

#include <assimp/Exporter.hpp>
#include <assimp/scene.h>
#include <filesystem>
#include <gtest/gtest.h>

namespace healed::head {

/// The file to which Assimp has written a model in one of its formats.
inline std::filesystem::path exported(const Soup& soup, const char* format,
                                      const std::filesystem::path& file) {
    aiScene scene;
    scene.mMaterials = new aiMaterial* [scene.mNumMaterials = 1] { new aiMaterial };
    aiMesh* mesh = new aiMesh;
    scene.mMeshes = new aiMesh* [scene.mNumMeshes = 1] { mesh };
    scene.mRootNode = new aiNode("head");
    scene.mRootNode->mMeshes = new unsigned[scene.mRootNode->mNumMeshes = 1]{0};
    mesh->mPrimitiveTypes = aiPrimitiveType_TRIANGLE;
    mesh->mVertices = new aiVector3D[mesh->mNumVertices = unsigned(soup.positions.size())];
    for (unsigned v = 0; v < mesh->mNumVertices; ++v)
        mesh->mVertices[v] = {soup.positions[v].x, soup.positions[v].y, soup.positions[v].z};
    mesh->mFaces = new aiFace[mesh->mNumFaces = unsigned(soup.triangles.size())];
    for (unsigned f = 0; f < mesh->mNumFaces; ++f) {
        const glm::uvec3 t = soup.triangles[f];
        mesh->mFaces[f].mIndices = new unsigned[mesh->mFaces[f].mNumIndices = 3]{t.x, t.y, t.z};
    }
    Assimp::Exporter exporter;
    EXPECT_EQ(exporter.Export(&scene, format, file.string()), aiReturn_SUCCESS) << exporter.GetErrorString();
    return file;
}

} // namespace healed::head
