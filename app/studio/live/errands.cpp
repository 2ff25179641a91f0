#include "live/errands.h"

#include "live/device.h"
#include "live/give_way.h"

#include <algorithm>
#include <chrono>

namespace healed::studio {

namespace {

/// Thrown where the errand at work is to be stopped.
struct Stopped {};

double seconds_now() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

} // namespace

Errands::Errands(std::string device, std::function<void()> wake)
    : device_(std::move(device)), wake_(std::move(wake)), thread_([this] { run(); }) {}

Errands::~Errands() {
    {
        const std::lock_guard lock(mutex_);
        ends_ = stops_ = true;
    }
    news_.notify_all();
    thread_.join();
}

void Errands::send(std::string name, Work work) {
    {
        const std::lock_guard lock(mutex_);
        std::erase_if(waiting_, [&](const Errand& errand) { return errand.name == name; });
        stops_ = stops_ || running_ == name;
        waiting_.push_back({std::move(name), std::move(work)});
    }
    news_.notify_all();
}

void Errands::stop(const std::string& name) {
    const std::lock_guard lock(mutex_);
    std::erase_if(waiting_, [&](const Errand& errand) { return errand.name == name; });
    stops_ = stops_ || running_ == name;
}

std::vector<std::string> Errands::deliver() {
    std::vector<Delivery> deliveries;
    std::vector<std::string> problems;
    {
        const std::lock_guard lock(mutex_);
        deliveries.swap(deliveries_);
        problems.swap(problems_);
    }
    for (const Delivery& delivery : deliveries)
        delivery();
    return problems;
}

std::optional<Errands::Running> Errands::running() const {
    const std::lock_guard lock(mutex_);
    if (!running_)
        return std::nullopt;
    Running now{*running_, done_, std::nullopt};
    if (done_ > 0.05)
        now.remaining_s = (seconds_now() - begin_s_) * (1.0 - done_) / done_;
    return now;
}

bool Errands::is_idle() const {
    const std::lock_guard lock(mutex_);
    return !running_ && waiting_.empty() && deliveries_.empty();
}

void Errands::tell(double done) {
    {
        const std::lock_guard lock(mutex_);
        if (stops_)
            throw Stopped{};
        done_ = done;
    }
    wake_();
}

void Errands::run_one(Errand errand, std::unique_lock<std::mutex>& lock) {
    Delivery delivery;
    std::string problem;
    lock.unlock();
    try {
        // Why another device was taken, the pictures have said already.
        if (std::string refusal; !gpu_)
            gpu_ = device_or_software({.wanted = device_}, refusal);
        delivery = errand.work(*gpu_, [this](double done) { tell(done); });
    } catch (const Stopped&) {
    } catch (const std::exception& refusal) {
        problem = refusal.what();
        if (tells_of_loss(problem))
            gpu_.reset();
    }
    lock.lock();
    if (delivery)
        deliveries_.push_back(std::move(delivery));
    if (!problem.empty())
        problems_.push_back(std::move(problem));
}

void Errands::run() {
    give_way_to_the_window();
    std::unique_lock lock(mutex_);
    for (;;) {
        news_.wait(lock, [this] { return ends_ || !waiting_.empty(); });
        if (ends_)
            return;
        Errand errand = std::move(waiting_.front());
        waiting_.pop_front();
        running_ = errand.name;
        done_ = 0.0;
        stops_ = false;
        begin_s_ = seconds_now();
        run_one(std::move(errand), lock);
        running_.reset();
        wake_();
    }
}

} // namespace healed::studio
