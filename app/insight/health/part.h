// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/errors/apierror.h"
#include "buckets/reading/completeness.h"

#include <optional>

namespace insight {

/// One thing that the rules need, as far as it has come.
template<class T>
struct Part
{
    T value{};
    /// What is missing of it. Nothing has been read, at first.
    buckets::Completeness completeness{};
    /// Why, if a call has failed.
    std::optional<atlas::ApiError> error{};

    /// Whether rules may conclude from what is not in it.
    bool isWhole() const { return completeness.isWhole(); }
};

} // namespace insight
