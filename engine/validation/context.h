#pragma once

#include "base/progress.h"
#include "gpu/device.h"
#include "validation/fast_against_exact.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <utility>

namespace healed::validation {

/// What the checks of one run share.
class Context {
  public:
    /// `reference` is the folder of published and independently computed tables; it need not exist.
    Context(std::filesystem::path reference, std::uint32_t seed);

    /// The device, made when the first check asks. Throws Error in one line when there is none.
    const gpu::Device& device();
    /// The name of the device; empty while nobody has asked for it.
    std::string device_name() const { return device_ ? device_->name() : ""; }

    /// A file of the reference folder, e.g. "skin/mcml_skin_bare.csv". Throws Error naming the folder when
    /// that is missing and else the file.
    std::filesystem::path reference_file(const std::filesystem::path& name) const;
    const std::filesystem::path& reference_folder() const { return reference_; }

    /// How many scenes of the fast model are drawn by the seed besides all named ones; 0 takes a few named
    /// ones.
    int scenes() const { return scenes_; }
    void set_scenes(int drawn) { scenes_ = drawn; }

    /// What the family of the fast model found, for its table and pictures; empty before it ran.
    const std::optional<FamilyError>& fast_model() const { return fast_model_; }
    void keep_fast_model(FamilyError errors) { fast_model_ = std::move(errors); }

    /// For everything random: the same seed gives the same numbers on one device.
    std::uint32_t seed() const { return seed_; }

    /// How far the present family is, 0 … 1; may throw to stop.
    Progress progress;

  private:
    std::filesystem::path reference_;
    std::uint32_t seed_;
    int scenes_ = 0;
    std::optional<FamilyError> fast_model_;
    std::unique_ptr<gpu::Device> device_;
};

/// The folder that holds when none is named: $HEALED_REFERENCE, else shared/reference beside the source tree.
std::filesystem::path default_reference_folder();

} // namespace healed::validation
