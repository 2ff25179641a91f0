#include "head/head_cache.h"

#include "base/checked_cache.h"

#include <fmt/format.h>
#include <istream>
#include <ostream>
#include <sstream>
#include <sys/stat.h>
#include <type_traits>

namespace healed::head {

namespace {

/// A head of an earlier build is never taken for one of this: the program's own file is part of the key.
CacheFile cache_file(const std::string& name) {
    struct ::stat program {};
    ::stat("/proc/self/exe", &program);
    return {"head", 1,
            fmt::format("{} {} {} {} {}", name, program.st_ino, program.st_size, program.st_mtim.tv_sec,
                        program.st_mtim.tv_nsec)};
}

template <typename Value>
void put(std::ostream& stream, const Value& value) {
    static_assert(std::is_trivially_copyable_v<Value>);
    stream.write(reinterpret_cast<const char*>(&value), sizeof(value));
}

template <typename Value>
void get(std::istream& stream, Value& value) {
    static_assert(std::is_trivially_copyable_v<Value>);
    stream.read(reinterpret_cast<char*>(&value), sizeof(value));
}

template <typename Element>
void put(std::ostream& stream, const std::vector<Element>& elements) {
    put(stream, elements.size());
    stream.write(reinterpret_cast<const char*>(elements.data()),
                 static_cast<std::streamsize>(elements.size() * sizeof(Element)));
}

template <typename Element>
void get(std::istream& stream, std::vector<Element>& elements) {
    std::size_t count = 0;
    get(stream, count);
    elements.resize(count);
    stream.read(reinterpret_cast<char*>(elements.data()),
                static_cast<std::streamsize>(count * sizeof(Element)));
}

/// The parts of a head in the order of the file; written and read by the same list.
template <typename Stream, typename Subject, typename Action>
void each_part(Stream& stream, Subject& head, Action action) {
    action(stream, head.mesh.vertices);
    action(stream, head.mesh.triangles);
    action(stream, head.landmarks);
    action(stream, head.chart.size);
    action(stream, head.chart.centre_mm);
    action(stream, head.chart.pole);
    action(stream, head.chart.side_rad);
    action(stream, head.chart.position_mm);
    action(stream, head.chart.normal);
    action(stream, head.chart.tangent_u_mm);
    action(stream, head.chart.tangent_v_mm);
    action(stream, head.chart.on_scalp);
}

} // namespace

std::optional<Head> cached_head(const std::string& name) {
    std::optional<std::string> body = cache_file(name).read();
    if (!body)
        return std::nullopt;
    std::istringstream stream(*std::move(body));
    Head head{.name = name};
    each_part(stream, head, [](std::istream& from, auto& part) { get(from, part); });
    return head;
}

void keep_in_cache(const Head& head) {
    std::ostringstream stream;
    each_part(stream, head, [](std::ostream& to, const auto& part) { put(to, part); });
    const CacheFile file = cache_file(head.name);
    file.write(std::move(stream).str());
    // Several clients' heads and the built-in shapes beside them; more would only fill the disk.
    constexpr std::size_t others_kept = 7;
    file.keep_others(others_kept);
}

} // namespace healed::head
