#include "transport/ink_field.h"

#include "transport/slices.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace healed::transport {

namespace {

/// A slice thicker than this is crossed in portions, each over ink of its own (assumed; with the next
/// constant found best over hair and lattices).
constexpr double thick_slice_mm = 0.045;
/// Of the mean path through a thick slice, spent over one column of each portion.
constexpr float part_over_one_column = 0.5f;

/// Size of a side at a level of the pyramid.
std::uint32_t halved(std::uint32_t side, std::size_t level) {
    return (side + (1u << level) - 1) >> level;
}

gpu::Extent extent(const FieldWindow& window, std::size_t layers, std::size_t level = 0) {
    return {.width = halved(window.columns, level),
            .height = halved(window.rows, level),
            .layers = static_cast<std::uint32_t>(layers)};
}

passes::LengthLaw4 gathered(FourTables tables, std::size_t slice, LengthLaw SliceLaw::*which) {
    passes::LengthLaw4 out;
    for (std::size_t i = 0; i < 4; ++i) {
        const LengthLaw& law = tables[i][slice].*which;
        const auto at = static_cast<int>(i);
        out.share_without[at] = law.share_without;
        out.mean_excursions[at] = law.mean_excursions;
        out.mean_without[at] = law.mean_without;
        out.variance_without[at] = law.variance_without;
        out.mean_with[at] = law.mean_with;
        out.variance_with[at] = law.variance_with;
    }
    return out;
}

passes::Kernel4 gathered(FourTables tables, std::size_t slice, PyramidKernel SliceLaw::*which) {
    passes::Kernel4 out;
    for (std::size_t i = 0; i < 4; ++i)
        for (std::size_t level = 0; level < pyramid_levels; ++level)
            out.share[level][static_cast<int>(i)] = (tables[i][slice].*which)[level];
    return out;
}

std::vector<passes::SliceLaw4> laws_of_four(FourTables tables) {
    std::vector<passes::SliceLaw4> laws(slice_count);
    for (std::size_t j = 0; j < slice_count; ++j) {
        for (std::size_t i = 0; i < 4; ++i)
            laws[j].turning_share[static_cast<int>(i)] = tables[i][j].turning_share;
        laws[j].step = gathered(tables, j, &SliceLaw::step);
        laws[j].turn = gathered(tables, j, &SliceLaw::turn);
        laws[j].excursion = gathered(tables, j, &SliceLaw::excursion);
        laws[j].step_kernel = gathered(tables, j, &SliceLaw::step_kernel);
        laws[j].turn_kernel = gathered(tables, j, &SliceLaw::turn_kernel);
        laws[j].excursion_kernel = gathered(tables, j, &SliceLaw::excursion_kernel);
        laws[j].column_kernel = gathered(tables, j, &SliceLaw::column_kernel);
    }
    return laws;
}

std::vector<float> middles() {
    std::vector<float> z;
    for (std::size_t j = 0; j < slice_count; ++j)
        z.push_back(static_cast<float>(0.5 * (slice_edges_mm[j] + slice_edges_mm[j + 1])));
    return z;
}

/// A buffer of what may be nothing: Vulkan has no empty buffers.
template <typename Element>
gpu::Buffer<Element> buffer_of(const gpu::Device& device, const char* name,
                               const std::vector<Element>& elements) {
    gpu::Buffer<Element> buffer(device, name, std::max<std::size_t>(elements.size(), 1));
    if (!elements.empty())
        buffer.upload(elements);
    return buffer;
}

} // namespace

InkField::InkField(const gpu::Device& device, const FieldWindow& window)
    : device_(device), window_(window), passes_(device),
      columns_(device, "ink columns", gpu::Format::rgba32f, extent(window, slice_count)),
      half_step_(device, "half steps", gpu::Format::rgba32f, extent(window, slice_count)),
      half_turn_(device, "half turns", gpu::Format::rgba32f, extent(window, slice_count)),
      turned_(device, "turned light", gpu::Format::rgba32f, extent(window, slice_count)),
      field_(device, "field", gpu::Format::rgba32f, extent(window, 1)),
      light_(device, "light", gpu::Format::rgba32f, extent(window, 1)),
      laws_(device, "slice laws", slice_count), eye_laws_(device, "slice laws to the eye", slice_count),
      slice_middles_(device, "slice middles", middles()) {
    [[maybe_unused]] const std::uint32_t multiple = window.periodic ? 1u << (pyramid_levels - 1) : 16u;
    assert(window.columns % multiple == 0 && window.rows % multiple == 0);
    for (std::size_t level = 1; level < pyramid_levels; ++level)
        coarser_.emplace_back(device, "field, level " + std::to_string(level), gpu::Format::rgba32f,
                              extent(window, 1, level));
}

