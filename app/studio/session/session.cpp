#include "session/session.h"

#include "base/error.h"
#include "base/file.h"
#include "document/words.h"
#include "interface/files.h"
#include "interface/frame.h"
#include "interface/theme.h"
#include "live/device.h"
#include "live/live_view.h"

#include <imgui_internal.h>

#include <algorithm>
#include <chrono>

namespace healed::studio {

namespace {

constexpr double frame_s = 1.0 / 60.0, idle_s = 0.5, working_s = 0.1, longest_step_s = 0.1;

Memory remembered(const SessionOptions& options) {
    Memory memory = options.remembers ? load_memory(memory_file()) : Memory{};
    memory.width = options.width.value_or(memory.width);
    memory.height = options.height.value_or(memory.height);
    return memory;
}

/// Of the desktop, kept where ImGui asks for them.
const char* clipboard(void* window) {
    static std::string text;
    text = static_cast<Window*>(window)->clipboard();
    return text.c_str();
}

Arrow arrow_now() {
    switch (ImGui::GetMouseCursor()) {
    case ImGuiMouseCursor_TextInput:
        return Arrow::Text;
    case ImGuiMouseCursor_Hand:
        return Arrow::Hand;
    case ImGuiMouseCursor_ResizeEW:
        return Arrow::Sideways;
    case ImGuiMouseCursor_ResizeAll:
        return Arrow::Cross;
    default:
        return Arrow::Plain;
    }
}

/// ImGui hands a field its old undo when somebody comes back to it. The plan may have changed the text since,
/// and undo would then put letters beyond its end; so what nobody types in any more is forgotten.
void forget_what_was_typed() {
    ImGuiInputTextState& typed = ImGui::GetCurrentContext()->InputTextState;
    if (typed.ID != ImGui::GetActiveID())
        typed.ID = 0;
}

} // namespace

Session::Session(const SessionOptions& options) : options_(options) {
    const Memory memory = remembered(options);
    speak(assets_folder(), memory.language);
    width_ = memory.width;
    height_ = memory.height;
    if (options.screen)
        window_ = std::make_unique<Window>("Healed Studio", width_, height_);
    std::string refusal;
    easel_ = std::make_unique<Easel>(window_.get(), options.device, refusal);
    begin_imgui();
    studio_ = std::make_unique<Studio>(memory, state_folder() / "unsaved");
    studio_->picture_scale = options.picture_scale;
    load_letters();
    warm_up();
    const auto wake = [screen = options.screen] {
        if (screen)
            Window::wake();
    };
    if (options.pictures) {
        studio_->live = std::make_unique<LiveView>(options.device, wake);
        studio_->errands = std::make_unique<Errands>(options.device, wake);
    }
    if (!refusal.empty())
        studio_->complain(fmt::format("{} {}", refusal, say("device.instead")));
    studio_->dialogs.kept = studio_->recovery.left_behind();
    if (!studio_->dialogs.kept.empty())
        studio_->dialogs.show(Dialog::Recover);
    else if (!options.plan.empty())
        open_file(*studio_, options.plan);
    else if (!memory.welcomed)
        studio_->dialogs.show(Dialog::Welcome);
    studio_->memory.welcomed = true;
}

Session::~Session() {
    studio_->live.reset();
    studio_->errands.reset();
    remember();
    studio_.reset();
    ImGui::DestroyContext(context_);
}

void Session::remember() const {
    if (!options_.remembers)
        return;
    Memory memory = studio_->memory;
    memory.width = std::max(width(), 200);
    memory.height = std::max(height(), 150);
    try {
        save_memory(memory_file(), memory);
    } catch (const std::exception&) {
        // The window goes; a setting that cannot be kept is no reason to stay.
    }
}

void Session::begin_imgui() {
    context_ = ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
    io.BackendFlags |= ImGuiBackendFlags_HasMouseCursors | ImGuiBackendFlags_RendererHasVtxOffset;
    io.ConfigInputTextCursorBlink = window_ != nullptr;
    map_keys();
    if (!window_)
        return;
    io.ClipboardUserData = window_.get();
    io.GetClipboardTextFn = clipboard;
    io.SetClipboardTextFn = [](void* window, const char* text) {
        static_cast<Window*>(window)->set_clipboard(text);
    };
}

void Session::load_letters() {
    const float density = window_ ? window_->density() : 1.0f;
    set_theme(static_cast<float>(studio_->memory.scale) * density);
    ImGuiIO& io = ImGui::GetIO();
    unsigned char* texels = nullptr;
    int width = 0, height = 0;
    io.Fonts->GetTexDataAsRGBA32(&texels, &width, &height);
    auto picture = std::make_shared<ByteImage>(width, height, 4);
    std::copy_n(texels, picture->values.size(), picture->values.begin());
    letters_.picture = std::move(picture);
    io.Fonts->SetTexID(&letters_);
    io.Fonts->ClearTexData();
    studio_->wants_scale = false;
}

/// Draws once for nobody: a device's first picture takes its time, and a window that is not there yet keeps
/// no one waiting.
void Session::warm_up() {
    ImGuiIO& io = ImGui::GetIO();
    const auto wide = static_cast<float>(std::max(width(), 1)),
               high = static_cast<float>(std::max(height(), 1));
    io.DisplaySize = {wide, high};
    io.DeltaTime = static_cast<float>(frame_s);
    ImGui::NewFrame();
    ImGui::GetForegroundDrawList()->AddText({0, 0}, paint::text, say("view.first_picture"));
    ImGui::Render();
    do
        easel_->canvas().draw(*ImGui::GetDrawData(), static_cast<std::uint32_t>(wide),
                              static_cast<std::uint32_t>(high), paint::ground);
    while (!easel_->canvas().is_complete());
    if (!window_)
        return;
    window_->appear();
    show();
}

int Session::width() const {
    return window_ ? window_->width() : width_;
}

int Session::height() const {
    return window_ ? window_->height() : height_;
}

void Session::resize(int width, int height) {
    width_ = width;
    height_ = height;
    if (!window_)
        return;
    window_->resize(width, height);
    // The desktop may take its time.
    for (int i = 0; i < 100 && (window_->width() != width || window_->height() != height); ++i)
        feed_.add(window_->take_inputs(0.02));
}

void Session::hand_over(const std::vector<Input>& others) {
    for (const Input& input : others)
        if (input.kind == Input::Kind::Drop)
            take_dropped(*studio_, input.files);
        else
            ask_for_quit(*studio_);
}

void Session::frame(double passed_s, bool drawn) {
    const int wide = width(), high = height();
    if (wide <= 0 || high <= 0)
        return;
    clock_.begin();
    clock_.part("letters");
    if (studio_->wants_scale)
        load_letters();
    if (std::exchange(studio_->wants_words, false))
        studio_->attempt([&] { speak(assets_folder(), studio_->memory.language); });
    clock_.part("input");
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {static_cast<float>(wide), static_cast<float>(high)};
    io.DeltaTime = static_cast<float>(std::clamp(passed_s, 1e-4, longest_step_s));
    studio_->now_s += passed_s;
    const std::vector<Input> others = feed_.next_frame();
    ImGui::NewFrame();
    forget_what_was_typed();
    hand_over(others);
    clock_.part("panels");
    draw_frame(*studio_);
    ImGui::Render();
    if (drawn)
        draw(wide, high);
    clock_.end();
}

void Session::draw(int wide, int high) {
    const auto once = [&] {
        clock_.part("canvas");
        easel_->canvas().draw(*ImGui::GetDrawData(), static_cast<std::uint32_t>(wide),
                              static_cast<std::uint32_t>(high), paint::ground);
        clock_.part("screen");
        show();
    };
    try {
        once();
    } catch (const Error& problem) {
        if (!tells_of_loss(problem.what()))
            throw;
        go_on_in_software(problem.what());
        once();
    }
}

/// Plan, views and history know nothing of the device, so only what draws them is made anew.
void Session::go_on_in_software(const std::string& loss) {
    clock_.part("new device");
    easel_.reset();
    std::string refusal;
    easel_ = std::make_unique<Easel>(window_.get(), software_device, refusal);
    ++studio_->windows_lost;
    studio_->complain(fmt::format("{}. {}", loss, say("device.instead")));
    lively_frames_ = 3;
}

void Session::show() {
    if (!window_)
        return;
    window_->set_arrow(arrow_now());
    window_->set_title(fmt::format("{}{} — Healed Studio", studio_->document.is_saved() ? "" : "• ",
                                   studio_->document.name()));
    easel_->show();
}

double Session::wait_s() const {
    if (!feed_.is_empty() || lively_frames_ > 0 || !easel_->is_complete())
        return 0.0;
    if (studio_->time.playing)
        return frame_s;
    const bool works = studio_->live && !(studio_->live->is_idle() && studio_->errands->is_idle());
    return works ? working_s : idle_s;
}

/// Whatever ends a window, the next one finds what was not saved.
void Session::keep_what_is_unsaved() {
    const Document& document = studio_->document;
    if (!document.is_saved())
        studio_->attempt([&] { studio_->recovery.keep(document.project(), document.path()); });
}

void Session::run(const std::function<void(const std::vector<Input>&)>& heard) {
    using Clock = std::chrono::steady_clock;
    Clock::time_point before = Clock::now();
    while (!studio_->quits) {
        std::vector<Input> inputs = window_->take_inputs(wait_s());
        heard(inputs);
        lively_frames_ = inputs.empty() ? std::max(lively_frames_ - 1, 0) : 3;
        feed_.add(std::move(inputs));
        const Clock::time_point now = Clock::now();
        try {
            frame(std::chrono::duration<double>(now - before).count());
        } catch (...) {
            keep_what_is_unsaved();
            throw;
        }
        before = now;
    }
}

} // namespace healed::studio
