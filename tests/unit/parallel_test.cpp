#include "cli/parallel.hpp"

#include <atomic>
#include <stdexcept>
#include <string>
#include <vector>

#include "unit/catch.hpp"

using spbe::Delivery;
using spbe::run_in_order;

TEST_CASE("results are delivered in order with any number of jobs", "[parallel]") {
  const std::size_t jobs = GENERATE(1U, 2U, 3U, 8U, 64U);
  const std::size_t count = GENERATE(0U, 1U, 2U, 17U, 1000U);
  std::vector<std::size_t> delivered;
  std::atomic<std::size_t> made{0};
  run_in_order(count, jobs, [&](std::size_t i) -> Delivery {
    ++made;
    if (i % 3 == 2) return {};
    return [&delivered, i] { delivered.push_back(i); };
  });
  std::vector<std::size_t> expected;
  for (std::size_t i = 0; i < count; ++i) {
    if (i % 3 != 2) expected.push_back(i);
  }
  CHECK(made == count);
  CHECK(delivered == expected);
}

TEST_CASE("only some results wait for a slow receiver", "[parallel]") {
  std::atomic<std::size_t> made{0};
  std::size_t delivered = 0;
  std::size_t most = 0;
  run_in_order(5000, 4, [&](std::size_t) -> Delivery {
    ++made;
    return [&] {
      ++delivered;
      most = std::max(most, made.load() - delivered);
    };
  });
  CHECK(delivered == 5000);
  CHECK(most <= 4 * 4 * 16 + 5 * 16);
}

TEST_CASE("what a thread or a delivery throws comes out at its place", "[parallel]") {
  const std::size_t jobs = GENERATE(1U, 4U);
  const bool in_delivery = GENERATE(true, false);
  std::size_t delivered = 0;
  std::string caught;
  try {
    run_in_order(500, jobs, [&](std::size_t i) -> Delivery {
      if (i == 100 && !in_delivery) throw std::runtime_error("made");
      return [&, i] {
        if (i == 100) throw std::runtime_error("delivered");
        ++delivered;
      };
    });
  } catch (const std::runtime_error& error) {
    caught = error.what();
  }
  CHECK(caught == (in_delivery ? "delivered" : "made"));
  CHECK(delivered == 100);
}
