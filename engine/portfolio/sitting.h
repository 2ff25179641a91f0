#pragma once

#include "base/progress.h"
#include "gpu/device.h"
#include "head/head.h"
#include "ink/ink.h"
#include "portfolio/shot.h"
#include "project/project.h"
#include "render/ink_chart.h"
#include "render/ink_macro.h"
#include "render/macro_replay.h"
#include "render/marks_image.h"
#include "render/picture.h"
#include "skin/optics.h"
#include "treatment/treat.h"

#include <filesystem>
#include <map>
#include <optional>
#include <string>

namespace healed::portfolio {

/// A plan carried out on a sitting's head.
struct Treated {
    project::Project project;
    treatment::Treatment treatment;
    std::uint64_t number; ///< of the sitting's treatments, each its own
};

/// Whether one sitting takes pictures of both: head, skin, hair and marks are the same.
bool share_a_sitting(const project::Project& one, const project::Project& other);

/// A client before the camera: the head with its hair, the skin, and what light does in it, computed once.
/// Takes pictures of any plan for that head, skin and hair, at any time.
class Sitting {
  public:
    /// Builds the head, plants the hair and bakes the skin's tables (or reads them from the cache), telling
    /// `progress`. Throws Error for an unknown ink.
    Sitting(const gpu::Device& device, const project::Project& project, const Progress& progress,
            transport::BakeQuality quality = transport::BakeQuality::Final);

    /// Carries out another plan on the same head; only its inks, needle, hand and sessions may differ.
    Treated treat(const project::Project& project);
    /// The same dots in a client who lives otherwise.
    Treated lived_otherwise(const Treated& treated, const aging::Client& client);
    const Treated& first() const { return first_; }
    const head::Head& head() const { return head_; }
    const transport::SkinTables& tables() const { return tables_; }

    /// One picture `years` after the last session. What did not change since the last picture is not computed
    /// again: another camera costs a frame, another time the ink as well, another light its shadows. More
    /// paths of light than before add to those, and `following` hears of them. Throws Error for a shot that
    /// check() refuses and settings out of range.
    render::Picture take(
        const Treated& treated, double years, const Shot& shot, const Progress& following = [](double) {});

    /// Of the last picture that followed paths of light.
    std::optional<render::ReplayNoise> noise() const;

    render::Camera camera(const Shot& shot) const;
    /// What the width of a picture spans where the camera is aimed, mm.
    double width_mm(const Shot& shot) const;

  private:
    /// The client's skin under one spectrum.
    struct SkinInLight {
        color::Viewing viewing;
        render::SkinOptics optics;
    };
    /// What the ink's images depend on.
    struct Laid {
        std::uint64_t treated;
        double years;
        std::string light;
        std::uint32_t chart_side; ///< 0: dot by dot, about the place
        std::uint64_t paths = 0;
        render::WindowPart part{}; ///< where light is followed
        bool operator==(const Laid&) const = default;
    };

    const SkinInLight& skin_under(const std::string& light);
    void lay_ink(const Laid& wanted, const Treated& treated, const render::SkinOptics& skin,
                 const Progress& following);
    void follow_light(const Laid& wanted, const render::AgedInk& ink, const study::HealingOptics& skin,
                      const Progress& following);

    const gpu::Device& device_;
    std::filesystem::path assets_;
    ink::Library library_;
    head::Head head_;
    std::uint64_t treated_ = 0; ///< so many times; counts `first_` too
    Treated first_;
    skin::Skin skin_;
    transport::SkinTables tables_;
    std::map<std::string, SkinInLight> skin_under_; ///< by the name of the light
    render::Model model_;
    render::Stage stage_;
    std::optional<render::InkChart> chart_;       ///< as fine as the last picture wanted
    std::optional<render::InkMacro> macro_;       ///< made when first asked for
    std::optional<Laid> laid_chart_, laid_macro_; ///< what they hold
    std::optional<render::MacroReplay> replay_;   ///< of the ink at one time, in one part of the window
    std::optional<Laid> replayed_;                ///< what it follows
    std::optional<gpu::Image> marks_;             ///< of the plan that the sitting was made for
    glm::vec2 place_;                             ///< on the chart: what close cameras look at
};

} // namespace healed::portfolio
