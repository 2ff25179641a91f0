#include "window/easel.h"

#include "base/error.h"
#include "live/device.h"

namespace healed::studio {

Easel::Easel(Window* window, const std::string& wanted, std::string& refusal) : window_(window) {
    try {
        set_up(wanted);
    } catch (const Error& problem) {
        refusal = problem.what();
        canvas_.reset();
        swapchain_.reset();
        set_up(software_device);
    }
}

void Easel::set_up(const std::string& wanted) {
    gpu::DeviceOptions options{.wanted = wanted};
    if (window_) {
        options.instance_extensions = Window::instance_extensions();
        options.device_extensions = {VK_KHR_SWAPCHAIN_EXTENSION_NAME};
    }
    device_ = std::make_unique<gpu::Device>(options);
    if (window_)
        swapchain_ = std::make_unique<Swapchain>(*device_, window_->create_surface(device_->instance()));
    canvas_ = std::make_unique<Canvas>(*device_, swapchain_ ? swapchain_->order() : Order::RedFirst);
}

void Easel::show() {
    if (!swapchain_ || !canvas_->is_drawn())
        return;
    const auto width = static_cast<std::uint32_t>(window_->width()),
               height = static_cast<std::uint32_t>(window_->height());
    if (swapchain_->fit(width, height) || window_->take_exposed())
        shown_ = false;
    else if (version_ != canvas_->version() || !shown_)
        shown_ = swapchain_->show(*canvas_, width, height);
    version_ = canvas_->version();
}

} // namespace healed::studio
