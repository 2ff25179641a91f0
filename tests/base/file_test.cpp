#include "base/file.h"

#include "house/refusal.h"
#include "house/temporary_folder.h"

#include <csignal>
#include <sys/resource.h>

namespace healed {
namespace {

namespace fs = std::filesystem;

/// Makes writing beyond a few bytes fail, as a full disk does, until it goes out of scope.
class FullDisk {
  public:
    explicit FullDisk(rlim_t bytes) {
        previous_handler_ = std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &previous_);
        const rlimit limit{bytes, previous_.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    FullDisk(const FullDisk&) = delete;
    FullDisk& operator=(const FullDisk&) = delete;
    ~FullDisk() {
        ::setrlimit(RLIMIT_FSIZE, &previous_);
        std::signal(SIGXFSZ, previous_handler_);
    }

  private:
    rlimit previous_{};
    void (*previous_handler_)(int);
};

TEST(File, ReplacesContentInOneStep) {
    const TemporaryFolder folder;
    const fs::path path = folder / "a.txt";
    write_file(path, "first");
    write_file(path, std::string("sec\0nd", 6));
    EXPECT_EQ(read_file(path), std::string("sec\0nd", 6));
    EXPECT_EQ(std::distance(fs::directory_iterator(folder.path()), {}), 1);
}

TEST(File, AFullDiskKeepsTheOldFileAndLeavesNothingBehind) {
    const TemporaryFolder folder;
    const fs::path path = folder / "a.txt";
    write_file(path, "precious");
    {
        const FullDisk full(1000);
        expect_refusal([&] { write_file(path, std::string(100000, 'x')); }, {"a.txt", "cannot be written"});
    }
    EXPECT_EQ(read_file(path), "precious");
    EXPECT_EQ(std::distance(fs::directory_iterator(folder.path()), {}), 1);
}

TEST(File, NamesPlacesThatCannotBeWritten) {
    const TemporaryFolder folder;
    expect_refusal([&] { write_file(folder / "no/such/a.txt", "x"); }, {"no/such/a.txt", "No such file"});
    expect_refusal([&] { write_file(folder.path(), "x"); }, {folder.path().string(), "folder"});
    expect_refusal([&] { write_file("/proc/a.txt", "x"); }, {"/proc/a.txt", "cannot be written"});
}

TEST(File, WritesToADeviceWithoutReplacingIt) {
    expect_refusal([] { write_file("/dev/full", "x"); }, {"/dev/full", "No space left"});
    EXPECT_TRUE(fs::is_character_file("/dev/full"));
}

TEST(File, NamesWhatCannotBeRead) {
    const TemporaryFolder folder;
    expect_refusal([&] { read_file(folder / "none"); }, {"none", "No such file"});
    expect_refusal([&] { read_file(folder.path()); }, {"is a folder"});
}

} // namespace
} // namespace healed
