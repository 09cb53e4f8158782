#pragma once

#include <cstddef>
#include <functional>

namespace spbe {

// What is to be done with one result, on the thread that asked for it; may be empty.
using Delivery = std::function<void()>;

// Calls `make(i)` for every i below `count`, on `jobs` threads, and what it returns in the order
// of i on the calling thread. Only some hundred results wait at any time. What `make` or a
// delivery throws comes out of here, after all threads have ended.
void run_in_order(std::size_t count, std::size_t jobs,
                  const std::function<Delivery(std::size_t)>& make);

}  // namespace spbe
