#include "live/painter.h"

#include "base/file.h"
#include "render/light_rig.h"

#include <algorithm>

namespace healed::studio {

namespace {

/// Heads in skins that stay at hand, and treatments of each.
constexpr std::size_t most_seats = 4, most_works = 6;
constexpr int full_points_per_lamp = 16;

bool is_habit(const Json& event) {
    return event.contains("habits") || event.contains("season");
}

/// What dots depend on: everything but how the client lives.
std::string dots_key(const project::Project& project) {
    Json json = project::to_json(project);
    json.erase("client");
    json.erase("title");
    Json events = Json::array();
    for (const Json& event : json["events"])
        if (!is_habit(event))
            events.push_back(event);
    json["events"] = std::move(events);
    return json.dump();
}

std::string life_key(const project::Project& project) {
    Json json = project::to_json(project);
    Json events = Json::array();
    for (const Json& event : json["events"])
        if (is_habit(event))
            events.push_back(event);
    return Json{{"client", json["client"]}, {"events", std::move(events)}}.dump();
}

/// What the head, its hair and its skin depend on. A transplant puts hair within the hairline.
std::string seat_key(const project::Project& project) {
    Json json = project::to_json(project);
    Json& plan = json["plan"];
    for (const char* work : {"needle", "hand", "sessions", "zones", "areas", "test_chart"})
        plan.erase(work);
    // Of what is painted, only the comb turns hair.
    if (Json combed = Json::array(); plan.contains("strokes")) {
        for (const Json& stroke : plan["strokes"])
            if (stroke["kind"] == "comb")
                combed.push_back(stroke);
        plan["strokes"] = std::move(combed);
        if (plan["strokes"].empty())
            plan.erase("strokes");
    }
    if (project.plan.transplant.units_per_cm2 == 0.0)
        plan.erase("hairline");
    Json hair = Json::array();
    for (const Json& event : json["events"])
        if (event.contains("hair"))
            hair.push_back(event);
    return Json{{"folder", project.folder.string()},
                {"head", json["head"]},
                {"skin", json["skin"]},
                {"plan", plan},
                {"hair", hair}}
        .dump();
}

portfolio::Shot shot_of(const Wish& wish, Finish finish) {
    const render::CameraPreset named = render::load_camera_preset(assets_folder(), wish.framing.camera);
    portfolio::Shot shot{.camera = wish.framing.camera,
                         .rig = wish.rig,
                         .orbit = orbit_of(wish.framing, named),
                         .light_turn_deg = turned_back(wish.light_azimuth_deg - named.azimuth_deg),
                         .polarised = wish.polarised,
                         .development = wish.development,
                         .gloss = wish.gloss};
    shot.settings.width = wish.width;
    shot.settings.height = wish.height;
    shot.settings.points_per_lamp = full_points_per_lamp;
    return finish == Finish::Draft ? portfolio::while_moving(shot) : shot;
}

ByteImage with_alpha(const ByteImage& picture) {
    ByteImage image(picture.width, picture.height, 4);
    for (std::size_t i = 0; i < picture.values.size() / 3; ++i) {
        std::copy_n(&picture.values[3 * i], 3, &image.values[4 * i]);
        image.values[4 * i + 3] = 255;
    }
    return image;
}

} // namespace

Painter::Seat& Painter::seat_for(const project::Project& project, const Tell& tell) {
    const std::string key = seat_key(project);
    const auto found = std::ranges::find(seats_, key, &Seat::key);
    if (found != seats_.end()) {
        seats_.splice(seats_.begin(), seats_, found);
        return seats_.front();
    }
    tell(Stage::Head, 0.0);
    auto sitting = std::make_unique<portfolio::Sitting>(
        device_, project, [&](double done) { tell(Stage::Head, done); }, transport::BakeQuality::Draft);
    Work first{dots_key(project), life_key(project), sitting->first()};
    seats_.push_front({key, ++seats_made_, std::move(sitting), {}});
    seats_.front().works.push_front(std::move(first));
    if (seats_.size() > most_seats)
        seats_.pop_back();
    return seats_.front();
}

const portfolio::Treated& Painter::treated(Seat& seat, const project::Project& project, const Tell& tell) {
    const std::string dots = dots_key(project), life = life_key(project);
    const auto same_dots =
        std::ranges::find_if(seat.works, [&](const Work& work) { return work.dots_key == dots; });
    const auto same = std::ranges::find_if(
        seat.works, [&](const Work& work) { return work.dots_key == dots && work.life_key == life; });
    if (same != seat.works.end()) {
        seat.works.splice(seat.works.begin(), seat.works, same);
    } else if (same_dots != seat.works.end()) {
        seat.works.push_front(
            {dots, life, seat.sitting->lived_otherwise(same_dots->treated, project.client)});
    } else {
        tell(Stage::Treatment, 0.0);
        seat.works.push_front({dots, life, seat.sitting->treat(project)});
    }
    if (seat.works.size() > most_works)
        seat.works.pop_back();
    return seat.works.front().treated;
}

Shown Painter::paint(const Wish& wish, Finish finish, const Tell& tell) {
    Seat& seat = seat_for(*wish.plan, tell);
    const portfolio::Treated& work = treated(seat, *wish.plan, tell);
    tell(Stage::Picture, 0.0);
    const portfolio::Shot shot = shot_of(wish, finish);
    render::Picture picture = seat.sitting->take(work, wish.years, shot);
    return {
        .wish = wish,
        .finish = finish,
        .display = with_alpha(picture.display),
        .linear = std::move(picture.linear),
        .exposure = static_cast<double>(
            render::developed(render::load_light_rig(assets_folder(), wish.rig), wish.development).exposure),
        .width_mm = seat.sitting->width_mm(shot)};
}

} // namespace healed::studio
