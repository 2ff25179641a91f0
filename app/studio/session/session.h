#pragma once

#include "interface/studio.h"
#include "session/feed.h"
#include "session/frame_clock.h"
#include "window/easel.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

struct ImGuiContext;

namespace healed::studio {

/// How a session begins.
struct SessionOptions {
    bool screen = true;         ///< a window on the desktop; without, the same is drawn for nobody to see
    bool pictures = true;       ///< without, the head stays empty and nothing works in the background
    double picture_scale = 1.0; ///< pixels of a picture over those of its pane, 0.05 … 2
    std::string device;         ///< as gpu::DeviceOptions::wanted
    std::optional<int> width, height; ///< of the window; otherwise as it was last time
    std::filesystem::path plan;       ///< to open; empty for none
    bool remembers = true;            ///< reads and writes what the window remembers
};

/// A window from its opening to its end.
class Session {
  public:
    /// Throws Error when there is no screen, no device or no font.
    explicit Session(const SessionOptions& options);
    ~Session();
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    Studio& studio() { return *studio_; }
    Easel& easel() { return *easel_; }
    Feed& feed() { return feed_; }

    /// Waits for something to happen, draws, and so on until the person leaves. `heard` sees every input.
    void run(const std::function<void(const std::vector<Input>&)>& heard);
    /// One frame, `passed_s` after the one before. One that is not drawn is gone through all the same, and
    /// leaves on the screen what was there.
    void frame(double passed_s, bool drawn = true);
    /// Of the window, pixels, at least 1×1.
    void resize(int width, int height);
    /// What is drawn on, pixels.
    int width() const;
    int height() const;
    FrameClock& clock() { return clock_; }

  private:
    void begin_imgui();
    void load_letters();
    void warm_up();
    void draw(int wide, int high);
    void go_on_in_software(const std::string& loss);
    void show();
    void hand_over(const std::vector<Input>& others);
    void keep_what_is_unsaved();
    double wait_s() const;
    void remember() const;

    FrameClock clock_;
    SessionOptions options_;
    std::unique_ptr<Window> window_;
    std::unique_ptr<Easel> easel_;
    ImGuiContext* context_ = nullptr;
    Texture letters_;
    std::unique_ptr<Studio> studio_;
    Feed feed_;
    int width_, height_;    ///< without a screen
    int lively_frames_ = 3; ///< frames still to be drawn though nothing happens: layouts settle in some
};

} // namespace healed::studio
