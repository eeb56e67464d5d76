// SPDX-License-Identifier: Apache-2.0
#include "insight/history/historyproblem.h"

#include <QCoreApplication>
#include <QDir>

namespace insight {

namespace {

const char *problemText(HistoryProblem::Kind kind)
{
    switch (kind) {
    case HistoryProblem::Kind::Newer:
        return QT_TRANSLATE_NOOP("insight::HistoryProblem",
                                 "The readings in %1 were saved by a newer version of Bucketscope. "
                                 "They remain unchanged, and no readings are added.");
    case HistoryProblem::Kind::Broken:
        return QT_TRANSLATE_NOOP("insight::HistoryProblem",
                                 "The readings in %1 were damaged. The file was renamed to end in "
                                 ".broken, and a new file was created.");
    case HistoryProblem::Kind::Locked:
        return QT_TRANSLATE_NOOP("insight::HistoryProblem",
                                 "Another Bucketscope process is writing to %1. This reading was "
                                 "not saved.");
    case HistoryProblem::Kind::Full:
        return QT_TRANSLATE_NOOP("insight::HistoryProblem",
                                 "The disk is full: this reading was not saved in %1.");
    case HistoryProblem::Kind::Unusable:
        return QT_TRANSLATE_NOOP("insight::HistoryProblem", "Readings cannot be saved in %1: %2.");
    }
    Q_UNREACHABLE();
    return nullptr;
}

/// The sentence around it has one.
QString withoutFullStop(const QString &detail)
{
    return detail.endsWith(u'.') ? detail.chopped(1) : detail;
}

} // namespace

HistoryProblem historyProblem(HistoryProblem::Kind kind, const QString &path, const QString &detail)
{
    return {kind,
            {"insight::HistoryProblem",
             problemText(kind),
             {QDir::toNativeSeparators(path), withoutFullStop(detail)}}};
}

} // namespace insight
