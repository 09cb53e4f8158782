#include "workbook/xml.hpp"

#include <expat.h>
#include <fmt/format.h>

#include <memory>
#include <new>
#include <optional>

#include "base/unicode.hpp"

namespace spbe {

namespace {

std::string_view local_name(std::string_view name) {
  const std::size_t colon = name.rfind(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

// No part of a workbook comes near; expat keeps much for each element that is open.
constexpr int kMostDepth = 100;

struct Reading {
  const XmlEvents& events;
  XML_Parser parser;
  XmlResult::Kind kind = XmlResult::Kind::fine;
  int depth = 0;

  void stop(XmlResult::Kind why) {
    if (kind != XmlResult::Kind::fine) return;
    kind = why;
    XML_StopParser(parser, XML_FALSE);
  }
};

Reading& reading_of(void* data) { return *static_cast<Reading*>(data); }

void XMLCALL on_begin(void* data, const char* name, const char** attributes) {
  Reading& reading = reading_of(data);
  if (reading.kind != XmlResult::Kind::fine) return;
  if (++reading.depth > kMostDepth) return reading.stop(XmlResult::Kind::not_xml);
  if (!reading.events.begin(local_name(name), XmlAttributes(attributes))) {
    reading.stop(XmlResult::Kind::stopped);
  }
}

void XMLCALL on_end(void* data, const char* name) {
  Reading& reading = reading_of(data);
  --reading.depth;
  if (reading.kind == XmlResult::Kind::fine) reading.events.end(local_name(name));
}

void XMLCALL on_text(void* data, const char* text, int size) {
  Reading& reading = reading_of(data);
  if (reading.kind != XmlResult::Kind::fine) return;
  if (!reading.events.text({text, static_cast<std::size_t>(size)})) {
    reading.stop(XmlResult::Kind::stopped);
  }
}

void XMLCALL on_doctype(void* data, const char* /*name*/, const char* /*system*/,
                        const char* /*public_id*/, int /*internal*/) {
  reading_of(data).stop(XmlResult::Kind::has_dtd);
}

std::optional<char32_t> hexadecimal(std::string_view digits) {
  char32_t value = 0;
  for (const char c : digits) {
    const bool lower = c >= 'a' && c <= 'f';
    const bool upper = c >= 'A' && c <= 'F';
    if (!lower && !upper && (c < '0' || c > '9')) return std::nullopt;
    const int digit = lower ? c - 'a' + 10 : upper ? c - 'A' + 10 : c - '0';
    value = value * 16 + static_cast<char32_t>(digit);
  }
  return value;
}

// The character that "_x000D_" at the beginning of `text` stands for.
std::optional<char32_t> escaped_at(std::string_view text) {
  constexpr std::size_t kLength = 7;
  if (text.size() < kLength || !text.starts_with("_x") || text[kLength - 1] != '_') {
    return std::nullopt;
  }
  return hexadecimal(text.substr(2, 4));
}

}  // namespace

std::string_view XmlAttributes::operator[](std::string_view name) const {
  for (const char* const* pair = pairs_; *pair != nullptr; pair += 2) {
    if (local_name(pair[0]) == name) return pair[1];
  }
  return {};
}

XmlResult read_xml(std::string_view text, const XmlEvents& events) {
  const std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)> parser(
      XML_ParserCreate(nullptr), &XML_ParserFree);
  if (!parser) throw std::bad_alloc();
  Reading reading{events, parser.get()};
  XML_SetUserData(parser.get(), &reading);
  XML_SetElementHandler(parser.get(), on_begin, on_end);
  XML_SetCharacterDataHandler(parser.get(), on_text);
  XML_SetStartDoctypeDeclHandler(parser.get(), on_doctype);
  XML_SetParamEntityParsing(parser.get(), XML_PARAM_ENTITY_PARSING_NEVER);
  const auto size = static_cast<int>(text.size());
  const XML_Status status = XML_Parse(parser.get(), text.data(), size, XML_TRUE);
  XmlResult result{reading.kind, 0};
  if (status == XML_STATUS_ERROR && reading.kind == XmlResult::Kind::fine) {
    result.kind = XmlResult::Kind::not_xml;
  }
  if (result.kind == XmlResult::Kind::not_xml) {
    result.line = XML_GetCurrentLineNumber(parser.get());
  }
  return result;
}

std::string with_entities(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '>') {
      out += "&gt;";
    } else if (c == '"') {
      out += "&quot;";
    } else {
      out += c;
    }
  }
  return out;
}

namespace {

std::string with_breaks(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '\n') {
      out += "&#10;";
    } else if (c == '\t') {
      out += "&#9;";
    } else {
      out += c;
    }
  }
  return out;
}

}  // namespace

std::string with_entities_for_breaks(std::string_view text) {
  return with_breaks(with_entities(text));
}

std::string xml_escaped(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const auto byte = static_cast<unsigned char>(c);
    const bool noncharacter = text.substr(i).starts_with("\xEF\xBF\xBE") ||  // U+FFFE, U+FFFF
                              text.substr(i).starts_with("\xEF\xBF\xBF");
    if (noncharacter) {
      out += text[i + 2] == '\xBE' ? "_xFFFE_" : "_xFFFF_";
      i += 2;
    } else if (byte < 0x20 && c != '\n' && c != '\t') {
      out += fmt::format("_x{:04X}_", byte);
    } else if (c == '_' && escaped_at(text.substr(i))) {
      out += "_x005F_";
    } else {
      out += c;
    }
  }
  return with_entities(out);
}

std::string xml_attribute(std::string_view text) { return with_breaks(xml_escaped(text)); }

std::string without_x_escapes(std::string_view text) {
  if (text.find("_x") == std::string_view::npos) return std::string(text);
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const auto code = text[i] == '_' ? escaped_at(text.substr(i)) : std::nullopt;
    const bool surrogate = code && *code >= 0xD800 && *code <= 0xDFFF;
    if (code && !surrogate) {
      append_utf8(out, *code);
      i += 7;
    } else {
      out += text[i++];
    }
  }
  return out;
}

}  // namespace spbe
