#include "story/player.h"

#include "base/error.h"
#include "base/file.h"
#include "interface/actions.h"
#include "interface/marks.h"
#include "live/live_view.h"
#include "story/keys.h"
#include "story/monkey.h"
#include "story/state.h"
#include "story/story.h"

#include <charconv>
#include <cmath>
#include <csignal>
#include <thread>

namespace healed::studio {

namespace {

constexpr double frame_s = 1.0 / 60.0;
constexpr double longest_idle_s = 900.0;

double number(const std::string& word) {
    double value = 0.0;
    const auto [end, problem] = std::from_chars(word.data(), word.data() + word.size(), value);
    if (problem != std::errc() || end != word.data() + word.size())
        fail("\"{}\" is no number", word);
    return value;
}

std::string joined(const std::vector<std::string>& words, std::size_t from) {
    std::string all;
    for (std::size_t i = from; i < words.size(); ++i)
        all += (i > from ? " " : "") + words[i];
    return all;
}

class Player {
  public:
    explicit Player(Session& session) : session_(session) {}

    /// Throws Error for a step that cannot be done; says what an expectation that was not met got instead.
    std::string play(const Step& step) {
        const std::vector<std::string>& words = step.words;
        if (step.verb == "expect")
            return expect(words);
        if (step.verb == "monkey")
            return play_monkey(session_, static_cast<int>(number(words[0])),
                               static_cast<std::uint64_t>(number(words[1])));
        if (step.verb == "idle")
            idle(!words.empty() && words[0] == "all");
        else if (step.verb == "screenshot")
            write_picture(words[0], session_.easel().canvas().picture(), {{"Comment", "simulation"}});
        else if (step.verb == "do")
            act(words[0]);
        else if (step.verb == "size")
            session_.resize(static_cast<int>(number(words[0])), static_cast<int>(number(words[1])));
        else if (step.verb == "wait")
            session_.studio().now_s += number(words[0]);
        else if (step.verb == "kill")
            std::raise(SIGKILL);
        else if (step.verb == "pause")
            live().pause(number(words[0]) != 0.0);
        else if (step.verb == "lose_device")
            live().lose_device();
        else if (step.verb == "lose_window_device")
            session_.easel().canvas().lose_device();
        else
            input(step.verb, words);
        frames(step.verb == "frames" ? static_cast<int>(number(words[0])) : 2);
        return {};
    }
    /// Goes through so many frames, and more while inputs are left or the window still has to be drawn; only
    /// the last are.
    void frames(int count) {
        settle(count - 1);
        do
            session_.frame(frame_s);
        while (!session_.easel().is_complete());
    }

  private:
    void settle(int count) {
        for (int i = 0; i < count || !session_.feed().is_empty(); ++i)
            session_.frame(frame_s, false);
    }
    void add(Input input) { session_.feed().add({std::move(input)}); }

