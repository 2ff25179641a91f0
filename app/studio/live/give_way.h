#pragma once

namespace healed::studio {

/// From now on this thread, and those that it begins (a software device has some), work only where the window
/// leaves the processor to them. Where the system does not know threads of lower rank, nothing changes.
void give_way_to_the_window();

} // namespace healed::studio
