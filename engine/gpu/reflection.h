#pragma once

#include "gpu/binding.h"

#include <cstdint>
#include <span>
#include <string_view>

namespace healed::gpu {

/// SPIR-V of a file such as "splat.comp"; throws Error for an unknown one.
using ShaderLookup = std::span<const std::uint32_t> (*)(std::string_view file);

/// Holds compiled shaders against what their header declares: every declared binding is used by some stage,
/// every used one is declared with the same kind, element size, format and layering, and the push constants
/// have `params_bytes`. Throws Error in words, naming the pass.
void check_against_declaration(std::string_view pass, std::span<const std::span<const std::uint32_t>> stages,
                               std::span<const Binding> declared, std::size_t params_bytes);

} // namespace healed::gpu
