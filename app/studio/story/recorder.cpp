#include "story/recorder.h"

#include "base/error.h"
#include "base/file.h"
#include "story/keys.h"

namespace healed::studio {

namespace {

std::string line_of(const Input& input) {
    switch (input.kind) {
    case Input::Kind::Move:
        return fmt::format("move {:.0f} {:.0f}\n", input.x, input.y);
    case Input::Kind::Press:
        return fmt::format("press {}\n", input.code);
    case Input::Kind::Release:
        return fmt::format("release {}\n", input.code);
    case Input::Kind::Wheel:
        return fmt::format("wheel {}\n", input.y);
    case Input::Kind::KeyDown:
        return fmt::format("down {}\n", key_word(input.code));
    case Input::Kind::KeyUp:
        return fmt::format("up {}\n", key_word(input.code));
    case Input::Kind::Text:
        return fmt::format("text {}\n", input.character);
    case Input::Kind::Close:
        return "close\n";
    default: {
        std::string lines;
        for (const std::string& file : input.files)
            lines += fmt::format("drop {}\n", file);
        return lines;
    }
    }
}

} // namespace

Recorder::Recorder(std::filesystem::path file) : file_(std::move(file)) {
    require_writable(file_);
}

void Recorder::hear(const std::vector<Input>& inputs) {
    if (inputs.empty()) {
        ++still_;
        return;
    }
    if (still_ > 0)
        lines_ += fmt::format("frames {}\n", std::exchange(still_, 0));
    for (const Input& input : inputs)
        lines_ += line_of(input);
    lines_ += "frames 1\n";
}

Recorder::~Recorder() {
    try {
        write_file(file_, lines_);
    } catch (const Error& problem) {
        fmt::print(stderr, "healed-studio: {}\n", problem.what());
    }
}

} // namespace healed::studio
