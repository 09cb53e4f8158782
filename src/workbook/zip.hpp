#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace spbe {

// What can be wrong with a packed file.
enum class ZipFault {
  none,
  broken,       // no archive, a wrong checksum, an unknown packing
  encrypted,    // a part needs a password
  part_twice,   // two parts with one name
  many_parts,   // more than kMostParts
  large_part,   // more than kMostPartBytes unpacked
  large_whole,  // the parts that were read are more than kMostBytes together
  missing,      // there is no such part
};

// The parts of a zip archive that lies in memory. Each is unpacked when it is asked for, within
// limits, so that a small archive cannot fill the memory.
class ZipReader {
 public:
  static constexpr std::size_t kMostParts = 512;
  static constexpr std::size_t kMostPartBytes = std::size_t{16} << 20U;
  static constexpr std::size_t kMostBytes = std::size_t{32} << 20U;

  // `bytes` must outlive the reader.
  explicit ZipReader(std::string_view bytes);
  ~ZipReader();
  ZipReader(const ZipReader&) = delete;
  ZipReader& operator=(const ZipReader&) = delete;

  // After construction and after each `read` that gave nothing; and the part it is about.
  ZipFault fault() const { return fault_; }
  const std::string& faulty_part() const { return part_; }

  bool has(std::string_view part) const;
  // As the archive spells and orders them.
  std::vector<std::string> names() const;
  // The part of this name, letter case aside as Open Packaging has it.
  std::optional<std::string> read(std::string_view part);

 private:
  struct Memory;
  struct Place {
    std::uint64_t in_directory = 0;
    std::uint64_t number = 0;
    std::uint64_t size = 0;  // unpacked, as the archive claims
    std::string name;        // as the archive spells it
  };

  void list();
  void fail(ZipFault fault, std::string_view part);
  std::optional<std::string> unpack(const Place& place, std::string_view part);

  std::unique_ptr<Memory> memory_;
  void* archive_ = nullptr;
  std::map<std::string, Place, std::less<>> parts_;
  ZipFault fault_ = ZipFault::none;
  std::string part_;
  std::size_t read_bytes_ = 0;
};

// The archive of these parts, in this order, packed, dated 1 January 1980: the same bytes each
// time.
std::string write_zip(const std::vector<std::pair<std::string, std::string>>& parts);

}  // namespace spbe
