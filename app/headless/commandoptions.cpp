// SPDX-License-Identifier: Apache-2.0
#include "headless/commandoptions.h"

#include "headless/timespec.h"
#include "insight/health/rules.h"
#include "startup/options.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace headless {

namespace {

struct OptionTexts
{
    Q_DECLARE_TR_FUNCTIONS(headless::Command)
};

Option flag(OptionGroup group, const QString &name, const QString &text)
{
    return {QCommandLineOption(name, text), group, {}};
}

Option withValue(OptionGroup group, const QString &name, const QString &value, const QString &text)
{
    return {QCommandLineOption(name, text, value), group, {}};
}

Option withChoices(const QString &name, const QString &value, const QStringList &choices,
                   const QString &text)
{
    return {QCommandLineOption(name, text, value), OptionGroup::Result, choices};
}

QStringList severityWords()
{
    QStringList words;
    for (const auto severity :
         {insight::Severity::Critical, insight::Severity::Warning, insight::Severity::Info})
        words.append(insight::severityWord(severity));
    return words;
}

Option formatOption(Verb verb)
{
    QStringList words;
    const QList<FormatWord> formats = formatsOf(verb);
    for (const FormatWord &known : formats)
        words.append(known.word);
    const QStringList allButLast = words.first(words.size() - 1);
    return withChoices(CommandNames().format, u"FORMAT"_s, words,
                       OptionTexts::tr("Write the result as %1 or %2. The default is %3.")
                           .arg(allButLast.join(u", "_s), words.constLast(), words.constFirst()));
}

Option outputOption()
{
    return withValue(
        OptionGroup::Result, CommandNames().output, u"FILE"_s,
        OptionTexts::tr("Write to FILE instead of standard output. An existing file is "
                        "replaced at the end, or kept if the run fails."));
}

void addListOptions(QList<Option> &options)
{
    const CommandNames names;
    options.append(withValue(OptionGroup::Where, names.filter, u"WORDS"_s,
                             OptionTexts::tr("List only the buckets that match WORDS, as in the "
                                             "window’s filter: %1.")
                                 .arg(u"\"provider:aws ledger\""_s)));
    options.append(formatOption(Verb::List));
    options.append(outputOption());
}

void addCheckOptions(QList<Option> &options)
{
    const CommandNames names;
    const QStringList severities = severityWords();
    options.append(formatOption(Verb::Check));
    options.append(outputOption());
    options.append(withChoices(
        names.failOn, u"SEVERITY"_s, severities + QStringList(names.never),
        OptionTexts::tr("Exit with code 1 for findings of this severity or worse: %1 or %2. The "
                        "default is %3.")
            .arg(severities.join(u", "_s), names.never, severities.constFirst())));
    options.append(withValue(
        OptionGroup::Result, names.accepted, u"FILE"_s,
        OptionTexts::tr("Accept the findings in this TOML file. The default is accepted.toml, next "
                        "to the settings file.")));
}

void addChangesOptions(QList<Option> &options)
{
    const CommandNames names;
    options.append(withValue(
        OptionGroup::Result, names.since, u"TIME"_s,
        OptionTexts::tr("Compare with the reading at TIME: \"%1\", ISO 8601, or an age such as 36h "
                        "or 7d. The default is %1.")
            .arg(names.last)));
    options.append(formatOption(Verb::Changes));
}

void addRunOptions(QList<Option> &options)
{
    using Group = OptionGroup;
    const CommandNames names;
    options.append(flag(Group::Run, names.quiet,
                        OptionTexts::tr("Print only errors and security warnings to standard "
                                        "error.")));
    options.append(flag(Group::Run, names.noHistory,
                        OptionTexts::tr("Do not save loaded data on this computer.")));
    options.append(withValue(
        Group::Run, names.timeout, u"SECONDS"_s,
        OptionTexts::tr("Stop after SECONDS (%1 to %2), even if not everything is loaded.")
            .arg(QString::number(TimeLimit::Min), QString::number(TimeLimit::Max))));
    options.append({startup::languageOption(), Group::Run, {}});
    options.append({startup::helpOption(), Group::Run, {}});
}

} // namespace

QList<Option> optionsOf(Verb verb)
{
    QList<Option> options;
    const QList<QCommandLineOption> signIn = startup::signInOptions();
    for (const QCommandLineOption &option : signIn)
        options.append({option, OptionGroup::SignIn, {}});
    options.append(
        withValue(OptionGroup::Where, CommandNames().project, u"ID"_s,
                  OptionTexts::tr("Load only the project with this ID. Repeat the option "
                                  "for more projects.")));
    switch (verb) {
    case Verb::List:
        addListOptions(options);
        break;
    case Verb::Check:
        addCheckOptions(options);
        break;
    case Verb::Changes:
        addChangesOptions(options);
        break;
    }
    addRunOptions(options);
    return options;
}

QString purposeOf(Verb verb)
{
    switch (verb) {
    case Verb::List:
        return OptionTexts::tr(
            "List the snapshot export buckets of MongoDB Atlas projects. Read-only.");
    case Verb::Check:
        return OptionTexts::tr("Check the snapshot exports of MongoDB Atlas projects. Read-only.");
    case Verb::Changes:
        return OptionTexts::tr(
            "List what changed in the snapshot exports of MongoDB Atlas projects "
            "since an earlier reading. Read-only.");
    }
    Q_UNREACHABLE();
    return {};
}

QList<FormatWord> formatsOf(Verb verb)
{
    constexpr FormatWord json{Format::Json, "json"_L1};
    constexpr FormatWord text{Format::Text, "text"_L1};
    switch (verb) {
    case Verb::List:
        return {{Format::Csv, "csv"_L1},
                json,
                {Format::JsonLines, "ndjson"_L1},
                {Format::Markdown, "markdown"_L1}};
    case Verb::Check:
        return {text, json, {Format::OpenMetrics, "openmetrics"_L1}};
    case Verb::Changes:
        return {text, json};
    }
    Q_UNREACHABLE();
    return {};
}

} // namespace headless
