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

    /// Removes the files of this kind except its own.
    void forget_others() const;
};

} // namespace healed
