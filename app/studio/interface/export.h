#pragma once

#include "interface/studio.h"

#include <filesystem>
#include <span>
#include <string>

namespace healed::studio {

/// Something that can be made of a plan and put into a file. One more of them is one more line in the table:
/// what it is called, what its dialog asks, how the command line makes it, and the work.
struct ExportKind {
    const char* key;        ///< of its word
    const char* usual_file; ///< that it is offered under
    void (*draw)(Studio&);
    std::string (*command)(const Studio&);
    Errands::Work (*work)(Studio&, const std::filesystem::path& file);
};
std::span<const ExportKind> export_kinds();
inline constexpr int picture_kind = 0, sheet_kind = 1; ///< their places in the table

/// The `healed …` command that makes the same file as the dialog's button.
std::string export_command(const Studio& studio);

/// Starts the export in the background, and tells in the corner when it is done. A file that exists is asked
/// about first. False, with a message, for wishes that cannot be met.
bool start_export(Studio& studio);

/// The moment's words as the command line reads them: "healed", "12.5d", "6.5y".
std::string moment_words(double years);

void draw_picture_wishes(Studio& studio);
std::string picture_command(const Studio& studio);
Errands::Work picture_work(Studio& studio, const std::filesystem::path& file);

void draw_sheet_wishes(Studio& studio);
std::string sheet_command(const Studio& studio);
Errands::Work sheet_work(Studio& studio, const std::filesystem::path& file);

} // namespace healed::studio
