#pragma once

#include "head/soup.h"

#include <functional>

namespace healed::head {

/// Unit normals at the places of a model: those of its triangles, weighed by their angles there.
std::vector<glm::vec3> normals_of(const Soup& soup);

/// Splits edges longer than `longest_mm(place)` in half, the new places on the curved patch that the normals
/// at both ends suggest (A. Vlachos et al., "Curved PN triangles", I3D 2001), until none is longer or there
/// are `most` triangles. Neighbours split a shared edge alike, so nothing opens. Gives the normals of all
/// places, those of new ones halfway between their ends', which show no facets.
std::vector<glm::vec3> curve_triangles(Soup& soup, const std::function<float(glm::vec3)>& longest_mm,
                                       std::size_t most);

} // namespace healed::head
