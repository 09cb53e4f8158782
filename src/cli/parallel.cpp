#include "cli/parallel.hpp"

#include <algorithm>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <new>
#include <system_error>
#include <thread>
#include <vector>

namespace spbe {

namespace {

// Handed to a thread at a time, so that waking another one is paid for once in a while.
constexpr std::size_t kLargestBatch = 16;
constexpr std::size_t kBatchesAJob = 4;

struct Result {
  Delivery deliver;
  std::exception_ptr failure;
};

class Pipeline {
 public:
  Pipeline(std::size_t count, std::size_t jobs, const std::function<Delivery(std::size_t)>& make)
      : count_(count),
        make_(make),
        batch_size_(std::clamp<std::size_t>(count / (jobs * 8), 1, kLargestBatch)),
        batches_((count + batch_size_ - 1) / batch_size_),
        slots_(jobs * kBatchesAJob) {
    const std::size_t threads = std::min(jobs, batches_);
    threads_.reserve(threads);
    try {
      for (std::size_t i = 0; i < threads; ++i) threads_.emplace_back([this] { context(); });
    } catch (const std::system_error&) {
      // No more can be had: those there are do the work, or the caller.
    } catch (const std::bad_alloc&) {
      // The same.
    }
  }

  ~Pipeline() {
    {
      const std::lock_guard lock(mutex_);
      stop_ = true;
    }
    room_.notify_all();
    for (std::thread& thread : threads_) thread.join();
  }

  Pipeline(const Pipeline&) = delete;
  Pipeline& operator=(const Pipeline&) = delete;

  void deliver_all() {
    for (std::size_t batch = 0; batch < batches_; ++batch) {
      for (Result& result : threads_.empty() ? make_batch(batch) : take(batch)) {
        if (result.failure) std::rethrow_exception(result.failure);
        if (result.deliver) result.deliver();
        result.deliver = nullptr;
      }
    }
  }

 private:
  struct Slot {
    std::vector<Result> results;
    std::exception_ptr failure;  // memory was not enough even for the results
    bool ready = false;
  };

  std::vector<Result> take(std::size_t batch) {
    std::unique_lock lock(mutex_);
    Slot& slot = slots_[batch % slots_.size()];
    ready_.wait(lock, [&] { return slot.ready; });
    slot.ready = false;
    if (slot.failure) std::rethrow_exception(slot.failure);
    std::vector<Result> results = std::move(slot.results);
    taken_ = batch + 1;
    lock.unlock();
    room_.notify_one();
    return results;
  }

  void context() {
    std::unique_lock lock(mutex_);
    for (;;) {
      room_.wait(lock,
                 [&] { return stop_ || next_ == batches_ || next_ < taken_ + slots_.size(); });
      if (stop_ || next_ == batches_) return;
      const std::size_t batch = next_++;
      lock.unlock();
      std::vector<Result> results;
      std::exception_ptr failure;
      try {
        results = make_batch(batch);
      } catch (...) {
        failure = std::current_exception();
      }
      lock.lock();
      Slot& slot = slots_[batch % slots_.size()];
      slot.results = std::move(results);
      slot.failure = failure;
      slot.ready = true;
      if (batch == taken_) ready_.notify_one();
      // Others that wait for room may end now.
      if (next_ == batches_) room_.notify_all();
    }
  }

  std::vector<Result> make_batch(std::size_t batch) const {
    std::vector<Result> results;
    const std::size_t end = std::min(count_, (batch + 1) * batch_size_);
    results.reserve(batch_size_);
    for (std::size_t i = batch * batch_size_; i < end; ++i) {
      Result& result = results.emplace_back();
      try {
        result.deliver = make_(i);
      } catch (...) {
        result.failure = std::current_exception();
      }
    }
    return results;
  }

  const std::size_t count_;
  const std::function<Delivery(std::size_t)>& make_;
  const std::size_t batch_size_;
  const std::size_t batches_;
  std::mutex mutex_;
  std::condition_variable room_;
  std::condition_variable ready_;
  std::vector<Slot> slots_;
  std::size_t next_ = 0;   // the first batch no thread has begun
  std::size_t taken_ = 0;  // the first batch not yet delivered
  bool stop_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace

void run_in_order(std::size_t count, std::size_t jobs,
                  const std::function<Delivery(std::size_t)>& make) {
  if (jobs < 2 || count < 2) {
    for (std::size_t i = 0; i < count; ++i) {
      if (const Delivery deliver = make(i)) deliver();
    }
    return;
  }
  Pipeline(count, jobs, make).deliver_all();
}

}  // namespace spbe