    ImVec2 place(const std::vector<std::string>& words) {
        if (words.size() >= 2)
            return {static_cast<float>(number(words[0])), static_cast<float>(number(words[1]))};
        return middle_of(words[0]);
    }
    ImVec2 middle_of(const std::string& name) {
        marks().bring_to_sight(name);
        settle(4); // until the panel has scrolled and told where everything is now
        marks().bring_to_sight({});
        const std::optional<Marks::Box> box = marks().find(name);
        if (!box)
            fail("\"{}\" is not to be seen", name);
        return box->middle();
    }
    void move(ImVec2 to) { add({.kind = Input::Kind::Move, .x = to.x, .y = to.y}); }
    void button(bool down, int code = 0) {
        add({.kind = down ? Input::Kind::Press : Input::Kind::Release, .code = code});
    }
    void key(bool down, int code) {
        add({.kind = down ? Input::Kind::KeyDown : Input::Kind::KeyUp, .code = code});
    }
    void drag(const std::vector<std::string>& words) {
        const ImVec2 from = middle_of(words[0]);
        const auto across = static_cast<float>(number(words[1])), down = static_cast<float>(number(words[2]));
        const int with = words.size() > 3 ? static_cast<int>(number(words[3])) : 0;
        move(from);
        settle(1);
        button(true, with);
        constexpr int pieces = 8;
        for (int i = 1; i <= pieces; ++i) {
            const float share = static_cast<float>(i) / pieces;
            settle(1);
            move({from.x + share * across, from.y + share * down});
        }
        settle(2);
        button(false, with);
    }
    void input(const std::string& verb, const std::vector<std::string>& words) {
        const auto code = [&] { return words.empty() ? 0 : static_cast<int>(number(words[0])); };
        if (verb == "move") {
            move(place(words));
        } else if (verb == "press" || verb == "release") {
            button(verb == "press", code());
        } else if (verb == "click" || verb == "double_click") {
            move(place(words));
            settle(1);
            for (int i = 0; i < (verb == "click" ? 1 : 2); ++i) {
                button(true);
                button(false);
            }
        } else if (verb == "drag") {
            drag(words);
        } else if (verb == "wheel") {
            add({.kind = Input::Kind::Wheel, .y = static_cast<float>(number(words[0]))});
        } else if (verb == "key") {
            const std::vector<int> keys = keys_of(words[0]);
            for (const int one : keys)
                key(true, one);
            for (auto one = keys.rbegin(); one != keys.rend(); ++one)
                key(false, *one);
        } else if (verb == "down" || verb == "up") {
            key(verb == "down", keys_of(words[0]).front());
        } else if (verb == "type") {
            for (const char letter : joined(words, 0))
                add({.kind = Input::Kind::Text, .character = static_cast<unsigned char>(letter)});
        } else if (verb == "text") {
            add({.kind = Input::Kind::Text, .character = static_cast<std::uint32_t>(number(words[0]))});
        } else if (verb == "drop") {
            add({.kind = Input::Kind::Drop, .files = {joined(words, 0)}});
        } else if (verb == "close") {
            add({.kind = Input::Kind::Close});
        }
    }
    LiveView& live() {
        if (!session_.studio().live)
            fail("there are no pictures and no device that paints them");
        return *session_.studio().live;
    }
    void act(const std::string& id) {
        if (!can_run(session_.studio(), id))
            fail("{}: cannot be done now", id);
        run_action(session_.studio(), id);
    }
    /// Until every picture is there in full, and with `all` every errand is done.
    void idle(bool all) {
        const Studio& studio = session_.studio();
        settle(3);
        const auto works = [&] {
            const bool paints =
                studio.live && !(studio.live->is_idle() && (!all || studio.errands->is_idle()));
            return paints || studio.keeping.valid();
        };
        for (double waited = 0; works(); waited += 0.05) {
            if (waited > longest_idle_s)
                fail("still at work after {} s", longest_idle_s);
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
            session_.frame(0.05, false);
        }
    }
    std::string expect(const std::vector<std::string>& words) {
        settle(2);
        const nlohmann::ordered_json value = value_at(state_of(session_), words[0]);
        const std::string told = value.is_string() ? value.get<std::string>() : value.dump();
        const bool compares = words.size() > 2 && (words[1] == ">" || words[1] == "<");
        const bool holds =
            words[1] == "has"   ? told.find(joined(words, 2)) != std::string::npos
            : words[1] == "not" ? told != joined(words, 2)
            : compares ? value.is_number() && (words[1] == ">" ? value.get<double>() > number(words[2])
                                                               : value.get<double>() < number(words[2]))
            : value.is_number() ? std::abs(value.get<double>() - number(words[1])) < 1e-6
                                : told == joined(words, 1);
        return holds ? std::string() : fmt::format("expected {}, but it is {}", joined(words, 0), told);
    }

    Session& session_;
};

} // namespace

bool play_story(const SessionOptions& options, const std::filesystem::path& file,
                const std::filesystem::path& state) {
    const Story story = read_story(file);
    Session session(options);
    Player player(session);
    player.frames(3);
    bool holds = true;
    for (const Step& step : story.steps) {
        session.clock().set_story_line(step.line);
        std::string problem;
        try {
            problem = player.play(step);
        } catch (const Error& refusal) {
            problem = refusal.what();
        }
        if (!problem.empty()) {
            fmt::print(stderr, "{}:{}: {}\n", story.name, step.line, problem);
            holds = false;
        }
    }
    if (!state.empty())
        write_file(state, state_of(session).dump(2) + "\n");
    return holds;
}

} // namespace healed::studio
