#include "cli/platform_windows.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <cwchar>
#include <filesystem>
#include <optional>
#include <random>
#include <utility>

#include "cli/platform.hpp"

namespace spbe::platform {

namespace {

namespace fs = std::filesystem;

constexpr DWORD kShared = FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE;

std::wstring native(const std::string& path) {
  return path == "/dev/null" ? std::wstring(L"NUL") : wide(path);
}

// Folders too.
HANDLE open_existing(const std::string& path, DWORD access) {
  return ::CreateFileW(native(path).c_str(), access, kShared, nullptr, OPEN_EXISTING,
                       FILE_FLAG_BACKUP_SEMANTICS, nullptr);
}

FileKey key_of(const BY_HANDLE_FILE_INFORMATION& info) {
  return {info.dwVolumeSerialNumber,
          (std::uint64_t{info.nFileIndexHigh} << 32U) | info.nFileIndexLow};
}

// What Ctrl-C or a closed window is to remove; there is one at a time.
std::wstring unfinished;
std::atomic<const wchar_t*> interrupted_file = nullptr;

BOOL WINAPI remove_unfinished(DWORD /*event*/) {
  const wchar_t* const path = interrupted_file;
  if (path != nullptr) ::DeleteFileW(path);
  return FALSE;  // and the system ends the program
}

void guard(const std::string& path) {
  interrupted_file = nullptr;
  ::SetConsoleCtrlHandler(remove_unfinished, FALSE);
  unfinished = wide(path);
  if (unfinished.empty()) return;
  interrupted_file = unfinished.c_str();
  ::SetConsoleCtrlHandler(remove_unfinished, TRUE);
}

HANDLE as_handle(std::intptr_t file) { return reinterpret_cast<HANDLE>(file); }
std::intptr_t as_number(HANDLE handle) { return reinterpret_cast<std::intptr_t>(handle); }

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// Whether `c` is one of the set at the beginning of `pattern`, behind "[", which is then cut off
// with its "]". No set without an end.
std::optional<bool> in_set(std::string_view& pattern, char c) {
  const bool negated = !pattern.empty() && (pattern.front() == '!' || pattern.front() == '^');
  const std::size_t end = pattern.find(']', negated ? 2 : 1);
  if (end == std::string_view::npos) return std::nullopt;
  const std::string_view set = pattern.substr(negated ? 1 : 0, end - (negated ? 1 : 0));
  bool found = false;
  for (std::size_t i = 0; i < set.size(); ++i) {
    const bool range = i + 2 < set.size() && set[i + 1] == '-';
    found = found || (lower(set[i]) <= lower(c) && lower(c) <= lower(set[range ? i + 2 : i]));
    if (range) i += 2;
  }
  pattern.remove_prefix(end + 1);
  return found != negated;
}

bool takes(char p, std::string_view& pattern, char c) {
  if (p == '?') return true;
  const auto set = p == '[' ? in_set(pattern, c) : std::nullopt;
  return set ? *set : lower(p) == lower(c);
}

// As fnmatch does it; capital letters are no others here. After a "*" that took too little it goes
// back to the last one only, so that no pattern takes long.
bool glob(std::string_view pattern, std::string_view text) {
  std::optional<std::string_view> after_star;
  std::string_view starred;  // what that one has not taken yet
  while (!text.empty() || !pattern.empty()) {
    const char p = pattern.empty() ? '\0' : pattern.front();
    if (!pattern.empty()) pattern.remove_prefix(1);
    if (p == '*') {
      after_star = pattern;
      starred = text;
      continue;
    }
    if (p != '\0' && !text.empty() && takes(p, pattern, text.front())) {
      text.remove_prefix(1);
      continue;
    }
    if (!after_star || starred.empty()) return false;
    starred.remove_prefix(1);
    pattern = *after_star;
    text = starred;
  }
  return true;
}

}  // namespace

int read_file(const std::string& path, std::size_t most, std::string& bytes,
              std::optional<FileKey>& key) {
  const Handle file(open_existing(path, GENERIC_READ));
  if (!file.is_open()) {
    const int error = last_error();
    std::error_code ignored;
    return error == EACCES && fs::is_directory(path_of(path), ignored) ? EISDIR : error;
  }
  BY_HANDLE_FILE_INFORMATION info{};
  std::size_t announced = 0;
  if (::GetFileInformationByHandle(file.get(), &info) != 0) {
    if ((info.dwFileAttributes & FILE_ATTRIBUTE_DIRECTORY) != 0) return EISDIR;
    key = key_of(info);
    announced = (std::size_t{info.nFileSizeHigh} << 32U) | info.nFileSizeLow;
  }
  constexpr std::size_t kLeast = 4096;
  std::size_t used = 0;
  bytes.resize(std::max(kLeast, std::min(announced, most) + 1));
  for (;;) {
    DWORD got = 0;
    const auto room = static_cast<DWORD>(bytes.size() - used);
    if (::ReadFile(file.get(), bytes.data() + used, room, &got, nullptr) == 0) {
      if (::GetLastError() != ERROR_BROKEN_PIPE) return last_error();
      got = 0;
    }
    used += got;
    if (got == 0 || used > most) break;
    if (used == bytes.size()) bytes.resize(std::min(2 * used, most + 1));
  }
  bytes.resize(used);
  return 0;
}

bool is_link(const std::string& path) {
  WIN32_FIND_DATAW found{};
  const HANDLE search = ::FindFirstFileW(native(path).c_str(), &found);
  if (search == INVALID_HANDLE_VALUE) return false;
  ::FindClose(search);
  // Others are files that a cloud keeps, and the like.
  return (found.dwFileAttributes & FILE_ATTRIBUTE_REPARSE_POINT) != 0 &&
         (found.dwReserved0 == IO_REPARSE_TAG_SYMLINK ||
          found.dwReserved0 == IO_REPARSE_TAG_MOUNT_POINT);
}

std::optional<std::string> real_path(const std::string& path) {
  const Handle file(open_existing(path, 0));
  if (!file.is_open()) return std::nullopt;
  std::wstring real(std::size_t{1} << 15U, L'\0');
  const DWORD size =
      ::GetFinalPathNameByHandleW(file.get(), real.data(), static_cast<DWORD>(real.size()), 0);
  if (size == 0 || size > real.size()) return std::nullopt;
  return narrow({real.data(), size});
}

bool matches(const std::string& pattern, const std::string& text) { return glob(pattern, text); }

std::vector<std::string> named_by(const std::string& word) {
  const fs::path path = path_of(word);
  std::error_code error;
  if (word.find_first_of("*?") == std::string::npos || fs::exists(path, error)) return {word};
  const fs::path folder = path.parent_path();
  std::vector<std::string> found;
  fs::directory_iterator at(folder.empty() ? "." : folder, error);
  for (; !error && at != fs::directory_iterator(); at.increment(error)) {
    const std::string name = at->path().filename().string();
    std::error_code ignored;
    if (name.starts_with('.') || at->is_directory(ignored)) continue;
    if (matches(path.filename().string(), name)) {
      found.push_back((folder / path_of(name)).generic_string());
    }
  }
  std::ranges::sort(found);
  return found.empty() ? std::vector<std::string>{word} : found;
}

// Folders that all write to are not above those of users here.
bool is_trusted(const std::string& /*path*/, const std::string& /*folder*/) { return true; }

Place place_at(const std::string& path) {
  Place place;
  const Handle file(open_existing(path, 0));
  if (!file.is_open()) {
    const int error = last_error();
    if (error != ENOENT) place.error = error;
    return place;
  }
  BY_HANDLE_FILE_INFORMATION info{};
  place.is_link = is_link(path);
  if (::GetFileType(file.get()) != FILE_TYPE_DISK ||
      ::GetFileInformationByHandle(file.get(), &info) == 0) {
    place.kind = Place::Kind::device;
    return place;
  }
  const bool is_folder = (info.dwFileAttributes & FILE_ATTRIBUTE_DIRECTORY) != 0;
  place.kind = is_folder ? Place::Kind::folder : Place::Kind::file;
  place.key = key_of(info);
  place.read_only = !is_folder && (info.dwFileAttributes & FILE_ATTRIBUTE_READONLY) != 0;
  return place;
}

Writing::~Writing() {
  if (is_open()) ::CloseHandle(as_handle(file_));
  if (temporary_.empty()) return;
  ::DeleteFileW(wide(temporary_).c_str());
  guard({});
}

std::optional<int> Writing::open_again(const std::string& path) {
  if (path != "/dev/stdout" && path != "/dev/stderr") return std::nullopt;
  HANDLE again = INVALID_HANDLE_VALUE;
  const HANDLE mine = ::GetCurrentProcess();
  const HANDLE file = ::GetStdHandle(path == "/dev/stdout" ? STD_OUTPUT_HANDLE : STD_ERROR_HANDLE);
  if (::DuplicateHandle(mine, file, mine, &again, 0, FALSE, DUPLICATE_SAME_ACCESS) == 0) {
    return last_error();
  }
  file_ = as_number(again);
  return 0;
}

int Writing::open_device(const std::string& path) {
  file_ = as_number(open_existing(path, GENERIC_WRITE));
  return is_open() ? 0 : last_error();
}

// The name is chosen, and its removal arranged for, before the file is there.
int Writing::open_beside(const std::string& path) {
  temporary_ = (path_of(path).parent_path() / ("." + random_name())).string();
  guard(temporary_);
  file_ = as_number(::CreateFileW(wide(temporary_).c_str(), GENERIC_WRITE,
                                  FILE_SHARE_READ | FILE_SHARE_DELETE, nullptr, CREATE_NEW,
                                  FILE_ATTRIBUTE_NORMAL, nullptr));
  if (is_open()) return 0;
  const int error = last_error();
  guard({});
  temporary_.clear();
  return error;
}

int Writing::write(std::string_view bytes) { return write_bytes(as_handle(file_), bytes); }

int Writing::close() {
  const HANDLE file = as_handle(std::exchange(file_, kNone));
  if (is_beside()) ::FlushFileBuffers(file);
  return ::CloseHandle(file) == 0 ? last_error() : 0;
}

int Writing::take_place(const std::string& path) {
  // What looks into every new file for viruses lets go of it soon.
  constexpr int kTries = 20;
  constexpr DWORD kPause = 50;
  const std::wstring from = wide(temporary_);
  const std::wstring to = native(path);
  int error = 0;
  for (int i = 0; i < kTries; ++i) {
    if (i > 0) ::Sleep(kPause);
    constexpr DWORD kHow = MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH;
    if (::MoveFileExW(from.c_str(), to.c_str(), kHow) != 0) {
      temporary_.clear();
      guard({});
      return 0;
    }
    error = last_error();
    if (error != EACCES && error != EBUSY) break;
  }
  // "Denied" is also what Windows says of a file that is open in another program.
  const Handle old(::CreateFileW(to.c_str(), DELETE, kShared, nullptr, OPEN_EXISTING, 0, nullptr));
  return old.is_open() ? error : last_error();
}

}  // namespace spbe::platform
