#include "cli/program.h"

#include "base/json.h"

namespace healed {
namespace {

TEST(Validate, ListsItsFamilies) {
    const Outcome outcome = run_healed({"validate", "--list"});
    EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
    EXPECT_NE(outcome.out.find("published-slabs"), std::string::npos);
    EXPECT_NE(outcome.out.find("half-spaces"), std::string::npos);
}

TEST(Validate, PublishedValuesNeedNoReferenceFolder) {
    const Outcome outcome =
        run_healed({"validate", "--only", "published-slabs", "--json", "--reference", "/nowhere"});
    ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
    const Json json = Json::parse(outcome.out);
    EXPECT_EQ(json["outside"], 0);
    EXPECT_GE(json["checks"], 12);
    for (const Json& row : json["families"][0]["rows"])
        EXPECT_NEAR(row["ours"].get<double>(), row["reference"].get<double>(),
                    0.005 * row["reference"].get<double>());
}

TEST(Validate, AMissingFolderIsNamedAndFails) {
    const Outcome outcome =
        run_healed({"validate", "--only", "half-spaces", "--reference", "/nowhere/at-all"});
    EXPECT_EQ(outcome.exit_code, 1);
    EXPECT_NE(outcome.out.find("1 checks, 1 outside"), std::string::npos) << outcome.out;
    EXPECT_NE(outcome.err.find("/nowhere/at-all"), std::string::npos) << outcome.err;
}

TEST(Validate, AnUnknownFamilyIsRefused) {
    expect_one_line(run_healed({"validate", "--only", "slabs"}), 1, {"\"slabs\"", "published-slabs"});
}

} // namespace
} // namespace healed
