#pragma once

#include "live/stage.h"
#include "live/wish.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace healed::gpu {
class Device;
}

namespace healed::studio {

class Painter;
struct HeadInHand;

/// What the window tells of work in the background.
struct Activity {
    Stage stage = Stage::Idle;
    double done = 0.0;                 ///< of the stage, 0 … 1
    std::optional<double> remaining_s; ///< until the pictures are finished, where it can be guessed
};

/// Paints in a thread of its own what the panes of the window want, small first and then in full. A newer
/// wish for a pane stops what it makes needless. The device is this thread's alone, and pictures cross to the
/// window as bytes: two queues need no taking of turns, and a device that is lost takes no window with it.
class LiveView {
  public:
    /// `wake` is called from the other thread when there is news. `device` as gpu::DeviceOptions::wanted.
    LiveView(std::string device, std::function<void()> wake);
    ~LiveView();

    /// What a pane is to show from now on; none: nothing.
    void want(std::size_t pane, std::optional<Wish> wish);
    /// Pictures are not painted while paused; wishes are kept.
    void pause(bool paused);
    /// Gives up on everything that is not there yet, until something else is wanted.
    void cancel();
    /// The next picture finds its device gone, as when a graphics card is reset; for stories.
    void lose_device() { loses_device_ = true; }

    /// The latest picture of a pane, none before the first. The same object until there is a newer one.
    std::shared_ptr<const Shown> shown(std::size_t pane) const;
    /// Of the picture painted last; none before the first.
    std::shared_ptr<const HeadInHand> head() const;
    Activity activity() const;
    bool is_idle() const;
    /// Takes the message of what went wrong since the last call; empty for nothing.
    std::string take_problem();
    /// Name of the device that paints, "" before it is there.
    std::string device_name() const;
    std::size_t pictures_painted() const;

  private:
    struct Pane {
        std::optional<Wish> wish;
        std::shared_ptr<const Shown> shown;
        bool given_up = false;
    };
    struct Job {
        std::size_t pane;
        Wish wish;
        Finish finish;
    };
    using Clock = std::chrono::steady_clock;
    void run();
    void serve(const gpu::Device& device);
    std::optional<Job> next_job(std::unique_lock<std::mutex>& lock);
    std::optional<Job> most_urgent() const;
    void paint(Painter& painter, const Job& job);
    void publish_head(const Painter& painter);
    bool is_wanted(const Job& job) const;
    std::optional<double> remaining_s() const;

    const std::string device_;
    const std::function<void()> wake_;
    mutable std::mutex mutex_;
    std::condition_variable news_;
    std::map<std::size_t, Pane> panes_;
    Clock::time_point last_change_ = Clock::now();
    bool paused_ = false, stop_ = false, busy_ = false;
    Activity activity_;
    Clock::time_point job_begin_;
    double full_s_ = 0.0; ///< what a full picture took of late
    std::size_t painted_ = 0;
    std::string problem_, device_name_;
    std::shared_ptr<const HeadInHand> head_;
    std::uint64_t head_number_ = 0;
    std::atomic<bool> loses_device_ = false;
    std::thread thread_;
};

} // namespace healed::studio
