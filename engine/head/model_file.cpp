#include "head/model_file.h"

#include "base/error.h"
#include "head/model_claims.h"

#include <assimp/Importer.hpp>
#include <assimp/config.h>
#include <assimp/postprocess.h>
#include <assimp/scene.h>

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace healed::head {
namespace {

constexpr rlim_t reader_bytes = rlim_t{6} << 30; ///< 2 million triangles of OBJ take about 1.5 GiB
constexpr rlim_t reader_seconds = 300;

void gather(const aiScene& scene, const aiNode& node, const aiMatrix4x4& above, ModelFile& model,
            const std::string& origin) {
    const aiMatrix4x4 place = above * node.mTransformation;
    for (unsigned m = 0; m < node.mNumMeshes; ++m) {
        const aiMesh& mesh = *scene.mMeshes[node.mMeshes[m]];
        const auto first = std::uint32_t(model.soup.positions.size());
        const std::size_t before = model.soup.triangles.size();
        for (unsigned f = 0; f < mesh.mNumFaces; ++f) {
            const aiFace& face = mesh.mFaces[f];
            if (face.mNumIndices != 3)
                continue;
            if (std::max({face.mIndices[0], face.mIndices[1], face.mIndices[2]}) >= mesh.mNumVertices)
                fail("{}: face {} names a place that is not among the {} of its mesh", origin, f + 1,
                     mesh.mNumVertices);
            model.soup.triangles.push_back(first +
                                           glm::uvec3(face.mIndices[0], face.mIndices[1], face.mIndices[2]));
        }
        if (model.soup.triangles.size() == before)
            continue;
        ++model.meshes;
        for (unsigned v = 0; v < mesh.mNumVertices; ++v) {
            const aiVector3D p = place * mesh.mVertices[v];
            model.soup.positions.push_back({p.x, p.y, p.z});
        }
    }
    for (unsigned c = 0; c < node.mNumChildren; ++c)
        gather(scene, *node.mChildren[c], place, model, origin);
}

std::size_t polygons(const aiScene& scene) {
    std::size_t count = 0;
    for (unsigned m = 0; m < scene.mNumMeshes; ++m)
        for (unsigned f = 0; f < scene.mMeshes[m]->mNumFaces; ++f)
            count += scene.mMeshes[m]->mFaces[f].mNumIndices > 3;
    return count;
}

ModelFile parsed(const std::filesystem::path& file) {
    Assimp::Importer importer;
    importer.SetPropertyInteger(AI_CONFIG_PP_RVC_FLAGS,
                                aiComponent_NORMALS | aiComponent_TANGENTS_AND_BITANGENTS |
                                    aiComponent_COLORS | aiComponent_TEXCOORDS | aiComponent_BONEWEIGHTS |
                                    aiComponent_ANIMATIONS | aiComponent_TEXTURES | aiComponent_LIGHTS |
                                    aiComponent_CAMERAS | aiComponent_MATERIALS);
    if (!importer.ReadFile(file.string(), aiProcess_RemoveComponent))
        fail("{}: {}", file.string(), importer.GetErrorString());
    ModelFile model;
    model.polygons = polygons(*importer.GetScene());
    const aiScene* scene = importer.ApplyPostProcessing(aiProcess_Triangulate);
    if (!scene || !scene->mRootNode)
        fail("{}: {}", file.string(), importer.GetErrorString());
    gather(*scene, *scene->mRootNode, aiMatrix4x4(), model, file.string());
    return model;
}

/// One end of a pipe.
class End {
  public:
    explicit End(int descriptor) : descriptor_(descriptor) {}
    End(const End&) = delete;
    End& operator=(const End&) = delete;
    ~End() { ::close(descriptor_); }

    /// Whether all of it went through.
    bool put(const void* bytes, std::size_t count) const {
        const char* at = static_cast<const char*>(bytes);
        while (count > 0) {
            const ssize_t done = ::write(descriptor_, at, count);
            if (done < 0 && errno == EINTR)
                continue;
            if (done <= 0)
                return false;
            at += done;
            count -= std::size_t(done);
        }
        return true;
    }
    bool get(void* bytes, std::size_t count) const {
        char* at = static_cast<char*>(bytes);
        while (count > 0) {
            const ssize_t done = ::read(descriptor_, at, count);
            if (done < 0 && errno == EINTR)
                continue;
            if (done <= 0)
                return false;
            at += done;
            count -= std::size_t(done);
        }
        return true;
    }

  private:
    int descriptor_;
};

/// What goes through the pipe before the words of a refusal or the places and triangles.
struct Note {
    std::uint64_t words = 0, positions = 0, triangles = 0, meshes = 0, polygons = 0;
};

std::size_t mapped_bytes() {
    std::ifstream statistics("/proc/self/statm");
    std::size_t pages = 0;
    statistics >> pages;
    return pages * std::size_t(::sysconf(_SC_PAGESIZE));
}

[[noreturn]] void read_apart(const std::filesystem::path& file, const End& out) {
    const rlim_t bytes = mapped_bytes() + reader_bytes;
    const ::rlimit memory{bytes, bytes}, time{reader_seconds, reader_seconds};
    ::setrlimit(RLIMIT_AS, &memory);
    ::setrlimit(RLIMIT_CPU, &time);
    std::string refusal;
    ModelFile model;
    try {
        model = parsed(file);
    } catch (const std::bad_alloc&) {
        refusal =
            fmt::format("{}: needs more than {} GiB of memory to read", file.string(), reader_bytes >> 30);
    } catch (const std::exception& problem) {
        refusal = problem.what();
    }
    const Soup& soup = model.soup;
    const Note note{refusal.size(), soup.positions.size(), soup.triangles.size(), model.meshes,
                    model.polygons};
    out.put(&note, sizeof(note));
    if (!refusal.empty())
        out.put(refusal.data(), refusal.size());
    else if (out.put(soup.positions.data(), soup.positions.size() * sizeof(glm::vec3)))
        out.put(soup.triangles.data(), soup.triangles.size() * sizeof(glm::uvec3));
    ::_exit(0);
}

ModelFile received(const std::filesystem::path& file, const End& in) {
    Note note;
    if (!in.get(&note, sizeof(note)))
        fail("{}: cannot be read: its parser broke off or ran out of {} s", file.string(), reader_seconds);
    if (note.words > 0) {
        std::string refusal(note.words, ' ');
        in.get(refusal.data(), refusal.size());
        throw Error(refusal);
    }
    if (note.triangles == 0)
        fail("{}: holds no faces", file.string());
    if (note.triangles > most_faces)
        fail("{}: {} faces are more than {}; decimate the model", file.string(), note.triangles, most_faces);
    ModelFile model{.soup = {}, .meshes = note.meshes, .polygons = note.polygons};
    model.soup.positions.resize(note.positions);
    model.soup.triangles.resize(note.triangles);
    if (!in.get(model.soup.positions.data(), note.positions * sizeof(glm::vec3)) ||
        !in.get(model.soup.triangles.data(), note.triangles * sizeof(glm::uvec3)))
        fail("{}: cannot be read: its parser broke off", file.string());
    return model;
}

/// The child is waited for whatever happens.
class Child {
  public:
    explicit Child(::pid_t id) : id_(id) {}
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;
    ~Child() {
        while (::waitpid(id_, nullptr, 0) < 0 && errno == EINTR) {
        }
    }

  private:
    ::pid_t id_;
};

} // namespace

ModelFile read_model_file(const std::filesystem::path& file) {
    check_claims(file);
    int ends[2];
    if (::pipe(ends) != 0)
        fail("{}: no pipe to its parser", file.string());
    const ::pid_t id = ::fork();
    if (id < 0) {
        ::close(ends[0]);
        ::close(ends[1]);
        fail("{}: no process for its parser", file.string());
    }
    if (id == 0) {
        ::close(ends[0]);
        read_apart(file, End(ends[1]));
    }
    const Child child(id);
    ::close(ends[1]);
    const End in(ends[0]); // closed before the child is waited for, so that it never waits for a reader
    return received(file, in);
}

} // namespace healed::head
