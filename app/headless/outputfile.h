// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "headless/output.h"

#include <QSaveFile>

#include <optional>

namespace headless {

/// A file: what is written goes into a temporary one beside it, which takes its place at the end.
/// Whatever ends it earlier leaves the old file, and nothing beside it.
class OutputFile final : public Output
{
    Q_OBJECT

public:
    /// `path` is absolute.
    explicit OutputFile(const QString &path);

    /// Why it cannot be written: a translated sentence; nothing if it can.
    std::optional<QString> open();

    void write(const QByteArray &bytes) override;
    /// Waits for the disk.
    void finish() override;

private:
    QString writeProblem(const QString &reason) const;
    void fail(const QString &reason);

    QSaveFile m_file;
    bool m_hasFailed = false;
};

} // namespace headless
