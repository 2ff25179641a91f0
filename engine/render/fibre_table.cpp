#include "render/fibre_table.h"

#include "hair_physics.h"

#include <cmath>
#include <numbers>

namespace healed::render {
namespace {

using passes::fibre_turns, passes::fibre_rows;
constexpr int rays = 128; ///< over the width of a hair
constexpr float pi = std::numbers::pi_v<float>;

/// Trapezoid weight of a turn, both sides of the hair counted.
float turn_step(std::size_t i) {
    const float whole = 2.0f * pi / static_cast<float>(fibre_turns - 1);
    return i == 0 || i == fibre_turns - 1 ? 0.5f * whole : whole;
}

void add_ray(passes::FibreRow& row, const physics::FibreCrossing& crossing) {
    for (std::size_t i = 0; i < fibre_turns; ++i) {
        const float turn = pi * static_cast<float>(i) / static_cast<float>(fibre_turns - 1);
        for (int order = 0; order < physics::fibre_orders; ++order) {
            const float centre = physics::fibre_turn(order, crossing.gamma_out, crossing.gamma_inside);
            const float share = physics::order_share(order, crossing.mirrored) / rays *
                                physics::turn_lobe(turn - centre, physics::turn_spread_rad);
            row.turns[i].share[order] += share;
        }
    }
    for (int order = 1; order < physics::fibre_orders; ++order)
        row.way[order - 1] +=
            physics::order_share(order, crossing.mirrored) / rays * static_cast<float>(order) * crossing.way;
    const float rest = physics::order_share(physics::fibre_orders, crossing.mirrored) / rays;
    row.albedo[3] += rest;
    row.way[2] += rest * 3.0f * crossing.way;
}

/// Sums each order over all turns, and turns sums of way times share into means.
void finish(passes::FibreRow& row) {
    for (std::size_t i = 0; i < fibre_turns; ++i)
        for (int order = 0; order < physics::fibre_orders; ++order)
            row.albedo[order] += row.turns[i].share[order] * turn_step(i);
    for (int i = 0; i < 3; ++i)
        row.way[i] /= std::max(row.albedo[i + 1], 1e-9f);
}

} // namespace

std::vector<passes::FibreRow> fibre_table() {
    std::vector<passes::FibreRow> table(fibre_rows);
    for (std::size_t k = 0; k < fibre_rows; ++k) {
        const float sine = passes::greatest_fibre_sine * static_cast<float>(k) / (fibre_rows - 1);
        const float cosine = std::sqrt(1.0f - sine * sine);
        for (int ray = 0; ray < rays; ++ray) {
            const float h = (2.0f * static_cast<float>(ray) + 1.0f) / rays - 1.0f;
            add_ray(table[k], physics::fibre_crossing(h, sine, cosine));
        }
        finish(table[k]);
    }
    return table;
}

} // namespace healed::render
