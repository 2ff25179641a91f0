#pragma once

#include <optional>
#include <string>

namespace healed::project {

/// A way to look at the client that the plan keeps under a name: a camera of assets/cameras, moved by hand.
struct Bookmark {
    std::string name;                               ///< no camera of assets has it, and no other bookmark
    std::string camera = "three-quarter";           ///< of assets/cameras, from which it was moved
    double turn_deg = 0.0;                          ///< further towards the head's left, -180 … 180
    double tilt_deg = 0.0;                          ///< further up, -180 … 180
    double zoom = 1.0;                              ///< the picture spans so many times less, 0.1 … 50
    double shift_right_mm = 0.0, shift_up_mm = 0.0; ///< of the frame, -500 … 500
    std::optional<double> focal_length_mm; ///< on a sensor 24 mm high, 20 … 400; none: the camera's own
};

inline constexpr std::size_t most_bookmarks = 32, longest_bookmark_name = 40;

/// Why a bookmark cannot have this name among the cameras of assets; "" where it can. Two bookmarks of one
/// name are for the reader of the file to refuse.
std::string name_refusal(const std::string& name);

} // namespace healed::project
