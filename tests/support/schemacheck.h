// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>
#include <QTemporaryDir>

namespace testsupport {

/// JSON that the program has written, against the schemas that it is installed with, by a validator
/// that is not ours.
class SchemaCheck
{
public:
    /// Of `schema`, a file's name up to the first dot; with a value a line if `isLines`.
    void add(const QString &schema, const QByteArray &json, bool isLines = false);
    /// What does not fit, and what a schema lets through that no schema should; empty if all is
    /// well.
    QString faults() const;

private:
    QTemporaryDir m_folder;
    int m_count = 0;
};

} // namespace testsupport
