// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "insight/health/accepted.h"

namespace insight {

/// The file of accepted findings, which people write, too.
class AcceptedFile
{
public:
    explicit AcceptedFile(const QString &path) : m_path(path) { }

    const QString &path() const { return m_path; }

    /// Reads it; without a file, nothing is accepted. The error is a sentence that names the file.
    tl::expected<AcceptedFindings, atlas::Wording> load() const;
    /// Puts the entry behind what stands there, comments and all. The file is written whole or not
    /// at all, with mode 0600. A file that says nothing that can be understood stays as it is: that
    /// is an error, a sentence, as what the disk refuses.
    tl::expected<void, atlas::Wording> add(const AcceptedEntry &entry) const;

private:
    QString m_path;
};

} // namespace insight
