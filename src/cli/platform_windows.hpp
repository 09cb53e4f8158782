#pragma once

#include <windows.h>

#include <string>
#include <string_view>

// What the sources of the platform Windows share.
namespace spbe::platform {

// Closes itself.
class Handle {
 public:
  explicit Handle(HANDLE handle) : handle_(handle) {}
  ~Handle() {
    if (is_open()) ::CloseHandle(handle_);
  }
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;
  HANDLE get() const { return handle_; }
  bool is_open() const { return handle_ != INVALID_HANDLE_VALUE && handle_ != nullptr; }

 private:
  HANDLE handle_;
};

std::wstring wide(std::string_view text);
std::string narrow(std::wstring_view text);
int last_error();  // as a number of errno
std::string random_name();
// 0 or errno.
int write_bytes(HANDLE handle, std::string_view bytes);

}  // namespace spbe::platform
