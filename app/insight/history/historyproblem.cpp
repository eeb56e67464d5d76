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
                                 "The readings in %1 were kept by a newer Bucketscope. They are "
                                 "left as they are, and none is added.");
    case HistoryProblem::Kind::Broken:
        return QT_TRANSLATE_NOOP("insight::HistoryProblem",
                                 "The readings in %1 were damaged. The file was renamed to end in "
                                 ".broken, and a new one was begun.");
    case HistoryProblem::Kind::Locked:
        return QT_TRANSLATE_NOOP("insight::HistoryProblem",
                                 "Another Bucketscope is writing %1. This reading was not kept.");
    case HistoryProblem::Kind::Full:
        return QT_TRANSLATE_NOOP("insight::HistoryProblem",
                                 "The disk is full: this reading was not kept in %1.");
    case HistoryProblem::Kind::Unusable:
        return QT_TRANSLATE_NOOP("insight::HistoryProblem", "Readings cannot be kept in %1: %2.");
    }
    Q_UNREACHABLE();
    return nullptr;
}

} // namespace

HistoryProblem historyProblem(HistoryProblem::Kind kind, const QString &path, const QString &detail)
{
    return {
        kind,
        {"insight::HistoryProblem", problemText(kind), {QDir::toNativeSeparators(path), detail}}};
}

} // namespace insight
