#include "cli/platform_windows.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <cwchar>
#include <filesystem>
#include <initializer_list>
#include <random>
#include <sstream>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "cli/platform.hpp"

// The runtime's own, which no header of mingw-w64 shows. That of the system would have the program
// load all that windows are drawn with.
extern "C" __declspec(dllimport) int __wgetmainargs(int* count, wchar_t*** words,
                                                    wchar_t*** environment, int expand,
                                                    int* start);  // NOLINT
// The other arguments, in which letters may be lost, are not to be looked at.
extern "C" int _CRT_glob;  // NOLINT
int _CRT_glob = 0;         // NOLINT

namespace spbe::platform {

namespace {

namespace fs = std::filesystem;

int errno_of(DWORD error) {
  switch (error) {
    case ERROR_SUCCESS:
      return 0;
    case ERROR_FILE_NOT_FOUND:
    case ERROR_PATH_NOT_FOUND:
    case ERROR_INVALID_NAME:
    case ERROR_BAD_NETPATH:
    case ERROR_BAD_NET_NAME:
    case ERROR_INVALID_DRIVE:
      return ENOENT;
    case ERROR_ACCESS_DENIED:
    case ERROR_PRIVILEGE_NOT_HELD:
      return EACCES;
    case ERROR_SHARING_VIOLATION:
    case ERROR_LOCK_VIOLATION:
    case ERROR_USER_MAPPED_FILE:
      return EBUSY;
    case ERROR_DIRECTORY:
      return ENOTDIR;
    case ERROR_FILE_EXISTS:
    case ERROR_ALREADY_EXISTS:
      return EEXIST;
    case ERROR_DISK_FULL:
    case ERROR_HANDLE_DISK_FULL:
      return ENOSPC;
    case ERROR_WRITE_PROTECT:
      return EROFS;
    case ERROR_FILENAME_EXCED_RANGE:
      return ENAMETOOLONG;
    case ERROR_NOT_ENOUGH_MEMORY:
    case ERROR_OUTOFMEMORY:
      return ENOMEM;
    case ERROR_INVALID_HANDLE:
      return EBADF;
    case ERROR_BROKEN_PIPE:
    case ERROR_NO_DATA:
    case ERROR_PIPE_NOT_CONNECTED:
      return EPIPE;
    default:
      return EIO;
  }
}

}  // namespace

std::wstring wide(std::string_view text) {
  const int size = static_cast<int>(text.size());
  const int count = ::MultiByteToWideChar(CP_UTF8, 0, text.data(), size, nullptr, 0);
  std::wstring out(static_cast<std::size_t>(count), L'\0');
  ::MultiByteToWideChar(CP_UTF8, 0, text.data(), size, out.data(), count);
  return out;
}

std::string narrow(std::wstring_view text) {
  const int size = static_cast<int>(text.size());
  const int count =
      ::WideCharToMultiByte(CP_UTF8, 0, text.data(), size, nullptr, 0, nullptr, nullptr);
  std::string out(static_cast<std::size_t>(count), '\0');
  ::WideCharToMultiByte(CP_UTF8, 0, text.data(), size, out.data(), count, nullptr, nullptr);
  return out;
}

int write_bytes(HANDLE handle, std::string_view bytes) {
  constexpr std::size_t kMost = std::size_t{1} << 20U;
  while (!bytes.empty()) {
    DWORD written = 0;
    const auto size = static_cast<DWORD>(std::min(bytes.size(), kMost));
    if (::WriteFile(handle, bytes.data(), size, &written, nullptr) == 0) return last_error();
    bytes.remove_prefix(written);
  }
  return 0;
}

int last_error() { return errno_of(::GetLastError()); }

std::string random_name() {
  std::random_device random;
  return "spbe-index." + std::to_string(random()) + std::to_string(random());
}

std::vector<std::string> arguments(int argc, char** argv) {
  int count = 0;
  int start = 0;
  wchar_t** words = nullptr;
  wchar_t** environment = nullptr;
  if (::__wgetmainargs(&count, &words, &environment, 0, &start) < 0) return {argv + 1, argv + argc};
  std::vector<std::string> found;
  for (int i = 1; i < count; ++i) {
    const std::wstring_view word = words[i];
    if (word == L"/?") {
      found.emplace_back("--help");
    } else if (::_wcsicmp(words[i], L"nul") == 0) {
      // Git says so for a file that is not there, where it says /dev/null elsewhere.
      found.emplace_back("/dev/null");
    } else {
      found.push_back(narrow(word));
    }
  }
  return found;
}

fs::path program_file() {
  // No path of Windows is longer; one that is cut is as long as its room.
  std::wstring path(std::size_t{1} << 15U, L'\0');
  const DWORD size = ::GetModuleFileNameW(nullptr, path.data(), static_cast<DWORD>(path.size()));
  return size < path.size() ? path.substr(0, size) : std::wstring();
}

// Indonesian where Windows speaks it, or writes numbers and dates as in Indonesia.
std::string user_locale() {
  std::array<wchar_t, 512> languages{};
  ULONG count = 0;
  auto size = static_cast<ULONG>(languages.size());
  if (::GetUserPreferredUILanguages(MUI_LANGUAGE_NAME, &count, languages.data(), &size) == 0) {
    languages.front() = L'\0';
  }
  std::array<wchar_t, LOCALE_NAME_MAX_LENGTH> formats{};
  ::GetUserDefaultLocaleName(formats.data(), static_cast<int>(formats.size()));
  std::string language = narrow(languages.data());  // the first
  std::string format = narrow(formats.data());
  return format.starts_with("id") ? format : language;
}

Date today() {
  SYSTEMTIME now{};
  ::GetLocalTime(&now);
  return {now.wYear, now.wMonth, now.wDay};
}

std::string reason(int error) {
  switch (error) {
    case EBUSY:
      return "In use by another program";
    case ENAMETOOLONG:
      return "File name too long";
    case ENOMEM:
      return "Cannot allocate memory";
    default:
      return std::strerror(error);
  }
}

std::string make_private_folder() {
  std::error_code error;
  const fs::path temporary = fs::temp_directory_path(error);
  const std::string name = (temporary / random_name()).string();
  // That of the user, which others cannot look into.
  if (!error && ::CreateDirectoryW(wide(name).c_str(), nullptr) != 0) return name;
  errno = error ? error.default_error_condition().value() : last_error();
  return {};
}

namespace {

// The file of a program, looked for where `PATH` says and then below `folders`, each the name of a
// variable; empty when there is none. A program of that name in the working folder may be anything,
// so what `PATH` names from there does not count.
std::string program_of(const std::string& name, const std::string& below,
                       std::initializer_list<const wchar_t*> folders) {
  std::vector<fs::path> places;
  const wchar_t* const path = ::_wgetenv(L"PATH");
  std::wistringstream list(path == nullptr ? L"" : path);
  for (std::wstring folder; std::getline(list, folder, L';');) {
    std::erase(folder, L'"');
    if (fs::path(folder).is_absolute()) places.push_back(fs::path(folder) / path_of(name));
  }
  for (const wchar_t* const variable : folders) {
    const wchar_t* const folder = ::_wgetenv(variable);
    if (folder != nullptr) places.push_back(fs::path(folder) / path_of(below) / path_of(name));
  }
  for (fs::path& place : places) {
    std::error_code error;
    if (fs::is_regular_file(place, error)) return place.make_preferred().string();
  }
  return {};
}

}  // namespace

std::vector<std::vector<std::string>> browsers() {
  std::vector<std::vector<std::string>> found;
  for (const auto& [name, below] :
       {std::pair{"msedge.exe", "Microsoft/Edge/Application"},
        std::pair{"chrome.exe", "Google/Chrome/Application"},
        std::pair{"chrome.exe", "Chromium/Application"}, std::pair{"chromium.exe", "Chromium"}}) {
    std::string program =
        program_of(name, below, {L"ProgramFiles", L"ProgramFiles(x86)", L"LocalAppData"});
    if (!program.empty()) found.push_back({std::move(program)});
  }
  return found;
}

// Pandoc's own installer puts it below one of the folders; a window that was open before does not
// know its PATH.
// What is interrupted here ends at once.
void end_if_interrupted() {}

bool runs_well(const std::vector<std::string>& words, std::chrono::seconds most) {
  std::string program = words.front();
  if (!path_of(program).is_absolute()) {
    program = program_of(program + ".exe", "Pandoc", {L"LocalAppData", L"ProgramFiles"});
    if (program.empty()) return false;
  }
  // None of our words has a quotation mark or ends in a backslash.
  std::wstring line;
  for (const std::string& word : words) line += L'"' + wide(word) + L"\" ";
  STARTUPINFOW start{};
  start.cb = sizeof start;
  PROCESS_INFORMATION process{};
  if (::CreateProcessW(wide(program).c_str(), line.data(), nullptr, nullptr, FALSE,
                       CREATE_NO_WINDOW, nullptr, nullptr, &start, &process) == 0) {
    return false;
  }
  const Handle running(process.hProcess);
  const Handle thread(process.hThread);
  const auto wait = std::chrono::milliseconds(most).count();
  DWORD status = 1;
  if (::WaitForSingleObject(running.get(), static_cast<DWORD>(wait)) != WAIT_OBJECT_0) {
    ::TerminateProcess(running.get(), status);
    ::WaitForSingleObject(running.get(), INFINITE);
    return false;
  }
  return ::GetExitCodeProcess(running.get(), &status) != 0 && status == 0;
}

}  // namespace spbe::platform
