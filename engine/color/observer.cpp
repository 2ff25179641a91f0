#include "color/observer.h"

#include "base/error.h"
#include "base/table.h"


namespace healed::color {

Spectrum read_spectrum(const std::filesystem::path& file, const char* column) {
    const Table table = read_table(file);
    const std::vector<double> wavelengths = table.column("wavelength_nm");
    const std::vector<double> values = table.column(column);
    if (wavelengths.size() != wavelength_count)
        fail("{}: wavelength_nm: {} rows instead of {} from 380 to 780 nm", table.origin, wavelengths.size(),
             wavelength_count);
    Spectrum spectrum{};
    for (std::size_t i = 0; i < wavelength_count; ++i) {
        if (wavelengths[i] != wavelength_nm(i))
            fail("{}: wavelength_nm: {} in row {} should be {}", table.origin, wavelengths[i], i + 1,
                 wavelength_nm(i));
        if (values[i] < 0.0)
            fail("{}: {}: {} at {} nm is negative", table.origin, column, values[i], wavelengths[i]);
        spectrum[i] = values[i];
    }
    return spectrum;
}

Observer load_observer(const std::filesystem::path& assets) {
    const auto file = assets / "spectra" / "cie1931-2deg.csv";
    return {read_spectrum(file, "x_bar"), read_spectrum(file, "y_bar"), read_spectrum(file, "z_bar")};
}

} // namespace healed::color
