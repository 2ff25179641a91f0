#include "document/document.h"
#include "document/memory.h"
#include "document/recovery.h"

#include "house/refusal.h"
#include "house/temporary_folder.h"

#include <gtest/gtest.h>
#include <malloc.h>

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

std::vector<treatment::Stroke> many_strokes() {
    std::vector<treatment::Stroke> strokes(500);
    for (std::size_t i = 0; i < strokes.size(); ++i) {
        strokes[i].along.clear();
        for (int place = 0; place < 40; ++place)
            strokes[i].along.push_back({0.31 * place - 5.0, 0.1 * static_cast<double>(i) - 20.0});
    }
    return strokes;
}

TEST(Document, GoesBackThroughStrokesAndAllElseAlike) {
    Document document;
    std::vector<Json> seen{project::to_json(document.project())};
    const auto edit = [&](const std::function<void(project::Project&)>& change) {
        document.edit("step", "", change);
        seen.push_back(project::to_json(document.project()));
    };
    edit([](project::Project& p) { p.plan.strokes = many_strokes(); });
    edit([](project::Project& p) { p.plan.strokes.erase(p.plan.strokes.begin() + 7); });
    edit([](project::Project& p) { p.plan.sessions.pop_back(); });
    edit([](project::Project& p) {
        p.plan.strokes.front().radius_mm = 20.0;
        p.title = "Another";
        p.plan.long_hair.emplace();
    });
    edit([](project::Project& p) { p.plan.strokes.clear(); });
    for (std::size_t depth = seen.size(); depth-- > 0;) {
        document.go_to(depth);
        EXPECT_EQ(project::to_json(document.project()), seen[depth]) << depth;
    }
    document.go_to(seen.size() - 1);
    EXPECT_EQ(project::to_json(document.project()), seen.back());
}

TEST(Document, RefusesAStrokeByItsNumberAmongAll) {
    Document document;
    document.edit("painted", "", [](project::Project& p) { p.plan.strokes = many_strokes(); });
    expect_refusal(
        [&] {
            document.edit("wrong", "", [](project::Project& p) { p.plan.strokes[321].radius_mm = -3.0; });
        },
        {"strokes[321]", "radius_mm", "-3"});
    expect_refusal(
        [&] {
            document.edit("too many", "",
                          [](project::Project& p) { p.plan.strokes.push_back(p.plan.strokes.front()); });
        },
        {"strokes", "501"});
    EXPECT_EQ(document.history().depth(), 1u);
}

TEST(History, KeepsOfAStepOnlyWhatItChanged) {
    const auto in_use_mb = [] {
        const struct mallinfo2 memory = ::mallinfo2();
        return static_cast<double>(memory.uordblks + memory.hblkhd) / 1e6;
    };
    Document document;
    document.edit("painted", "", [](project::Project& p) { p.plan.strokes = many_strokes(); });
    const double before_mb = in_use_mb();
    for (int i = 0; i < 1000; ++i)
        set_height(document, 50.0 + 0.01 * i);
    EXPECT_LT(in_use_mb() - before_mb, 1.0) << "one whole plan of these has 0.4 MB";
    EXPECT_EQ(document.history().count(), 1001u);
}

TEST(Document, SavesAndOpensTheSamePlan) {
    const TemporaryFolder folder;
    Document document, other;
    set_height(document, 61.0);
    document.save(folder / "plan.healed.json");
    EXPECT_TRUE(document.is_saved());
    other.take(project::load(folder / "plan.healed.json"), folder / "plan.healed.json");
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
