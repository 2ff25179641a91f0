#pragma once

#include "head/form.h"
#include "head/scan.h"

namespace healed::head {

/// Triangles that no place outside sees: the inside of a mouth, of a skull, teeth behind lips. A rim of them
/// is kept around what is seen. Gives the number dropped.
std::size_t drop_hidden(Soup& soup);

/// A ball of an eye, put in the place of an eye's own shells.
struct Eyeball {
    glm::dvec3 centre_mm;
    double radius_mm;
};

/// The mesh of a scan for pictures: every attribute of the vertices is filled; places of the chart are those
/// of `chart` where the skin lies on it, and off it elsewhere.
Mesh mesh_of(const Soup& soup, std::span<const glm::vec3> normals, const ScalpChart& chart, const Form& form,
             std::span<const Eyeball> eyes);

} // namespace healed::head
