#include "render/messages.hpp"

#include <algorithm>

namespace spbe {

std::vector<std::span<const Message>> message_tables() {
  return {document_messages(), model_messages(), command_messages(), diff_messages(),
          plan_messages(),     check_messages(), table_messages(),   workbook_messages()};
}

const Message* find_message(std::string_view code) {
  for (const auto& table : message_tables()) {
    const auto found = std::ranges::find(table, code, &Message::code);
    if (found != table.end()) return &*found;
  }
  return nullptr;
}

std::string fill(std::string_view text, const std::vector<std::string>& args) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool slot = text[i] == '{' && i + 2 < text.size() && text[i + 2] == '}' &&
                      text[i + 1] >= '0' && text[i + 1] <= '9';
    const auto number = slot ? static_cast<std::size_t>(text[i + 1] - '0') : args.size();
    if (number < args.size()) {
      out += args[number];
      i += 2;
    } else {
      out += text[i];
    }
  }
  return out;
}

}  // namespace spbe
