#include "workbook/zip.hpp"

#include <minizip/unzip.h>
#include <minizip/zip.h>

#include <algorithm>
#include <array>
#include <new>

#include "document/nearest.hpp"
#include "workbook/zip_memory.hpp"

namespace spbe {

struct ZipReader::Memory {
  ZipMemory memory;
};

ZipReader::ZipReader(std::string_view bytes) : memory_(std::make_unique<Memory>()) {
  memory_->memory.read = bytes;
  zlib_filefunc64_def functions = zip_functions(memory_->memory);
  archive_ = unzOpen2_64("", &functions);
  if (archive_ == nullptr) {
    fail(ZipFault::broken, "");
  } else {
    list();
  }
}

ZipReader::~ZipReader() {
  if (archive_ != nullptr) unzClose(archive_);
}

void ZipReader::fail(ZipFault fault, std::string_view part) {
  fault_ = fault;
  part_ = part;
}

void ZipReader::list() {
  int status = unzGoToFirstFile(archive_);
  for (; status == UNZ_OK; status = unzGoToNextFile(archive_)) {
    std::array<char, 512> name{};
    unz_file_info64 info{};
    if (unzGetCurrentFileInfo64(archive_, &info, name.data(), name.size() - 1, nullptr, 0, nullptr,
                                0) != UNZ_OK ||
        info.size_filename >= name.size()) {
      return fail(ZipFault::broken, "");
    }
    const std::string part(name.data());
    if ((info.flag & 1U) != 0) return fail(ZipFault::encrypted, part);
    unz64_file_pos position{};
    if (unzGetFilePos64(archive_, &position) != UNZ_OK) return fail(ZipFault::broken, part);
    const Place place{position.pos_in_zip_directory, position.num_of_file, info.uncompressed_size,
                      part};
    if (!parts_.emplace(lower_case(part), place).second) return fail(ZipFault::part_twice, part);
    if (parts_.size() > kMostParts) return fail(ZipFault::many_parts, part);
  }
  if (status != UNZ_END_OF_LIST_OF_FILE) fail(ZipFault::broken, "");
}

bool ZipReader::has(std::string_view part) const { return parts_.contains(lower_case(part)); }

std::vector<std::string> ZipReader::names() const {
  std::vector<const Place*> places;
  for (const auto& [part, place] : parts_) places.push_back(&place);
  std::ranges::sort(places, {}, &Place::number);
  std::vector<std::string> names;
  names.reserve(places.size());
  for (const Place* place : places) names.push_back(place->name);
  return names;
}

std::optional<std::string> ZipReader::read(std::string_view part) {
  const auto found = parts_.find(lower_case(part));
  if (found == parts_.end()) {
    fail(ZipFault::missing, part);
    return std::nullopt;
  }
  return unpack(found->second, part);
}

std::optional<std::string> ZipReader::unpack(const Place& place, std::string_view part) {
  unz64_file_pos position{place.in_directory, place.number};
  if (unzGoToFilePos64(archive_, &position) != UNZ_OK || unzOpenCurrentFile(archive_) != UNZ_OK) {
    fail(ZipFault::broken, part);
    return std::nullopt;
  }
  std::string bytes;
  ZipFault fault = place.size > kMostPartBytes ? ZipFault::large_part : ZipFault::none;
  std::array<char, std::size_t{1} << 14U> chunk{};
  while (fault == ZipFault::none) {
    const int count =
        unzReadCurrentFile(archive_, chunk.data(), static_cast<unsigned>(chunk.size()));
    if (count == 0) break;
    if (count < 0) {
      fault = ZipFault::broken;
      break;
    }
    bytes.append(chunk.data(), static_cast<std::size_t>(count));
    if (bytes.size() > kMostPartBytes) fault = ZipFault::large_part;
    if (read_bytes_ + bytes.size() > kMostBytes) fault = ZipFault::large_whole;
  }
  // Closing compares the checksum.
  if (unzCloseCurrentFile(archive_) != UNZ_OK && fault == ZipFault::none) fault = ZipFault::broken;
  if (bytes.size() != place.size && fault == ZipFault::none) fault = ZipFault::broken;
  if (fault != ZipFault::none) {
    fail(fault, part);
    return std::nullopt;
  }
  read_bytes_ += bytes.size();
  return bytes;
}

std::string write_zip(const std::vector<std::pair<std::string, std::string>>& parts) {
  ZipMemory memory;
  memory.writing = true;
  zlib_filefunc64_def functions = zip_functions(memory);
  zipFile archive = zipOpen2_64("", APPEND_STATUS_CREATE, nullptr, &functions);
  if (archive == nullptr) throw std::bad_alloc();
  zip_fileinfo info{};
  info.tmz_date.tm_year = 1980;
  info.tmz_date.tm_mday = 1;
  bool fine = true;
  for (const auto& [name, bytes] : parts) {
    fine =
        fine &&
        zipOpenNewFileInZip(archive, name.c_str(), &info, nullptr, 0, nullptr, 0, nullptr,
                            Z_DEFLATED, Z_DEFAULT_COMPRESSION) == ZIP_OK &&
        zipWriteInFileInZip(archive, bytes.data(), static_cast<unsigned>(bytes.size())) == ZIP_OK &&
        zipCloseFileInZip(archive) == ZIP_OK;
  }
  fine = zipClose(archive, nullptr) == ZIP_OK && fine;
  // Memory has no other way to fail.
  if (!fine) throw std::bad_alloc();
  return std::move(memory.written);
}

}  // namespace spbe
