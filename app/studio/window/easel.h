#pragma once

#include "window/canvas.h"
#include "window/swapchain.h"
#include "window/window.h"

#include <memory>
#include <string>

namespace healed::studio {

/// All that the window is drawn with, made anew as a whole when its device goes away: what is drawn names
/// pictures, and not where a device holds them.
class Easel {
  public:
    /// `window` is null where nobody looks. A device that cannot be had, or cannot show pictures on this
    /// screen, gives way to software, and `refusal` says why. Throws Error where there is no software either.
    Easel(Window* window, const std::string& wanted, std::string& refusal);

    /// Puts the canvas on the screen where it is not there yet. Throws Error when the device was lost.
    void show();
    /// Whether the last frame has been drawn and shown with all its pictures.
    bool is_complete() const { return canvas_->is_complete() && shown_; }

    Canvas& canvas() { return *canvas_; }
    const std::string& device_name() const { return device_->name(); }

  private:
    void set_up(const std::string& wanted);

    Window* window_;
    std::unique_ptr<gpu::Device> device_;
    std::unique_ptr<Swapchain> swapchain_;
    std::unique_ptr<Canvas> canvas_;
    std::uint64_t version_ = 0; ///< of the canvas that the screen shows
    bool shown_ = true;
};

} // namespace healed::studio
