#pragma once

#include <cstdint>
#include <cstdlib>
#include <string>

// What libFuzzer runs. Each takes the bytes as another kind of input, and aborts when a promise is
// broken.
namespace spbe::fuzz {

void arguments(const std::string& bytes);
void instrument(const std::string& bytes);
void into(const std::string& bytes);
void numbers(const std::string& bytes);
void pipeline(const std::string& bytes);
void read(const std::string& bytes);
void settings(const std::string& bytes);
void table(const std::string& bytes);
void text(const std::string& bytes);
void workbook(const std::string& bytes);

inline void must(bool holds) {
  if (!holds) std::abort();
}

}  // namespace spbe::fuzz
