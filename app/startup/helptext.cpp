// SPDX-License-Identifier: Apache-2.0
#include "startup/helptext.h"

#include "startup/textcolumns.h"

#include <QCommandLineOption>
#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace startup {

namespace {

struct HelpText
{
    Q_DECLARE_TR_FUNCTIONS(startup::HelpText)
};

constexpr int OptionIndent = 2;
constexpr int DescriptionIndent = 6;

/// `-h, --help`, `--profile NAME`.
QString spelled(const QCommandLineOption &option)
{
    QStringList names;
    const QStringList all = option.names();
    for (const QString &name : all)
        names.append((name.size() == 1 ? u"-"_s : u"--"_s) + name);
    QString text = names.join(u", "_s);
    if (!option.valueName().isEmpty())
        text += u' ' + option.valueName();
    return text;
}

} // namespace

QString usageHelp(const QString &command)
{
    return HelpText::tr("Usage: %1").arg(command) + u'\n';
}

QString argumentHelp(const QString &name, const QString &description)
{
    return wrapped(name, OptionIndent) + wrapped(description, DescriptionIndent);
}

QString optionHelp(const QCommandLineOption &option)
{
    return argumentHelp(spelled(option), option.description());
}

} // namespace startup
