#include "ink/measured_ink.h"

#include "base/error.h"
#include "base/table.h"
#include "ink/curve.h"
#include "ink/mixture.h"

#include <algorithm>
#include <cmath>

namespace healed::ink {
namespace {

/// Organic pigments reach about 12 m²/g and the strongest dyes 60.
constexpr double most_m2_per_g = 100.0;
/// Assumed where nobody has measured: of most organic pigments.
constexpr double density_g_per_cm3 = 1.5;
/// The ink to which an unknown dose is matched.
constexpr const char* standard_ink = "smp-carbon";

bool has_column(const Table& table, const char* name) {
    return std::find(table.columns.begin(), table.columns.end(), name) != table.columns.end();
}

std::vector<double> absorption_m2_per_g(const Table& table, const OwnInk& own) {
    if (has_column(table, "absorption_m2_per_g"))
        return table.column("absorption_m2_per_g");
    if (!has_column(table, "absorbance"))
        fail("{}: unit: the header names neither absorption_m2_per_g nor absorbance", table.origin);
    if (!own.dilution)
        fail("{}: absorbance: says nothing without --path-mm and --concentration-g-per-l", table.origin);
    std::vector<double> values = table.column("absorbance");
    for (double& value : values)
        value *= std::log(10.0) / (own.dilution->path_mm * own.dilution->concentration_g_per_l);
    return values;
}

void check(const Table& table, const Curve::Samples& samples) {
    const std::vector<double>& nm = samples.wavelength_nm;
    if (nm.size() < fewest_points)
        fail("{}: wavelength_nm: {} points, at least {} are needed", table.origin, nm.size(), fewest_points);
    for (std::size_t i = 0; i < nm.size(); ++i) {
        if (nm[i] < 200.0 || nm[i] > 2000.0)
            fail("{}: wavelength_nm: {} is outside 200 … 2000 nm", table.origin, nm[i]);
        if (i > 0 && nm[i] <= nm[i - 1])
            fail("{}: wavelength_nm: {} does not rise from {}", table.origin, nm[i], nm[i - 1]);
        if (i > 0 && nm[i] - nm[i - 1] > widest_gap_nm && nm[i] > spanned_from_nm &&
            nm[i - 1] < spanned_to_nm)
            fail("{}: wavelength_nm: nothing between {} and {} nm, at most {} nm may lack", table.origin,
                 nm[i - 1], nm[i], widest_gap_nm);
        if (samples.value[i] < 0.0 || samples.value[i] > most_m2_per_g)
            fail("{}: absorption: {:.4g} m2/g at {} nm is outside 0 … {}", table.origin, samples.value[i],
                 nm[i], most_m2_per_g);
    }
    if (nm.front() > spanned_from_nm || nm.back() < spanned_to_nm)
        fail("{}: wavelength_nm: spans {} … {} nm, {} … {} are needed", table.origin, nm.front(), nm.back(),
             spanned_from_nm, spanned_to_nm);
}

double dose_as_dark_as_standard(const Curve::Samples& samples, const Library& library,
                                const std::string& origin) {
    Curve curve;
    curve.samples = samples;
    const double own = mean_absorption(curve.spectrum());
    if (own <= 0.0)
        fail("{}: absorption: is 0 everywhere from 450 to 650 nm", origin);
    const Ink& standard = library.ink(standard_ink);
    return standard.pigment_ng_per_dot *
           mean_absorption(ink::absorption_m2_per_g(library, standard.components)) / own;
}

} // namespace

Json ink_file_from_measurement(const std::filesystem::path& csv, const OwnInk& own, const Library& library) {
    const Table table = read_table_without_passport(csv);
    const Curve::Samples samples{table.column("wavelength_nm"), absorption_m2_per_g(table, own)};
    check(table, samples);
    const double dose = own.pigment_ng_per_dot ? *own.pigment_ng_per_dot
                                               : dose_as_dark_as_standard(samples, library, table.origin);
    const auto passport = [&](const char* unit) {
        return Json{{"source", "own measurement, " + csv.filename().string()},
                    {"unit", unit},
                    {"licence", "the user's own"},
                    {"evidence", "measured"}};
    };
    const Json pigment{
        {"name", own.name},
        {"title", own.title},
        {"passport", passport("wavelength nm; mass coefficients m2/g of dry pigment")},
        {"density_g_per_cm3", density_g_per_cm3},
        {"absorption_m2_per_g",
         {{"samples", {{"wavelength_nm", samples.wavelength_nm}, {"value", samples.value}}}}},
        {"light_loss_per_100_sed", own.light_loss_per_100_sed},
        {"clearance_factor", 1.0},
        {"metabolic_loss_per_year", 0.0},
        {"organic", own.light_loss_per_100_sed > 0.0},
        {"notes", "Density, light loss, clearance and dose are assumed unless whoever measured it said so."}};
    return {{"title", own.title},
            {"passport", passport("mass fraction of the pigment; ng of pigment per dot")},
            {"own_pigments", Json::array({pigment})},
            {"components", Json::array({Json{{"pigment", own.name}, {"mass_fraction", 1.0}}})},
            {"pigment_ng_per_dot", dose}};
}

} // namespace healed::ink
