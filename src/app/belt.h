// A queue with room for few pieces of work between two threads.
#pragma once
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <utility>

namespace tz {

template <class Work>
class Belt {
  public:
    explicit Belt(std::size_t room) : room_(room) {}
    // Waits for room. False: the other side has stopped.
    bool push(Work work) {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return is_stopped_ || waiting_.size() < room_; });
        if (is_stopped_) return false;
        waiting_.push_back(std::move(work));
        changed_.notify_all();
        return true;
    }
    // Waits for work. False: nothing more will come.
    bool pop(Work& work) {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return is_ended_ || !waiting_.empty(); });
        if (waiting_.empty()) return false;
        work = std::move(waiting_.front());
        waiting_.pop_front();
        changed_.notify_all();
        return true;
    }
    void end() { set(is_ended_); }     // said by the side that pushes
    void stop() { set(is_stopped_); }  // said by the side that pops

  private:
    void set(bool& flag) {
        const std::scoped_lock lock(mutex_);
        flag = true;
        changed_.notify_all();
    }
    std::size_t room_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Work> waiting_;
    bool is_ended_ = false;
    bool is_stopped_ = false;
};

}  // namespace tz
