// SPDX-License-Identifier: Apache-2.0
#include "share/report/exportname.h"

#include <QDir>
#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace share {

namespace {

/// Leaves room for the rest within the 255 bytes that a name may have, four to a character.
constexpr qsizetype LongestProject = 40;

QString asPartOfName(const QString &project)
{
    static const QRegularExpression others(u"[^\\p{L}\\p{M}\\p{N}._]+"_s);
    static const QRegularExpression edges(u"^[-.]+|[-.]+$"_s);
    // They match nowhere in a text with half a surrogate pair, which JSON can spell.
    QString name = QString::fromUtf8(project.toUtf8());
    name.replace(others, u"-"_s).remove(edges).truncate(LongestProject);
    if (!name.isEmpty() && name.back().isHighSurrogate())
        name.chop(1);
    return name.isEmpty() ? u"all"_s : name;
}

} // namespace

QString suggestedExportName(const QString &project, QDate day, ExportExtent extent,
                            ExportFormat format)
{
    return "export-buckets-"_L1 + asPartOfName(project) + u'-' + day.toString(Qt::ISODate)
        + (extent == ExportExtent::Part ? "-part."_L1 : "."_L1) + suffixOf(format);
}

QString withSuffixOf(ExportFormat format, ExportFormat before, const QString &path)
{
    const QString suffix = u'.' + suffixOf(before);
    if (!path.endsWith(suffix, Qt::CaseInsensitive))
        return path;
    return path.chopped(suffix.size()) + u'.' + suffixOf(format);
}

QString absoluteExportPath(const QString &path, const QString &folder)
{
    const QString typed = QDir::fromNativeSeparators(path.trimmed());
    if (typed.isEmpty())
        return {};
    const bool isAtHome = typed == u'~' || typed.startsWith("~/"_L1);
    const QString whole = isAtHome ? QDir::homePath() + typed.sliced(1) : typed;
    // What ends in a slash is a folder; cleanPath() would hide that.
    const QString end = whole.endsWith(u'/') ? u"/"_s : QString();
    return QDir::cleanPath(QDir(folder).absoluteFilePath(whole)) + end;
}

} // namespace share
