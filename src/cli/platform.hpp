#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <iosfwd>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "spbe/model/assessment.hpp"

// What the program asks of the system that it runs on. CMake takes platform_posix.cpp or
// platform_windows.cpp; nothing else in the program knows which. Text and paths are UTF-8, numbers
// of errors are those of errno, and 0 is none.
namespace spbe::platform {

// --- The program and its surroundings

// The words after the program's name.
std::vector<std::string> arguments(int argc, char** argv);

// The file that is running, by its whole path; empty where the system does not say.
std::filesystem::path program_file();

// The standard files: none closed, bytes as they are, and UTF-8 where a console shows them.
class StandardFiles {
 public:
  StandardFiles();
  ~StandardFiles();
  StandardFiles(const StandardFiles&) = delete;
  StandardFiles& operator=(const StandardFiles&) = delete;
  std::istream& in();
  std::ostream& out();
  std::ostream& err();
  bool out_is_terminal() const;
  bool err_is_terminal() const;
  // That it obeys the escapes for colours and for wiping out a line.
  bool takes_escapes() const;
  std::size_t columns() const;  // 0: not known

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// What the system holds for the user's language where no variable of the environment says so:
// "id-ID"; empty where there are only variables.
std::string user_locale();

Date today();

// Why the system refused, in English; reason_in has it in other languages.
std::string reason(int error);

// Not every standard library takes a path for UTF-8 when it is made of bytes; `string()` gives it
// everywhere.
inline std::filesystem::path path_of(std::string_view text) {
  return std::u8string(text.begin(), text.end());
}

// --- Files that are read

// The numbers by which the system knows a file: of its device, and on it.
using FileKey = std::pair<std::uint64_t, std::uint64_t>;

// The bytes of a file, no more than one above `most`; `key` is left empty for what is no regular
// file.
int read_file(const std::string& path, std::size_t most, std::string& bytes,
              std::optional<FileKey>& key);

bool is_link(const std::string& path);
// Whether a file belongs to this user, to the system, or to whom `folder` belongs.
bool is_trusted(const std::string& path, const std::string& folder);
// Where the file lies when all links are followed; nothing when it is not there.
std::optional<std::string> real_path(const std::string& path);

// Whether a text is of the form "*.bak".
bool matches(const std::string& pattern, const std::string& text);
// The files that a word with * or ? stands for, where the shell leaves that to programs.
std::vector<std::string> named_by(const std::string& word);

// --- Files that are written

// What lies where something is to be written.
struct Place {
  enum class Kind : std::uint8_t { nothing, file, folder, device };
  Kind kind = Kind::nothing;
  bool is_link = false;
  bool read_only = false;  // a file that is marked so, or that this user may not write
  int error = 0;           // why it cannot be known
  FileKey key{};           // of a file
};
Place place_at(const std::string& path);

// A file while it is written.
class Writing {
 public:
  Writing() = default;
  // Closes it, and removes what is unfinished.
  ~Writing();
  Writing(const Writing&) = delete;
  Writing& operator=(const Writing&) = delete;

  // Once more what this process has open under a name like "/dev/stdout"; nothing for other names.
  std::optional<int> open_again(const std::string& path);
  // A device or pipe, which cannot be replaced by a file.
  int open_device(const std::string& path);
  // A file beside `path` that is to take its place, with the rights of the old one. It goes when
  // the program ends before that, whatever ends it.
  int open_beside(const std::string& path);
  int write(std::string_view bytes);
  // Closed, and on the disk, as far as that file system can.
  int close();
  int take_place(const std::string& path);

  bool is_open() const { return file_ != kNone; }
  bool is_beside() const { return !temporary_.empty(); }

 private:
  static constexpr std::intptr_t kNone = -1;
  std::intptr_t file_ = kNone;
  std::string temporary_;
};

// --- Other programs

// A new folder that nobody else can look into; empty, with errno, where none can be made.
std::string make_private_folder();
// Programs that print pages as Chromium does, in the order in which to try them, each with the
// words that it needs here.
std::vector<std::vector<std::string>> browsers();
// Runs a program with nothing to read and nowhere to write. Whether it was there, and ended well
// before the time was over; afterwards it has ended. A signal that would end this program ends that
// one first, and is kept until `end_if_interrupted`.
bool runs_well(const std::vector<std::string>& words, std::chrono::seconds most);
// What was begun has been cleared away.
void end_if_interrupted();

}  // namespace spbe::platform
