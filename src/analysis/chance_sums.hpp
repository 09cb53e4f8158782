#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "spbe/base/big_ratio.hpp"

namespace spbe {

// The exact distribution of a sum of independent amounts, by convolution. Amounts are whole
// numbers of one unit, counted from the least each can be.
class ChanceSums {
 public:
  struct Amount {
    std::size_t units = 0;
    std::uint64_t weight = 0;  // above zero; its chance is weight / Part::of
  };
  // The first amount is 0 units, the others ascend; their weights sum to `of`.
  struct Part {
    std::vector<Amount> amounts;
    std::uint64_t of = 1;
  };

  // Nothing when the table would be larger than some 4 MB.
  static std::optional<ChanceSums> make(std::vector<Part> parts);

  // Sums are 0 to size() - 1.
  std::size_t size() const { return size_; }
  bool possible(std::size_t sum) const;
  BigRatio chance(std::size_t sum) const;
  // That the sum is one of those for which `wanted`, size() long, holds.
  BigRatio chance_of(const std::vector<bool>& wanted) const;
  // The same if part `part` surely were `units`.
  BigRatio chance_of(const std::vector<bool>& wanted, std::size_t part, std::size_t units) const;

 private:
  using Words = BigRatio::Words;
  ChanceSums(std::vector<Part> parts, std::size_t size, std::size_t words);
  void add(const Part& part);
  Words without(std::size_t part) const;
  BigRatio sum_of(const Words& table, const std::vector<bool>& wanted, std::size_t shift,
                  const Words& of) const;

  std::vector<Part> parts_;
  std::size_t size_ = 1;     // sums
  std::size_t words_ = 1;    // of each entry of the table
  std::size_t reached_ = 1;  // sums that the parts so far can make
  std::size_t used_ = 1;     // words that the product of the parts so far takes
  Words table_;              // of each sum: its chance times `of_`
  Words of_;                 // the product of all Part::of
};

}  // namespace spbe
