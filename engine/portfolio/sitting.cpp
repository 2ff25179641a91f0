#include "portfolio/sitting.h"

#include "aging/carry_out.h"
#include "base/file.h"
#include "color/illuminant.h"
#include "project/heads.h"
#include "render/beard.h"
#include "render/face_hair.h"
#include "render/long_strands.h"
#include "render/veins.h"
#include "study/hair_bands.h"

#include <algorithm>
#include <cmath>

namespace healed::portfolio {

namespace {

/// How far behind the hairline close pictures are taken, mm on the skin.
constexpr float behind_hairline_mm = 16.0f;
/// How near to the midline the hairline is looked for.
constexpr float midline_mm = 12.0f;

/// Where the work is: the middle of the first area that the plan names, else a little behind the middle of
/// the hairline; without dots the middle of the chart.
glm::vec2 place_of_work(const head::Head& head, const treatment::Plan& plan,
                        const std::vector<treatment::Dot>& dots) {
    if (!plan.areas.empty())
        return treatment::middle(treatment::ScalpFrame(head), plan.areas.front());
    const treatment::Dot* front = nullptr;
    for (const treatment::Dot& dot : dots)
        if (std::abs(dot.position_mm.x) < midline_mm && (!front || dot.position_mm.z > front->position_mm.z))
            front = &dot;
    if (!front)
        return {0.5f, 0.5f};
    const float side_mm = glm::length(head.chart.jacobian_at(front->chart)[1]);
    return front->chart + glm::vec2(0.0f, behind_hairline_mm / side_mm);
}

/// ∂ ln blood / ∂ Δa*: how much more blood makes skin redder by one unit.
double blood_per_redness(const render::SkinOptics& skin) {
    constexpr double step = 0.2;
    transport::BandValues flushed;
    for (std::size_t band = 0; band < transport::band_count; ++band)
        flushed[band] = static_cast<float>(std::exp(step * skin.bands[band].per_blood));
    transport::BandValues bare;
    bare.fill(1.0f);
    const double redder = skin.colour.lab(flushed).a - skin.colour.lab(bare).a;
    return redder > 1e-6 ? step / redder : 0.0;
}

/// Texels of the scalp chart for a picture: as fine as its samples, so that a head that fills it shows its
/// dots as it should, and no finer.
std::uint32_t chart_side(const Shot& shot) {
    const render::PictureSettings& settings = shot.settings;
    if (shot.ink_side != 0)
        return shot.ink_side;
    return settings.height * settings.supersamples > 1200 ? 2048 : 1024;
}

/// Depth of the scalp that is nearest to the camera in the middle of its picture, where a photographer
/// focuses; of all of the scalp where there is none.
float nearest_scalp_mm(const render::Camera& camera, const head::ScalpChart& chart) {
    constexpr std::size_t every = 61;
    constexpr float middle = 0.6f;
    float in_middle = camera.far_mm, anywhere = camera.far_mm;
    for (std::size_t i = 0; i < chart.on_scalp.size(); i += every) {
        if (!chart.on_scalp[i])
            continue;
        const glm::vec3 from_eye = chart.position_mm[i] - camera.position_mm;
        const float depth = glm::dot(from_eye, camera.forward);
        const float reach = middle * camera.tan_half_height * depth;
        anywhere = std::min(anywhere, depth);
        if (std::abs(glm::dot(from_eye, camera.right)) < reach &&
            std::abs(glm::dot(from_eye, camera.up)) < reach)
            in_middle = std::min(in_middle, depth);
    }
    return in_middle < camera.far_mm ? in_middle : anywhere;
}

/// No beard of a woman, and of an imported head, which does not tell.
render::UnderSkin under_skin(const head::Head& head, const project::HeadChoice& choice) {
    const bool man = choice.file.empty() && choice.shape.sex == head::Sex::Man;
    return {.beard_per_mm2 =
                man ? render::beard_per_mm2(head) : std::vector<float>(head.mesh.vertices.size()),
            .veins = render::veins_under(head)};
}

render::Strands strands(const head::Head& head, std::span<const float> beard_per_mm2,
                        const treatment::Treatment& treatment, const treatment::Plan& plan) {
    // Who has the head shaved has the face shaved no longer than a day or two ago.
    constexpr double longest_beard_mm = 0.6;
    const render::Strands beard =
        render::stubble(head, render::beard(head, beard_per_mm2, plan.seed),
                        std::min(plan.follicles.stubble_mm, longest_beard_mm), plan.seed);
    render::Strands all = plan.long_hair
                              ? render::long_strands(head, treatment.hairs, *plan.long_hair, plan.seed)
                              : render::stubble(head, treatment.hairs, plan.follicles.stubble_mm, plan.seed);
    for (const render::Strands& more :
         {beard, render::brows(head, plan.seed), render::lashes(head, plan.seed)})
        all.insert(all.end(), more.begin(), more.end());
    return all;
}

render::Model model_of(const gpu::Device& device, const head::Head& head, const Treated& treated) {
    const render::UnderSkin under = under_skin(head, treated.project.head);
    return {device, head, strands(head, under.beard_per_mm2, treated.treatment, treated.project.plan), under};
}

} // namespace

bool share_a_sitting(const project::Project& one, const project::Project& other) {
    const auto client = [](const project::Project& project) {
        Json json = project::to_json(project);
        for (const char* key : {"title", "client", "bookmarks"})
            json.erase(key);
        for (const char* key : {"needle", "hand", "sessions"})
            json["plan"].erase(key);
        return json;
    };
    return client(one) == client(other);
}

Sitting::Sitting(const gpu::Device& device, const project::Project& project, const Progress& progress,
                 transport::BakeQuality quality)
    : device_(device), assets_(assets_folder()), library_(ink::load_library(assets_)),
      head_(project::head_of(project)), first_(treat(project)),
      skin_(project.skin, skin::load_haemoglobin(assets_)),
      tables_(transport::cached_skin_tables(device, skin_, quality, progress)),
      model_(model_of(device, head_, first_)), stage_(device),
      marks_(render::marks_image(device, head_, project.plan.marks, project.plan.seed)),
      place_(place_of_work(head_, project.plan, first_.treatment.dots)) {}

Treated Sitting::treat(const project::Project& project) {
    return {project, aging::carry_out(head_, project.plan, library_, project.client), ++treated_};
}

Treated Sitting::lived_otherwise(const Treated& treated, const aging::Client& client) {
    Treated other = treated;
    other.project.client = client;
    other.number = ++treated_;
    return other;
}

render::Picture Sitting::take(const Treated& treated, double years, const Shot& asked,
                              const Progress& following) {
    const Shot shot = through_bookmark(asked, treated.project.bookmarks);
    check(shot);
    const render::CameraPreset preset = render::load_camera_preset(assets_, shot.camera);
    const bool close = preset.aim == render::Aim::Place;
    const render::LightRig rig =
        render::developed(render::load_light_rig(assets_, shot.rig), shot.development);
    const SkinInLight& skin = skin_under(rig.light);
    Laid wanted{treated.number, years, rig.light, close ? 0 : chart_side(shot), shot.paths};
    if (shot.paths > 0)
        wanted.part = render::part_seen(
            camera(shot), static_cast<float>(shot.settings.width) / static_cast<float>(shot.settings.height),
            render::TangentPlane(head_.chart, place_));
    constexpr double ink_share = 0.8;
    lay_ink(wanted, treated, skin.optics, [&](double done) { following(ink_share * done); });
    render::Scene scene{.skin = skin.optics, .viewing = skin.viewing};
    scene.years = years;
    scene.follicles = treated.project.plan.follicles;
    scene.rig = close
                    ? render::facing(render::turned(rig, shot.light_turn_deg), head_.chart.normal_at(place_))
                    : render::turned(rig, preset.azimuth_deg + shot.light_turn_deg);
    scene.look.gloss = shot.gloss;
    scene.look.crossed_polarisers = shot.polarised;
    scene.camera = camera(shot);
    scene.marks = marks_ ? &*marks_ : nullptr;
    const transport::BandDarkenings shaft = tables_.dots.shaft(
        render::beard_radius_mm, study::hair_absorption_per_mm(treated.project.plan.follicles));
    std::ranges::transform(shaft, scene.beard_mm2.begin(), &transport::Darkening::area_mm2);
    scene.ink = close ? macro_->window() : chart_->window();
    return render::take_picture(stage_, model_, scene, shot.settings, [&](double done) {
        following(shot.paths > 0 ? ink_share + (1.0 - ink_share) * done : done);
    });
}

const Sitting::SkinInLight& Sitting::skin_under(const std::string& light) {
    const auto known = skin_under_.find(light);
    if (known != skin_under_.end())
        return known->second;
    const color::Viewing viewing(color::load_observer(assets_), color::load_light(assets_, light));
    return skin_under_
        .emplace(light,
                 SkinInLight{viewing, render::skin_optics(skin_.settings(), skin_.haemoglobin(), viewing)})
        .first->second;
}

void Sitting::lay_ink(const Laid& wanted, const Treated& treated, const render::SkinOptics& in_light,
                      const Progress& following) {
    const bool close = wanted.chart_side == 0;
    std::optional<Laid>& laid = close ? laid_macro_ : laid_chart_;
    if (laid == wanted)
        return;
    laid.reset();
    const render::AgedInk ink = render::aged_ink(treated.treatment, treated.project.plan, library_,
                                                 treated.project.client, wanted.years);
    const study::HealingOptics skin{.blood_per_redness = blood_per_redness(in_light),
                                    .bare = tables_.bare,
                                    .veil_scatter = study::veil_scatter()};
    if (close) {
        if (!macro_)
            macro_.emplace(device_, tables_);
        const bool exactly = wanted.part.size().x > 0;
        if (exactly)
            follow_light(wanted, ink, skin, following);
        macro_->fill(ink, head_, place_, skin, exactly ? &*replay_ : nullptr);
    } else {
        if (!chart_ || chart_->side() != wanted.chart_side)
            chart_.emplace(device_, head_, wanted.chart_side);
        chart_->fill(ink, tables_.dots, skin);
    }
    laid = wanted;
}

void Sitting::follow_light(const Laid& wanted, const render::AgedInk& ink, const study::HealingOptics& skin,
                           const Progress& following) {
    const Laid of_what{wanted.treated, wanted.years, {}, 0, 0, wanted.part};
    if (replayed_ != of_what || replay_->paths() > wanted.paths) {
        replayed_.reset();
        const render::TangentPlane plane(head_.chart, place_);
        replay_.emplace(absorbers_near(ink, plane, skin), skin_, wanted.part);
        replayed_ = of_what;
    }
    replay_->follow_up_to(wanted.paths, device_, following);
}

std::optional<render::ReplayNoise> Sitting::noise() const {
    return replay_ && replay_->paths() > 0 ? std::optional(replay_->noise()) : std::nullopt;
}

render::Camera Sitting::camera(const Shot& asked) const {
    const Shot shot = through_bookmark(asked, first_.project.bookmarks);
    const render::CameraPreset preset = render::load_camera_preset(assets_, shot.camera);
    render::Camera camera = render::frame_head(render::moved(preset, shot.orbit), head_, place_);
    if (shot.f_number > 0.0f) {
        if (preset.aim != render::Aim::Place)
            camera.focus_mm = nearest_scalp_mm(camera, head_.chart);
        camera.lens_mm = render::lens_width_mm(camera, shot.f_number);
    }
    return camera;
}

double Sitting::width_mm(const Shot& asked) const {
    const Shot shot = through_bookmark(asked, first_.project.bookmarks);
    return frame_width_mm(render::moved(render::load_camera_preset(assets_, shot.camera), shot.orbit),
                          shot.settings);
}

} // namespace healed::portfolio
