#pragma once

#include "study/judge.h"

namespace healed::study {

/// How crowded a zone is with dots that still show. Beyond the limits (constants.h) it reads as a helmet, not
/// as hair.
struct Crowding {
    double dots_per_cm2;      ///< that still show
    double dots_ever_per_cm2; ///< that were set, the faded among them
    double share_between;     ///< of the skin that lies between those that show, as wide as they have become
    bool helmet;
};

/// One client's zone under one plan, as its dots come and fade.
class CrowdedZone {
  public:
    CrowdedZone(const Judge& judge, const Person& person);

    /// A dot shows while it takes at least a share (constants.h) of the light that it took when it had
    /// healed. Dots lie independently of each other (Boolean model).
    Crowding at(double years) const;

  private:
    double darkness(std::size_t dot, const aging::DotState& state) const;

    const InkedSkin& skin_;
    const Inks& inks_;
    TypicalDots zone_;
    aging::Course course_;
    std::vector<double> healed_darkness_; ///< of each dot at six weeks of its own
};

} // namespace healed::study
