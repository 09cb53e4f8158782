#include <algorithm>
#include <array>
#include <cerrno>
#include <istream>
#include <ostream>
#include <streambuf>

#include "cli/platform.hpp"
#include "cli/platform_windows.hpp"

namespace spbe::platform {

namespace {

int write_console(HANDLE handle, std::string_view utf8) {
  constexpr std::size_t kMost = 8000;  // what old consoles take at once
  const std::wstring text = wide(utf8);
  for (std::wstring_view rest = text; !rest.empty();) {
    std::size_t size = std::min(rest.size(), kMost);
    if (size < rest.size() && IS_HIGH_SURROGATE(rest[size - 1])) --size;
    DWORD written = 0;
    if (::WriteConsoleW(handle, rest.data(), static_cast<DWORD>(size), &written, nullptr) == 0) {
      return last_error();
    }
    rest.remove_prefix(written);
  }
  return 0;
}

// A standard file to write to, with nothing kept back. A console gets its letters as UTF-16, so
// that its code page, which other programs share, may stay what it is.
class StandardOut : public std::streambuf {
 public:
  explicit StandardOut(DWORD which) : handle_(::GetStdHandle(which)) {
    is_console_ = ::GetConsoleMode(handle_, &mode_) != 0;
    takes_escapes_ =
        !is_console_ || ::SetConsoleMode(handle_, mode_ | ENABLE_VIRTUAL_TERMINAL_PROCESSING) != 0;
  }
  ~StandardOut() override {
    if (is_console_) ::SetConsoleMode(handle_, mode_);
  }
  bool is_console() const { return is_console_; }
  bool takes_escapes() const { return takes_escapes_; }
  HANDLE handle() const { return handle_; }

 protected:
  std::streamsize xsputn(const char* text, std::streamsize size) override {
    const std::string_view bytes(text, static_cast<std::size_t>(size));
    const int error = is_console_ ? write_console(handle_, bytes) : write_bytes(handle_, bytes);
    // Whoever read has gone: elsewhere a signal ends the program then, with this status.
    constexpr UINT kReaderGone = 141;
    if (error == EPIPE) ::ExitProcess(kReaderGone);
    if (error != 0) errno = error;
    return error == 0 ? size : 0;
  }
  int_type overflow(int_type c) override {
    const char letter = traits_type::to_char_type(c);
    if (traits_type::eq_int_type(c, traits_type::eof())) return traits_type::not_eof(c);
    return xsputn(&letter, 1) == 1 ? c : traits_type::eof();
  }

 private:
  HANDLE handle_;
  DWORD mode_ = 0;
  bool is_console_ = false;
  bool takes_escapes_ = true;
};

class StandardIn : public std::streambuf {
 public:
  StandardIn() : handle_(::GetStdHandle(STD_INPUT_HANDLE)) {
    DWORD mode = 0;
    is_console_ = ::GetConsoleMode(handle_, &mode) != 0;
  }

 protected:
  int_type underflow() override {
    if (is_console_) {
      read_console();
    } else {
      read_bytes();
    }
    setg(bytes_.data(), bytes_.data(), bytes_.data() + bytes_.size());
    return bytes_.empty() ? traits_type::eof() : traits_type::to_int_type(bytes_.front());
  }

 private:
  HANDLE handle_;
  bool is_console_ = false;
  std::string bytes_;

  void read_bytes() {
    bytes_.resize(std::size_t{1} << 16U);
    DWORD got = 0;
    const bool good =
        ::ReadFile(handle_, bytes_.data(), static_cast<DWORD>(bytes_.size()), &got, nullptr) != 0;
    bytes_.resize(got);
    // Whoever wrote into a pipe has ended.
    if (good || ::GetLastError() == ERROR_BROKEN_PIPE) return;
    errno = last_error();
    throw std::ios_base::failure("standard input");  // the stream is bad then
  }

  // A line, unless it begins with Ctrl-Z, which ends the text here.
  void read_console() {
    std::array<wchar_t, 2048> line{};
    DWORD got = 0;
    constexpr wchar_t kEnd = 26;
    const bool good =
        ::ReadConsoleW(handle_, line.data(), static_cast<DWORD>(line.size()), &got, nullptr) != 0;
    bytes_.clear();
    if (good && got > 0 && line.front() != kEnd) bytes_ = narrow({line.data(), got});
    std::erase(bytes_, '\r');
  }
};

}  // namespace

struct StandardFiles::State {
  StandardIn in_file;
  StandardOut out_file{STD_OUTPUT_HANDLE};
  StandardOut err_file{STD_ERROR_HANDLE};
  std::istream in{&in_file};
  std::ostream out{&out_file};
  std::ostream err{&err_file};
};

StandardFiles::StandardFiles() : state_(std::make_unique<State>()) {}
StandardFiles::~StandardFiles() = default;
std::istream& StandardFiles::in() { return state_->in; }
std::ostream& StandardFiles::out() { return state_->out; }
std::ostream& StandardFiles::err() { return state_->err; }
bool StandardFiles::out_is_terminal() const { return state_->out_file.is_console(); }
bool StandardFiles::err_is_terminal() const { return state_->err_file.is_console(); }

bool StandardFiles::takes_escapes() const {
  return state_->out_file.takes_escapes() && state_->err_file.takes_escapes();
}

std::size_t StandardFiles::columns() const {
  CONSOLE_SCREEN_BUFFER_INFO info{};
  if (::GetConsoleScreenBufferInfo(state_->out_file.handle(), &info) == 0) return 0;
  return static_cast<std::size_t>(info.srWindow.Right - info.srWindow.Left + 1);
}

}  // namespace spbe::platform
