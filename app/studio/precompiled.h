// What nearly every file of the window reads and nobody here changes.
#pragma once
#include <filesystem>
#include <fmt/format.h>
#include <functional>
#include <glm/glm.hpp>
#include <imgui.h>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <span>
#include <string>
#include <vector>
#include <vulkan/vulkan.h>
