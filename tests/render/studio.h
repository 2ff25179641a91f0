#pragma once

#include "base/file.h"
#include "gpu_device.h"
#include "render/picture.h"
#include "shapes.h"

namespace healed::test {

inline const color::Viewing& daylight() {
    static const color::Viewing viewing = color::load_daylight_viewing(assets_folder());
    return viewing;
}

/// Pipelines and images are made once a test program; they go before the device does.
class StageEnvironment : public testing::Environment {
  public:
    static render::Stage& stage() {
        if (!stage_)
            stage_ = std::make_unique<render::Stage>(device());
        return *stage_;
    }
    void TearDown() override { stage_.reset(); }

  private:
    static inline std::unique_ptr<render::Stage> stage_;
};

inline const testing::Environment* const stage_environment =
    testing::AddGlobalTestEnvironment(new StageEnvironment);

inline render::Stage& stage() {
    return StageEnvironment::stage();
}

/// Smooth, even, seen without what it mirrors, under an even sky of luminance 1.
inline render::Scene plain_scene(const render::SkinOptics& skin) {
    render::Scene scene{.skin = skin, .viewing = daylight()};
    scene.look = {.gloss = {.oil = 0.0f}, .relief = 0.0f, .unevenness = 0.0f, .crossed_polarisers = true};
    scene.rig.sky = render::Sky::even(1.0f);
    return scene;
}

/// From 2 m in a direction, at a target in the origin.
inline render::Camera camera_from(glm::vec3 direction, float frame_height_mm) {
    return render::look_at(2000.0f * glm::normalize(direction), glm::vec3(0), {0, 1, 0}, frame_height_mm,
                           500.0f);
}

inline render::PictureSettings measured(int width, int height, int supersamples = 1) {
    return {.width = width, .height = height, .supersamples = supersamples, .view = render::View::Measure};
}

/// Mean linear green of a rectangle of pixels: for greys their luminance.
inline double mean_green(const FloatImage& linear, int x0, int y0, int x1, int y1) {
    double sum = 0;
    for (int y = y0; y < y1; ++y)
        for (int x = x0; x < x1; ++x)
            sum += static_cast<double>(linear.at(x, y)[1]);
    return sum / ((x1 - x0) * (y1 - y0));
}

} // namespace healed::test
