#include "document/csv_reader.hpp"

#include <csv.h>

#include <algorithm>
#include <new>

#include "document/text_rules.hpp"

namespace spbe {

namespace {

// What the first records have most of in one line; titles above the headings have none.
char detect_delimiter(std::string_view text) {
  constexpr std::size_t kLines = 30;
  std::size_t commas = 0;
  std::size_t semicolons = 0;
  std::size_t tabs = 0;
  std::size_t best[3] = {0, 0, 0};
  std::size_t lines = 0;
  bool quoted = false;
  const auto end_line = [&] {
    best[0] = std::max(best[0], commas);
    best[1] = std::max(best[1], semicolons);
    best[2] = std::max(best[2], tabs);
    commas = semicolons = tabs = 0;
  };
  for (const char c : text) {
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (c == '\n') {
      end_line();
      // The headings decide where the first line is one.
      const bool decided = lines == 0 && (best[0] > 1 || best[1] + best[2] > 0);
      if (decided || ++lines == kLines) break;
    }
    commas += c == ',' ? 1U : 0U;
    semicolons += c == ';' ? 1U : 0U;
    tabs += c == '\t' ? 1U : 0U;
  }
  end_line();
  if (best[2] > std::max(best[0], best[1])) return '\t';
  return best[1] > best[0] ? ';' : ',';
}

// Collects what the parser reports; fed byte by byte, so that the place of each cell is known.
class Collector {
 public:
  Collector(std::string_view text, CsvTable& table) : text_(text), table_(table) {
    if (csv_init(&parser_, CSV_STRICT | CSV_STRICT_FINI) != 0) throw std::bad_alloc();
    csv_set_delim(&parser_, static_cast<unsigned char>(table.delimiter));
    // With tabs between cells a tab is no blank around one.
    csv_set_space_func(&parser_, [](unsigned char c) { return c == ' ' ? 1 : 0; });
  }
  ~Collector() { csv_free(&parser_); }
  Collector(const Collector&) = delete;
  Collector& operator=(const Collector&) = delete;

  // The offset of the byte that breaks the rules of quoting, or npos.
  std::size_t run() {
    for (at_ = 0; at_ < text_.size(); ++at_) {
      if (csv_parse(&parser_, text_.data() + at_, 1, on_cell, on_row, this) != 1) return failed();
      const bool line_end = text_[at_] == '\n' || text_[at_] == '\r';
      if (row_.empty() && line_end) begin_ = at_ + 1;
    }
    if (csv_fini(&parser_, on_cell, on_row, this) != 0) {
      at_ = begin_;
      return failed();
    }
    return std::string_view::npos;
  }

 private:
  std::size_t failed() const {
    if (csv_error(const_cast<csv_parser*>(&parser_)) != CSV_EPARSE) throw std::bad_alloc();
    return at_;
  }

  static void on_cell(void* bytes, std::size_t size, void* self) {
    static_cast<Collector*>(self)->add({static_cast<const char*>(bytes), size});
  }
  static void on_row(int /*end*/, void* self) {
    auto* collector = static_cast<Collector*>(self);
    collector->table_.rows.push_back(std::move(collector->row_));
    collector->row_.clear();
  }

  void add(std::string_view cell) {
    std::size_t begin = begin_;
    std::size_t end = at_;
    while (begin < end && text_[begin] == ' ') ++begin;
    while (end > begin && text_[end - 1] == ' ') --end;
    row_.push_back(
        {std::string(cell), {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}});
    begin_ = at_ + 1;
  }

  std::string_view text_;
  CsvTable& table_;
  csv_parser parser_{};
  std::vector<CsvCell> row_;
  std::size_t at_ = 0;
  std::size_t begin_ = 0;  // of the cell being read
};

}  // namespace

std::optional<CsvTable> read_csv(const Source& source, Diagnostics& diagnostics,
                                 std::optional<char> delimiter) {
  if (!check_characters(source, diagnostics)) return std::nullopt;
  CsvTable table;
  table.delimiter = delimiter.value_or(detect_delimiter(source.text));
  const std::size_t wrong = Collector(source.text, table).run();
  if (wrong == std::string_view::npos) return table;
  const auto at = static_cast<std::uint32_t>(wrong);
  diagnostics.error("csv-quotes", source.locate({at, at + 1})).suggest("csv-double-quotes");
  return std::nullopt;
}

std::string column_letters(std::size_t column) {
  std::string letters;
  for (std::size_t rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
    letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
  }
  return letters;
}

}  // namespace spbe
