#pragma once

#include "window/input.h"

#include <memory>
#include <string>
#include <utility>
#include <vector>
#include <vulkan/vulkan.h>

struct GLFWwindow;

namespace healed::studio {

/// How the mouse's arrow looks.
enum class Arrow { Plain, Text, Hand, Sideways, Cross };

/// One window of the desktop and what happens to it.
class Window {
  public:
    /// Throws Error when there is no screen, or none that Vulkan can draw to.
    Window(const std::string& title, int width, int height);
    ~Window();
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;

    /// Extensions that a Vulkan instance needs to draw on a screen.
    static std::vector<const char*> instance_extensions();
    VkSurfaceKHR create_surface(VkInstance instance) const;

    /// What was done since the last call, in order; waits for something up to so many seconds, 0 not at all.
    std::vector<Input> take_inputs(double wait_s);
    /// Ends the wait of another thread.
    static void wake();

    /// Of what can be drawn on, pixels; 0×0 when iconified.
    int width() const;
    int height() const;
    /// Pixels of this screen over those of a usual one: 1, or 2 on a dense screen.
    float density() const;
    /// Until then nobody sees it.
    void appear();
    void resize(int width, int height);
    /// Whether, since the last call, the desktop forgot what the window shows.
    bool take_exposed() { return std::exchange(exposed_, false); }
    void set_title(const std::string& title);
    void set_arrow(Arrow arrow);

    std::string clipboard() const;
    void set_clipboard(const std::string& text);

  private:
    struct Events; ///< the callbacks of GLFW
    GLFWwindow* window_;
    std::vector<Input> inputs_;
    std::string title_;
    Arrow arrow_ = Arrow::Plain;
    bool exposed_ = false;
};

} // namespace healed::studio
