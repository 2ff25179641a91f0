#include "base/checked_cache.h"

#include "base/error.h"
#include "base/file.h"
#include "base/sha256.h"

#include <algorithm>
#include <fmt/format.h>
#include <functional>
#include <utility>
#include <vector>

namespace healed {

namespace {

constexpr std::size_t digest_length = 64;
constexpr std::string_view extension = ".cache";

std::filesystem::path path_of(const CacheFile& file) {
    const std::string hash = sha256_hex(fmt::format("{} {}", file.version, file.key)).substr(0, 24);
    return cache_folder() / fmt::format("{}-{}{}", file.kind, hash, extension);
}

std::string head_line(const CacheFile& file) {
    return fmt::format("{} {}\n", file.kind, file.version);
}

} // namespace

std::optional<std::string> CacheFile::read() const {
    try {
        const std::filesystem::path path = path_of(*this);
        if (!std::filesystem::exists(path))
            return std::nullopt;
        const std::string bytes = read_file(path);
        if (bytes.size() < digest_length)
            return std::nullopt;
        const std::string_view digest = std::string_view(bytes).substr(0, digest_length);
        const std::string_view rest = std::string_view(bytes).substr(digest_length);
        const std::string head = head_line(*this);
        if (rest.substr(0, head.size()) != head || sha256_hex(rest) != digest)
            return std::nullopt;
        std::error_code unwritable; // then it only counts as unused
        std::filesystem::last_write_time(path, std::filesystem::file_time_type::clock::now(), unwritable);
        return std::string(rest.substr(head.size()));
    } catch (const std::exception&) {
        // No home, no right to read, no memory: what is cached can be computed again.
        return std::nullopt;
    }
}

void CacheFile::write(std::string_view body) const {
    try {
        const std::string rest = head_line(*this) + std::string(body);
        write_file(path_of(*this), sha256_hex(rest) + rest);
    } catch (const std::exception&) {
        // A full or read-only disk costs time on the next start, nothing else.
    }
}

void CacheFile::keep_others(std::size_t most) const {
    try {
        const std::filesystem::path own = path_of(*this);
        std::vector<std::pair<std::filesystem::file_time_type, std::filesystem::path>> others;
        for (const auto& entry : std::filesystem::directory_iterator(own.parent_path())) {
            const std::string name = entry.path().filename().string();
            if (name.starts_with(kind + "-") && name.ends_with(extension) && entry.path() != own)
                others.emplace_back(entry.last_write_time(), entry.path());
        }
        std::ranges::sort(others, std::ranges::greater());
        for (std::size_t i = most; i < others.size(); ++i)
            std::filesystem::remove(others[i].second);
    } catch (const std::exception&) {
        // Old files cost disk, nothing else.
    }
}

} // namespace healed
