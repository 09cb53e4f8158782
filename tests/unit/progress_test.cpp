#include "cli/progress.hpp"

#include <sstream>

#include "unit/catch.hpp"

using namespace std::chrono_literals;
using spbe::Progress;

namespace {

struct Clock {
  Progress::Time time;
  Progress::Settings settings(bool shown) {
    return {shown, spbe::Language::english, 40, [this] { return time; }};
  }
};

}  // namespace

TEST_CASE("the bar appears after a second and is wiped out", "[progress]") {
  Clock clock;
  std::ostringstream out;
  {
    Progress progress(out, clock.settings(true), 4);
    clock.time += 900ms;
    progress.step();
    CHECK(out.str().empty());
    clock.time += 100ms;
    progress.step();
    CHECK(out.str() == "\r██████████████▌·············· 2/4 files");
    progress.step();  // too soon to draw again
    CHECK(out.str() == "\r██████████████▌·············· 2/4 files");
    progress.erase();
    CHECK(out.str() == "\r██████████████▌·············· 2/4 files\r\x1b[K");
    progress.erase();
    clock.time += 100ms;
    progress.step();
    CHECK(out.str().ends_with("4/4 files"));
  }
  CHECK(out.str().ends_with("4/4 files\r\x1b[K"));
}

TEST_CASE("no bar where none is wanted", "[progress]") {
  Clock clock;
  std::ostringstream out;
  {
    Progress progress(out, clock.settings(false), 2);
    clock.time += 5s;
    progress.step();
  }
  CHECK(out.str().empty());
}
