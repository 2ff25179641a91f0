#include "render/ink_chart.h"

#include "physics.h"

#include <algorithm>

namespace healed::render {

namespace {

/// The widest Gaussian of a spread is content with texels so many times coarser.
constexpr std::uint32_t wide_step = 4;
/// Halvings of the ratio for pictures that see the scalp smaller than its chart.
constexpr std::uint32_t ratio_levels = 5;
/// Texels across the chart that marks and flush are content with: one is at most as wide as their Gaussian.
constexpr std::uint32_t most_marks_side = 512, most_flush_side = 384;
/// A Gaussian sampled at texels keeps its sum when it is at least half a texel wide, in squares of a texel.
constexpr float least_variance = 0.25f;
/// Of the integer sums, to 1.
constexpr float dark_steps = 16'777'216.0f, mark_steps = 65'536.0f;

constexpr std::size_t hair_layer = 0, dots_layer = 1;

using passes::fours_of_bands, passes::texels_per_run;
static_assert(transport::band_count == 4 * fours_of_bands);

void set_bands(glm::vec4 (&fours)[fours_of_bands], const transport::BandValues& values) {
    for (std::size_t band = 0; band < values.size(); ++band)
        fours[band / 4][static_cast<int>(band % 4)] = values[band];
}

/// Runs of texels with scalp among them, as saturate_darkening wants them.
std::vector<std::uint32_t> runs_with_scalp(const head::ScalpChart& chart, std::uint32_t side) {
    std::vector<std::uint32_t> runs;
    for (std::uint32_t run = 0; run < side * side / texels_per_run; ++run) {
        std::uint32_t scalp = 0;
        for (std::uint32_t t = 0; t < texels_per_run; ++t) {
            const std::uint32_t texel = run * texels_per_run + t;
            const glm::vec2 place = (glm::vec2(texel % side, texel / side) + 0.5f) / static_cast<float>(side);
            scalp |= chart.is_scalp(place) ? 1u << t : 0u;
        }
        if (scalp != 0)
            runs.push_back(run << texels_per_run | scalp);
    }
    return runs;
}

/// Weights of all layers and Gaussians: layer by layer, Gaussian by Gaussian, spot by spot.
std::vector<glm::vec4> amounts_of(const DarkSpots& spots, const SpectralBasis& basis) {
    const std::size_t count = spots.spectra.size();
    std::vector<glm::vec4> amounts(basis.layers() * transport::spread_widths * count);
    for (std::size_t layer = 0; layer < basis.layers(); ++layer)
        for (std::size_t i = 0; i < count; ++i)
            for (std::size_t k = 0; k < transport::spread_widths; ++k)
                amounts[(layer * transport::spread_widths + k) * count + i] =
                    SpectralBasis::weights(basis.layer(layer), spots.spectra[i][k]);
    return amounts;
}

} // namespace

InkChart::InkChart(const gpu::Device& device, const head::Head& head, std::uint32_t side)
    : device_(device), chart_(head.chart), side_(side), splat_(device), unpack_(device), saturate_(device),
      runs_(device, "runs of scalp", std::span<const std::uint32_t>(runs_with_scalp(head.chart, side))),
      wide_image_(device, "wide dark shares", gpu::Format::rgba16f,
                  {side / wide_step, side / wide_step, static_cast<std::uint32_t>(spectra_.size())}),
      marks_(device, "marks of healing", gpu::Format::rgba16f,
             {std::min(side, most_marks_side), std::min(side, most_marks_side)}),
      flush_(device, "flush of healing", gpu::Format::rgba16f,
             {std::min(side, most_flush_side), std::min(side, most_flush_side)}),
      ratio_(device, "chart ratio", gpu::Format::rgba16f, {side, side, fours_of_bands, ratio_levels}),
      redness_(device, "chart redness", gpu::Format::r16f, {side, side}) {
    sums_.push_back(make_sums());
    sums_.push_back(make_sums());
    gpu::Commands commands(device, "bare chart");
    commands.clear(ratio_, {1.0f, 1.0f, 1.0f, 1.0f});
    commands.submit_and_wait();
}

InkChart::Sums InkChart::make_sums() const {
    const std::size_t wide_side = side_ / wide_step;
    return {.fine = {device_, "dark shares", std::size_t{side_} * side_ * 2},
            .wide = {device_, "wide dark shares", wide_side * wide_side * 2}};
}

std::vector<gpu::PassTime> InkChart::fill(const AgedInk& ink, const transport::DotTables& tables,
                                          const study::HealingOptics& skin) {
    times_.clear();
    if (Stubble stubble(ink, tables); stubble != stubble_) {
        lay_hair(ink, tables);
        stubble_ = std::move(stubble);
    }
    std::vector<glm::vec2> places(ink.treatment->dots.size());
    std::transform(ink.treatment->dots.begin(), ink.treatment->dots.end(), places.begin(),
                   [](const treatment::Dot& dot) { return dot.chart; });
    const std::vector<std::uint32_t> order = order_on_chart(places);
    const DarkSpots dots = dot_spots(chart_, ink, order, tables);
    std::fill(spectra_.begin() + dots_layer, spectra_.end(), SpectralBasis::Layer{});
    lay_dark(dots, dots_layer, spectra_.size() - dots_layer);
    const MarkSpots marks = mark_spots(chart_, ink, order, skin);
    const bool healing = !marks.places.empty();
    if (healing)
        lay_marks(marks);
    saturate(healing, skin);
    return times_;
}

void InkChart::lay_hair(const AgedInk& ink, const transport::DotTables& tables) {
    stubble_.reset();
    const DarkSpots hairs = hair_spots(chart_, ink, tables);
    lay_dark(hairs, hair_layer, 1);
}

void InkChart::lay_dark(const DarkSpots& spots, std::size_t first_layer, std::size_t most) {
    const SpectralBasis basis(spots.spectra, most);
    const auto count = static_cast<std::uint32_t>(spots.places.size());
    const std::size_t some = std::max<std::size_t>(count, 1);
    gpu::Buffer<passes::SpotPlace> places(device_, "spot places", some);
    gpu::Buffer<glm::vec4> amounts(device_, "spot amounts", basis.layers() * transport::spread_widths * some);
    places.upload(spots.places);
    amounts.upload(amounts_of(spots, basis));
    gpu::Commands commands(device_, "dark spots");
    for (std::size_t i = 0; i < basis.layers(); ++i) {
        const std::size_t layer = first_layer + i;
        if (layer == sums_.size())
            sums_.push_back(make_sums());
        spectra_[layer] = basis.layer(i);
        const Sums& sums = sums_[layer];
        commands.fill(sums.fine, 0);
        commands.fill(sums.wide, 0);
        const auto first = static_cast<std::uint32_t>(i * transport::spread_widths) * count;
        passes::SplatSpots::Params params{.size = side_,
                                          .count = count,
                                          .narrow = first,
                                          .wide = first + count,
                                          .narrow_sigma_mm = transport::spread_sigma_mm[0],
                                          .wide_sigma_mm = transport::spread_sigma_mm[1],
                                          .texel_variance = least_variance,
                                          .steps = dark_steps};
        if (count > 0)
            commands.dispatch(splat_, {.places = places, .amounts = amounts, .sums = sums.fine}, params,
                              {count});
        params.size = side_ / wide_step;
        params.narrow = params.wide = first + 2 * count;
        params.wide_sigma_mm = transport::spread_sigma_mm[2];
        if (count > 0)
            commands.dispatch(splat_, {.places = places, .amounts = amounts, .sums = sums.wide}, params,
                              {count});
        commands.dispatch(
            unpack_, {.sums = sums.wide, .four = wide_image_},
            {.size = params.size, .layer = static_cast<std::uint32_t>(layer), .steps = dark_steps},
            {params.size, params.size});
    }
    run(commands);
}

void InkChart::lay_marks(const MarkSpots& spots) {
    const auto count = static_cast<std::uint32_t>(spots.places.size());
    const gpu::Buffer<passes::SpotPlace> places(device_, "mark places",
                                                std::span<const passes::SpotPlace>(spots.places));
    const gpu::Buffer<glm::vec4> amounts(device_, "mark amounts", std::span<const glm::vec4>(spots.amounts));
    gpu::Commands commands(device_, "marks");
    lay_marks(commands, places, amounts, 0, physics::marks_sigma_mm, marks_);
    lay_marks(commands, places, amounts, count, physics::flush_sigma_mm, flush_);
    run(commands);
}

void InkChart::lay_marks(gpu::Commands& commands, const gpu::Buffer<passes::SpotPlace>& places,
                         const gpu::Buffer<glm::vec4>& amounts, std::uint32_t first, float sigma_mm,
                         const gpu::Image& to) {
    if (!mark_sums_)
        mark_sums_.emplace(device_, "sums of marks",
                           std::size_t{2} * marks_.extent().width * marks_.extent().height);
    const std::uint32_t size = to.extent().width;
    const auto count = static_cast<std::uint32_t>(places.count());
    commands.fill(*mark_sums_, 0);
    commands.dispatch(splat_, {.places = places, .amounts = amounts, .sums = *mark_sums_},
                      {.size = size,
                       .count = count,
                       .narrow = first,
                       .wide = first,
                       .wide_sigma_mm = sigma_mm,
                       .steps = mark_steps},
                      {count});
    commands.dispatch(unpack_, {.sums = *mark_sums_, .four = to}, {.size = size, .steps = mark_steps},
                      {size, size});
}

void InkChart::saturate(bool healing, const study::HealingOptics& skin) {
    passes::SaturateDarkening::Params params{.size = side_,
                                             .run_count = static_cast<std::uint32_t>(runs_.count()),
                                             .healing = healing ? 1u : 0u,
                                             .steps = dark_steps,
                                             .flake_rho = study::flake_rho()};
    set_bands(params.bare, skin.bare);
    set_bands(params.veil_scatter, skin.veil_scatter);
    const gpu::Buffer<glm::vec4> spectra(
        device_, "dark spectra",
        std::span<const glm::vec4>(spectra_.front().data(), spectra_.size() * spectra_.front().size()));
    gpu::Commands commands(device_, "saturate");
    commands.dispatch(saturate_,
                      {.still = sums_[hair_layer].fine,
                       .ageing = sums_[dots_layer].fine,
                       .more = sums_.back().fine,
                       .wide = wide_image_,
                       .spectra = spectra,
                       .runs = runs_,
                       .marks = marks_,
                       .flush = flush_,
                       .ratio = ratio_,
                       .redness = redness_},
                      params, {params.run_count});
    commands.make_levels(ratio_);
    run(commands);
}

void InkChart::run(gpu::Commands& commands) {
    const std::vector<gpu::PassTime> times = commands.submit_and_wait();
    times_.insert(times_.end(), times.begin(), times.end());
}

InkWindow InkChart::window() const {
    return {.ratio = &ratio_, .redness = &redness_};
}

} // namespace healed::render
