// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/values/exportjob.h"

#include <QByteArray>
#include <QString>

namespace buckets {

/// Packs of jobs what only who looks at a single one wants: prefix, snapshot, progress, components
/// and custom data. Of a prefix, only what differs from that of the job before.
class JobRestWriter
{
public:
    /// The next job.
    void add(const atlas::ExportJob &job);

    const QByteArray &bytes() const { return m_bytes; }

private:
    void addNumber(quint64 number);
    void addText(QStringView text);
    void addPrefix(const QString &prefix);
    void addSnapshot(const QString &id);

    QByteArray m_bytes;
    QString m_lastPrefix;
};

/// Unpacks it, in the same order.
class JobRestReader
{
public:
    /// `bytes` must be those of a JobRestWriter, and outlive this.
    explicit JobRestReader(const QByteArray &bytes) : m_bytes(bytes) { }

    /// What add() has packed of the next job.
    void fillIn(atlas::ExportJob &job);

private:
    quint8 byte() { return static_cast<quint8>(m_bytes[m_at++]); }
    quint64 number();
    QString text();
    QString prefix();
    QString objectId();

    const QByteArray &m_bytes;
    qsizetype m_at = 0;
    QString m_lastPrefix;
};

} // namespace buckets
