// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QObject>
#include <QString>
#include <QStringList>

#include <optional>

namespace accounts {

/// What is wrong with CA files. Each is read once, one after the other, on a thread of its own: a
/// file on a share that hangs holds up nobody. On the thread that made it.
class CertificateFiles : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// As problemWithCertificateFile() said when the file was read; nothing while it was not. A
    /// path that is new is read then, and changed() tells. Nothing for an empty path.
    std::optional<QString> problemWith(const QString &path);

    /// Reads these files anew. What is known of them counts until then.
    void readAgain(const QStringList &paths);

    bool isReading() const { return !m_waiting.isEmpty() || m_isReading; }

Q_SIGNALS:
    /// What problemWith() says has changed.
    void changed();
    /// All that was asked for has been read.
    void settled();

private:
    void enqueue(const QString &path);
    void readNext();
    void take(const QString &path, const std::optional<QString> &problem);

    QHash<QString, std::optional<QString>> m_problems;
    QStringList m_waiting;
    bool m_isReading = false;
};

} // namespace accounts
