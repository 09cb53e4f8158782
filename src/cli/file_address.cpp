#include "cli/file_address.hpp"

#include <string_view>

namespace spbe {

std::string file_address(const std::filesystem::path& path) {
  constexpr std::string_view kPlain =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/:";
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  const std::string text = path.generic_string();
  // "/home", "C:/Users", and "//server/share", where the server is a part of the address.
  std::string address = "file://";
  if (path.has_root_name() && text.starts_with("//")) {
    address = "file:";
  } else if (!text.starts_with('/')) {
    address += '/';
  }
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (kPlain.find(c) != std::string_view::npos) {
      address += c;
    } else {
      address += {'%', kDigits[byte >> 4U], kDigits[byte & 15U]};
    }
  }
  return address;
}

}  // namespace spbe
