#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace spbe {

// Sums of scaled whole numbers that 64 bits may not hold. Who builds a Selection sees to it
// that no sum of products of it needs more than 126 bits.
__extension__ using Wide = __int128;

inline constexpr std::size_t kNoItem = static_cast<std::size_t>(-1);

// Which of many items to take: the least total cost whose total use stays within a limit. An
// item is taken only with the one below it and all it needs. Costs and uses of either sign.
struct Selection {
  struct Item {
    Wide cost = 0;
    std::int64_t use = 0;
    std::size_t below = kNoItem;     // the item before it in this chain
    std::vector<std::size_t> needs;  // items of other chains
  };
  std::vector<Item> items;  // each chain in a row, from its lowest item
  std::int64_t limit = 0;
  Wide grain = 1;  // every cost is a multiple of it
  // How the bound shares out what several items need: in uses, which leaves the costs few
  // values, or in costs, which leaves the uses few.
  bool share_uses = false;
};

// What is already settled about each item.
enum class Mark : std::uint8_t { open, taken, left };
using Marks = std::vector<Mark>;

struct Taken {
  std::vector<bool> items;
  Wide cost = 0;
  std::int64_t use = 0;
};

// Counts the work of a search, in labels made and arcs looked at, never in time, so that the
// same input always ends in the same way.
struct WorkMeter {
  std::uint64_t done = 0;
  std::uint64_t most = 0;
  bool spent() const { return done > most; }
};

struct SelectionAnswer {
  std::optional<Taken> best;  // nothing: no selection keeps the limit
  bool proven = true;         // false: the work ran out before the best was known
};

// Branches over the items that others need. The bound is the same problem with those needs
// priced (the prices are the flow of a least closed set) and the limit kept exactly. Whatever
// `start` marks stays so; `known`, if given, must be a selection that keeps everything, and is
// returned unless something cheaper is found.
SelectionAnswer least_cost(const Selection& selection, const Marks& start,
                           const std::optional<Taken>& known, WorkMeter& meter);

// `items` with cost and use summed.
Taken taken_of(const Selection& selection, std::vector<bool> items);

}  // namespace spbe
