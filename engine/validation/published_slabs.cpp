#include "base/file.h"
#include "base/json.h"
#include "base/table.h"
#include "transport/adding_doubling.h"
#include "validation/family.h"
#include "validation/walk_all.h"

#include <limits>

namespace healed::validation {
namespace {

constexpr Allowed half_per_cent{.relative = 0.005};
constexpr std::uint64_t photons = 4'000'000;

struct Answer {
    double diffuse, total, transmitted;
};

struct PublishedSlab {
    std::string name, source;
    skin::OpticalStack stack;
    std::optional<double> diffuse, total, transmitted;
};

skin::OpticalLayer read_layer(JsonReader& json) {
    const bool endless = json.value().value("thickness_mm", Json()).is_string();
    if (endless)
        json.word("thickness_mm", {"inf"});
    return {endless ? std::numeric_limits<double>::infinity() : json.number("thickness_mm", {1e-6, 1e6}),
            json.number("n", {1.0, 3.0}), json.number("g", {-0.99, 0.99}),
            json.number("absorption_per_mm", {0.0, 1e6}), json.number("scattering_per_mm", {0.0, 1e6})};
}

std::optional<double> share(JsonReader& json, const char* key) {
    return json.has(key) ? std::optional(json.number(key, {0.0, 1.0})) : std::nullopt;
}

std::vector<PublishedSlab> read_slabs() {
    JsonReader json = JsonReader::from_file(assets_folder() / "validation" / "published-slabs.json");
    read_passport(json);
    std::vector<PublishedSlab> slabs;
    for (JsonReader& each : json.child("cases").elements()) {
        PublishedSlab slab{each.text("name"), each.text("source"), {}, {}, {}, {}};
        slab.stack.index_below = each.number("n_below", {1.0, 3.0});
        for (JsonReader& layer : each.child("layers").elements())
            slab.stack.layers.push_back(read_layer(layer));
        slab.diffuse = share(each, "diffuse_reflectance");
        slab.total = share(each, "total_reflectance");
        slab.transmitted = share(each, "transmittance");
        each.finish();
        slabs.push_back(std::move(slab));
    }
    json.finish();
    return slabs;
}

void compare(std::vector<Row>& rows, const PublishedSlab& slab, const std::string& method, Answer ours) {
    const auto add = [&](const char* quantity, double value, std::optional<double> published) {
        if (published)
            rows.push_back(
                {slab.name + ", " + quantity + ", " + method, value, published, half_per_cent, slab.source});
    };
    add("diffuse R", ours.diffuse, slab.diffuse);
    add("total R", ours.total, slab.total);
    add("T", ours.transmitted, slab.transmitted);
}

std::vector<Row> rows_of(Context& context) {
    std::vector<Row> rows;
    const std::vector<PublishedSlab> slabs = read_slabs();
    for (std::size_t i = 0; i < slabs.size(); ++i) {
        const PublishedSlab& slab = slabs[i];
        const transport::PlaneReflectance exact = transport::plane_reflectance(slab.stack);
        compare(rows, slab, "adding-doubling",
                {exact.reflectance_normal, exact.total_normal(), exact.transmittance_normal});
        const double count = static_cast<double>(slabs.size());
        const transport::OpticsResult walk =
            walk_all(context, {slab.stack}, transport::Incidence::Normal, photons,
                     static_cast<double>(i) / count, static_cast<double>(i + 1) / count);
        compare(rows, slab, "walk",
                {walk.diffuse_reflectance[0], walk.specular[0] + walk.diffuse_reflectance[0],
                 walk.transmittance[0]});
    }
    return rows;
}

} // namespace

Family published_slabs() {
    return {"published-slabs", "van de Hulst, Giovanelli and Gardner: walk and adding-doubling", 6.0,
            rows_of};
}

} // namespace healed::validation
