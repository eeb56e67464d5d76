// SPDX-License-Identifier: Apache-2.0
#include "folders.h"

#include <QMap>
#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace folders {

namespace {

/// How many files each folder has, without those of folders in it.
QMap<QString, int> sizes(const QStringList &files)
{
    QMap<QString, int> sizes;
    for (const QString &file : files)
        ++sizes[file.section(u'/', 0, -2)];
    return sizes;
}

QStringList foldersWithLine(const QString &text)
{
    static const QRegularExpression line(u"^    ([a-z/]+)/ +— \\S"_s,
                                         QRegularExpression::MultilineOption);
    QStringList folders;
    for (auto match = line.globalMatch(text); match.hasNext();)
        folders.append(match.next().captured(1));
    return folders;
}

} // namespace

QStringList crowded(const QStringList &files, int most, const QStringList &known)
{
    const QMap<QString, int> counted = sizes(files);
    QStringList faults;
    for (auto it = counted.begin(); it != counted.end(); ++it) {
        if (it.value() > most && !known.contains(it.key()))
            faults.append(u"%1 has %2 files"_s.arg(it.key()).arg(it.value()));
    }
    for (const QString &folder : known) {
        if (counted.value(folder) <= most)
            faults.append(u"%1 is no longer crowded: say so"_s.arg(folder));
    }
    return faults;
}

QStringList withoutSentence(const QStringList &files, const QString &text)
{
    const QStringList folders = sizes(files).keys();
    const QStringList named = foldersWithLine(text);
    QStringList faults;
    for (const QString &folder : folders) {
        if (named.count(folder) != 1)
            faults.append(u"%1 has %2 lines"_s.arg(folder).arg(named.count(folder)));
    }
    for (const QString &folder : named) {
        if (!folders.contains(folder))
            faults.append(u"%1 is not there"_s.arg(folder));
    }
    return faults;
}

} // namespace folders
