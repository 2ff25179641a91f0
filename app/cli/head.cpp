#include "commands.h"

#include "head_options.h"
#include "progress_bar.h"

#include "base/file.h"
#include "project/heads.h"

#include <algorithm>
#include <fmt/format.h>
#include <memory>

namespace healed::cli {

namespace {

using head::ImportReport;
using Ordered = nlohmann::ordered_json;

struct Options {
    std::string head;
    HeadOptions how;
    bool json = false;
};

Ordered place_json(glm::vec3 place) {
    return {place.x, place.y, place.z};
}

Ordered dimensions_json(const head::Dimensions& size) {
    return {{"length_mm", size.length},
            {"breadth_mm", size.breadth},
            {"height_mm", size.height},
            {"face_height_mm", size.face_height},
            {"face_breadth_mm", size.face_breadth},
            {"circumference_mm", size.circumference},
            {"cephalic_index", size.cephalic_index()}};
}

Ordered landmarks_json(const head::Landmarks& marks) {
    Ordered json;
    for (const head::LandmarkName& mark : head::landmark_names)
        json[std::string(mark.word)]["head_mm"] = place_json(marks.*mark.place);
    return json;
}

Ordered report_json(const ImportReport& report, const head::Landmarks& marks) {
    Ordered landmarks = landmarks_json(marks);
    for (std::size_t i = 0; i < head::landmark_names.size(); ++i) {
        Ordered& landmark = landmarks[std::string(head::landmark_words[i])];
        landmark["file"] = place_json(report.in_file[i]);
        landmark["confidence"] = report.landmark_confidence[i];
    }
    return {{"file", report.file},
            {"triangles", report.triangles},
            {"meshes", report.meshes},
            {"polygons", report.polygons},
            {"merged_places", report.tidied.merged},
            {"degenerate_triangles", report.tidied.degenerate},
            {"doubled_triangles", report.tidied.doubled},
            {"turned_triangles", report.tidied.turned},
            {"thinned_triangles", report.tidied.thinned},
            {"open_edges", report.open_edges},
            {"hidden_triangles", report.hidden_triangles},
            {"shells", report.shells},
            {"dropped_shells", report.dropped_shells},
            {"eyes", report.eyes},
            {"unit", report.unit},
            {"unit_guessed", report.unit_guessed},
            {"mm_per_unit", report.mm_per_unit},
            {"up", place_json(report.up)},
            {"facing", place_json(report.facing)},
            {"size_mm", place_json(report.size_mm)},
            {"fit_rms_mm", report.rms_mm},
            {"confidence", report.confidence},
            {"dimensions", dimensions_json(report.dimensions)},
            {"landmarks", std::move(landmarks)},
            {"scalp_cm2", report.scalp_cm2},
            {"holes_cm2", report.holes_cm2},
            {"warnings", report.warnings}};
}

void print_dimensions(const head::Dimensions& size, double scalp_cm2) {
    fmt::print("  length {:.0f}, breadth {:.0f}, height {:.0f}, face {:.0f} high and {:.0f} broad, "
               "circumference {:.0f} mm; "
               "cephalic index {:.0f}\n  scalp {:.0f} cm²\n",
               size.length, size.breadth, size.height, size.face_height, size.face_breadth,
               size.circumference, size.cephalic_index(), scalp_cm2);
}

/// The axis of the file that a direction follows, when it follows one.
std::string axis_words(glm::vec3 direction) {
    for (int axis = 0; axis < 3; ++axis)
        if (std::abs(direction[axis]) > 0.95f)
            return fmt::format("{}{}", direction[axis] < 0 ? '-' : '+', "xyz"[axis]);
    return fmt::format("({:.2f}, {:.2f}, {:.2f})", direction.x, direction.y, direction.z);
}

void print_report(const ImportReport& report, const head::Landmarks& marks) {
    fmt::print(
        "{}\n  {} triangles in {} {}, {} of them cut from larger faces; {} shells, {} eyes; {} open edges\n",
        report.file, report.triangles, report.meshes, report.meshes == 1 ? "mesh" : "meshes", report.polygons,
        report.shells, report.eyes, report.open_edges);
    fmt::print("  put right: {} doubled places, {} triangles without area, {} doubled, {} turned; {} hidden "
               "ones left out\n",
               report.tidied.merged, report.tidied.degenerate, report.tidied.doubled, report.tidied.turned,
               report.hidden_triangles);
    fmt::print("  unit {}{}; up is {}, the face looks along {} (confidence {:.2f})\n", report.unit,
               report.unit_guessed ? ", guessed" : "", axis_words(report.up), axis_words(report.facing),
               report.confidence);
    print_dimensions(report.dimensions, report.scalp_cm2);
    fmt::print("  {:<15}{:>28}   {:>30}   confidence\n", "landmark", "mm in the head's axes", "in the file");
    for (std::size_t i = 0; i < head::landmark_names.size(); ++i) {
        const glm::vec3 p = marks.*head::landmark_names[i].place, f = report.in_file[i];
        fmt::print("  {:<15}{:>9.1f}{:>9.1f}{:>9.1f}    {:>9.4g} {:>9.4g} {:>9.4g}   {:.2f}\n",
                   head::landmark_words[i], p.x, p.y, p.z, f.x, f.y, f.z, report.landmark_confidence[i]);
    }
    for (const std::string& warning : report.warnings)
        fmt::print("  note: {}\n", warning);
}

void tell_built_in(const std::string& name, const head::Head& head, bool json) {
    const head::Dimensions size = head::dimensions_of(head.chart, head.landmarks);
    if (json) {
        fmt::print("{}\n", Ordered{{"head", name},
                                   {"dimensions", dimensions_json(size)},
                                   {"landmarks", landmarks_json(head.landmarks)},
                                   {"scalp_cm2", head.chart.area_cm2()}}
                               .dump(2));
        return;
    }
    fmt::print("{}\n", name);
    print_dimensions(size, head.chart.area_cm2());
    for (const head::LandmarkName& mark : head::landmark_names) {
        const glm::vec3 p = head.landmarks.*mark.place;
        fmt::print("  {:<15}{:>9.1f}{:>9.1f}{:>9.1f} mm\n", mark.word, p.x, p.y, p.z);
    }
}

void run(const Options& options) {
    const project::HeadChoice choice = project::head_choice(options.head);
    if (choice.file.empty())
        return tell_built_in(options.head, head::built_in_head(choice.shape), options.json);
    const head::ImportWishes wishes = wishes_of(options.how);
    ProgressBar bar("head");
    const head::Imported imported = head::import_head(choice.file, wishes, bar.part(0.0, 1.0));
    bar.wipe();
    if (options.json)
        fmt::print("{}\n", report_json(imported.report, imported.head.landmarks).dump(2));
    else
        print_report(imported.report, imported.head.landmarks);
}

} // namespace

void declare_head(CLI::App& program) {
    auto options = std::make_shared<Options>();
    CLI::App* command =
        program.add_subcommand("head", "What is found in a client's scan or model, or of a built-in head");
    command
        ->add_option("head", options->head,
                     "Model (.obj, .gltf, .glb, .ply, .fbx, .stl) or the name of a built-in head")
        ->required();
    add_head_options(*command, options->how);
    command->add_flag("--json", options->json, "For machines");
    command->footer("Examples:\n  healed head client.obj\n  healed head scan.ply --unit m --json\n"
                    "  healed head client.glb --landmark tragion-left=0.071,1.62,0.01\n  healed head woman");
    command->callback([options] { run(*options); });
}

} // namespace healed::cli
