#pragma once

// Under a sanitizer everything takes some ten times as long, and what it looks for shows in few
// cases.
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SPBE_SANITIZED true
#endif
#endif
#ifdef SPBE_SANITIZED
constexpr bool kSanitized = true;
#else
constexpr bool kSanitized = false;
#endif

// One include for both versions in use: Catch2 v3 has renamed its headers and a matcher.
#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
using Catch::Matchers::ContainsSubstring;
#else
#include <catch2/catch.hpp>
// NOLINTNEXTLINE(readability-identifier-naming): as the later version calls it
inline auto ContainsSubstring(const std::string& text) { return Catch::Matchers::Contains(text); }
#endif
