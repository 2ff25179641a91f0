#pragma once

#include "aging/client.h"
#include "treatment/treat.h"

namespace healed::aging {

/// A plan carried out on a client: treatment::treat_steered(), each session that compensates seeing how much
/// ink the client's skin has kept of the sessions before, against what a dot at the right depth keeps in
/// whole skin of a median client. Ink that has not healed misleads it, as it does in practice. Throws Error
/// for an unknown ink and a client out of range.
treatment::Treatment carry_out(const head::Head& head, const treatment::Plan& plan,
                               const ink::Library& library, const Client& client);

} // namespace healed::aging
