#pragma once

#include "base/json.h"
#include "color/spectrum.h"

#include <vector>

namespace healed::ink {

/// A spectrum as a sum of few analytic terms, or as samples that someone measured.
/// Wavelengths in nm; the value is in the unit of the heights.
struct Curve {
    /// height · exp(−½((λ − centre)/width)²)
    struct Band {
        double height;
        double centre_nm;
        double width_nm;
    };
    /// height / (1 + exp((λ − centre)/width)): absorbs below centre; a negative width absorbs above it.
    struct Edge {
        double height;
        double centre_nm;
        double width_nm;
    };
    /// at_550nm · (λ/550)^exponent
    struct Power {
        double at_550nm;
        double exponent;
    };
    /// At least 8 measured values at rising wavelengths: straight lines between, constant beyond the ends.
    struct Samples {
        std::vector<double> wavelength_nm;
        std::vector<double> value;
    };

    double constant = 0.0;
    std::vector<Band> bands;
    std::vector<Edge> edges;
    std::vector<Power> powers;
    Samples samples;

    /// Sum of all terms, or 0 where rounding or a negative term takes it below.
    double at(double wavelength_nm) const;
    color::Spectrum spectrum() const;
};

/// Reads {"constant", "bands": [{"height","centre_nm","width_nm"}], "edges": […], "powers":
/// [{"at_550nm","exponent"}], "samples": {"wavelength_nm": […], "value": […]}}, each optional. Throws Error
/// naming file, field and value, also for a curve that is negative somewhere from 380 to 780 nm.
Curve read_curve(JsonReader json);

} // namespace healed::ink
