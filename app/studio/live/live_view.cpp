#include "live/live_view.h"

#include "base/error.h"
#include "live/device.h"
#include "live/give_way.h"
#include "live/head_in_hand.h"
#include "live/painter.h"

#include <algorithm>

namespace healed::studio {

namespace {

/// Thrown where the picture at work is wanted no more.
struct Superseded {};

/// How long everything rests before a draft is painted in full.
constexpr std::chrono::milliseconds settling{250};

} // namespace

LiveView::LiveView(std::string device, std::function<void()> wake)
    : device_(std::move(device)), wake_(std::move(wake)), thread_([this] { run(); }) {}

LiveView::~LiveView() {
    {
        const std::lock_guard lock(mutex_);
        stop_ = true;
    }
    news_.notify_all();
    thread_.join();
}

void LiveView::want(std::size_t pane, std::optional<Wish> wish) {
    {
        const std::lock_guard lock(mutex_);
        if (!wish) {
            panes_.erase(pane);
            return;
        }
        Pane& wanted = panes_[pane];
        if (wanted.wish == wish)
            return;
        wanted.wish = std::move(wish);
        wanted.given_up = false;
        last_change_ = Clock::now();
    }
    news_.notify_all();
}

void LiveView::pause(bool paused) {
    {
        const std::lock_guard lock(mutex_);
        paused_ = paused;
    }
    news_.notify_all();
}

void LiveView::cancel() {
    const std::lock_guard lock(mutex_);
    for (auto& [number, pane] : panes_)
        pane.given_up = !pane.shown || pane.shown->wish != pane.wish || pane.shown->finish != Finish::Full;
}

std::shared_ptr<const Shown> LiveView::shown(std::size_t pane) const {
    const std::lock_guard lock(mutex_);
    const auto found = panes_.find(pane);
    return found == panes_.end() ? nullptr : found->second.shown;
}

std::shared_ptr<const HeadInHand> LiveView::head() const {
    const std::lock_guard lock(mutex_);
    return head_;
}

Activity LiveView::activity() const {
    const std::lock_guard lock(mutex_);
    Activity now = activity_;
    now.remaining_s = remaining_s();
    return now;
}

bool LiveView::is_idle() const {
    const std::lock_guard lock(mutex_);
    return !busy_ && (paused_ || !most_urgent());
}

std::string LiveView::take_problem() {
    const std::lock_guard lock(mutex_);
    return std::exchange(problem_, {});
}

std::string LiveView::device_name() const {
    const std::lock_guard lock(mutex_);
    return device_name_;
}

std::size_t LiveView::pictures_painted() const {
    const std::lock_guard lock(mutex_);
    return painted_;
}

std::optional<double> LiveView::remaining_s() const {
    if (!busy_ || activity_.stage != Stage::Picture || full_s_ == 0.0)
        return std::nullopt;
    const double spent = std::chrono::duration<double>(Clock::now() - job_begin_).count();
    return std::max(full_s_ - spent, 0.0);
}

/// Drafts of all panes come before any full picture.
std::optional<LiveView::Job> LiveView::most_urgent() const {
    for (const Finish finish : {Finish::Draft, Finish::Full})
        for (const auto& [number, pane] : panes_) {
            const bool there = pane.shown && pane.shown->wish == pane.wish &&
                               (finish == Finish::Draft || pane.shown->finish == Finish::Full);
            if (pane.wish && !pane.given_up && !there)
                return Job{number, *pane.wish, finish};
        }
    return std::nullopt;
}

std::optional<LiveView::Job> LiveView::next_job(std::unique_lock<std::mutex>& lock) {
    for (;;) {
        if (stop_)
            return std::nullopt;
        const std::optional<Job> job = paused_ ? std::nullopt : most_urgent();
        if (job && (job->finish == Finish::Draft || Clock::now() >= last_change_ + settling))
            return job;
        if (job)
            news_.wait_until(lock, last_change_ + settling);
        else
            news_.wait(lock);
    }
}

bool LiveView::is_wanted(const Job& job) const {
    const std::lock_guard lock(mutex_);
    const auto found = panes_.find(job.pane);
    return !stop_ && found != panes_.end() && found->second.wish == job.wish && !found->second.given_up;
}

/// A device that is lost or cannot be had gives way to software, once.
void LiveView::run() {
    give_way_to_the_window();
    std::string wanted = device_;
    for (int attempt = 0; attempt < 2; ++attempt) {
        try {
            const gpu::Device device({.wanted = wanted});
            {
                const std::lock_guard lock(mutex_);
                device_name_ = device.name();
            }
            return serve(device);
        } catch (const std::exception& problem) {
            const std::lock_guard lock(mutex_);
            problem_ = problem.what();
            wanted = software_device;
        }
        wake_();
    }
}

void LiveView::serve(const gpu::Device& device) {
    Painter painter(device);
    std::unique_lock lock(mutex_);
    while (const std::optional<Job> job = next_job(lock)) {
        busy_ = true;
        job_begin_ = Clock::now();
        lock.unlock();
        paint(painter, *job);
        lock.lock();
        busy_ = false;
        activity_ = {};
        wake_();
    }
}

void LiveView::paint(Painter& painter, const Job& job) {
    const auto tell = [&](Stage stage, double done) {
        if (!is_wanted(job))
            throw Superseded{};
        if (loses_device_.exchange(false))
            fail("Vulkan: vkQueueSubmit2: the device was lost");
        const std::lock_guard lock(mutex_);
        activity_ = {stage, done, std::nullopt};
        wake_();
    };
    try {
        auto shown = std::make_shared<const Shown>(painter.paint(job.wish, job.finish, tell));
        publish_head(painter);
        const std::lock_guard lock(mutex_);
        if (job.finish == Finish::Full)
            full_s_ = std::chrono::duration<double>(Clock::now() - job_begin_).count();
        ++painted_;
        // Even a picture that is out of date by now is nearer to what is wanted than the one before.
        if (const auto found = panes_.find(job.pane); found != panes_.end())
            found->second.shown = std::move(shown);
    } catch (const Superseded&) {
        return;
    } catch (const Error& problem) {
        if (tells_of_loss(problem.what()))
            throw;
        const std::lock_guard lock(mutex_);
        problem_ = problem.what();
        if (const auto found = panes_.find(job.pane); found != panes_.end() && found->second.wish == job.wish)
            found->second.given_up = true;
    }
}

void LiveView::publish_head(const Painter& painter) {
    {
        const std::lock_guard lock(mutex_);
        if (head_number_ == painter.head_number())
            return;
    }
    auto head = std::make_shared<const HeadInHand>(painter.head());
    const std::lock_guard lock(mutex_);
    head_ = std::move(head);
    head_number_ = painter.head_number();
}

} // namespace healed::studio
