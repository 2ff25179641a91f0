#pragma once

#include "base/table.h"
#include "color/spectrum.h"

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace healed::ink {

/// A pigment as light and time meet it. Spectra are per mass of dry pigment.
struct Pigment {
    std::string name;                         ///< file stem, e.g. "carbon", "pb15"
    std::string title;                        ///< for people, e.g. "Carbon black (CI 77266)"
    Passport passport;
    double density_g_per_cm3;
    color::Spectrum absorption_m2_per_g;      ///< mass absorption coefficient, at least 0
    color::Spectrum reduced_scattering_m2_per_g;  ///< non-zero for TiO2 and coarse oxides
    double light_loss_per_100_sed;            ///< photobleaching rate per 100 SED (fraction e-folds), at least 0
    double clearance_factor;                  ///< multiplies the immune clearance rate of depth
    double metabolic_loss_per_year;           ///< e-folds a year beside clearance, at least 0
    bool organic;                             ///< azo and other organics; false for carbon, oxides
};

struct Component {
    std::string pigment;     ///< name of a Pigment
    double mass_fraction;    ///< of the ink's pigment mass; fractions add up to 1
};

/// Components that an ink has at most.
inline constexpr std::size_t most_components = 6;

/// A mixture of pigments by mass and how strongly it is diluted.
struct Ink {
    std::string name;
    std::string title;
    Passport passport;
    std::vector<Component> components;   ///< 1 … most_components
    double pigment_ng_per_dot;   ///< delivered into skin by one standard dot (three-point, single touch)
    std::vector<Pigment> own_pigments;   ///< that its own file states beside the library's
};

/// The pigments and inks of a folder (assets/pigments/*.json, assets/inks/*.json), by name.
struct Library {
    std::map<std::string, Pigment> pigments;
    std::map<std::string, Ink> inks;

    /// Throws Error that lists the known names when there is no such one.
    const Pigment& pigment(const std::string& name) const;
    const Ink& ink(const std::string& name) const;
    /// The ink and its own pigments. Throws Error when `origin` brings a name that is known already.
    void add(Ink ink, const std::string& origin);
    /// Forgets an ink and its own pigments, if there is such one.
    void drop(const std::string& name);
};

/// Those of the assets and the user's own inks (data_folder()/inks/*.json). Throws Error naming file, field
/// and value for anything wrong in the files.
Library load_library(const std::filesystem::path& assets);

} // namespace healed::ink
