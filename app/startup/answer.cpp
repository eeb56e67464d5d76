// SPDX-License-Identifier: Apache-2.0
#include "startup/answer.h"

#include <QCoreApplication>

#include <cstdio>

namespace startup {

namespace {

struct AnswerText
{
    Q_DECLARE_TR_FUNCTIONS(startup::Answer)
};

} // namespace

QString outputProblem(const QString &reason)
{
    return AnswerText::tr("Standard output cannot be written: %1.").arg(reason);
}

std::optional<QString> printAnswer(const QString &text)
{
    if (std::fputs(text.toLocal8Bit().constData(), stdout) >= 0 && std::fflush(stdout) == 0)
        return std::nullopt;
    return outputProblem(qt_error_string());
}

} // namespace startup
