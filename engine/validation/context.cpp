#include "validation/context.h"

#include "base/error.h"

#include <cstdlib>
#include <utility>

namespace healed::validation {

Context::Context(std::filesystem::path reference, std::uint32_t seed)
    : progress([](double) {}), reference_(std::move(reference)), seed_(seed) {}

const gpu::Device& Context::device() {
    if (!device_)
        device_ = std::make_unique<gpu::Device>();
    return *device_;
}

std::filesystem::path Context::reference_file(const std::filesystem::path& name) const {
    if (!std::filesystem::is_directory(reference_))
        fail("{}: there is no such folder of references", reference_.string());
    const std::filesystem::path file = reference_ / name;
    if (!std::filesystem::is_regular_file(file))
        fail("{}: the reference is missing", file.string());
    return file;
}

std::filesystem::path default_reference_folder() {
    if (const char* chosen = std::getenv("HEALED_REFERENCE"); chosen && *chosen)
        return chosen;
    return std::filesystem::path(HEALED_SOURCE).parent_path() / "shared" / "reference";
}

} // namespace healed::validation
