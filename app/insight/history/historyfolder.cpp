// SPDX-License-Identifier: Apache-2.0
#include "insight/history/historystore.h"
#include "insight/history/packedreading.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>

/// Where a store lies, and what it leaves there.

namespace insight {

namespace {

constexpr QLatin1StringView FileSuffix(".sqlite");

} // namespace

QString HistoryStore::defaultFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)
        + QStringLiteral("/bucketscope/history");
}

QString HistoryStore::pathOf(const QString &folder, const QString &host, const QString &keyId)
{
    const QByteArray account = hashOf(QString(host + u'\n' + keyId).toUtf8()).toHex().first(32);
    return folder + u'/' + QString::fromLatin1(account) + FileSuffix;
}

HistoryProblem HistoryStore::setAside()
{
    m_file.reset();
    const QString aside = m_path + QStringLiteral(".broken");
    QFile::remove(aside);
    QFile::remove(m_path + QStringLiteral("-journal"));
    QFile file(m_path);
    if (!file.rename(aside))
        return historyProblem(HistoryProblem::Kind::Unusable, m_path, file.errorString());
    return broken();
}

HistoryResult<void> HistoryStore::forget()
{
    m_file.reset();
    // SQLite's own files, too: what they hold was read as well.
    for (const char *const suffix : {"-journal", "-wal", "-shm", "", ".broken"}) {
        QFile file(m_path + QLatin1StringView(suffix));
        if (file.exists() && !file.remove() && file.exists())
            return tl::unexpected(historyProblem(HistoryProblem::Kind::Unusable, file.fileName(),
                                                 file.errorString()));
    }
    return {};
}

HistoryResult<void> HistoryStore::forgetAll(const QString &folder)
{
    const QStringList names = QDir(folder).entryList({u'*' + FileSuffix + u'*'}, QDir::Files);
    for (const QString &name : names) {
        const QString account = name.first(name.indexOf(FileSuffix) + FileSuffix.size());
        auto forgotten = HistoryStore(folder + u'/' + account).forget();
        if (!forgotten)
            return forgotten;
    }
    return {};
}

} // namespace insight
