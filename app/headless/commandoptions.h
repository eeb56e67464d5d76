// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "headless/format.h"

#include <QCommandLineOption>
#include <QLatin1StringView>
#include <QList>
#include <QString>
#include <QStringList>

namespace headless {

/// Under which heading of the help an option stands.
enum class OptionGroup : quint8 { SignIn, Where, Result, Run };

/// An option of a verb, and all that is to be said of it: parsing and help are loops over these.
struct Option
{
    QCommandLineOption option;
    OptionGroup group = OptionGroup::Result;
    /// The words that it takes; empty if it takes others.
    QStringList choices{};
};

/// The options of a verb, in the order of its help; texts in the language of the moment.
QList<Option> optionsOf(Verb verb);

/// What a verb does, in a sentence.
QString purposeOf(Verb verb);

/// A format and the word for it.
struct FormatWord
{
    Format format = Format::Json;
    QLatin1StringView word{};
};

/// The formats of a verb's result, its usual one first.
QList<FormatWord> formatsOf(Verb verb);

/// The names of options that are not every program's.
struct CommandNames
{
    QString project = QStringLiteral("project");
    QString quiet = QStringLiteral("quiet");
    QString noHistory = QStringLiteral("no-history");
    QString timeout = QStringLiteral("timeout");
    QString format = QStringLiteral("format");
    QString output = QStringLiteral("output");
    QString filter = QStringLiteral("filter");
    QString failOn = QStringLiteral("fail-on");
    QString accepted = QStringLiteral("accepted");
    QString since = QStringLiteral("since");
    /// Words among the values.
    QString never = QStringLiteral("never");
    QString last = QStringLiteral("last");
};

} // namespace headless
