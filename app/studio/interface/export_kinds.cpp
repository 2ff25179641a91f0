#include "interface/export.h"

#include "base/error.h"
#include "base/file.h"
#include "document/words.h"
#include "interface/files.h"

namespace healed::studio {

namespace {

namespace fs = std::filesystem;

constexpr ExportKind kinds[] = {
    {"export.picture", "picture.png", draw_picture_wishes, picture_command, picture_work},
    {"export.sheet", "sheet.png", draw_sheet_wishes, sheet_command, sheet_work},
};

const ExportKind& kind_of(const Studio& studio) {
    return kinds[static_cast<std::size_t>(studio.wishes.kind)];
}

} // namespace

std::span<const ExportKind> export_kinds() {
    return kinds;
}

std::string export_command(const Studio& studio) {
    return kind_of(studio).command(studio);
}

bool start_export(Studio& studio) {
    if (!studio.errands)
        return false;
    return studio.attempt([&] {
        const fs::path file = studio.wishes.file;
        const std::string ending = file.extension().string();
        if (ending != ".png" && ending != ".jpg" && ending != ".jpeg")
            fail("{}: \"{}\" is no ending for a picture; .png and .jpg are", file.string(), ending);
        require_writable(file);
        // What cannot be done is said while the dialog still stands there to be set otherwise.
        const Errands::Work work = kind_of(studio).work(studio, file);
        studio.dialogs.open = Dialog::None;
        unless_it_replaces(studio, file, [work](Studio& s) {
            s.errands->send("export", work);
            s.tell(say("export.begun"));
        });
    });
}

} // namespace healed::studio
