#include "../house/temporary_folder.h"
#include "base/checked_cache.h"
#include "base/file.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>

namespace healed {
namespace {

class CheckedCache : public testing::Test {
  protected:
    CheckedCache() { ::setenv("XDG_CACHE_HOME", folder_.path().c_str(), 1); }
    ~CheckedCache() override { ::unsetenv("XDG_CACHE_HOME"); }
    std::filesystem::path only_file() const {
        for (const auto& entry : std::filesystem::recursive_directory_iterator(folder_.path()))
            if (entry.is_regular_file())
                return entry.path();
        return {};
    }
    TemporaryFolder folder_;
};

TEST_F(CheckedCache, GivesBackWhatWasKeptUnderTheSameKeyAndVersionOnly) {
    const std::string body("ab\0\n\xff", 5);
    const CacheFile file{"skin", 3, "melanin 0.02"};
    EXPECT_FALSE(file.read());
    file.write(body);
    EXPECT_EQ(file.read(), body);
    EXPECT_FALSE((CacheFile{"skin", 4, "melanin 0.02"}.read()));
    EXPECT_FALSE((CacheFile{"skin", 3, "melanin 0.03"}.read()));
    EXPECT_FALSE((CacheFile{"head", 3, "melanin 0.02"}.read()));
    file.write("");
    EXPECT_EQ(file.read(), "");
}

TEST_F(CheckedCache, DamageAndTruncationAreNoticed) {
    const CacheFile file{"skin", 1, "key"};
    file.write("a body of some length");
    const std::filesystem::path path = only_file();
    const std::string whole = read_file(path);
    for (const std::size_t at : {std::size_t{0}, std::size_t{70}, whole.size() - 1}) {
        std::string damaged = whole;
        damaged[at] ^= 1;
        write_file(path, damaged);
        EXPECT_FALSE(file.read()) << at;
    }
    for (const std::size_t length : {std::size_t{0}, std::size_t{10}, std::size_t{64}, whole.size() - 1}) {
        write_file(path, whole.substr(0, length));
        EXPECT_FALSE(file.read()) << length;
    }
    write_file(path, whole);
    EXPECT_TRUE(file.read());
}

TEST_F(CheckedCache, KeepsOfItsKindThoseUsedLast) {
    const CacheFile first{"head", 1, "a"}, second{"head", 1, "b"}, third{"head", 1, "c"},
        other{"skin", 1, "a"};
    for (const CacheFile* file : {&first, &second, &third, &other})
        file->write(file->key);
    ASSERT_TRUE(first.read()); // which makes it the one used last
    third.keep_others(1);
    EXPECT_TRUE(first.read());
    EXPECT_FALSE(second.read());
    EXPECT_TRUE(third.read());
    EXPECT_TRUE(other.read());
    third.keep_others(0);
    EXPECT_FALSE(first.read());
    EXPECT_TRUE(third.read());
}

TEST_F(CheckedCache, AFolderThatCannotBeMadeIsDoneWithout) {
    std::ofstream(folder_ / "file") << "no folder";
    ::setenv("XDG_CACHE_HOME", (folder_ / "file").c_str(), 1);
    const CacheFile file{"skin", 1, "key"};
    EXPECT_NO_THROW(file.write("body"));
    EXPECT_NO_THROW(file.keep_others(0));
    EXPECT_FALSE(file.read());
}

} // namespace
} // namespace healed
