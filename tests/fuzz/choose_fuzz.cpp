// One program for all targets; the environment variable SPBE_FUZZ_TARGET chooses.
#include <array>
#include <cstddef>
#include <cstdio>
#include <string_view>

#include "fuzz/targets.hpp"

namespace {

struct Target {
  std::string_view name;
  void (*run)(const std::string&);
};

constexpr std::array<Target, 10> kTargets = {{{"arguments", spbe::fuzz::arguments},
                                              {"instrument", spbe::fuzz::instrument},
                                              {"into", spbe::fuzz::into},
                                              {"numbers", spbe::fuzz::numbers},
                                              {"pipeline", spbe::fuzz::pipeline},
                                              {"read", spbe::fuzz::read},
                                              {"settings", spbe::fuzz::settings},
                                              {"table", spbe::fuzz::table},
                                              {"text", spbe::fuzz::text},
                                              {"workbook", spbe::fuzz::workbook}}};

const Target& chosen() {
  const char* name = std::getenv("SPBE_FUZZ_TARGET");  // NOLINT(concurrency-mt-unsafe)
  for (const Target& target : kTargets) {
    if (name != nullptr && target.name == name) return target;
  }
  std::fputs("SPBE_FUZZ_TARGET is one of:", stderr);
  for (const Target& target : kTargets) {
    std::fprintf(stderr, " %s", std::string(target.name).c_str());
  }
  std::fputs("\n", stderr);
  std::exit(2);  // NOLINT(concurrency-mt-unsafe)
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Target& target = chosen();
  target.run(std::string(data, data + size));
  return 0;
}
