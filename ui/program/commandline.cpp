// SPDX-License-Identifier: Apache-2.0
#include "ui/program/commandline.h"

#include "startup/helptext.h"
#include "startup/options.h"
#include "startup/textcolumns.h"
#include "startup/variableshelp.h"
#include "startup/verb.h"
#include "ui/program/link.h"
#include "ui/program/qtoptions.h"

#include <QCommandLineParser>
#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace ui {

namespace {

struct CommandLineText
{
    Q_DECLARE_TR_FUNCTIONS(ui::CommandLine)
};

const auto ProjectOption = u"project"_s;
const auto BucketOption = u"bucket"_s;
const auto PageOption = u"page"_s;
const auto ItemsOption = u"items-per-page"_s;

void addOptions(QCommandLineParser &parser)
{
    parser.setSingleDashWordOptionMode(QCommandLineParser::ParseAsLongOptions);
    parser.addOptions(commandLineOptions());
}

CommandLine readOptions(startup::OptionReader &reader)
{
    CommandLine line;
    line.profile = reader.text(startup::OptionNames().profile);
    line.baseUrl = reader.baseUrl();
    line.project = reader.id<atlas::ProjectId>(ProjectOption);
    line.bucket = reader.id<atlas::BucketId>(BucketOption);
    line.page = reader.number<atlas::PageNumber>(PageOption).value_or(atlas::PageNumber());
    line.itemsPerPage = reader.number<atlas::ItemsPerPage>(ItemsOption);
    line.caFile = reader.caFile();
    line.language = reader.language();
    return line;
}

} // namespace

QString purpose()
{
    return CommandLineText::tr(
        "Browse the snapshot export buckets of MongoDB Atlas projects. Read-only.");
}

QString linkPurpose()
{
    return CommandLineText::tr("Open the project, or select the bucket, of a link such as "
                               "bucketscope://project/ID/bucket/ID.");
}

QList<QCommandLineOption> commandLineOptions()
{
    const QList<QCommandLineOption> signIn = startup::signInOptions();
    return {
        signIn.at(0),
        signIn.at(1),
        {ProjectOption, CommandLineText::tr("Open the project with this ID."), u"ID"_s},
        {BucketOption, CommandLineText::tr("Select the export bucket with this ID."), u"ID"_s},
        {PageOption, CommandLineText::tr("Open page N (first page: 1)."), u"N"_s},
        {ItemsOption, CommandLineText::tr("Show N buckets per page (1 to 500)."), u"N"_s},
        signIn.at(2),
        startup::languageOption(),
        {startup::OptionNames().version, CommandLineText::tr("Print the version.")},
        startup::helpOption(),
    };
}

accounts::PreferenceValues CommandLine::over(accounts::PreferenceValues saved) const
{
    saved.itemsPerPage = itemsPerPage.value_or(saved.itemsPerPage);
    saved.language = language.value_or(saved.language);
    return saved;
}

void CommandLine::yieldTo(const accounts::PreferenceValues &before,
                          const accounts::PreferenceValues &now)
{
    if (now.language != before.language)
        language.reset();
    if (now.itemsPerPage != before.itemsPerPage)
        itemsPerPage.reset();
}

tl::expected<CommandLine, QString> parseCommandLine(const QStringList &arguments)
{
    QCommandLineParser parser;
    addOptions(parser);
    if (!parser.parse(withoutQtOptions(arguments)))
        return tl::unexpected(startup::refusalOf(parser, arguments));
    const QStringList others = parser.positionalArguments();
    const auto link = linkIn(others.value(0));
    const qsizetype understood = link ? 1 : 0;
    if (others.size() > understood) {
        return tl::unexpected(CommandLineText::tr("Unexpected argument \"%1\". See --help.")
                                  .arg(others.at(understood)));
    }
    startup::OptionReader reader(parser);
    const startup::OptionNames names;
    CommandLine line = readOptions(reader);
    if (link) {
        line.project = link->project;
        line.bucket = link->bucket;
        if (parser.optionNames().isEmpty())
            line.onlyLink = link;
    }
    line.wantsVersion = parser.isSet(names.version);
    line.wantsHelp = parser.isSet(names.help);
    if (!reader.problem().isEmpty() && !line.wantsVersion && !line.wantsHelp)
        return tl::unexpected(reader.problem());
    return line;
}

std::optional<accounts::Language> languageIn(const QStringList &arguments)
{
    QCommandLineParser parser;
    addOptions(parser);
    // Whatever else is wrong with them.
    parser.parse(withoutQtOptions(arguments));
    return startup::languageIn(parser);
}

namespace {

QString verbsHelp()
{
    QStringList words;
    for (const startup::VerbWord &known : startup::verbWords)
        words.append(known.word);
    return u'\n'
        + startup::wrapped(CommandLineText::tr(
                               "Without a window: bucketscope %1. See \"bucketscope %2 --help\".")
                               .arg(words.join(u'|'), words.constFirst()),
                           0);
}

} // namespace

QString commandLineHelp()
{
    QString help = startup::usageHelp(u"bucketscope [OPTION]... [LINK]"_s)
        + startup::wrapped(purpose(), 0) + u'\n' + CommandLineText::tr("Options:") + u'\n';
    const QList<QCommandLineOption> options = commandLineOptions();
    for (const QCommandLineOption &option : options)
        help += startup::optionHelp(option);
    return help + startup::argumentHelp(u"LINK"_s, linkPurpose()) + startup::variablesHelp()
        + verbsHelp();
}

} // namespace ui
