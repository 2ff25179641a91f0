#pragma once

#include "house/temporary_folder.h"

#include <algorithm>
#include <cstdio>
#include <gtest/gtest.h>
#include <initializer_list>
#include <map>
#include <sstream>
#include <string>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace healed {

/// What a run of the command line left behind.
struct Outcome {
    int exit_code = -1;
    std::string out;
    std::string err;
};

inline std::string content_of(const std::filesystem::path& path) {
    std::ifstream stream(path, std::ios::binary);
    std::ostringstream content;
    content << stream.rdbuf();
    return std::move(content).str();
}

/// Runs `healed` with these words and additions to the environment, in a folder of its own or the one given.
inline Outcome run_healed(std::vector<std::string> words,
                          const std::map<std::string, std::string>& environment = {},
                          const std::filesystem::path& folder = {}) {
    const TemporaryFolder streams;
    std::fflush(nullptr);
    const pid_t child = ::fork();
    if (child == 0) {
        const bool ready = std::freopen((streams / "out").c_str(), "w", stdout) &&
                           std::freopen((streams / "err").c_str(), "w", stderr) &&
                           ::chdir((folder.empty() ? streams.path() : folder).c_str()) == 0;
        for (const auto& [name, value] : environment)
            ::setenv(name.c_str(), value.c_str(), 1);
        words.insert(words.begin(), HEALED_PROGRAM);
        std::vector<char*> argv;
        for (std::string& word : words)
            argv.push_back(word.data());
        argv.push_back(nullptr);
        if (ready)
            ::execv(HEALED_PROGRAM, argv.data());
        ::_exit(127);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return {WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), content_of(streams / "out"),
            content_of(streams / "err")};
}

/// Expects the exit code, nothing on stdout, and exactly one line on stderr that holds all the words.
inline void expect_one_line(const Outcome& outcome, int exit_code, std::initializer_list<std::string> words) {
    EXPECT_EQ(outcome.exit_code, exit_code) << outcome.err;
    EXPECT_EQ(outcome.out, "");
    EXPECT_EQ(std::count(outcome.err.begin(), outcome.err.end(), '\n'), 1) << outcome.err;
    EXPECT_EQ(outcome.err.rfind("healed: ", 0), 0u) << outcome.err;
    for (const std::string& word : words)
        EXPECT_NE(outcome.err.find(word), std::string::npos)
            << "\"" << word << "\" is not in: " << outcome.err;
}

} // namespace healed
