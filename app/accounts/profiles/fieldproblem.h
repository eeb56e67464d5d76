// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace accounts {

/// The fields of a profile that can be wrong.
enum class ProfileField { Name, Identity, BaseUrl, DefaultProject, CaFile };

/// What is wrong with a field, to be shown beside it.
struct FieldProblem
{
    enum class Severity {
        Warning, ///< Looks odd; may be saved.
        Error, ///< Must be put right first.
    };

    ProfileField field = ProfileField::Name;
    Severity severity = Severity::Error;
    /// One translated sentence or two.
    QString message;

    friend bool operator==(const FieldProblem &, const FieldProblem &) = default;
};

} // namespace accounts
