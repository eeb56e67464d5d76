// SPDX-License-Identifier: Apache-2.0
#include "accounts/profiles/certificatefiles.h"

#include "accounts/profiles/certificatefile.h"

#include <QThread>

#include <memory>

namespace accounts {

std::optional<QString> CertificateFiles::problemWith(const QString &path)
{
    if (path.isEmpty())
        return std::nullopt;
    const auto known = m_problems.constFind(path);
    if (known != m_problems.constEnd())
        return *known;
    m_problems.insert(path, std::nullopt);
    enqueue(path);
    return std::nullopt;
}

void CertificateFiles::readAgain(const QStringList &paths)
{
    for (const QString &path : paths) {
        if (!path.isEmpty())
            enqueue(path);
    }
}

void CertificateFiles::enqueue(const QString &path)
{
    if (!m_waiting.contains(path))
        m_waiting.append(path);
    if (!m_isReading)
        readNext();
}

void CertificateFiles::readNext()
{
    m_isReading = true;
    const QString path = m_waiting.takeFirst();
    const auto problem = std::make_shared<std::optional<QString>>();
    // Left to itself: nobody waits for a share that does not answer.
    QThread *thread =
        QThread::create([problem, path] { *problem = problemWithCertificateFile(path); });
    connect(thread, &QThread::finished, this, [this, problem, path] { take(path, *problem); });
    connect(thread, &QThread::finished, thread, &QObject::deleteLater);
    thread->start();
}

void CertificateFiles::take(const QString &path, const std::optional<QString> &problem)
{
    m_isReading = false;
    const bool changes = m_problems.value(path) != problem;
    m_problems.insert(path, problem);
    if (!m_waiting.isEmpty())
        readNext();
    if (changes)
        Q_EMIT changed();
    if (!isReading())
        Q_EMIT settled();
}

} // namespace accounts
