// SPDX-License-Identifier: Apache-2.0
#include "ui/program/commandline.h"

#include "accounts/profiles/certificatefile.h"
#include "accounts/profiles/environmentprofile.h"
#include "accounts/settings/choices.h"
#include "ui/program/qtoptions.h"
#include "ui/program/variableshelp.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace ui {

namespace {

struct CommandLineText
{
    Q_DECLARE_TR_FUNCTIONS(ui::CommandLine)
};

const auto ProfileOption = u"profile"_s;
const auto BaseUrlOption = u"base-url"_s;
const auto ProjectOption = u"project"_s;
const auto BucketOption = u"bucket"_s;
const auto PageOption = u"page"_s;
const auto ItemsOption = u"items-per-page"_s;
const auto CaOption = u"ca-certificates"_s;
const auto LanguageOption = u"language"_s;
const auto VersionOption = u"version"_s;
const auto HelpOption = u"help"_s;

/// The words for the languages, as --language takes them, without that for the system's.
QStringList languageWords()
{
    QStringList words;
    for (const accounts::KnownLanguage &known : accounts::knownLanguages)
        words.append(known.code);
    return words;
}

void addOptions(QCommandLineParser &parser)
{
    parser.setSingleDashWordOptionMode(QCommandLineParser::ParseAsLongOptions);
    parser.setApplicationDescription(CommandLineText::tr(
        "Browse the snapshot export buckets of MongoDB Atlas projects. Read-only."));
    parser.addOptions({
        {ProfileOption, CommandLineText::tr("Sign in with the saved profile NAME."), u"NAME"_s},
        {BaseUrlOption,
         CommandLineText::tr("Use this Atlas base URL with credentials from the environment."),
         u"URL"_s},
        {ProjectOption, CommandLineText::tr("Open the project with this ID."), u"ID"_s},
        {BucketOption, CommandLineText::tr("Select the export bucket with this ID."), u"ID"_s},
        {PageOption, CommandLineText::tr("Open page N (first page: 1)."), u"N"_s},
        {ItemsOption, CommandLineText::tr("Show N buckets per page (1 to 500)."), u"N"_s},
        {CaOption, CommandLineText::tr("Also trust the CA certificates in this PEM file."),
         u"FILE"_s},
        {LanguageOption,
         CommandLineText::tr("Set the language: %1 or system.").arg(languageWords().join(", "_L1)),
         languageWords().join(u'|') + "|system"_L1},
        {VersionOption, CommandLineText::tr("Print the version.")},
        {{u"h"_s, HelpOption}, CommandLineText::tr("Print this help.")},
    });
}

/// Without dashes and value.
QString nameIn(const QString &argument)
{
    static const QRegularExpression dashes(u"^-+"_s);
    return argument.section(u'=', 0, 0).remove(dashes);
}

/// What QCommandLineParser does not understand, in this program's own words.
QString refusalOf(const QCommandLineParser &parser, const QStringList &arguments)
{
    const QStringList unknown = parser.unknownOptionNames();
    if (!unknown.isEmpty())
        return CommandLineText::tr("Unknown option \"%1\". See --help.").arg(unknown.constFirst());
    // Qt takes the next argument, whatever it is: a value can only be missing at the end.
    const QString &last = arguments.constLast();
    if (last.startsWith(u'-') && !last.contains(u'='))
        return CommandLineText::tr("--%1: enter a value. See --help.").arg(nameIn(last));
    const auto given =
        std::find_if(arguments.begin(), arguments.end(), [](const QString &argument) {
            const QString name = nameIn(argument);
            return name == VersionOption || name == HelpOption;
        });
    return given != arguments.end()
        ? CommandLineText::tr("--%1 takes no value. See --help.").arg(nameIn(*given))
        : parser.errorText();
}

/// Reads one option after the other and keeps the first thing that is wrong.
class Reader
{
public:
    explicit Reader(const QCommandLineParser &parser) : m_parser(parser) { }

    const QString &problem() const { return m_problem; }

    std::optional<QString> text(const QString &option) const
    {
        return m_parser.isSet(option) ? std::optional(m_parser.value(option)) : std::nullopt;
    }

    template<class Id>
    std::optional<Id> id(const QString &option)
    {
        const auto given = text(option);
        const auto id = given ? Id::fromHex(*given) : std::nullopt;
        if (given && !id)
            fail(QCoreApplication::translate("ui::CommandLine",
                                             "--%1: \"%2\" is not a 24-digit hexadecimal ID.")
                     .arg(option, *given));
        return id;
    }

    template<class Number>
    std::optional<Number> number(const QString &option)
    {
        const auto given = text(option);
        if (!given)
            return std::nullopt;
        bool isNumber = false;
        const int value = given->toInt(&isNumber);
        const auto number = isNumber ? Number::from(value) : std::nullopt;
        if (!number)
            fail(outOfRange(option, *given, Number::Min, Number::Max));
        return number;
    }

