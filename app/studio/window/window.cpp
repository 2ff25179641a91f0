#include "window/window.h"

#include "base/error.h"
#include "gpu/result.h"

#define GLFW_INCLUDE_VULKAN
#include <GLFW/glfw3.h>

#include <array>
#include <cmath>

namespace healed::studio {

namespace {

std::string glfw_problem() {
    const char* words = nullptr;
    glfwGetError(&words);
    return words ? words : "unknown";
}

GLFWcursor* cursor_of(Arrow arrow) {
    static const std::array<GLFWcursor*, 5> cursors{
        glfwCreateStandardCursor(GLFW_ARROW_CURSOR), glfwCreateStandardCursor(GLFW_IBEAM_CURSOR),
        glfwCreateStandardCursor(GLFW_HAND_CURSOR), glfwCreateStandardCursor(GLFW_HRESIZE_CURSOR),
        glfwCreateStandardCursor(GLFW_CROSSHAIR_CURSOR)};
    return cursors[static_cast<std::size_t>(arrow)];
}

} // namespace

/// Each turns GLFW's words into an Input.
struct Window::Events {
    static std::vector<Input>& of(GLFWwindow* window) {
        return static_cast<Window*>(glfwGetWindowUserPointer(window))->inputs_;
    }
    /// Windows are measured in screen units, which on some desktops are not pixels.
    static void move(GLFWwindow* window, double x, double y) {
        int wide = 1, high = 1, across = 1, down = 1;
        glfwGetWindowSize(window, &wide, &high);
        glfwGetFramebufferSize(window, &across, &down);
        of(window).push_back({.kind = Input::Kind::Move,
                              .x = static_cast<float>(x * across / std::max(wide, 1)),
                              .y = static_cast<float>(y * down / std::max(high, 1))});
    }
    static void button(GLFWwindow* window, int button, int action, int) {
        of(window).push_back(
            {.kind = action == GLFW_PRESS ? Input::Kind::Press : Input::Kind::Release, .code = button});
    }
    static void wheel(GLFWwindow* window, double x, double y) {
        of(window).push_back(
            {.kind = Input::Kind::Wheel, .x = static_cast<float>(x), .y = static_cast<float>(y)});
    }
    static void key(GLFWwindow* window, int key, int, int action, int) {
        if (key == GLFW_KEY_UNKNOWN || action == GLFW_REPEAT)
            return;
        of(window).push_back(
            {.kind = action == GLFW_PRESS ? Input::Kind::KeyDown : Input::Kind::KeyUp, .code = key});
    }
    static void text(GLFWwindow* window, unsigned character) {
        of(window).push_back({.kind = Input::Kind::Text, .character = character});
    }
    static void drop(GLFWwindow* window, int count, const char** paths) {
        of(window).push_back({.kind = Input::Kind::Drop, .files = {paths, paths + count}});
    }
    static void expose(GLFWwindow* window) {
        static_cast<Window*>(glfwGetWindowUserPointer(window))->exposed_ = true;
    }
    static void close(GLFWwindow* window) {
        glfwSetWindowShouldClose(window, GLFW_FALSE);
        of(window).push_back({.kind = Input::Kind::Close});
    }
};

Window::Window(const std::string& title, int width, int height) : title_(title) {
    if (!glfwInit())
        fail("window: {} (is there a screen? $DISPLAY or $WAYLAND_DISPLAY says which)", glfw_problem());
    if (!glfwVulkanSupported())
        fail("window: Vulkan has no driver (Debian: mesa-vulkan-drivers)");
    glfwWindowHint(GLFW_CLIENT_API, GLFW_NO_API);
    glfwWindowHint(GLFW_VISIBLE, GLFW_FALSE);
    window_ = glfwCreateWindow(width, height, title.c_str(), nullptr, nullptr);
    if (!window_)
        fail("window: {}", glfw_problem());
    glfwSetWindowUserPointer(window_, this);
    glfwSetCursorPosCallback(window_, Events::move);
    glfwSetMouseButtonCallback(window_, Events::button);
    glfwSetScrollCallback(window_, Events::wheel);
    glfwSetKeyCallback(window_, Events::key);
    glfwSetCharCallback(window_, Events::text);
    glfwSetDropCallback(window_, Events::drop);
    glfwSetWindowCloseCallback(window_, Events::close);
    glfwSetWindowRefreshCallback(window_, Events::expose);
}

Window::~Window() {
    glfwDestroyWindow(window_);
    glfwTerminate();
}

std::vector<const char*> Window::instance_extensions() {
    std::uint32_t count = 0;
    const char** names = glfwGetRequiredInstanceExtensions(&count);
    if (!names)
        fail("window: Vulkan cannot draw on this screen");
    return {names, names + count};
}

VkSurfaceKHR Window::create_surface(VkInstance instance) const {
    VkSurfaceKHR surface = VK_NULL_HANDLE;
    gpu::check(glfwCreateWindowSurface(instance, window_, nullptr, &surface), "window surface");
    return surface;
}

std::vector<Input> Window::take_inputs(double wait_s) {
    if (wait_s > 0.0)
        glfwWaitEventsTimeout(wait_s);
    else
        glfwPollEvents();
    return std::exchange(inputs_, {});
}

void Window::wake() {
    glfwPostEmptyEvent();
}

int Window::width() const {
    int width = 0, height = 0;
    glfwGetFramebufferSize(window_, &width, &height);
    return glfwGetWindowAttrib(window_, GLFW_ICONIFIED) ? 0 : width;
}

int Window::height() const {
    int width = 0, height = 0;
    glfwGetFramebufferSize(window_, &width, &height);
    return glfwGetWindowAttrib(window_, GLFW_ICONIFIED) ? 0 : height;
}

float Window::density() const {
    float x = 1, y = 1;
    glfwGetWindowContentScale(window_, &x, &y);
    return std::max(x, 1.0f);
}

void Window::appear() {
    glfwShowWindow(window_);
}

void Window::resize(int width, int height) {
    glfwSetWindowSize(window_, width, height);
}

void Window::set_title(const std::string& title) {
    if (title != title_)
        glfwSetWindowTitle(window_, title.c_str());
    title_ = title;
}

void Window::set_arrow(Arrow arrow) {
    if (arrow != arrow_)
        glfwSetCursor(window_, cursor_of(arrow));
    arrow_ = arrow;
}

std::string Window::clipboard() const {
    const char* text = glfwGetClipboardString(window_);
    return text ? text : "";
}

void Window::set_clipboard(const std::string& text) {
    glfwSetClipboardString(window_, text.c_str());
}

} // namespace healed::studio
