#include "base/file.h"

#include "base/error.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <sstream>
#include <sys/stat.h>
#include <unistd.h>

namespace healed {

namespace fs = std::filesystem;

std::string read_file(const fs::path& path) {
    std::error_code ignored;
    if (fs::is_directory(path, ignored))
        fail("{}: is a folder, not a file", path.string());
    std::ifstream stream(path, std::ios::binary);
    if (!stream)
        fail("{}: cannot be read: {}", path.string(), std::strerror(errno));
    std::ostringstream content;
    content << stream.rdbuf();
    if (stream.bad())
        fail("{}: reading stopped: {}", path.string(), std::strerror(errno));
    return std::move(content).str();
}

namespace {

[[noreturn]] void refuse_writing(const fs::path& target) {
    fail("{}: cannot be written: {}", target.string(), std::strerror(errno));
}

void write_all(int descriptor, std::string_view bytes, const fs::path& target) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            refuse_writing(target);
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

/// A file descriptor that closes itself, over a path that removes itself unless kept.
class TemporaryFile {
  public:
    explicit TemporaryFile(const fs::path& target)
        : target_(target), name_(target.string() + ".XXXXXX"), descriptor_(::mkstemp(name_.data())) {
        if (descriptor_ < 0)
            refuse_writing(target_);
    }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    ~TemporaryFile() {
        ::close(descriptor_);
        if (!name_.empty())
            ::unlink(name_.c_str());
    }

    void write(std::string_view bytes) { write_all(descriptor_, bytes, target_); }

    void replace_target() {
        const mode_t mask = ::umask(0);
        ::umask(mask);
        const bool flushed = ::fchmod(descriptor_, 0666 & ~mask) == 0 && ::fsync(descriptor_) == 0;
        if (!flushed || ::rename(name_.c_str(), target_.c_str()) != 0)
            refuse_writing(target_);
        name_.clear();
    }

  private:
    fs::path target_;
    std::string name_;
    int descriptor_;
};

/// A pipe or a device cannot be replaced, only written to.
void write_straight(const fs::path& path, std::string_view bytes) {
    const int descriptor = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
    if (descriptor < 0)
        refuse_writing(path);
    try {
        write_all(descriptor, bytes, path);
    } catch (...) {
        ::close(descriptor);
        throw;
    }
    ::close(descriptor);
}

} // namespace

void require_writable(const fs::path& path) {
    std::error_code ignored;
    if (fs::is_directory(path, ignored))
        fail("{}: cannot be written: is a folder", path.string());
    const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
    if (::access(folder.c_str(), W_OK | X_OK) != 0)
        fail("{}: cannot be written: {}", path.string(), std::strerror(errno));
}

void write_file(const fs::path& path, std::string_view bytes) {
    std::error_code ignored;
    const fs::file_status status = fs::status(path, ignored);
    if (fs::exists(status) && !fs::is_regular_file(status) && !fs::is_directory(status))
        return write_straight(path, bytes);
    require_writable(path);
    TemporaryFile file(path);
    file.write(bytes);
    file.replace_target();
}

fs::path assets_folder() {
    if (const char* chosen = std::getenv("HEALED_ASSETS")) {
        if (!fs::is_directory(chosen))
            fail("HEALED_ASSETS={}: no such folder", chosen);
        return chosen;
    }
    std::error_code ignored;
    const fs::path program = fs::read_symlink("/proc/self/exe", ignored);
    const fs::path installed = program.parent_path().parent_path() / "share/healed/assets";
    if (!program.empty() && fs::is_directory(installed, ignored))
        return installed;
    if (fs::is_directory(HEALED_SOURCE_ASSETS, ignored))
        return HEALED_SOURCE_ASSETS;
    fail("assets: neither {} nor {} exists; set HEALED_ASSETS", installed.string(), HEALED_SOURCE_ASSETS);
}

namespace {

fs::path folder_of_user(const char* variable, const char* within_home) {
    const char* xdg = std::getenv(variable);
    const char* home = std::getenv("HOME");
    const fs::path root = xdg && *xdg ? fs::path(xdg) : fs::path(home && *home ? home : "/tmp") / within_home;
    return root / "healed";
}

} // namespace

fs::path data_folder() {
    return folder_of_user("XDG_DATA_HOME", ".local/share");
}

fs::path cache_folder() {
    const fs::path folder = folder_of_user("XDG_CACHE_HOME", ".cache");
    std::error_code problem;
    fs::create_directories(folder, problem);
    if (problem)
        fail("{}: cannot be made: {}", folder.string(), problem.message());
    return folder;
}

} // namespace healed
