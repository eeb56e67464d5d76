// SPDX-License-Identifier: Apache-2.0
#include "optiontexts.h"

#include "startup/options.h"
#include "ui/program/commandline.h"

using namespace Qt::Literals::StringLiterals;

namespace packaging {

QList<headless::Option> windowOptions()
{
    QList<headless::Option> options;
    const QList<QCommandLineOption> all = ui::commandLineOptions();
    for (const QCommandLineOption &option : all)
        options.append({option, headless::OptionGroup::Run, {}});
    return options;
}

QList<headless::Option> optionsWithoutVerb()
{
    const startup::OptionNames names;
    QList<headless::Option> options = windowOptions();
    options.removeIf([&names](const headless::Option &option) {
        const QString &name = option.option.names().constLast();
        return name != names.version && name != names.help;
    });
    return options;
}

QString longName(const QCommandLineOption &option)
{
    return u"--"_s + option.names().constLast();
}

QStringList choicesOf(const headless::Option &option)
{
    const QString value = option.option.valueName();
    if (!option.choices.isEmpty() || !value.contains(u'|'))
        return option.choices;
    return value.split(u'|');
}

bool takesFile(const QCommandLineOption &option)
{
    return option.valueName() == u"FILE";
}

bool isRepeated(const QCommandLineOption &option)
{
    return option.names().contains(headless::CommandNames().project);
}

} // namespace packaging
