#include "base/table.h"

#include "house/refusal.h"
#include "house/temporary_folder.h"

namespace healed {
namespace {

const std::string passport = "# source: a paper\n# unit: 1/mm\n# licence: CC0\n# evidence: measured\n";

TEST(Table, ReadsColumnsAndPassport) {
    const TemporaryFolder folder;
    const Table table = read_table(folder.file("t.csv", passport + "nm, k\n400,1.5\r\n\n410,-2e-3\n"));
    EXPECT_EQ(table.column("nm"), (std::vector<double>{400, 410}));
    EXPECT_EQ(table.column("k"), (std::vector<double>{1.5, -2e-3}));
    EXPECT_EQ(table.passport.unit, "1/mm");
    EXPECT_EQ(table.passport.evidence, Evidence::Measured);
    expect_refusal([&] { table.column("q"); }, {"t.csv", "no column \"q\""});
}

TEST(Table, RefusesAFileWithoutPassport) {
    const TemporaryFolder folder;
    for (const char* key : {"source", "unit", "licence", "evidence"}) {
        std::string text = passport + "nm\n400\n";
        text.replace(text.find(key), std::string_view(key).size(), "nothing");
        const auto path = folder.file("t.csv", text);
        expect_refusal([&] { read_table(path); }, {"t.csv", key});
    }
    const auto path =
        folder.file("t.csv", "# source: x\n# unit: y\n# licence: z\n# evidence: guessed\nnm\n400\n");
    expect_refusal([&] { read_table(path); }, {"t.csv", "guessed", "assumed"});
}

TEST(Table, NamesTheLineOfABadCell) {
    const TemporaryFolder folder;
    const auto refuse = [&](const std::string& rows, std::initializer_list<std::string> words) {
        const auto path = folder.file("t.csv", passport + rows);
        expect_refusal([&] { read_table(path); }, words);
    };
    refuse("nm,k\n400,1\n410\n", {"t.csv", "line 7", "1 cells", "2"});
    refuse("nm,k\n400,x\n", {"t.csv", "line 6", "k", "\"x\""});
    refuse("nm,k\n400,nan\n", {"line 6", "nan"});
    refuse("nm,k\n400,1e999\n", {"line 6", "1e999"});
    refuse("nm,k\n400,\n", {"line 6", "\"\""});
    refuse("nm,k\n", {"t.csv", "no rows"});
}

TEST(Table, ReadsThePassportOfJson) {
    auto file = JsonReader::from_text(
        R"({"passport": {"source": "s", "unit": "u", "licence": "l", "evidence": "assumed"}})", "ink.json");
    EXPECT_EQ(read_passport(file).evidence, Evidence::Assumed);
    auto none = JsonReader::from_text("{}", "ink.json");
    expect_refusal([&] { read_passport(none); }, {"ink.json: passport", "missing"});
    auto empty = JsonReader::from_text(
        R"({"passport": {"source": " ", "unit": "u", "licence": "l", "evidence": "assumed"}})", "ink.json");
    expect_refusal([&] { read_passport(empty); }, {"ink.json: passport.source", "empty"});
}

} // namespace
} // namespace healed
