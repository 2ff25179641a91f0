#pragma once

#include "gpu/buffer.h"
#include "gpu/image.h"

#include <array>
#include <bit>
#include <cstdint>
#include <utility>

namespace healed::gpu {

enum class BindingKind : std::uint8_t { buffer, uniform_buffer, storage_image, sampled_image };

/// What a pass header declares of one binding, and the resource that a call puts there.
struct Binding {
    std::uint32_t number;
    BindingKind kind;
    bool layered;                ///< an array of layers
    Format format;               ///< of a storage image
    std::uint32_t element_bytes; ///< of a buffer or uniform buffer
    const BufferMemory* buffer;
    const Image* image;
};

/// Stands in every field of a Bindings struct when only the declarations are wanted.
struct Declaration {};

/// The fields of a Bindings struct. None has a default: a binding left out of a call does not compile.
template <std::uint32_t slot, typename Element>
struct BufferRef : Binding {
    constexpr BufferRef(Declaration) : BufferRef(nullptr) {}
    BufferRef(const Buffer<Element>& bound) : BufferRef(&bound) {}

  private:
    constexpr explicit BufferRef(const BufferMemory* bound)
        : Binding{slot, BindingKind::buffer, false, Format{}, sizeof(Element), bound, nullptr} {}
};

template <std::uint32_t slot, typename Element>
struct UniformRef : Binding {
    constexpr UniformRef(Declaration) : UniformRef(nullptr) {}
    UniformRef(const Buffer<Element>& bound) : UniformRef(&bound) {}

  private:
    constexpr explicit UniformRef(const BufferMemory* bound)
        : Binding{slot, BindingKind::uniform_buffer, false, Format{}, sizeof(Element), bound, nullptr} {}
};

template <std::uint32_t slot, Format texel, Shape shape>
struct ImageRef : Binding {
    constexpr ImageRef(Declaration) : ImageRef(nullptr) {}
    ImageRef(const Image& bound) : ImageRef(&bound) {}

  private:
    constexpr explicit ImageRef(const Image* bound)
        : Binding{slot, BindingKind::storage_image, is_layered(shape), texel, 0, nullptr, bound} {}
};

template <std::uint32_t slot, Shape shape>
struct TextureRef : Binding {
    constexpr TextureRef(Declaration) : TextureRef(nullptr) {}
    TextureRef(const Image& bound) : TextureRef(&bound) {}

  private:
    constexpr explicit TextureRef(const Image* bound)
        : Binding{slot, BindingKind::sampled_image, is_layered(shape), Format{}, 0, nullptr, bound} {}
};

template <typename Bindings>
inline constexpr std::size_t binding_count = sizeof(Bindings) / sizeof(Binding);

/// A Bindings struct holds nothing but Bindings, one after the other.
template <typename Bindings>
std::array<Binding, binding_count<Bindings>> as_array(const Bindings& bindings) {
    return std::bit_cast<std::array<Binding, binding_count<Bindings>>>(bindings);
}

template <typename Bindings>
std::array<Binding, binding_count<Bindings>> declared_bindings() {
    return []<std::size_t... i>(std::index_sequence<i...>) {
        return as_array(Bindings{(static_cast<void>(i), Declaration{})...});
    }
    (std::make_index_sequence<binding_count<Bindings>>());
}

} // namespace healed::gpu
