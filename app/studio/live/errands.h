#pragma once

#include "base/progress.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace healed::gpu {
class Device;
}

namespace healed::studio {

/// Work beside the pictures: exports, forecasts, swatches. Done one after the other in a thread of its own,
/// on a device of its own that is made when first needed.
class Errands {
  public:
    /// What the window is to do with the outcome, in its own thread.
    using Delivery = std::function<void()>;
    /// Runs in the other thread. May throw Error; is stopped by what `progress` throws.
    using Work = std::function<Delivery(const gpu::Device& device, const Progress& progress)>;

    /// `wake` is called from the other thread when there is news.
    Errands(std::string device, std::function<void()> wake);
    ~Errands();

    /// Replaces an errand of the same name that has not begun; stops one that has.
    void send(std::string name, Work work);
    void stop(const std::string& name);

    /// Does what has come back. Returns the messages of errands that failed.
    std::vector<std::string> deliver();

    /// The one that is being run.
    struct Running {
        std::string name;
        double done;
        std::optional<double> remaining_s;
    };
    std::optional<Running> running() const;
    bool is_idle() const;

  private:
    struct Errand {
        std::string name;
        Work work;
    };
    void run();
    void run_one(Errand errand, std::unique_lock<std::mutex>& lock);
    void tell(double done);

    const std::string device_;
    const std::function<void()> wake_;
    mutable std::mutex mutex_;
    std::condition_variable news_;
    std::deque<Errand> waiting_;
    std::optional<std::string> running_;
    double done_ = 0.0, begin_s_ = 0.0;
    bool stops_ = false, ends_ = false;
    std::vector<Delivery> deliveries_;
    std::vector<std::string> problems_;
    std::unique_ptr<gpu::Device> gpu_;
    std::thread thread_;
};

} // namespace healed::studio
