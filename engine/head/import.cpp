#include "head/import.h"

#include "base/error.h"
#include "base/file.h"
#include "base/sha256.h"
#include "head/curve_triangles.h"
#include "head/find_head.h"
#include "head/head_cache.h"
#include "head/import_pose.h"
#include "head/model_file.h"
#include "head/scalp_survey.h"
#include "head/scan_landmarks.h"
#include "head/scan_mesh.h"
#include "head/scan_survey.h"
#include "head/shell_sorting.h"

#include <algorithm>
#include <cmath>

namespace healed::head {
namespace {

/// Triangles that pictures are made of; more would only cost time.
constexpr std::size_t most_triangles = 300'000;

constexpr double least_scalp_cm2 = 20.0;

Soup posed(const Soup& soup, const HeadPose& pose) {
    Soup moved = soup;
    for (glm::vec3& p : moved.positions)
        p = glm::vec3(pose.to_head(glm::dvec3(p)));
    return moved;
}

/// Finds the landmarks, lets corrections win, and turns the head by them where they say so.
ScanLandmarks settled_landmarks(const Soup& soup, const Head& median, const ImportWishes& wishes,
                                const Form& expected, HeadPose& pose) {
    ScanLandmarks found;
    // The first round moves the origin between the ears; the second finds everything from there.
    for (int round = 0; round < 2; ++round) {
        found = find_landmarks(Scan(posed(soup, pose)), expected, median);
        for (const Correction& correction : wishes.corrections) {
            found.at.*landmark_names[correction.landmark].place = glm::vec3(pose.to_head(correction.in_file));
            found.confidence[correction.landmark] = 1.0;
        }
        const HeadPose before = pose;
        settle(pose, found.at, wishes.corrections, expected);
        for (const LandmarkName& mark : landmark_names)
            found.at.*mark.place = glm::vec3(pose.to_head(before.to_file(glm::dvec3(found.at.*mark.place))));
    }
    return found;
}

/// Triangles about as fine as those of the built-in head where pictures look close.
float longest_edge_mm(glm::vec3 place) {
    constexpr float head_mm = 3.2f, body_mm = 7.0f;
    return place.y > -120.0f ? head_mm : body_mm;
}

void warn(ImportReport& report) {
    const auto say = [&report](std::string words) { report.warnings.push_back(std::move(words)); };
    if (report.unit == "none")
        say("no unit makes a head of it: it was given the size of a median head; state the unit if it is "
            "known");
    if (report.confidence < 0.35)
        say("how the head lies is in doubt: look at a picture, and state landmarks if it is wrong");
    for (std::size_t i = 0; i < landmark_names.size(); ++i)
        if (report.landmark_confidence[i] < 0.35)
            say(fmt::format("{} is in doubt: it was put where a median head has it", landmark_names[i].word));
    if (report.holes_cm2 > 0.5)
        say(fmt::format("{:.0f} cm² of the scalp are holes: no dots are put there", report.holes_cm2));
    if (report.tidied.thinned > 0)
        say(fmt::format("{} triangles were thinned out to {}", report.triangles, most_triangles));
    if (report.scalp_cm2 < 350.0 || report.scalp_cm2 > 1000.0)
        say(fmt::format("a scalp of {:.0f} cm² is unlike a person's 400 to 850", report.scalp_cm2));
}

void describe(ImportReport& report, const HeadPose& pose, const Soup& soup, const ScanLandmarks& found) {
    report.mm_per_unit = pose.mm_per_unit;
    report.up = glm::vec3(pose.turn[1]);
    report.facing = glm::vec3(pose.turn[2]);
    report.landmark_confidence = found.confidence;
    for (std::size_t i = 0; i < landmark_names.size(); ++i)
        report.in_file[i] = glm::vec3(pose.to_file(glm::dvec3(found.at.*landmark_names[i].place)));
    glm::vec3 low(1e30f), high(-1e30f);
    for (const glm::vec3& p : soup.positions) {
        low = glm::min(low, p);
        high = glm::max(high, p);
    }
    report.size_mm = high - low;
}

std::string cache_name(const std::filesystem::path& file, const ImportWishes& wishes) {
    std::string name = "import " + sha256_hex(read_file(file)) + " " + std::string(unit_words[wishes.unit]);
    for (const Correction& c : wishes.corrections)
        name += fmt::format(" {} {} {} {}", c.landmark, c.in_file.x, c.in_file.y, c.in_file.z);
    return name;
}

} // namespace

Imported import_head(const std::filesystem::path& file, const ImportWishes& wishes,
                     const Progress& progress) {
    const std::string origin = file.string();
    ImportReport report{.file = origin};
    ModelFile model = read_model_file(file);
    report.triangles = model.soup.triangles.size();
    report.meshes = model.meshes;
    report.polygons = model.polygons;
    progress(0.1);
    Soup soup = std::move(model.soup);
    weld(soup, report.tidied, origin);
    thin(soup, report.tidied, most_triangles);
    face_outwards(soup, report.tidied);
    report.open_edges = open_edges(soup);
    progress(0.2);

    const Head median = built_in_head();
    const Start start = start_from(wishes, median, origin);
    const FoundHead there = find_head(soup, median, start.mm_per_unit, start.lie, origin, progress);
    report.unit = there.unit;
    report.unit_guessed = wishes.unit == 0;
    report.rms_mm = there.agreement.rms_mm;
    report.confidence =
        start.lie ? 1.0 : std::clamp((there.rival_rms_mm / there.agreement.rms_mm - 1.0) / 0.8, 0.0, 1.0);
    HeadPose pose = pose_of(there);
    const Form expected = form_in(there);
    const ScanLandmarks found = settled_landmarks(soup, median, wishes, expected, pose);
    progress(0.5);

    soup = posed(soup, pose);
    describe(report, pose, soup, found);
    const Form form = form_like(Scan(soup), found, expected);
    const std::vector<Eyeball> eyes = sort_shells(soup, form, report);
    report.hidden_triangles = drop_hidden(soup);
    drop_unused(soup);
    const std::vector<glm::vec3> normals = curve_triangles(soup, longest_edge_mm, most_triangles);
    progress(0.65);

    const Scan scan(std::move(soup));
    ScanSurvey survey = survey_scan(scan, normals, form, chart_size);
    progress(0.8);
    Imported made{.head = {.name = cache_name(file, wishes), .landmarks = found.at}, .report = {}};
    made.head.mesh = mesh_of(scan.soup(), normals, survey.chart, form, eyes);
    made.head.chart = std::move(survey.chart);
    report.dimensions = dimensions_of(made.head.chart, made.head.landmarks);
    report.scalp_cm2 = made.head.chart.area_cm2();
    report.holes_cm2 = survey.holes_cm2;
    if (report.scalp_cm2 < least_scalp_cm2)
        fail("{}: shows {:.0f} cm² of scalp, too little to plan on", origin, report.scalp_cm2);
    warn(report);
    made.report = std::move(report);
    progress(1.0);
    return made;
}

Head imported_head(const std::filesystem::path& file, const ImportWishes& wishes, const Progress& progress) {
    if (!std::filesystem::is_regular_file(file))
        fail("{}: no such file", file.string());
    if (std::optional<Head> head = cached_head(cache_name(file, wishes)))
        return *std::move(head);
    Head head = import_head(file, wishes, progress).head;
    keep_in_cache(head);
    return head;
}

} // namespace healed::head
