#include "base/error.h"
#include "base/reference_table.h"
#include "house/refusal.h"
#include "house/temporary_folder.h"
#include "validation/family.h"

#include <gtest/gtest.h>

#include <set>

namespace healed::validation {
namespace {

TEST(ValidationFamily, NamesAreUniqueAndEachSaysWhatItHolds) {
    std::set<std::string_view> names;
    for (const Family& family : families()) {
        EXPECT_TRUE(names.insert(family.name).second) << family.name << " stands twice";
        EXPECT_FALSE(family.title.empty()) << family.name;
        EXPECT_GT(family.usual_s, 0.0) << family.name;
        EXPECT_NE(family.rows, nullptr) << family.name;
    }
    EXPECT_GE(names.size(), 2u);
}

TEST(ValidationFamily, AreChosenByNameInTheirOwnOrder) {
    const auto chosen = families_named({"half-spaces", "published-slabs"});
    ASSERT_EQ(chosen.size(), 2u);
    EXPECT_EQ(chosen[0].name, "published-slabs");
    expect_refusal([] { families_named({"half-space"}); }, {"half-space", "published-slabs"});
}

TEST(ValidationFamily, OneThatCannotRunIsOutside) {
    const TemporaryFolder folder;
    Context context(folder / "nothing", 1);
    const Verdict verdict = run(families_named({"half-spaces"})[0], context);
    EXPECT_EQ(verdict.checks(), 1u);
    EXPECT_EQ(verdict.outside(), 1u);
    EXPECT_NE(verdict.rows[0].what.find("nothing"), std::string::npos) << verdict.rows[0].what;
}

TEST(ValidationFamily, InformationIsNeitherCheckedNorOutside) {
    const Family family{"x", "x", 1.0, [](Context&) {
                            return std::vector<Row>{{"a", 1.0, 2.0, {.informative = true}, ""},
                                                    {"b", 1.0, 2.0, {.relative = 0.1}, ""}};
                        }};
    Context context("nowhere", 1);
    const Verdict verdict = run(family, context);
    EXPECT_EQ(verdict.checks(), 1u);
    EXPECT_EQ(verdict.outside(), 1u);
}

TEST(ValidationTable, ReadsQuotedCellsAndRefusesInWords) {
    const TemporaryFolder folder;
    const ReferenceTable table(folder.file("t.csv", "# prose\n\"# prose, too\"\na,b\n1.5,\"x, y\"\n"));
    ASSERT_EQ(table.size(), 1u);
    EXPECT_EQ(table.number(0, "a"), 1.5);
    EXPECT_EQ(table.text(0, "b"), "x, y");
    expect_refusal([&] { table.number(0, "b"); }, {"t.csv", "row 1", "b", "x, y"});
    expect_refusal([&] { table.text(0, "c"); }, {"t.csv", "\"c\""});
    expect_refusal([&] { ReferenceTable ragged(folder.file("r.csv", "a,b\n1\n")); }, {"r.csv", "row 1"});
    expect_refusal([&] { ReferenceTable empty(folder.file("e.csv", "a,b\n")); }, {"e.csv", "no rows"});
}

} // namespace
} // namespace healed::validation
