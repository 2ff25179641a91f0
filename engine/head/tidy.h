#pragma once

#include "head/soup.h"

#include <string>

namespace healed::head {

/// What was put right in a model.
struct Tidied {
    std::size_t merged = 0;     ///< places that lay on another
    std::size_t degenerate = 0; ///< triangles without area
    std::size_t doubled = 0;    ///< triangles on the same three places as another
    std::size_t turned = 0;     ///< triangles that showed their back
    std::size_t thinned = 0;    ///< triangles that were finer than any picture needs
};

/// Merges places that lie on each other, drops triangles without area, doubled ones and unused places.
/// Throws Error naming `origin` for a place that is not finite and when nothing is left.
void weld(Soup& soup, Tidied& tidied, const std::string& origin);

/// Merges places within cells of space until at most about `most` triangles are left (J. Rossignac, P.
/// Borrel, "Multi-resolution 3D approximations", 1993: the mean stands for a cell).
void thin(Soup& soup, Tidied& tidied, std::size_t most);

/// Drops places that no triangle has.
void drop_unused(Soup& soup);

/// Parts of a model that hang together by shared places.
struct Shells {
    std::vector<std::uint32_t> of_triangle;
    std::size_t count = 0;
};
Shells shells_of(const Soup& soup);

/// Winds triangles alike over each manifold patch and turns the patches whose back sees more of the outside
/// than their front.
void face_outwards(Soup& soup, Tidied& tidied);

/// Number of edges that only one triangle has.
std::size_t open_edges(const Soup& soup);

} // namespace healed::head
