// SPDX-License-Identifier: Apache-2.0
#include "headless/command.h"

#include "headless/commandoptions.h"
#include "headless/timespec.h"
#include "insight/health/rules.h"
#include "startup/options.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

using namespace Qt::Literals::StringLiterals;

namespace headless {

namespace {

using startup::OptionReader;

struct CommandText
{
    Q_DECLARE_TR_FUNCTIONS(headless::Command)
};

void prepare(QCommandLineParser &parser, Verb verb)
{
    parser.setSingleDashWordOptionMode(QCommandLineParser::ParseAsLongOptions);
    const QList<Option> options = optionsOf(verb);
    for (const Option &option : options)
        parser.addOption(option.option);
}

/// The word given for an option that takes some alone; nothing without it, or if it is none.
std::optional<QString> choiceIn(OptionReader &reader, Verb verb, const QString &name)
{
    auto given = reader.text(name);
    if (!given)
        return std::nullopt;
    const QList<Option> options = optionsOf(verb);
    for (const Option &option : options) {
        if (!option.option.names().contains(name) || option.choices.contains(*given))
            continue;
        reader.fail(CommandText::tr("--%1: use one of %2 (got \"%3\").")
                        .arg(name, option.choices.join(u", "_s), *given));
        return std::nullopt;
    }
    return given;
}

Format readFormat(OptionReader &reader, Verb verb)
{
    const QList<FormatWord> formats = formatsOf(verb);
    const auto word = choiceIn(reader, verb, CommandNames().format);
    for (const FormatWord &known : formats) {
        if (word == known.word)
            return known.format;
    }
    return formats.constFirst().format;
}

std::optional<insight::Severity> readFailOn(OptionReader &reader)
{
    const CommandNames names;
    const auto word = choiceIn(reader, Verb::Check, names.failOn);
    if (word == names.never)
        return std::nullopt;
    for (const auto severity : {insight::Severity::Warning, insight::Severity::Info}) {
        if (word == insight::severityWord(severity))
            return severity;
    }
    return insight::Severity::Critical;
}

std::optional<QDateTime> readSince(OptionReader &reader, const QDateTime &now)
{
    const CommandNames names;
    const auto given = reader.text(names.since);
    if (!given || *given == names.last)
        return std::nullopt;
    auto time = timeNamed(*given, now);
    if (!time)
        reader.fail(CommandText::tr("--%1: use %2, an ISO 8601 time, or an age such as 36h or 7d "
                                    "(got \"%3\").")
                        .arg(names.since, names.last, *given));
    return time;
}

/// Absolute; empty without the option.
QString readPath(OptionReader &reader, const QString &name)
{
    const auto given = reader.fileName(name);
    return given ? QDir::current().absoluteFilePath(*given) : QString();
}

QString readAcceptedPath(OptionReader &reader)
{
    const QString name = CommandNames().accepted;
    QString path = readPath(reader, name);
    // The usual file may be missing; one that is named may not.
    const QFileInfo file(path);
    if (path.isEmpty() || file.isFile())
        return path;
    if (file.isDir())
        reader.fail(CommandText::tr("--%1: %2 is a folder. Enter a file name.").arg(name, path));
    else if (file.exists())
        reader.fail(CommandText::tr("--%1: %2 is not a regular file.").arg(name, path));
    else
        reader.fail(CommandText::tr("--%1: the file %2 does not exist.").arg(name, path));
    return path;
}

Command readOptions(OptionReader &reader, Verb verb, const QDateTime &now)
{
    const CommandNames names;
    Command command;
    command.verb = verb;
    command.profile = reader.text(startup::OptionNames().profile);
    command.baseUrl = reader.baseUrl();
    command.caFile = reader.caFile();
    command.language = reader.language().value_or(accounts::Language::System);
    command.projects = reader.ids<atlas::ProjectId>(names.project);
    command.isQuiet = reader.isSet(names.quiet);
    command.keepsHistory = !reader.isSet(names.noHistory);
    if (const auto timeout = reader.number<TimeLimit>(names.timeout))
        command.timeout = std::chrono::seconds(timeout->value());
    command.format = readFormat(reader, verb);
    switch (verb) {
    case Verb::List:
        command.filter = reader.text(names.filter).value_or(QString()).trimmed();
        command.outputPath = readPath(reader, names.output);
        break;
    case Verb::Check:
        command.outputPath = readPath(reader, names.output);
        command.failOn = readFailOn(reader);
        command.acceptedPath = readAcceptedPath(reader);
        break;
    case Verb::Changes:
        command.since = readSince(reader, now);
        break;
    }
    return command;
}

QStringList withoutVerb(QStringList arguments)
{
    arguments.removeAt(1);
    return arguments;
}

std::optional<Verb> verbOf(const QStringList &arguments)
{
    return arguments.size() > 1 ? startup::verbIn(arguments.at(1)) : std::nullopt;
}

QString noVerb()
{
    QStringList words;
    for (const startup::VerbWord &known : startup::verbWords)
        words.append(known.word);
    return CommandText::tr("Start with a command: %1. See --help.").arg(words.join(u", "_s));
}

} // namespace

tl::expected<Command, QString> parseCommand(const QStringList &arguments, const QDateTime &now)
{
    const auto verb = verbOf(arguments);
    if (!verb)
        return tl::unexpected(noVerb());
    QCommandLineParser parser;
    prepare(parser, *verb);
    const QStringList options = withoutVerb(arguments);
    if (!parser.parse(options))
        return tl::unexpected(startup::refusalOf(parser, options));
    OptionReader reader(parser);
    if (reader.isSet(startup::OptionNames().help)) {
        Command help;
        help.verb = *verb;
        help.wantsHelp = true;
        return help;
    }
    if (!parser.positionalArguments().isEmpty()) {
        return tl::unexpected(CommandText::tr("Unexpected argument \"%1\". See --help.")
                                  .arg(parser.positionalArguments().constFirst()));
    }
    const Command command = readOptions(reader, *verb, now);
    if (!reader.problem().isEmpty())
        return tl::unexpected(reader.problem());
    return command;
}

std::optional<accounts::Language> languageIn(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setSingleDashWordOptionMode(QCommandLineParser::ParseAsLongOptions);
    const auto verb = verbOf(arguments);
    if (verb)
        prepare(parser, *verb);
    else
        parser.addOption(startup::languageOption());
    // Whatever else is wrong with them.
    parser.parse(verb ? withoutVerb(arguments) : arguments);
    return startup::languageIn(parser);
}

} // namespace headless
