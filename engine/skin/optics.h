#pragma once

#include "skin/settings.h"
#include "skin/stack.h"

#include <filesystem>
#include <vector>

namespace healed::skin {

/// The layers of a skin from the surface down. Fat is semi-infinite.
enum class Layer { Epidermis, PapillaryDermis, ReticularDermis, Fat };
inline constexpr int layer_count = 4;

/// Molar extinction of haemoglobin, decadic, in 1/(cm M), at rising wavelengths.
struct Haemoglobin {
    std::vector<double> wavelength_nm;
    std::vector<double> oxygenated;
    std::vector<double> deoxygenated;

    /// Absorption of whole blood in 1/mm, 150 g/l of haemoglobin; linear between the tabulated wavelengths.
    double blood_absorption_per_mm(double wavelength_nm, double saturation) const;
};

/// assets/skin/haemoglobin.csv. Throws Error naming the file.
Haemoglobin load_haemoglobin(const std::filesystem::path& assets);

/// Layered skin as light of any wavelength from 380 to 780 nm meets it.
class Skin {
  public:
    Skin(SkinSettings settings, Haemoglobin haemoglobin);

    /// The four layers in air, index below matched to the fat.
    OpticalStack stack_at(double wavelength_nm) const;
    OpticalLayer layer_at(Layer layer, double wavelength_nm) const;
    const SkinSettings& settings() const { return settings_; }
    const Haemoglobin& haemoglobin() const { return haemoglobin_; }

  private:
    double absorption_per_mm(Layer layer, double wavelength_nm) const;

    SkinSettings settings_;
    Haemoglobin haemoglobin_;
};

/// Absorption inside a melanosome, 1/mm.
double melanosome_absorption_per_mm(double wavelength_nm);
/// Absorption of tissue without blood and melanin, 1/mm.
double baseline_absorption_per_mm(double wavelength_nm);
/// μs' = μs(1 − g) of a layer before the scattering factor, 1/mm.
double reduced_scattering_per_mm(Layer layer, double wavelength_nm);
/// Mean cosine of the scattering angle in skin.
double anisotropy(double wavelength_nm);

} // namespace healed::skin
