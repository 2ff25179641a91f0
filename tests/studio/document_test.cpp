#include "document/document.h"
#include "document/memory.h"
#include "document/recovery.h"

#include "house/refusal.h"
#include "house/temporary_folder.h"

#include <gtest/gtest.h>

namespace healed::studio {
namespace {

void set_height(Document& document, double height_mm, const std::string& gesture = "") {
    document.edit("height", gesture,
                  [&](project::Project& project) { project.plan.hairline.height_over_brow_mm = height_mm; });
}

double height(const Document& document) {
    return document.project().plan.hairline.height_over_brow_mm;
}

TEST(Document, GoesBackThroughEveryStepAndForthAgain) {
    Document document;
    const double first = height(document);
    for (int i = 0; i < 500; ++i)
        set_height(document, 40.0 + 0.1 * i);
    EXPECT_EQ(document.history().depth(), 500u);
    while (document.history().can_undo())
        document.undo();
    EXPECT_EQ(height(document), first);
    EXPECT_TRUE(document.is_saved());
    while (document.history().can_redo())
        document.redo();
    EXPECT_DOUBLE_EQ(height(document), 40.0 + 0.1 * 499);
}

TEST(Document, TakesADragForOneStep) {
    Document document;
    for (int i = 0; i < 30; ++i)
        set_height(document, 50.0 + i, "height");
    document.end_gesture();
    EXPECT_EQ(document.history().depth(), 1u);
    set_height(document, 55.0, "height");
    EXPECT_EQ(document.history().depth(), 2u);
    document.undo();
    EXPECT_DOUBLE_EQ(height(document), 79.0);
}

TEST(Document, ForgetsWhatWasUndoneOnceSomethingElseIsDone) {
    Document document;
    set_height(document, 50.0);
    set_height(document, 60.0);
    document.undo();
    set_height(document, 70.0);
    EXPECT_FALSE(document.history().can_redo());
    EXPECT_EQ(document.history().depth(), 2u);
}

TEST(Document, RefusesWhatCouldNotBeOpenedAgain) {
    Document document;
    expect_refusal([&] { set_height(document, 500.0); }, {"height_over_brow_mm", "500"});
    EXPECT_EQ(document.history().depth(), 0u);
    set_height(document, height(document));
    EXPECT_EQ(document.history().depth(), 0u) << "an edit that changes nothing is no step";
}

TEST(Document, IsAsItWasAfterAFileThatCannotBeOpened) {
    const TemporaryFolder folder;
    Document document;
    set_height(document, 61.0);
    expect_refusal([&] { document.open(folder.file("broken.healed.json", "{")); }, {"broken.healed.json"});
    EXPECT_DOUBLE_EQ(height(document), 61.0);
    EXPECT_FALSE(document.is_saved());
}

TEST(Document, SavesAndOpensTheSamePlan) {
    const TemporaryFolder folder;
    Document document, other;
    set_height(document, 61.0);
    document.save(folder / "plan.healed.json");
    EXPECT_TRUE(document.is_saved());
    other.open(folder / "plan.healed.json");
    EXPECT_EQ(project::plan_hash(other.project()), project::plan_hash(document.project()));
    set_height(document, 62.0);
    EXPECT_FALSE(document.is_saved());
    document.undo();
    EXPECT_TRUE(document.is_saved());
}

TEST(Recovery, ListsWhatDeadProcessesKeptAndNotWhatThisOneDoes) {
    const TemporaryFolder folder;
    const Recovery recovery(folder.path());
    const Document document;
    recovery.keep(document.project(), "/somewhere/plan.healed.json");
    EXPECT_TRUE(recovery.left_behind().empty());
    const std::filesystem::path own = folder / (std::to_string(::getpid()) + ".kept");
    ASSERT_TRUE(std::filesystem::exists(own));
    // No process has a number as high as this one.
    std::filesystem::rename(own, folder / "2147483646.kept");
    const std::vector<Kept> kept = recovery.left_behind();
    ASSERT_EQ(kept.size(), 1u);
    EXPECT_EQ(kept.front().origin, "/somewhere/plan.healed.json");
    EXPECT_EQ(project::plan_hash(kept.front().project), project::plan_hash(document.project()));
    Recovery::discard(kept.front());
    EXPECT_TRUE(recovery.left_behind().empty());
}

TEST(Recovery, LeavesOutWhatItCannotRead) {
    const TemporaryFolder folder;
    folder.file("2147483646.kept", "{ half a fi");
    EXPECT_TRUE(Recovery(folder.path()).left_behind().empty());
}

TEST(Memory, ComesBackAsItWasAndForgetsWhatIsDamaged) {
    const TemporaryFolder folder;
    Memory memory{.width = 1111, .height = 777, .scale = 1.5, .mode = "trainer"};
    memory.remember("/one.healed.json");
    memory.remember("/two.healed.json");
    memory.remember("/one.healed.json");
    EXPECT_EQ(memory.recent, (std::vector<std::string>{"/one.healed.json", "/two.healed.json"}));
    save_memory(folder / "deep/studio.json", memory);
    EXPECT_EQ(load_memory(folder / "deep/studio.json"), memory);
    EXPECT_EQ(load_memory(folder.file("bad.json", "{\"scale\": 9}")), Memory{});
}

} // namespace
} // namespace healed::studio