void InkField::evaluate(const BandTables& tables, std::span<const DotAbsorber> dots,
                        std::span<const ShaftAbsorber> shafts, const gpu::Image& ratio) {
    for (std::size_t first = 0; first < band_count; first += 4) {
        const FourTables four(tables.data() + first, 4);
        follow_light(four, four, bin_absorbers(window_, dots, shafts, first));
        gpu::Commands commands(device_, "keep the ratio", gpu::Timing::none);
        commands.dispatch(
            passes_.store_ratio, {.light = light_, .ratio = ratio},
            {.size = {window_.columns, window_.rows}, .layer = static_cast<std::uint32_t>(first / 4)},
            {window_.columns, window_.rows});
        commands.submit_and_wait();
    }
}

std::vector<glm::vec4> InkField::evaluate(FourTables lamp, FourTables eye, const BinnedAbsorbers& ink) {
    follow_light(lamp, eye, ink);
    return light_.download<glm::vec4>();
}

void InkField::follow_light(FourTables lamp, FourTables eye, const BinnedAbsorbers& ink) {
    laws_.upload(laws_of_four(lamp));
    eye_laws_.upload(laws_of_four(eye));
    if (lamp.data() == eye.data())
        eye_half_step_.reset();
    else if (!eye_half_step_)
        eye_half_step_.emplace(device_, "half steps to the eye", gpu::Format::rgba32f,
                               extent(window_, slice_count));
    const auto absorbers = buffer_of(device_, "absorbers", ink.absorbers);
    const auto shares = buffer_of(device_, "slice shares", ink.slice_shares);
    const auto tiles = buffer_of(device_, "tiles", ink.tiles);
    const auto tile_absorbers = buffer_of(device_, "tile absorbers", ink.tile_absorbers);
    const auto sheets = buffer_of(device_, "sheets", ink.sheets);

    gpu::Commands commands(device_, "ink field", gpu::Timing::none);
    commands.dispatch(passes_.gather_columns,
                      {.absorbers = absorbers,
                       .slice_shares = shares,
                       .slice_middles = slice_middles_,
                       .tiles = tiles,
                       .tile_absorbers = tile_absorbers,
                       .sheets = sheets,
                       .columns = columns_},
                      {.size = {window_.columns, window_.rows},
                       .texel_mm = window_.texel_mm,
                       .tiles_across = ink.tiles_across,
                       .slice_count = slice_count},
                      {window_.columns, window_.rows, slice_count});
    smear_columns(commands, ink.inked);
    prepare_slices(commands, ink.inked);
    const auto first_inked =
        static_cast<std::size_t>(std::find(ink.inked.begin(), ink.inked.end(), true) - ink.inked.begin());
    send_light_down(commands, first_inked);
    bring_light_up(commands);
    commands.submit_and_wait();
}

void InkField::smear_columns(gpu::Commands& commands, const std::vector<bool>& inked) {
    for (std::size_t j = 0; j + 1 < slice_count; ++j) {
        if (!inked[j])
            continue;
        const double portions = std::ceil(slice_thickness_mm(j) / thick_slice_mm - 1e-6);
        const float part = portions > 1.0 ? part_over_one_column / static_cast<float>(portions) : 1.0f;
        passes::SmearColumn::Params params{.size = {window_.columns, window_.rows},
                                           .slice = static_cast<std::uint32_t>(j),
                                           .part = part,
                                           .begin = 1};
        commands.dispatch(passes_.smear_column, {.columns = columns_, .field = field_}, params,
                          {window_.columns, window_.rows});
        blur(commands, laws_, j, Kernel::Column);
        params.begin = 0;
        commands.dispatch(passes_.smear_column, {.columns = columns_, .field = field_}, params,
                          {window_.columns, window_.rows});
    }
}

void InkField::prepare_slices(gpu::Commands& commands, const std::vector<bool>& inked) {
    bool clear_above = true;
    for (std::size_t j = 0; j < slice_count; ++j) {
        if (!clear_above)
            blur(commands, laws_, j, Kernel::Excursion);
        if (eye_half_step_)
            prepare_slice(commands, eye_laws_, *eye_half_step_, j, clear_above, true);
        prepare_slice(commands, laws_, half_step_, j, clear_above, j + 1 == slice_count);
        clear_above = clear_above && !inked[j];
    }
}

