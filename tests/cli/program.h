#pragma once

#include "house/temporary_folder.h"

#include <algorithm>
#include <csignal>
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

/// `healed` with these words and additions to the environment, in a folder of its own or the one given.
class Program {
  public:
    Program(std::vector<std::string> words, const std::map<std::string, std::string>& environment,
            const std::filesystem::path& folder)
        : child_((std::fflush(nullptr), ::fork())) {
        if (child_ == 0)
            become(std::move(words), environment, folder.empty() ? streams_.path() : folder);
    }
    std::string said_so_far() const { return content_of(streams_ / "err"); }
    void interrupt() const { ::kill(child_, SIGINT); }

    /// Waits for its end. The exit code of a program that a signal ended is 128 and the signal's number.
    Outcome outcome() const {
        int status = 0;
        ::waitpid(child_, &status, 0);
        return {WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status),
                content_of(streams_ / "out"), content_of(streams_ / "err")};
    }

  private:
    [[noreturn]] void become(std::vector<std::string> words,
                             const std::map<std::string, std::string>& environment,
                             const std::filesystem::path& folder) const {
        const bool ready = std::freopen((streams_ / "out").c_str(), "w", stdout) &&
                           std::freopen((streams_ / "err").c_str(), "w", stderr) &&
                           ::chdir(folder.c_str()) == 0;
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

    TemporaryFolder streams_;
    pid_t child_;
};

inline Outcome run_healed(std::vector<std::string> words,
                          const std::map<std::string, std::string>& environment = {},
                          const std::filesystem::path& folder = {}) {
    return Program(std::move(words), environment, folder).outcome();
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
