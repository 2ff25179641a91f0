#include "interface/theme.h"

#include "base/error.h"

#include <array>
#include <cmath>
#include <filesystem>

namespace healed::studio {

namespace {

constexpr const char* regular_file = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf";
constexpr const char* bold_file = "/usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf";

float scale_now = 1.0f;
std::array<ImFont*, 4> fonts{};

ImFont* load(const char* file, float size) {
    if (!std::filesystem::exists(file))
        fail("{}: is missing (Debian: fonts-dejavu-core)", file);
    // Latin with its accents, Greek, punctuation, super- and subscripts, arrows, and what figures are written
    // with; more would keep people waiting who change the size of letters.
    static constexpr ImWchar glyphs[] = {0x20,   0x17f,  0x391,  0x3c9,  0x2010, 0x2027, 0x2030, 0x203a,
                                         0x2070, 0x209c, 0x2190, 0x2193, 0x2202, 0x2206, 0x2212, 0x2213,
                                         0x221a, 0x221e, 0x2248, 0x2248, 0x2260, 0x2265, 0};
    ImFontConfig config;
    config.OversampleH = 2;
    config.OversampleV = 1;
    return ImGui::GetIO().Fonts->AddFontFromFileTTF(file, std::round(size), &config, glyphs);
}

void set_colours(ImGuiStyle& style) {
    const auto set = [&](ImGuiCol which, ImU32 colour) {
        style.Colors[which] = ImGui::ColorConvertU32ToFloat4(colour);
    };
    set(ImGuiCol_Text, paint::text);
    set(ImGuiCol_TextDisabled, paint::faint);
    set(ImGuiCol_WindowBg, paint::panel);
    set(ImGuiCol_ChildBg, IM_COL32(0, 0, 0, 0));
    set(ImGuiCol_PopupBg, paint::raised);
    set(ImGuiCol_Border, paint::rule);
    set(ImGuiCol_FrameBg, paint::raised);
    set(ImGuiCol_FrameBgHovered, paint::hovered);
    set(ImGuiCol_FrameBgActive, paint::pressed);
    set(ImGuiCol_ScrollbarBg, IM_COL32(0, 0, 0, 0));
    set(ImGuiCol_ScrollbarGrab, paint::hovered);
    set(ImGuiCol_ScrollbarGrabHovered, paint::pressed);
    set(ImGuiCol_ScrollbarGrabActive, paint::quiet);
    set(ImGuiCol_Button, paint::raised);
    set(ImGuiCol_ButtonHovered, paint::hovered);
    set(ImGuiCol_ButtonActive, paint::pressed);
    set(ImGuiCol_Header, paint::hovered);
    set(ImGuiCol_HeaderHovered, paint::hovered);
    set(ImGuiCol_HeaderActive, paint::pressed);
    set(ImGuiCol_Separator, paint::rule);
    set(ImGuiCol_TextSelectedBg, paint::accent_soft);
    set(ImGuiCol_NavHighlight, paint::accent);
    set(ImGuiCol_ModalWindowDimBg, paint::shade);
}

} // namespace

ImU32 faded(ImU32 colour, float opacity) {
    const auto alpha = static_cast<ImU32>(static_cast<float>(colour >> IM_COL32_A_SHIFT) * opacity);
    return (colour & ~IM_COL32_A_MASK) | (alpha << IM_COL32_A_SHIFT);
}

void set_theme(float scale) {
    scale_now = scale;
    ImGuiIO& io = ImGui::GetIO();
    io.Fonts->Clear();
    io.Fonts->Flags |= ImFontAtlasFlags_NoPowerOfTwoHeight;
    fonts = {load(regular_file, 12.0f * scale), load(regular_file, 14.0f * scale),
             load(bold_file, 14.0f * scale), load(regular_file, 20.0f * scale)};
    io.FontDefault = fonts[static_cast<std::size_t>(Letters::Regular)];
    ImGuiStyle style;
    ImGui::StyleColorsDark(&style);
    set_colours(style);
    style.WindowPadding = {16, 14};
    style.FramePadding = {10, 6};
    style.ItemSpacing = {8, 8};
    style.ItemInnerSpacing = {8, 6};
    style.WindowRounding = 0;
    style.FrameRounding = 6;
    style.PopupRounding = 8;
    style.GrabRounding = 6;
    style.ScrollbarRounding = 6;
    style.ScrollbarSize = 10;
    style.WindowBorderSize = 0;
    style.PopupBorderSize = 1;
    style.WindowMinSize = {8, 8};
    style.ScaleAllSizes(scale);
    ImGui::GetStyle() = style;
}

float px(float at_scale_one) {
    return at_scale_one * scale_now;
}

ImFont* letters(Letters which) {
    return fonts[static_cast<std::size_t>(which)];
}

} // namespace healed::studio
