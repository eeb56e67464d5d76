// SPDX-License-Identifier: Apache-2.0
#include "headless/commandhelp.h"

#include "headless/commandoptions.h"
#include "headless/exitcode.h"
#include "startup/helptext.h"
#include "startup/textcolumns.h"
#include "startup/variableshelp.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace headless {

namespace {

struct HelpText
{
    Q_DECLARE_TR_FUNCTIONS(headless::Help)
};

constexpr int OptionIndent = 2;
constexpr int TextIndent = 6;

QString headingOf(OptionGroup group)
{
    switch (group) {
    case OptionGroup::SignIn:
        return HelpText::tr("Sign-in:");
    case OptionGroup::Where:
        return HelpText::tr("What to load:");
    case OptionGroup::Result:
        return HelpText::tr("Result:");
    case OptionGroup::Run:
        return HelpText::tr("Other options:");
    }
    Q_UNREACHABLE();
    return {};
}

QString optionLines(const QList<Option> &options, OptionGroup group)
{
    QString lines = u'\n' + headingOf(group) + u'\n';
    for (const Option &option : options) {
        if (option.group == group)
            lines += startup::optionHelp(option.option);
    }
    return lines;
}

QString exitCodeLines(Verb verb)
{
    QString lines = u'\n' + HelpText::tr("Exit codes:") + u'\n';
    const QList<ExitCodeHelp> codes = exitCodesOf(verb);
    for (const ExitCodeHelp &help : codes)
        lines += startup::wrapped(help.code + u' ' + help.meaning, OptionIndent);
    return lines;
}

} // namespace

QString helpOf(Verb verb)
{
    QString help = startup::usageHelp(u"bucketscope %1 [OPTION]..."_s.arg(startup::wordOf(verb)))
        + startup::wrapped(purposeOf(verb), 0);
    const QList<Option> options = optionsOf(verb);
    for (const auto group :
         {OptionGroup::SignIn, OptionGroup::Where, OptionGroup::Result, OptionGroup::Run})
        help += optionLines(options, group);
    return help + startup::variablesHelp() + exitCodeLines(verb);
}

QString helpOfAll()
{
    QString help = startup::usageHelp(u"bucketscope COMMAND [OPTION]..."_s) + u'\n'
        + HelpText::tr("Commands without a window:") + u'\n';
    for (const startup::VerbWord &known : startup::verbWords)
        help += startup::wrapped(known.word, OptionIndent)
            + startup::wrapped(purposeOf(known.verb), TextIndent);
    return help + u'\n'
        + startup::wrapped(HelpText::tr("See \"%1\" for the options of a command.")
                               .arg(u"bucketscope COMMAND --help"_s),
                           0);
}

} // namespace headless
