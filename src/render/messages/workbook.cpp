#include <array>

#include "render/messages.hpp"

namespace spbe {

namespace {

constexpr auto kWorkbookMessages = std::to_array<Message>({
    {"workbook-old",
     {"this is a workbook of the old format (.xls)", "ini buku kerja format lama (.xls)"}},
    {"save-as-xlsx",
     {"open it in Excel or LibreOffice and save it as .xlsx",
      "buka di Excel atau LibreOffice, lalu simpan sebagai .xlsx"}},
    {"workbook-encrypted", {"the workbook has a password", "buku kerja ini dilindungi kata sandi"}},
    {"take-password-off",
     {"open it, take the password off, and save it",
      "buka, hapus kata sandinya, lalu simpan kembali"}},
    {"not-a-workbook",
     {"this is no Excel workbook: it has no part {0}",
      "ini bukan buku kerja Excel: bagian {0} tidak ada"}},
    {"workbook-damaged",
     {"the workbook is damaged and cannot be unpacked: {0}",
      "buku kerja rusak dan isinya tidak dapat dibuka: {0}"}},
    {"workbook-damaged-whole",
     {"the workbook is damaged and cannot be unpacked",
      "buku kerja rusak dan isinya tidak dapat dibuka"}},
    {"save-again",
     {"open it in Excel or LibreOffice and save it again",
      "buka di Excel atau LibreOffice, lalu simpan kembali"}},
    {"workbook-part-twice",
     {"the workbook has two parts named {0}", "buku kerja memuat dua bagian bernama {0}"}},
    {"workbook-many-parts",
     {"the workbook has more than {0} parts", "buku kerja memuat lebih dari {0} bagian"}},
    {"workbook-large-part",
     {"{0} is larger than {1} MB unpacked", "{0} lebih besar dari {1} MB setelah dibuka"}},
    {"workbook-large",
     {"the workbook is larger than {0} MB unpacked",
      "buku kerja lebih besar dari {0} MB setelah dibuka"}},
    {"workbook-doctype",
     {"{0} declares a document type, which no workbook has",
      "{0} memuat deklarasi tipe dokumen, yang tidak ada pada buku kerja"}},
    {"workbook-not-xml", {"{0} is damaged at its line {1}", "{0} rusak pada baris {1}"}},
    {"workbook-bad-cell",
     {"sheet {0} places a cell at '{1}', which is no cell",
      "lembar {0} menempatkan sel di '{1}', padahal sel itu tidak ada"}},
    {"workbook-no-text",
     {"{0} stands for text {1} of the workbook, which it does not have",
      "{0} merujuk ke teks nomor {1} dalam buku kerja, padahal teks itu tidak ada"}},
    {"workbook-cell-twice", {"{0} is given twice", "{0} diberikan dua kali"}},
    {"sheet-too-many-rows",
     {"sheet {0} has more than {1} rows", "lembar {0} memuat lebih dari {1} baris"}},
    {"sheet-too-many-columns",
     {"sheet {0} has more than {1} columns", "lembar {0} memuat lebih dari {1} kolom"}},
    {"workbook-too-many-cells",
     {"the workbook has more than {0} cells, or more than {1} MB of text",
      "buku kerja memuat lebih dari {0} sel, atau lebih dari {1} MB teks"}},
});

}  // namespace

std::span<const Message> workbook_messages() { return kWorkbookMessages; }

}  // namespace spbe