void InkField::prepare_slice(gpu::Commands& commands, const gpu::Buffer<passes::SliceLaw4>& laws,
                             const gpu::Image& half_step, std::size_t slice, bool clear_above, bool last) {
    commands.dispatch(
        passes_.slice_optics,
        {.laws = laws, .columns = columns_, .field = field_, .half_step = half_step, .half_turn = half_turn_},
        {.size = {window_.columns, window_.rows},
         .slice = static_cast<std::uint32_t>(slice),
         .is_last = last ? 1u : 0u,
         .clear_above = clear_above ? 1u : 0u},
        {window_.columns, window_.rows});
}

void InkField::send_light_down(gpu::Commands& commands, std::size_t first_inked) {
    commands.clear(light_, {1.0f, 1.0f, 1.0f, 1.0f});
    for (std::size_t j = 0; j < slice_count; ++j) {
        // Above all ink the light is even: blurs would change nothing.
        const bool even = j < first_inked;
        weigh(commands, half_turn_, j, light_, field_, 0, nullptr);
        if (!even)
            blur(commands, laws_, j, Kernel::Turn);
        weigh(commands, half_turn_, j, field_, turned_, j, nullptr);
        if (even || j + 1 == slice_count)
            continue;
        weigh(commands, half_step_, j, light_, field_, 0, nullptr);
        blur(commands, laws_, j, Kernel::Step);
        weigh(commands, half_step_, j, field_, light_, 0, nullptr);
    }
}

void InkField::bring_light_up(gpu::Commands& commands) {
    const gpu::Image& half_step = eye_half_step_ ? *eye_half_step_ : half_step_;
    const gpu::Buffer<passes::SliceLaw4>& laws = eye_half_step_ ? eye_laws_ : laws_;
    commands.clear(light_);
    commands.clear(field_);
    weigh(commands, half_step, slice_count - 1, field_, light_, 0, &turned_);
    for (std::size_t j = slice_count - 1; j-- > 0;) {
        weigh(commands, half_step, j, light_, field_, 0, nullptr);
        blur(commands, laws, j, Kernel::Step);
        weigh(commands, half_step, j, field_, light_, 0, &turned_);
    }
}

void InkField::blur(gpu::Commands& commands, const gpu::Buffer<passes::SliceLaw4>& laws, std::size_t slice,
                    Kernel kernel) {
    const auto image = [&](std::size_t level) -> const gpu::Image& {
        return level == 0 ? field_ : coarser_[level - 1];
    };
    const auto size = [&](std::size_t level) {
        return glm::ivec2(static_cast<int>(halved(window_.columns, level)),
                          static_cast<int>(halved(window_.rows, level)));
    };
    const std::uint32_t periodic = window_.periodic ? 1u : 0u;
    for (std::size_t level = 0; level + 1 < pyramid_levels; ++level)
        commands.dispatch(passes_.pyramid_down, {.fine = image(level), .coarse = image(level + 1)},
                          {.fine_size = size(level), .periodic = periodic},
                          {halved(window_.columns, level + 1), halved(window_.rows, level + 1)});
    for (std::size_t level = pyramid_levels - 1; level-- > 0;)
        commands.dispatch(passes_.pyramid_up,
                          {.laws = laws, .coarse = image(level + 1), .fine = image(level)},
                          {.fine_size = size(level),
                           .periodic = periodic,
                           .level = static_cast<std::uint32_t>(level),
                           .coarsest = level + 2 == pyramid_levels ? 1u : 0u,
                           .slice = static_cast<std::uint32_t>(slice),
                           .kernel = static_cast<std::uint32_t>(kernel)},
                          {halved(window_.columns, level), halved(window_.rows, level)});
}

void InkField::weigh(gpu::Commands& commands, const gpu::Image& weights, std::size_t slice,
                     const gpu::Image& light, const gpu::Image& target, std::size_t layer,
                     const gpu::Image* added) {
    commands.dispatch(
        passes_.weigh_light,
        {.weights = weights, .added = added ? *added : weights, .light = light, .target = target},
        {.size = {window_.columns, window_.rows},
         .slice = static_cast<std::uint32_t>(slice),
         .target_layer = static_cast<std::uint32_t>(layer),
         .adds = added ? 1u : 0u},
        {window_.columns, window_.rows});
}

} // namespace healed::transport
