// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QStringList>

namespace testsupport {

/// One text of a .ts file.
struct TranslatedMessage
{
    QString context;
    QString source;
    /// One; with plurals, one a form.
    QStringList translations;
    bool isFinished = true;
};

/// Nothing if there is no such file.
QList<TranslatedMessage> readTranslationFile(const QString &path);

} // namespace testsupport
