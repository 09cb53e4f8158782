#include "spbe/model/institution_name.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "document/nearest.hpp"
#include "spbe/base/source.hpp"
#include "spbe/model/province.hpp"

namespace spbe {

namespace {

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
         (static_cast<unsigned char>(c) & 0x80U);
}

// In small letters, as a reader sees it: without soft hyphens, with a blank for each no-break
// space.
std::string plain(std::string_view name) { return with_plain_blanks(lower_case(name)); }

using Tokens = std::vector<std::string>;

// Words of letters and digits, single letters side by side joined: "D.I" and "D. I." are "di".
Tokens words_of(std::string_view name) {
  Tokens tokens;
  std::string token;
  bool single = false;  // the last token was made of single letters
  const auto end_token = [&] {
    if (token.empty()) return;
    const bool letter = token.size() == 1 && token.front() >= 'a' && token.front() <= 'z';
    if (letter && single) {
      tokens.back() += token;
    } else {
      tokens.push_back(token);
    }
    single = letter;
    token.clear();
  };
  for (const char c : plain(name)) {
    if (c == '\'' || c == '`') continue;  // Ma'rang
    if (is_letter(c)) {
      token += c;
      continue;
    }
    end_token();
    if (c == '&') tokens.emplace_back("dan");
  }
  end_token();
  return tokens;
}

constexpr std::array<std::pair<std::string_view, std::string_view>, 9> kShortForms{{
    {"kab", "kabupaten"},
    {"pemkab", "kabupaten"},
    {"pemkot", "kota"},
    {"kotamadya", "kota"},
    {"pemprov", "provinsi"},
    {"prov", "provinsi"},
    {"propinsi", "provinsi"},
    {"kep", "kepulauan"},
    {"adm", "administrasi"},
}};

bool is_region(std::string_view word) {
  return word == "kabupaten" || word == "kota" || word == "provinsi";
}

void expand(Tokens& tokens) {
  for (std::string& token : tokens) {
    const auto* const known = std::ranges::find(
        kShortForms, token, &std::pair<std::string_view, std::string_view>::first);
    if (known != kShortForms.end()) token = known->second;
  }
}

void drop_government(Tokens& tokens) {
  const bool government = !tokens.empty() && (tokens[0] == "pemerintah" || tokens[0] == "pemda");
  if (!government || tokens.size() < 2) return;
  tokens.erase(tokens.begin());
  if (tokens.size() > 1 && tokens[0] == "daerah" && is_region(tokens[1])) {
    tokens.erase(tokens.begin());
  }
}

// A province by its name in the list: "Provinsi NTT" is "Provinsi Nusa Tenggara Timur".
void name_province(Tokens& tokens) {
  if (tokens.size() < 2 || tokens.front() != "provinsi") return;
  std::string name;
  for (std::size_t i = 1; i < tokens.size(); ++i) name += (i == 1 ? "" : " ") + tokens[i];
  const Province* const province = find_province(name);
  if (province == nullptr) return;
  tokens = words_of(province->name);
  tokens.insert(tokens.begin(), "provinsi");
}

// Takes away what may stand before the last word, the name of a special province.
void drop_titles(Tokens& tokens, std::string_view name, const std::vector<Tokens>& titles) {
  if (tokens.empty() || tokens.back() != name) return;
  for (const Tokens& title : titles) {
    if (tokens.size() <= title.size()) continue;
    const auto begin = tokens.end() - 1 - static_cast<std::ptrdiff_t>(title.size());
    if (!std::equal(title.begin(), title.end(), begin)) continue;
    tokens.erase(begin, tokens.end() - 1);
    break;
  }
  if (tokens.size() == 1) tokens.insert(tokens.begin(), "provinsi");
}

}  // namespace

std::string name_key(std::string_view name) {
  std::string key;
  bool blank = false;
  for (const char c : plain(name)) {
    if (c == ' ' || c == '\t' || c == '\n') {
      blank = !key.empty();
      continue;
    }
    if (blank) key += ' ';
    blank = false;
    key += c;
  }
  return key;
}

bool same_name(std::string_view a, std::string_view b) { return name_key(a) == name_key(b); }

std::string institution_key(std::string_view name) {
  Tokens tokens = words_of(name);
  expand(tokens);
  drop_government(tokens);
  name_province(tokens);
  if (!tokens.empty() && tokens.back() == "diy") tokens.back() = "yogyakarta";
  drop_titles(tokens, "yogyakarta", {{"daerah", "istimewa"}, {"di"}});
  drop_titles(tokens, "jakarta",
              {{"daerah", "khusus", "ibukota"},
               {"daerah", "khusus", "ibu", "kota"},
               {"daerah", "khusus"},
               {"dki"},
               {"dkj"}});
  drop_titles(tokens, "aceh", {});
  std::string key;
  for (const std::string& token : tokens) key += (key.empty() ? "" : " ") + token;
  // A name of signs alone is still a name.
  return key.empty() ? name_key(name) : key;
}

std::string_view kind_in_name(std::string_view name) {
  const std::string key = institution_key(name);
  for (const std::string_view kind : {"kabupaten", "kota", "provinsi", "kementerian"}) {
    if (key.starts_with(std::string(kind) + " ")) return kind;
  }
  return key.starts_with("rata rata") || key.starts_with("ratarata") ? "mean" : "";
}

bool same_institution(std::string_view a, std::string_view b) {
  return institution_key(a) == institution_key(b);
}

namespace {

// No name has a key that begins with a line break.
std::string id_key(std::string_view id) { return '\n' + name_key(id); }

}  // namespace

void InstitutionKeys::meet(std::string_view institution, std::string_view id) {
  if (id.empty()) return;
  const std::string key = id_key(id);
  const auto [known, fresh] = ids_.emplace(institution_key(institution), key);
  if (!fresh && known->second != key) known->second.clear();
}

std::string InstitutionKeys::of(std::string_view institution, std::string_view id) const {
  if (!id.empty()) return id_key(id);
  std::string key = institution_key(institution);
  const auto known = ids_.find(key);
  return known == ids_.end() || known->second.empty() ? key : known->second;
}

}  // namespace spbe
