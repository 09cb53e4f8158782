#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "spbe/render/language.hpp"

namespace spbe {

// The sentence of each code; {0}, {1} ... stand for the arguments.
struct Message {
  std::string_view code;
  Words words;
};

std::span<const Message> document_messages();
std::span<const Message> model_messages();
std::span<const Message> command_messages();
std::span<const Message> diff_messages();
std::span<const Message> plan_messages();

std::vector<std::span<const Message>> message_tables();
std::span<const Message> check_messages();
std::span<const Message> table_messages();
std::span<const Message> workbook_messages();

// Null when the code is in no table.
const Message* find_message(std::string_view code);

// Why the system refused, as strerror says it, in `language`; as it is when it is no known one.
std::string_view reason_in(Language language, std::string_view reason);

// `text` with {0}, {1} ... replaced.
std::string fill(std::string_view text, const std::vector<std::string>& args);

}  // namespace spbe
