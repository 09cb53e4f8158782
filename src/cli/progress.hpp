#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <iosfwd>
#include <string>

#include "spbe/render/language.hpp"

namespace spbe {

// A bar on a terminal while many files are read; it appears after a second and is wiped out
// before anything else is written there.
class Progress {
 public:
  using Time = std::chrono::steady_clock::time_point;
  struct Settings {
    bool shown = false;
    Language language = Language::english;
    std::size_t columns = 80;
    std::function<Time()> now = std::chrono::steady_clock::now;
  };

  Progress(std::ostream& out, Settings settings, std::size_t total);
  ~Progress() { erase(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  // One file more is done.
  void step();
  void erase();

 private:
  void draw();

  std::ostream& out_;
  Settings settings_;
  std::size_t total_;
  std::size_t done_ = 0;
  Time next_;
  bool drawn_ = false;
};

}  // namespace spbe
