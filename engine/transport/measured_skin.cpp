#include "transport/measured_skin.h"

#include "base/error.h"
#include "base/file.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <sstream>
#include <string>

namespace healed::transport {
namespace {

std::string trimmed(const std::string& text) {
    const std::size_t first = text.find_first_not_of(" \t\r\"");
    return first == std::string::npos ? "" : text.substr(first, text.find_last_not_of(" \t\r\"") - first + 1);
}

std::vector<std::string> cells_of(const std::string& line) {
    std::vector<std::string> cells;
    std::istringstream stream(line);
    for (std::string cell; std::getline(stream, cell, ',');)
        cells.push_back(trimmed(cell));
    return cells;
}

std::size_t column(const std::vector<std::string>& header, const std::string& name, const std::string& file) {
    const auto found = std::find(header.begin(), header.end(), name);
    if (found == header.end())
        fail("{}: has no column \"{}\"; the first line names the columns, between commas", file, name);
    if (std::find(found + 1, header.end(), name) != header.end())
        fail("{}: has two columns \"{}\"", file, name);
    return static_cast<std::size_t>(found - header.begin());
}

double number(const std::vector<std::string>& cells, std::size_t index, const std::string& place) {
    const std::string cell = index < cells.size() ? cells[index] : "";
    double value = 0.0;
    const auto [end, problem] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (problem != std::errc{} || end != cell.data() + cell.size() || !std::isfinite(value))
        fail("{}: \"{}\" is not a finite number", place, cell);
    return value;
}

void check_point(const MeasuredSkin& skin, const std::string& place) {
    const double wavelength = skin.wavelength_nm.back(), reflectance = skin.reflectance.back();
    const std::size_t count = skin.wavelength_nm.size();
    if (wavelength < 200.0 || wavelength > 3000.0)
        fail("{}: wavelength_nm: {} is outside 200 … 3000 nm", place, wavelength);
    if (count > 1 && wavelength == skin.wavelength_nm[count - 2])
        fail("{}: wavelength_nm: {} stands twice", place, wavelength);
    if (count > 1 && wavelength < skin.wavelength_nm[count - 2])
        fail("{}: wavelength_nm: {} is below {} before it; they must rise", place, wavelength,
             skin.wavelength_nm[count - 2]);
    if (reflectance > 2.0)
        fail("{}: reflectance: {} is outside 0 … 1; per cent? divide by 100", place, reflectance);
    if (reflectance < 0.0 || reflectance > 1.0)
        fail("{}: reflectance: {} is outside 0 … 1", place, reflectance);
}

void check_span(const MeasuredSkin& skin, const std::string& file) {
    const std::vector<double>& at = skin.wavelength_nm;
    const auto used = [](double nm) { return nm >= used_from_nm && nm <= used_to_nm; };
    const auto count = static_cast<std::size_t>(std::count_if(at.begin(), at.end(), used));
    if (count < fewest_points)
        fail("{}: wavelength_nm: {} points from {} to {} nm are fewer than {}", file, count, used_from_nm,
             used_to_nm, fewest_points);
    if (at.front() > spanned_from_nm || at.back() < spanned_to_nm)
        fail("{}: wavelength_nm: {} … {} nm does not cover {} … {} nm", file, at.front(), at.back(),
             spanned_from_nm, spanned_to_nm);
    for (std::size_t i = 1; i < at.size(); ++i)
        if (at[i] - at[i - 1] > widest_gap_nm && at[i] > spanned_from_nm && at[i - 1] < spanned_to_nm)
            fail("{}: wavelength_nm: from {} to {} nm nothing was measured", file, at[i - 1], at[i]);
}

/// Half of the values below what the surface alone sends back cannot hold its mirror image.
void check_specular(const MeasuredSkin& skin, const std::string& file) {
    if (skin.specular == Specular::Excluded)
        return;
    const PlaneReflectance surface =
        plane_reflectance({1.0, 1.4, {{1.0, 1.4, 0.8, 1e6, 1.0}}}, fewest_streams);
    const double mirrored = as_measured(surface, skin.light, Specular::Included);
    std::vector<double> sorted = skin.reflectance;
    std::nth_element(sorted.begin(), sorted.begin() + static_cast<long>(sorted.size() / 2), sorted.end());
    if (const double median = sorted[sorted.size() / 2]; median < mirrored)
        fail("{}: reflectance: half the values are below {:.3g}, less than the {:.3g} that the surface of "
             "skin "
             "mirrors; was the specular part excluded?",
             file, median, mirrored);
}

} // namespace

MeasuredSkin read_measured_skin(const std::filesystem::path& path, Incidence light, Specular specular) {
    const std::string file = path.string();
    std::string content = read_file(path);
    if (content.rfind("\xef\xbb\xbf", 0) == 0)
        content.erase(0, 3);
    std::istringstream lines(content);
    MeasuredSkin skin{{}, {}, light, specular};
    std::vector<std::string> header;
    std::size_t number_of_line = 0, at_wavelength = 0, at_reflectance = 0;
    for (std::string line; std::getline(lines, line);) {
        ++number_of_line;
        if (const std::string text = trimmed(line); text.empty() || text.front() == '#')
            continue;
        const std::vector<std::string> cells = cells_of(line);
        if (header.empty()) {
            header = cells;
            at_wavelength = column(header, "wavelength_nm", file);
            at_reflectance = column(header, "reflectance", file);
            continue;
        }
        const std::string place = fmt::format("{}: line {}", file, number_of_line);
        skin.wavelength_nm.push_back(number(cells, at_wavelength, place + ": wavelength_nm"));
        skin.reflectance.push_back(number(cells, at_reflectance, place + ": reflectance"));
        check_point(skin, place);
    }
    if (skin.wavelength_nm.empty())
        fail("{}: holds no spectrum", file);
    check_span(skin, file);
    check_specular(skin, file);
    return skin;
}

double as_measured(const PlaneReflectance& stack, Incidence light, Specular specular) {
    if (light == Incidence::Normal)
        return specular == Specular::Included ? stack.total_normal() : stack.reflectance_normal;
    return specular == Specular::Included ? stack.total_diffuse() : stack.reflectance_diffuse;
}

} // namespace healed::transport
