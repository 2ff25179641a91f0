#include "session/feed.h"

#include <imgui.h>

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include <iterator>
#include <utility>

namespace healed::studio {

namespace {

bool is_change(const Input& input) {
    return input.kind == Input::Kind::Press || input.kind == Input::Kind::Release ||
           input.kind == Input::Kind::KeyDown || input.kind == Input::Kind::KeyUp;
}

void set_key(int key, bool down) {
    ImGuiIO& io = ImGui::GetIO();
    if (key < 0 || key >= IM_ARRAYSIZE(io.KeysDown))
        return;
    io.KeysDown[key] = down;
    const auto either = [&](int left, int right) { return io.KeysDown[left] || io.KeysDown[right]; };
    io.KeyCtrl = either(GLFW_KEY_LEFT_CONTROL, GLFW_KEY_RIGHT_CONTROL);
    io.KeyShift = either(GLFW_KEY_LEFT_SHIFT, GLFW_KEY_RIGHT_SHIFT);
    io.KeyAlt = either(GLFW_KEY_LEFT_ALT, GLFW_KEY_RIGHT_ALT);
    io.KeySuper = either(GLFW_KEY_LEFT_SUPER, GLFW_KEY_RIGHT_SUPER);
}

void hand_on(const Input& input) {
    ImGuiIO& io = ImGui::GetIO();
    switch (input.kind) {
    case Input::Kind::Move:
        io.MousePos = {input.x, input.y};
        break;
    case Input::Kind::Press:
    case Input::Kind::Release:
        if (input.code >= 0 && input.code < IM_ARRAYSIZE(io.MouseDown))
            io.MouseDown[input.code] = input.kind == Input::Kind::Press;
        break;
    case Input::Kind::Wheel:
        io.MouseWheelH += input.x;
        io.MouseWheel += input.y;
        break;
    case Input::Kind::KeyDown:
    case Input::Kind::KeyUp:
        set_key(input.code, input.kind == Input::Kind::KeyDown);
        break;
    case Input::Kind::Text:
        io.AddInputCharacter(input.character);
        break;
    default:
        break;
    }
}

} // namespace

void Feed::add(std::vector<Input> inputs) {
    waiting_.insert(waiting_.end(), std::make_move_iterator(inputs.begin()),
                    std::make_move_iterator(inputs.end()));
}

std::vector<Input> Feed::next_frame() {
    std::vector<Input> others;
    while (!waiting_.empty()) {
        const Input input = std::move(waiting_.front());
        waiting_.pop_front();
        if (input.kind == Input::Kind::Drop || input.kind == Input::Kind::Close)
            others.push_back(input);
        hand_on(input);
        if (is_change(input))
            break;
    }
    return others;
}

void map_keys() {
    ImGuiIO& io = ImGui::GetIO();
    constexpr std::pair<ImGuiKey, int> keys[] = {
        {ImGuiKey_Tab, GLFW_KEY_TAB},
        {ImGuiKey_LeftArrow, GLFW_KEY_LEFT},
        {ImGuiKey_RightArrow, GLFW_KEY_RIGHT},
        {ImGuiKey_UpArrow, GLFW_KEY_UP},
        {ImGuiKey_DownArrow, GLFW_KEY_DOWN},
        {ImGuiKey_PageUp, GLFW_KEY_PAGE_UP},
        {ImGuiKey_PageDown, GLFW_KEY_PAGE_DOWN},
        {ImGuiKey_Home, GLFW_KEY_HOME},
        {ImGuiKey_End, GLFW_KEY_END},
        {ImGuiKey_Insert, GLFW_KEY_INSERT},
        {ImGuiKey_Delete, GLFW_KEY_DELETE},
        {ImGuiKey_Backspace, GLFW_KEY_BACKSPACE},
        {ImGuiKey_Space, GLFW_KEY_SPACE},
        {ImGuiKey_Enter, GLFW_KEY_ENTER},
        {ImGuiKey_Escape, GLFW_KEY_ESCAPE},
        {ImGuiKey_KeyPadEnter, GLFW_KEY_KP_ENTER},
        {ImGuiKey_A, GLFW_KEY_A},
        {ImGuiKey_C, GLFW_KEY_C},
        {ImGuiKey_V, GLFW_KEY_V},
        {ImGuiKey_X, GLFW_KEY_X},
        {ImGuiKey_Y, GLFW_KEY_Y},
        {ImGuiKey_Z, GLFW_KEY_Z},
    };
    for (const auto& [key, glfw] : keys)
        io.KeyMap[key] = glfw;
}

} // namespace healed::studio
