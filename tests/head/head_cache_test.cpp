#include "../house/temporary_folder.h"
#include "base/file.h"
#include "built_in.h"
#include "head/head_cache.h"

#include <cstdlib>
#include <gtest/gtest.h>

namespace healed::head {
namespace {

TEST(HeadCache, GivesBackWhatWasKeptAndRefusesWhatWasDamaged) {
    const std::string name = built_in().name; // made before the cache is moved to an empty folder
    const TemporaryFolder folder;
    ::setenv("XDG_CACHE_HOME", folder.path().c_str(), 1);
    EXPECT_FALSE(cached_head(name));
    keep_in_cache(built_in());
    const std::optional<Head> kept = cached_head(name);
    ASSERT_TRUE(kept);
    EXPECT_EQ(kept->mesh.triangles, built_in().mesh.triangles);
    EXPECT_EQ(kept->mesh.vertices.back().position_mm, built_in().mesh.vertices.back().position_mm);
    EXPECT_EQ(kept->chart.position_mm, built_in().chart.position_mm);
    EXPECT_EQ(kept->landmarks.menton, built_in().landmarks.menton);
    Head another = built_in();
    another.name = "another";
    keep_in_cache(another);
    EXPECT_TRUE(cached_head(name)) << "one head does not push out the other";
    EXPECT_TRUE(cached_head("another"));
    for (const auto& entry : std::filesystem::directory_iterator(folder.path() / "healed"))
        write_file(entry.path(), read_file(entry.path()).substr(0, 1000));
    EXPECT_FALSE(cached_head(name));
    ::unsetenv("XDG_CACHE_HOME");
}

} // namespace
} // namespace healed::head
