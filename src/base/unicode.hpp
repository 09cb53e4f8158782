#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace spbe {

// Appends one code point; no surrogate, at most U+10FFFF.
void append_utf8(std::string& out, char32_t code);

// UTF-8 of UTF-16 bytes (without their byte order mark); nothing when they are not well formed.
std::optional<std::string> utf8_of_utf16(std::string_view bytes, bool big_endian);

}  // namespace spbe
