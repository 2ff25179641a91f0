#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace healed {

/// What can be computed again, kept in the cache folder: a file holds the digest of all that follows, the
/// version of its layout, and a body. Nothing here throws: a cache that cannot be read or written, or a file
/// that is damaged or of another version, is done without.
struct CacheFile {
    std::string kind; ///< first word of the file's name: "skin", "head"
    int version;      ///< to be raised when the meaning or layout of the body changes
    std::string key;  ///< all that the body depends on, in any form; the file's name holds its hash

    std::optional<std::string> read() const;
    void write(std::string_view body) const;

    /// Removes files of this kind, those first that were longest neither read nor written, until besides its
    /// own at most so many are left.
    void keep_others(std::size_t most) const;
};

} // namespace healed
