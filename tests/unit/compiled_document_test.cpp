#include "document/compiled_document.hpp"

#include <memory>

#include "document/yaml_reader.hpp"
#include "model/builtin_data.hpp"
#include "unit/catch.hpp"

namespace {

void require_same(const spbe::Document& a, const spbe::Node& x, const spbe::Document& b,
                  const spbe::Node& y) {
  REQUIRE(x.kind == y.kind);
  REQUIRE(x.quoted == y.quoted);
  REQUIRE(x.span == y.span);
  REQUIRE(x.key_span == y.key_span);
  REQUIRE(x.key == y.key);
  REQUIRE(x.text == y.text);
  auto left = a.children(x).begin();
  const auto right = b.children(y);
  for (const spbe::Node& child : right) {
    REQUIRE_FALSE(left == a.children(x).end());
    require_same(a, *left, b, child);
    ++left;
  }
  REQUIRE(left == a.children(x).end());
}

}  // namespace

TEST_CASE("each built-in definition was compiled as the reader reads it", "[compiled_document]") {
  REQUIRE(spbe::builtin_documents().size() == spbe::builtin_instruments().size());
  for (const spbe::BuiltinFile& file : spbe::builtin_instruments()) {
    INFO(file.name);
    const auto source =
        std::make_shared<const spbe::Source>(std::string(file.name), std::string(file.text));
    const auto documents = spbe::builtin_documents();
    const auto compiled = std::ranges::find(documents, file.name, &spbe::CompiledDocument::name);
    REQUIRE(compiled != documents.end());
    spbe::Diagnostics diagnostics;
    std::size_t count = 0;
    const bool clean = read_yaml(source, diagnostics, [&](const spbe::Document& read) {
      ++count;
      const spbe::Document restored = compiled->restore(source);
      require_same(read, read.root(), restored, restored.root());
    });
    CHECK(clean);
    CHECK(count == 1);
  }
}

TEST_CASE("texts that do not stand in the source are kept as well", "[compiled_document]") {
  const auto source =
      std::make_shared<const spbe::Source>("a.yaml", "a: \"x\\ty\"\n'b': [1, 'it''s']\n");
  spbe::Diagnostics diagnostics;
  read_yaml(source, diagnostics, [&](const spbe::Document& read) {
    spbe::CompiledDocument compiled;
    std::string literals;
    const auto nodes = spbe::CompiledDocument::compile(read, literals);
    compiled.nodes = nodes;
    compiled.literals = literals;
    const spbe::Document restored = compiled.restore(source);
    require_same(read, read.root(), restored, restored.root());
    CHECK(literals == "x\tyit's");
  });
  CHECK_FALSE(diagnostics.has_errors());
}
