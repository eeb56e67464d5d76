// SPDX-License-Identifier: Apache-2.0
#include "insight/health/acceptedfile.h"

#include "base/files/privatefile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

namespace insight {

namespace {

using FileProblem = tl::unexpected<atlas::Wording>;

atlas::Wording fileWords(const char *text, const std::vector<atlas::Wording> &values)
{
    return {"insight::AcceptedFile", text, values};
}

/// What the file holds; nothing at all if there is none.
tl::expected<QByteArray, atlas::Wording> contentOf(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return QByteArray();
    QByteArray content;
    if (file.open(QIODevice::ReadOnly))
        content = file.readAll();
    if (file.error() != QFile::NoError)
        return FileProblem(
            fileWords(QT_TRANSLATE_NOOP("insight::AcceptedFile", "%1 cannot be opened: %2."),
                      {QDir::toNativeSeparators(path), file.errorString()}));
    return content;
}

atlas::Wording isNotUsed(const QString &path, const atlas::Wording &why)
{
    return fileWords(QT_TRANSLATE_NOOP("insight::AcceptedFile",
                                       "No finding is accepted, because %1 contains an error. %2"),
                     {QDir::toNativeSeparators(path), why});
}

atlas::Wording cannotBeAdded(const QString &path, const atlas::Wording &why)
{
    return fileWords(
        QT_TRANSLATE_NOOP("insight::AcceptedFile",
                          "The finding was not accepted, because nothing can be added to %1. %2"),
        {QDir::toNativeSeparators(path), why});
}

/// Two entries are parted by an empty line.
QByteArray withEntry(QByteArray content, const AcceptedEntry &entry)
{
    if (!content.isEmpty() && !content.endsWith('\n'))
        content += '\n';
    if (!content.isEmpty())
        content += '\n';
    return content + tomlOf(entry);
}

} // namespace

tl::expected<AcceptedFindings, atlas::Wording> AcceptedFile::load() const
{
    return contentOf(m_path).and_then([this](const QByteArray &content) {
        return AcceptedFindings::fromToml(content).map_error(
            [this](const atlas::Wording &why) { return isNotUsed(m_path, why); });
    });
}

tl::expected<void, atlas::Wording> AcceptedFile::add(const AcceptedEntry &entry) const
{
    if (const auto folder = base::makePrivateFolderFor(m_path); !folder)
        return FileProblem(cannotBeAdded(m_path, folder.error()));
    const base::PrivateFileLock lock(m_path);
    if (!lock.isHeld()) {
        return FileProblem(cannotBeAdded(
            m_path,
            fileWords(QT_TRANSLATE_NOOP(
                          "insight::AcceptedFile",
                          "Another Bucketscope window is writing to the file, or its folder is not "
                          "writable."),
                      {})));
    }
    const auto before = contentOf(m_path);
    if (!before)
        return FileProblem(cannotBeAdded(m_path, before.error()));
    // What people wrote may be valid and yet leave no place for one more table.
    const QByteArray after = withEntry(*before, entry);
    for (const QByteArray &content : {*before, after}) {
        if (const auto read = AcceptedFindings::fromToml(content); !read)
            return FileProblem(cannotBeAdded(m_path, read.error()));
    }
    return base::writePrivateFile(m_path, after).map_error([this](const QString &why) {
        return cannotBeAdded(m_path, why);
    });
}

} // namespace insight
