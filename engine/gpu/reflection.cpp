#include "gpu/reflection.h"

#include "base/error.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <spirv_cross/spirv_cross_c.h>
#include <vector>

namespace healed::gpu {

namespace {

/// SPIRV-Cross's view of one compiled shader.
class Module {
  public:
    explicit Module(std::span<const std::uint32_t> words);
    std::vector<Binding> bindings() const;
    std::size_t push_constant_bytes() const;
    /// The first kind of resource that the house does not use, in words.
    std::optional<std::string_view> unknown_resource() const;

  private:
    std::span<const spvc_reflected_resource> resources(spvc_resource_type type) const;
    Binding binding(const spvc_reflected_resource& resource, BindingKind kind) const;

    std::unique_ptr<spvc_context_s, decltype(&spvc_context_destroy)> context_{nullptr, spvc_context_destroy};
    spvc_compiler compiler_ = nullptr;
    spvc_resources resources_ = nullptr;
};

void require(spvc_result result) {
    if (result != SPVC_SUCCESS)
        fail("SPIR-V: not readable (SPIRV-Cross result {})", static_cast<int>(result));
}

Module::Module(std::span<const std::uint32_t> words) {
    spvc_context context = nullptr;
    require(spvc_context_create(&context));
    context_.reset(context);
    spvc_parsed_ir parsed = nullptr;
    require(spvc_context_parse_spirv(context, words.data(), words.size(), &parsed));
    require(spvc_context_create_compiler(context, SPVC_BACKEND_NONE, parsed, SPVC_CAPTURE_MODE_TAKE_OWNERSHIP,
                                         &compiler_));
    require(spvc_compiler_create_shader_resources(compiler_, &resources_));
}

std::span<const spvc_reflected_resource> Module::resources(spvc_resource_type type) const {
    const spvc_reflected_resource* list = nullptr;
    std::size_t count = 0;
    require(spvc_resources_get_resource_list_for_type(resources_, type, &list, &count));
    return {list, count};
}

Binding Module::binding(const spvc_reflected_resource& resource, BindingKind kind) const {
    Binding binding{};
    binding.number = spvc_compiler_get_decoration(compiler_, resource.id, SpvDecorationBinding);
    binding.kind = kind;
    const spvc_type type = spvc_compiler_get_type_handle(compiler_, resource.base_type_id);
    if (kind == BindingKind::buffer || kind == BindingKind::uniform_buffer) {
        require(spvc_compiler_type_struct_member_array_stride(compiler_, type, 0, &binding.element_bytes));
        return binding;
    }
    binding.layered = spvc_type_get_image_arrayed(type);
    for (int f = 0; f <= static_cast<int>(Format::depth32f); ++f)
        if (kind == BindingKind::storage_image &&
            traits(static_cast<Format>(f)).spirv ==
                static_cast<std::uint32_t>(spvc_type_get_image_storage_format(type)))
            binding.format = static_cast<Format>(f);
    return binding;
}

std::vector<Binding> Module::bindings() const {
    std::vector<Binding> found;
    for (const auto& [type, kind] :
         {std::pair{SPVC_RESOURCE_TYPE_STORAGE_BUFFER, BindingKind::buffer},
          std::pair{SPVC_RESOURCE_TYPE_UNIFORM_BUFFER, BindingKind::uniform_buffer},
          std::pair{SPVC_RESOURCE_TYPE_STORAGE_IMAGE, BindingKind::storage_image},
          std::pair{SPVC_RESOURCE_TYPE_SAMPLED_IMAGE, BindingKind::sampled_image}})
        for (const spvc_reflected_resource& resource : resources(type))
            found.push_back(binding(resource, kind));
    return found;
}

std::size_t Module::push_constant_bytes() const {
    std::size_t bytes = 0;
    for (const spvc_reflected_resource& block : resources(SPVC_RESOURCE_TYPE_PUSH_CONSTANT))
        require(spvc_compiler_get_declared_struct_size(
            compiler_, spvc_compiler_get_type_handle(compiler_, block.base_type_id), &bytes));
    return bytes;
}

std::optional<std::string_view> Module::unknown_resource() const {
    for (const auto& [type, words] :
         {std::pair{SPVC_RESOURCE_TYPE_SEPARATE_IMAGE, "an image without a sampler"},
          std::pair{SPVC_RESOURCE_TYPE_SEPARATE_SAMPLERS, "a sampler without an image"}})
        if (!resources(type).empty())
            return words;
    return std::nullopt;
}

} // namespace

static std::string in_words(const Binding& binding) {
    switch (binding.kind) {
    case BindingKind::buffer:
        return fmt::format("a buffer of {}-byte elements", binding.element_bytes);
    case BindingKind::uniform_buffer:
        return fmt::format("a uniform buffer of {} bytes", binding.element_bytes);
    case BindingKind::storage_image:
        return fmt::format("{} of {}", binding.layered ? "an array of images" : "an image",
                           traits(binding.format).name);
    default:
        return binding.layered ? "an array of textures" : "a texture";
    }
}

static void check_binding(std::string_view pass, const Binding& used, std::span<const Binding> declared) {
    const auto is_same_number = [&](const Binding& binding) { return binding.number == used.number; };
    const auto match = std::find_if(declared.begin(), declared.end(), is_same_number);
    if (match == declared.end())
        fail("pass '{0}': the shader uses binding {1} ({2}), which {0}.h does not declare", pass, used.number,
             in_words(used));
    const std::string ours = in_words(*match), theirs = in_words(used);
    if (ours != theirs)
        fail("pass '{0}': binding {1} is {2} in {0}.h and {3} in the shader", pass, used.number, ours,
             theirs);
}

void check_against_declaration(std::string_view pass, std::span<const std::span<const std::uint32_t>> stages,
                               std::span<const Binding> declared, std::size_t params_bytes) {
    std::vector<std::uint32_t> used;
    for (const std::span<const std::uint32_t> stage : stages) {
        const Module shader(stage);
        if (const auto unknown = shader.unknown_resource())
            fail("pass '{}': the shader uses {}, which no pass can bind", pass, *unknown);
        const std::size_t bytes = shader.push_constant_bytes();
        if (bytes != 0 && bytes != params_bytes)
            fail("pass '{0}': Params has {1} bytes in {0}.h and {2} in the shader", pass, params_bytes,
                 bytes);
        for (const Binding& binding : shader.bindings()) {
            check_binding(pass, binding, declared);
            used.push_back(binding.number);
        }
    }
    for (const Binding& binding : declared) {
        const auto same = [&](const Binding& other) { return other.number == binding.number; };
        if (std::count_if(declared.begin(), declared.end(), same) > 1)
            fail("pass '{0}': {0}.h declares binding {1} twice", pass, binding.number);
        if (std::find(used.begin(), used.end(), binding.number) == used.end())
            fail("pass '{0}': {0}.h declares binding {1} ({2}), which the shader does not use", pass,
                 binding.number, in_words(binding));
    }
}

} // namespace healed::gpu
