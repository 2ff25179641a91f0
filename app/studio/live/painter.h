#pragma once

#include "gpu/device.h"
#include "live/stage.h"
#include "live/wish.h"
#include "portfolio/sitting.h"

#include <list>
#include <memory>
#include <string>

namespace healed::studio {

/// Carries plans to pictures and keeps what the next picture can use again: the head with its skin while only
/// the work differs, the dots while only time and habits differ, the aged ink while only the camera differs.
class Painter {
  public:
    explicit Painter(const gpu::Device& device) : device_(device) {}

    /// Throws Error for a plan that cannot be carried out.
    Shown paint(const Wish& wish, Finish finish, const Tell& tell);

    /// The head of the plan painted last. Only after paint().
    const head::Head& head() const { return seats_.front().sitting->head(); }
    /// Changes when head() does.
    std::uint64_t head_number() const { return seats_.front().number; }

  private:
    struct Work {
        std::string dots_key, life_key;
        portfolio::Treated treated;
    };
    struct Seat {
        std::string key;
        std::uint64_t number;
        std::unique_ptr<portfolio::Sitting> sitting;
        std::list<Work> works; ///< the one used last first
    };
    Seat& seat_for(const project::Project& project, const Tell& tell);
    const portfolio::Treated& treated(Seat& seat, const project::Project& project, const Tell& tell);

    const gpu::Device& device_;
    std::list<Seat> seats_; ///< the one used last first
    std::uint64_t seats_made_ = 0;
};

} // namespace healed::studio
