#pragma once

#include <cmath>
#include <compare>

namespace healed {

/// A double that carries its dimension: length to the power L, time to the power T. Adding a length to an
/// inverse length does not compile. Used to compile shaders/physics a second time, only to check it.
template <int L, int T = 0>
struct Quantity {
    double value = 0.0;
    constexpr Quantity() = default;
    constexpr explicit Quantity(double v) : value(v) {}
    constexpr Quantity operator-() const { return Quantity(-value); }
    constexpr Quantity& operator+=(Quantity other) {
        value += other.value;
        return *this;
    }
    constexpr Quantity& operator-=(Quantity other) {
        value -= other.value;
        return *this;
    }
    constexpr Quantity& operator*=(double factor) {
        value *= factor;
        return *this;
    }
    friend constexpr Quantity operator+(Quantity a, Quantity b) { return Quantity(a.value + b.value); }
    friend constexpr Quantity operator-(Quantity a, Quantity b) { return Quantity(a.value - b.value); }
    friend constexpr auto operator<=>(Quantity a, Quantity b) { return a.value <=> b.value; }
    friend constexpr bool operator==(Quantity a, Quantity b) { return a.value == b.value; }
};

template <int L, int T>
struct Dimensioned {
    using Type = Quantity<L, T>;
};
/// A pure number is a plain double.
template <>
struct Dimensioned<0, 0> {
    using Type = double;
};

template <int L1, int T1, int L2, int T2>
constexpr auto operator*(Quantity<L1, T1> a, Quantity<L2, T2> b) {
    return typename Dimensioned<L1 + L2, T1 + T2>::Type(a.value * b.value);
}
template <int L1, int T1, int L2, int T2>
constexpr auto operator/(Quantity<L1, T1> a, Quantity<L2, T2> b) {
    return typename Dimensioned<L1 - L2, T1 - T2>::Type(a.value / b.value);
}
template <int L, int T>
constexpr Quantity<L, T> operator*(double a, Quantity<L, T> b) {
    return Quantity<L, T>(a * b.value);
}
template <int L, int T>
constexpr Quantity<L, T> operator*(Quantity<L, T> a, double b) {
    return Quantity<L, T>(a.value * b);
}
template <int L, int T>
constexpr Quantity<L, T> operator/(Quantity<L, T> a, double b) {
    return Quantity<L, T>(a.value / b);
}
template <int L, int T>
constexpr Quantity<-L, -T> operator/(double a, Quantity<L, T> b) {
    return Quantity<-L, -T>(a / b.value);
}

} // namespace healed
