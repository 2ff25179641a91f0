#pragma once

#include "base/error.h"

#include <gtest/gtest.h>

#include <initializer_list>
#include <string>

namespace healed {

/// Expects that the action throws an Error whose message is one line and holds every one of the words.
template <typename Action>
void expect_refusal(Action action, std::initializer_list<std::string> words) {
    try {
        action();
        ADD_FAILURE() << "nothing was refused";
    } catch (const Error& problem) {
        const std::string message = problem.what();
        EXPECT_EQ(message.find('\n'), std::string::npos) << message;
        for (const std::string& word : words)
            EXPECT_NE(message.find(word), std::string::npos) << "\"" << word << "\" is not in: " << message;
    }
}

} // namespace healed
