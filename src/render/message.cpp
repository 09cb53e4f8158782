#include "spbe/render/message.hpp"

#include <fmt/format.h>

#include "render/messages.hpp"
#include "render/placeholders.hpp"
#include "render/style.hpp"

namespace spbe {

namespace {

// Enough to recognise a value by.
constexpr std::size_t kLongestArgument = 400;

std::string sentence(const std::string& code, const std::vector<std::string>& args,
                     Language language) {
  const Message* found = find_message(code);
  if (found == nullptr) return printable(fmt::format("{} {}", code, fmt::join(args, " ")));
  // The last argument of these is what the system says.
  const bool with_reason = code.starts_with("cannot-read") || code.starts_with("cannot-write");
  // The first two of this are decimals.
  const std::size_t numbers = code == "weight-differs" ? 2 : 0;
  std::vector<std::string> safe;
  safe.reserve(args.size());
  for (const std::string& arg : args) {
    const bool is_reason = with_reason && &arg == &args.back();
    std::string text = safe.size() < numbers ? localized(language, arg) : arg;
    if (code == "missing-argument") text = placeholder(arg, language);
    safe.push_back(
        shortened(printable(is_reason ? reason_in(language, arg) : text), kLongestArgument));
  }
  return fill(say(language, found->words), safe);
}

std::string place(const Location& location) {
  std::string text = printable(location.file);
  if (location.line > 0) text += fmt::format(":{}:{}", location.line, location.column);
  return text.empty() ? text : text + ": ";
}

// Columns a terminal needs for `text`, tabs counted as one blank.
std::string blanks_for(std::string_view text) { return std::string(display_width(text), ' '); }

std::string source_excerpt(const Location& location, bool color) {
  if (location.source_line.empty()) return {};
  std::string line = location.source_line;
  for (char& c : line) {
    if (c == '\t') c = ' ';
  }
  // The part before the place, to know where the caret goes.
  std::size_t bytes = 0;
  for (std::size_t column = 1; column < location.column && bytes < line.size(); ++column) {
    do {
      ++bytes;
    } while (bytes < line.size() && (static_cast<unsigned char>(line[bytes]) & 0xC0U) == 0x80U);
  }
  const std::string before = printable(std::string_view(line).substr(0, bytes));
  const std::string number = std::to_string(location.line);
  const std::string marks(location.length, '^');
  return fmt::format(" {} | {}\n {} | {}{}\n", number, printable(line),
                     std::string(number.size(), ' '), blanks_for(before),
                     paint(Ink::green, marks, color));
}

}  // namespace

std::string message(const Diagnostic& diagnostic, Language language) {
  return sentence(diagnostic.code, diagnostic.args, language);
}

std::string message(const Diagnostic::Note& note, Language language) {
  return sentence(note.code, note.args, language);
}

std::string render_diagnostic(const Diagnostic& diagnostic, const DiagnosticStyle& style) {
  const bool is_error = diagnostic.severity == Severity::error;
  const std::string_view word =
      say(style.language, is_error ? Words{"error", "kesalahan"} : Words{"warning", "peringatan"});
  std::string out =
      fmt::format("{}{}: {} [{}]\n", paint(Ink::bold, place(diagnostic.location), style.color),
                  paint(is_error ? Ink::red : Ink::yellow, word, style.color),
                  message(diagnostic, style.language),
                  // A rule may have several sentences: "rule.variant".
                  diagnostic.code.substr(0, diagnostic.code.find('.')));
  if (style.source_line) out += source_excerpt(diagnostic.location, style.color);
  for (const Diagnostic::Note& note : diagnostic.notes) {
    const std::string where = note.location ? place(*note.location) : "  ";
    out += fmt::format("{}{}: {}\n", where, say(style.language, {"note", "catatan"}),
                       message(note, style.language));
    if (style.source_line && note.location) out += source_excerpt(*note.location, style.color);
  }
  if (diagnostic.hint) {
    out += fmt::format("  {}: {}\n", say(style.language, {"hint", "petunjuk"}),
                       message(*diagnostic.hint, style.language));
  }
  return out;
}

}  // namespace spbe
