#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace healed {

/// The whole file. Throws Error naming the file when it is missing, a folder or unreadable.
std::string read_file(const std::filesystem::path& path);

/// Replaces the file in one step: writes beside it, flushes to the disk, renames. A full disk or a crash
/// leaves the old file as it was. A device or a pipe is written to as it stands. Throws Error naming the file
/// and the reason.
void write_file(const std::filesystem::path& path, std::string_view bytes);

/// Throws the Error of write_file now when it is clear that the file could not be written: before long work,
/// not after it.
void require_writable(const std::filesystem::path& path);

/// The folder of inks, spectra, presets and lights: $HEALED_ASSETS, else the installed
/// share/healed/assets beside the program, else the source tree it was built from. Throws Error if none
/// exists.
std::filesystem::path assets_folder();

/// The folder for what can be computed again (slice tables, occlusion): $XDG_CACHE_HOME/healed or
/// ~/.cache/healed. It is made when missing.
std::filesystem::path cache_folder();

/// The user's own inks and the like: $XDG_DATA_HOME/healed or ~/.local/share/healed. It need not exist.
std::filesystem::path data_folder();

} // namespace healed
