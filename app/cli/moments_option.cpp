#include "moments_option.h"

#include "base/error.h"

namespace healed::cli {

namespace {

/// The parser wants a message, empty when the words are good.
template <typename Parse>
CLI::Option* add(CLI::App& command, std::string& words, const std::string& description, Parse parse) {
    return command.add_option("--at", words, description)
        ->capture_default_str()
        ->type_name("TIME")
        ->check([parse](const std::string& given) {
            try {
                parse(given);
                return std::string{};
            } catch (const Error& problem) {
                return std::string(problem.what());
            }
        });
}

} // namespace

CLI::Option* add_moments_option(CLI::App& command, std::string& words, const std::string& description) {
    return add(command, words, description, [](const std::string& given) { project::parse_moments(given); });
}

CLI::Option* add_moment_option(CLI::App& command, std::string& words, const std::string& description) {
    return add(command, words, description, [](const std::string& given) { project::parse_moment(given); });
}

} // namespace healed::cli