    std::optional<accounts::BaseUrl> baseUrl()
    {
        const auto given = text(BaseUrlOption);
        if (!given)
            return std::nullopt;
        const auto url = accounts::BaseUrl::parse(*given);
        if (!url) {
            fail(u"--%1: %2"_s.arg(BaseUrlOption, url.error()));
            return std::nullopt;
        }
        return *url;
    }

    QString caFile()
    {
        const auto given = text(CaOption);
        if (!given)
            return {};
        if (const auto problem = accounts::problemWithCertificateFile(*given))
            fail(u"--%1 %2: %3"_s.arg(CaOption, *given, *problem));
        return *given;
    }

    std::optional<accounts::Language> language()
    {
        const auto given = text(LanguageOption);
        const auto language =
            given ? accounts::choiceFromStoredText<accounts::Language>(*given) : std::nullopt;
        if (given && !language)
            fail(QCoreApplication::translate("ui::CommandLine",
                                             "--%1: use %2 or system (got \"%3\").")
                     .arg(LanguageOption, languageWords().join(", "_L1), *given));
        return language;
    }

private:
    static QString outOfRange(const QString &option, const QString &given, int least, int most)
    {
        if (most == std::numeric_limits<int>::max()) {
            return CommandLineText::tr("--%1: enter a whole number, %2 or more (got \"%3\").")
                .arg(option, QString::number(least), given);
        }
        return CommandLineText::tr("--%1: enter a whole number from %2 to %3 (got \"%4\").")
            .arg(option, QString::number(least), QString::number(most), given);
    }

    void fail(const QString &problem)
    {
        if (m_problem.isEmpty())
            m_problem = problem;
    }

    const QCommandLineParser &m_parser;
    QString m_problem;
};

CommandLine readOptions(Reader &reader)
{
    CommandLine line;
    line.profile = reader.text(ProfileOption);
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
        return tl::unexpected(refusalOf(parser, arguments));
    if (!parser.positionalArguments().isEmpty()) {
        return tl::unexpected(CommandLineText::tr("Unexpected argument \"%1\". See --help.")
                                  .arg(parser.positionalArguments().constFirst()));
    }
    Reader reader(parser);
    CommandLine line = readOptions(reader);
    line.wantsVersion = parser.isSet(VersionOption);
    line.wantsHelp = parser.isSet(HelpOption);
    if (!reader.problem().isEmpty() && !line.wantsVersion && !line.wantsHelp)
        return tl::unexpected(reader.problem());
    return line;
}

namespace {

QString whyNotKnown(const QString &name, const KnownProfiles &known)
{
    for (const accounts::BadProfile &bad : known.bad) {
        if (accounts::isSameProfileName(bad.name, name))
            return CommandLineText::tr("--profile: the profile \"%1\" cannot be used: %2")
                .arg(bad.name, bad.reason);
    }
    if (known.fileProblem)
        return CommandLineText::tr("--profile: the profile \"%1\" could not be loaded. %2")
            .arg(name, *known.fileProblem);
    return CommandLineText::tr("--profile: no profile is named \"%1\".").arg(name);
}

} // namespace

tl::expected<std::optional<accounts::Profile>, QString> profileToOpen(const CommandLine &line,
                                                                      const KnownProfiles &known)
{
    if (!line.profile)
        return known.first;
    QList<accounts::Profile> named = known.profiles;
    named.removeIf([&line](const accounts::Profile &profile) {
        return !accounts::isSameProfileName(profile.name, *line.profile);
    });
    if (named.size() == 1)
        return named.constFirst();
    if (!named.isEmpty())
        return tl::unexpected(
            CommandLineText::tr("--profile: more than one profile is named \"%1\". Rename one in "
                                "Settings.")
                .arg(*line.profile));
    if (accounts::isSameProfileName(*line.profile, accounts::environmentProfileName()))
        return tl::unexpected(
            CommandLineText::tr("--profile: there are no credentials in the environment."));
    return tl::unexpected(whyNotKnown(*line.profile, known));
}

std::optional<QString> addressProblem(const CommandLine &line,
                                      const std::optional<accounts::Profile> &profile)
{
    if (!line.baseUrl || !profile || profile->fromEnvironment || *line.baseUrl == profile->baseUrl)
        return std::nullopt;
    return CommandLineText::tr("--base-url: the profile \"%1\" can be used only with %2. Add a "
                               "profile for %3, or use credentials from the environment.")
        .arg(profile->name, profile->baseUrl.toString(), line.baseUrl->toString());
}

std::optional<accounts::Language> languageIn(const QStringList &arguments)
{
    QCommandLineParser parser;
    addOptions(parser);
    // Whatever else is wrong with them.
    parser.parse(withoutQtOptions(arguments));
    return accounts::choiceFromStoredText<accounts::Language>(parser.value(LanguageOption));
}

QString commandLineHelp()
{
    QCommandLineParser parser;
    addOptions(parser);
    // Qt puts the whole path there.
    return parser.helpText().replace(QCoreApplication::arguments().constFirst(), u"bucketscope"_s)
        + variablesHelp();
}

} // namespace ui
