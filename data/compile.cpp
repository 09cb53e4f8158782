// Runs while the program is built: reads every definition in data/instruments with the reader of
// the program, and writes the trees as tables of a C++ source.
//
//   spbe_compile_data OUTPUT
#include <fmt/format.h>

#include <cstdio>
#include <fstream>
#include <memory>
#include <string>

#include "document/compiled_document.hpp"
#include "document/yaml_reader.hpp"
#include "model/builtin_data.hpp"

namespace {

using spbe::CompiledNode;
using spbe::CompiledText;

std::string number(std::uint32_t value) { return std::to_string(value) + "U"; }

std::string literal(const spbe::Span& span) {
  return "{" + number(span.begin) + "," + number(span.end) + "}";
}

std::string literal(const CompiledText& text) {
  return "{" + number(text.at) + "," + number(text.size) + (text.literal ? ",true}" : ",false}");
}

std::string literal(const CompiledNode& node) {
  return "    {static_cast<Node::Kind>(" + std::to_string(static_cast<int>(node.kind)) + ")," +
         (node.quoted ? "true," : "false,") + literal(node.span) + "," + literal(node.key_span) +
         "," + literal(node.key) + "," + literal(node.text) + "," + number(node.first_child) + "," +
         number(node.next) + "},\n";
}

// As octal escapes, which end after three digits whatever follows.
std::string quoted(const std::string& text) {
  constexpr const char* kDigits = "01234567";
  std::string out = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    out += '\\';
    out += kDigits[byte >> 6U];
    out += kDigits[(byte >> 3U) & 7U];
    out += kDigits[byte & 7U];
  }
  return out + "\"";
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  std::string tables;
  std::string documents;
  std::size_t count = 0;
  for (const spbe::BuiltinFile& file : spbe::builtin_instruments()) {
    const auto source =
        std::make_shared<const spbe::Source>(std::string(file.name), std::string(file.text));
    spbe::Diagnostics diagnostics;
    std::string literals;
    std::string nodes;
    const bool clean = spbe::read_yaml(source, diagnostics, [&](const spbe::Document& document) {
      for (const CompiledNode& node : spbe::CompiledDocument::compile(document, literals)) {
        nodes += literal(node);
      }
    });
    if (!clean) {
      const spbe::Diagnostic& first = diagnostics.list().front();
      std::fprintf(stderr, "data/%s:%zu:%zu: %s\n", first.location.file.c_str(),
                   first.location.line, first.location.column, first.code.c_str());
      return 1;
    }
    const std::string name = "nodes_" + std::to_string(count++);
    tables += fmt::format("constexpr CompiledNode {}[] = {{\n{}}};\n\n", name, nodes);
    documents += fmt::format("    {{{}, {}, {{{}, {}}}}},\n", quoted(std::string(file.name)), name,
                             quoted(literals), literals.size());
  }
  std::ofstream out(argv[1], std::ios::binary);
  out << "#include \"model/builtin_data.hpp\"\n\nnamespace spbe {\nnamespace {\n\n"
      << tables << "constexpr CompiledDocument documents[] = {\n"
      << documents
      << "};\n\n}  // namespace\n\n"
         "std::span<const CompiledDocument> builtin_documents() { return documents; }\n\n"
         "}  // namespace spbe\n";
  out.close();
  return out ? 0 : 1;
}
