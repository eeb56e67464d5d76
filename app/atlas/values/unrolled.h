// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <type_traits>
#include <utility>

namespace atlas {

/// Calls `function` with each number below Count as a constant, up to the first for which it
/// returns true, and returns whether there is one: a loop over a table that costs no more than if
/// its lines stood there one by one.
template<std::size_t Count, class Function>
constexpr bool unrolledAnyOf(const Function &function)
{
    return [&function]<std::size_t... Number>(std::index_sequence<Number...>)
    {
        return (function(std::integral_constant<std::size_t, Number>()) || ...);
    }
    (std::make_index_sequence<Count>());
}

/// Calls `function` with each number below Count as a constant.
template<std::size_t Count, class Function>
constexpr void unrolledForEach(const Function &function)
{
    [&function]<std::size_t... Number>(std::index_sequence<Number...>)
    {
        (function(std::integral_constant<std::size_t, Number>()), ...);
    }
    (std::make_index_sequence<Count>());
}

} // namespace atlas
