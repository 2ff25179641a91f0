#include "story/monkey.h"

#include "interface/actions.h"
#include "interface/marks.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include <fmt/format.h>
#include <fstream>
#include <random>
#include <unistd.h>

namespace healed::studio {

namespace {

/// What the second half may add to the memory of the first: caches and undo fill, leaks go on.
constexpr double most_growth = 1.15;
constexpr double growth_that_does_not_matter_mb = 48.0;

double resident_mb() {
    std::ifstream stream("/proc/self/statm");
    double all = 0, resident = 0;
    stream >> all >> resident;
    return resident * static_cast<double>(::sysconf(_SC_PAGESIZE)) / 1e6;
}

class Monkey {
  public:
    Monkey(Session& session, std::uint64_t seed) : session_(session), random_(seed) {}

    void act() {
        switch (below(12)) {
        case 0:
        case 1:
        case 2:
            return click_a_part();
        case 3:
            return drag();
        case 4:
            return add({.kind = Input::Kind::Wheel, .y = static_cast<float>(below(7)) - 3.0f});
        case 5:
            return key(below(2) ? GLFW_KEY_ESCAPE : GLFW_KEY_TAB);
        case 6:
            return key(static_cast<int>(GLFW_KEY_SPACE + below(GLFW_KEY_Z - GLFW_KEY_SPACE)));
        case 7:
            return with_control(GLFW_KEY_Z);
        case 8:
            return add({.kind = Input::Kind::Text, .character = 32 + below(96)});
        case 9:
            return below(20) == 0 ? session_.resize(300 + static_cast<int>(below(900)),
                                                    240 + static_cast<int>(below(600)))
                                  : move();
        case 10:
            return below(8) == 0 ? add({.kind = Input::Kind::Drop, .files = {"no-such-file.healed.json"}})
                                 : move();
        default:
            return do_something();
        }
    }

  private:
    std::uint32_t below(std::uint32_t count) { return static_cast<std::uint32_t>(random_() % count); }
    void add(Input input) { session_.feed().add({std::move(input)}); }
    void move() {
        add({.kind = Input::Kind::Move,
             .x = static_cast<float>(below(static_cast<std::uint32_t>(session_.width()))),
             .y = static_cast<float>(below(static_cast<std::uint32_t>(session_.height())))});
    }
    void button(bool down, int code) {
        add({.kind = down ? Input::Kind::Press : Input::Kind::Release, .code = code});
    }
    void click_a_part() {
        const auto& parts = marks().all();
        if (parts.empty())
            return;
        const ImVec2 at =
            std::next(parts.begin(),
                      static_cast<std::ptrdiff_t>(below(static_cast<std::uint32_t>(parts.size()))))
                ->second.middle();
        add({.kind = Input::Kind::Move, .x = at.x, .y = at.y});
        button(true, 0);
        button(false, 0);
    }
    void drag() {
        const int with = static_cast<int>(below(3));
        move();
        button(true, with);
        move();
        move();
        button(false, with);
    }
    void key(int code) {
        add({.kind = Input::Kind::KeyDown, .code = code});
        add({.kind = Input::Kind::KeyUp, .code = code});
    }
    void with_control(int code) {
        add({.kind = Input::Kind::KeyDown, .code = GLFW_KEY_LEFT_CONTROL});
        key(code);
        add({.kind = Input::Kind::KeyUp, .code = GLFW_KEY_LEFT_CONTROL});
    }
    void do_something() {
        const auto all = actions();
        run_action(session_.studio(), all[below(static_cast<std::uint32_t>(all.size()))].id);
    }

    Session& session_;
    std::mt19937_64 random_;
};

} // namespace

std::string play_monkey(Session& session, int steps, std::uint64_t seed) {
    Monkey monkey(session, seed);
    double half_way_mb = 0;
    for (int i = 0; i < steps; ++i) {
        monkey.act();
        while (!session.feed().is_empty())
            session.frame(1.0 / 60.0, false);
        do
            session.frame(1.0 / 60.0);
        while (!session.easel().is_complete());
        session.studio().quits = false;
        if (i == steps / 2)
            half_way_mb = resident_mb();
    }
    const double end_mb = resident_mb();
    const bool grew =
        end_mb > most_growth * half_way_mb && end_mb > half_way_mb + growth_that_does_not_matter_mb;
    return grew
               ? fmt::format("memory grew from {:.0f} to {:.0f} MB over the second half", half_way_mb, end_mb)
               : std::string();
}

} // namespace healed::studio
