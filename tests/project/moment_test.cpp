#include "project/moment.h"

#include "house/refusal.h"

#include <gtest/gtest.h>

namespace healed::project {
namespace {

TEST(Moment, ReadsTheWordsOfPractice) {
    EXPECT_EQ(parse_moment("day0").years, 0.0);
    EXPECT_DOUBLE_EQ(parse_moment("healed").years, 42.0 / 365.25);
    EXPECT_DOUBLE_EQ(parse_moment("7d").years, 7.0 / 365.25);
    EXPECT_DOUBLE_EQ(parse_moment("4w").years, 28.0 / 365.25);
    EXPECT_DOUBLE_EQ(parse_moment("3y").years, 3.0);
    EXPECT_DOUBLE_EQ(parse_moment("6.5y").years, 6.5);
    EXPECT_DOUBLE_EQ(parse_moment("42d").years, parse_moment("healed").years);
    EXPECT_DOUBLE_EQ(parse_moment("50y").years, 50.0);
}

TEST(Moment, LabelsThemForPeople) {
    EXPECT_EQ(parse_moment("day0").label, "Day 0");
    EXPECT_EQ(parse_moment("healed").label, "Healed");
    EXPECT_EQ(parse_moment("1y").label, "1 year");
    EXPECT_EQ(parse_moment("6.5y").label, "6.5 years");
    EXPECT_EQ(parse_moment("4w").label, "4 weeks");
    EXPECT_EQ(parse_moment("6.5y").words, "6.5y");
}

TEST(Moment, RefusesEverythingElseByItsWords) {
    for (const char* words :
         {"", "y", "3", "3 y", "-1y", "51y", "nany", "infy", "1e999y", "3yy", "Healed", "day1", "0x3y"})
        expect_refusal([&] { parse_moment(words); }, {std::string("\"") + words + "\"", "6.5y"});
}

TEST(Moment, ReadsListsInTheirOrder) {
    const std::vector<Moment> moments = parse_moments("day0,healed,3y");
    ASSERT_EQ(moments.size(), 3u);
    EXPECT_EQ(moments[2].years, 3.0);
    EXPECT_EQ(parse_moments("5y,1d").front().years, 5.0);
    for (const char* words : {"", ",", "3y,", "3y,,4y"})
        expect_refusal([&] { parse_moments(words); }, {"\"\""});
}

} // namespace
} // namespace healed::project
