#include "treatment/chart_field.h"

#include "base/parallel.h"

#include <algorithm>

namespace healed::treatment {

ChartField::ChartField(int side, const std::function<float(glm::vec2)>& value)
    : side_(side), values_(static_cast<std::size_t>(side) * static_cast<std::size_t>(side)) {
    const auto row = static_cast<std::size_t>(side);
    parallel_for(row, 8, [&](std::size_t begin, std::size_t end) {
        for (std::size_t j = begin; j < end; ++j)
            for (std::size_t i = 0; i < row; ++i)
                values_[j * row + i] = value(centre(static_cast<int>(i), static_cast<int>(j)));
    });
}

float ChartField::at(glm::vec2 chart) const {
    const float last = static_cast<float>(side_ - 1);
    const glm::vec2 p = glm::clamp(chart * static_cast<float>(side_) - 0.5f, 0.0f, last);
    const int i = std::min(static_cast<int>(p.x), side_ - 2), j = std::min(static_cast<int>(p.y), side_ - 2);
    const glm::vec2 t = p - glm::vec2(i, j);
    return glm::mix(glm::mix(cell(i, j), cell(i + 1, j), t.x),
                    glm::mix(cell(i, j + 1), cell(i + 1, j + 1), t.x), t.y);
}

} // namespace healed::treatment
