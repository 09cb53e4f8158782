#include "cli/progress.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "render/style.hpp"

namespace spbe {

namespace {

constexpr std::chrono::milliseconds kPatience{1000};
constexpr std::chrono::milliseconds kBetween{100};
constexpr std::size_t kWidestBar = 30;

}  // namespace

Progress::Progress(std::ostream& out, Settings settings, std::size_t total)
    : out_(out), settings_(std::move(settings)), total_(total) {
  if (settings_.shown) next_ = settings_.now() + kPatience;
}

void Progress::step() {
  ++done_;
  if (!settings_.shown) return;
  const Time now = settings_.now();
  if (now < next_) return;
  next_ = now + kBetween;
  draw();
}

void Progress::draw() {
  const std::string count =
      fmt::format(" {}/{} {}", done_, total_, say(settings_.language, {"files", "berkas"}));
  // The last column stays free: some terminals would begin a new line.
  const std::size_t room = settings_.columns > count.size() + 1 ? settings_.columns - 1 : 0;
  const std::size_t cells = room == 0 ? 0 : std::min(kWidestBar, room - count.size());
  const Ratio share(static_cast<std::int64_t>(done_), static_cast<std::int64_t>(total_));
  out_ << '\r' << (cells == 0 ? std::string() : bar(share, Ratio(1), cells)) << count << std::flush;
  drawn_ = true;
}

void Progress::erase() {
  if (!drawn_) return;
  out_ << "\r\x1b[K" << std::flush;
  drawn_ = false;
}

}  // namespace spbe
