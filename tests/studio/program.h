#pragma once

#include "house/temporary_folder.h"

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <map>
#include <sstream>
#include <string>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace healed::test {

/// What a run of the window left behind.
struct Told {
    int exit_code = -1; ///< 128 and the signal's number for a program that a signal ended
    std::string said;   ///< on stderr
};

inline std::string content_of(const std::filesystem::path& path) {
    std::ifstream stream(path, std::ios::binary);
    std::ostringstream content;
    content << stream.rdbuf();
    return std::move(content).str();
}

/// A home of its own for a window: what it remembers and keeps aside stays within.
class Home {
  public:
    const std::filesystem::path& folder() const { return folder_.path(); }
    std::filesystem::path operator/(std::string_view name) const { return folder_ / name; }

    /// Runs a program with these words in this home, in front of its own screen where `screen` names one.
    Told run(std::vector<std::string> words, const std::string& screen = {}) const {
        std::fflush(nullptr);
        const pid_t child = ::fork();
        if (child == 0)
            become(std::move(words), screen);
        int status = 0;
        ::waitpid(child, &status, 0);
        return {WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status),
                content_of(folder_ / "said")};
    }

  private:
    [[noreturn]] void become(std::vector<std::string> words, const std::string& screen) const {
        ::setenv("XDG_CONFIG_HOME", (folder_ / "config").c_str(), 1);
        ::setenv("XDG_STATE_HOME", (folder_ / "state").c_str(), 1);
        ::setenv("XDG_DATA_HOME", (folder_ / "data").c_str(), 1);
        ::setenv("HEALED_VALIDATION", "1", 1);
        ::setenv("HEALED_DEVICE", "llvmpipe", 1);
        ::unsetenv("WAYLAND_DISPLAY");
        if (screen.empty())
            ::unsetenv("DISPLAY");
        else
            ::setenv("DISPLAY", screen.c_str(), 1);
        std::vector<char*> argv;
        for (std::string& word : words)
            argv.push_back(word.data());
        argv.push_back(nullptr);
        if (::chdir(folder_.path().c_str()) == 0 && std::freopen((folder_ / "said").c_str(), "w", stderr))
            ::execvp(argv[0], argv.data());
        ::_exit(127);
    }

    TemporaryFolder folder_;
};

/// A screen that nobody looks at, for as long as the object lives. A missing Xvfb fails the test.
class Screen {
  public:
    Screen() {
        int ends[2];
        if (::pipe(ends) != 0)
            throw std::runtime_error("no pipe");
        process_ = ::fork();
        if (process_ == 0) {
            ::close(ends[0]);
            const std::string number = std::to_string(ends[1]);
            ::execlp("Xvfb", "Xvfb", "-displayfd", number.c_str(), "-screen", "0", "3840x2160x24",
                     "-nolisten", "tcp", nullptr);
            ::_exit(127);
        }
        ::close(ends[1]);
        std::string digits;
        for (char digit = 0; ::read(ends[0], &digit, 1) == 1 && digit != '\n';)
            digits += digit;
        ::close(ends[0]);
        if (digits.empty())
            throw std::runtime_error("Xvfb did not start (Debian: xvfb)");
        name_ = fmt::format(":{}", digits);
    }
    Screen(const Screen&) = delete;
    Screen& operator=(const Screen&) = delete;
    ~Screen() {
        ::kill(process_, SIGTERM);
        ::waitpid(process_, nullptr, 0);
    }
    const std::string& name() const { return name_; }

  private:
    pid_t process_;
    std::string name_;
};

} // namespace healed::test
