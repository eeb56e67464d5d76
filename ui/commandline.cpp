// SPDX-License-Identifier: Apache-2.0
#include "ui/commandline.h"

#include "accounts/certificatefile.h"

#include <QCommandLineParser>
#include <QCoreApplication>

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

void addOptions(QCommandLineParser &parser)
{
    parser.setApplicationDescription(CommandLineText::tr(
        "Shows the export buckets of MongoDB Atlas projects. Reads and never writes."));
    parser.addOptions({
        {ProfileOption, CommandLineText::tr("Open this saved profile."), u"NAME"_s},
        {BaseUrlOption,
         CommandLineText::tr("Send credentials from the environment to Atlas at this address."),
         u"URL"_s},
        {ProjectOption, CommandLineText::tr("Open this project."), u"ID"_s},
        {BucketOption, CommandLineText::tr("Select this export bucket."), u"ID"_s},
        {PageOption, CommandLineText::tr("Open this page, counted from 1."), u"N"_s},
        {ItemsOption, CommandLineText::tr("Show this many buckets a page, 1 to 500."), u"N"_s},
        {CaOption, CommandLineText::tr("Trust the certificates in this PEM file too."), u"FILE"_s},
        {LanguageOption, CommandLineText::tr("Speak en, ko, or the system's language."),
         u"en|ko|system"_s},
        {VersionOption, CommandLineText::tr("Print the version.")},
        {{u"h"_s, HelpOption}, CommandLineText::tr("Print this help.")},
    });
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
                                             "--%1: an ID has 24 digits, 0–9 and a–f, not \"%2\".")
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
            fail(QCoreApplication::translate("ui::CommandLine",
                                             "--%1: a whole number from %2 to %3, not \"%4\".")
                     .arg(option, QString::number(Number::Min), QString::number(Number::Max),
                          *given));
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
        const auto language = given ? accounts::languageFromStoredText(*given) : std::nullopt;
        if (given && !language)
            fail(QCoreApplication::translate("ui::CommandLine",
                                             "--%1: en, ko or system, not \"%2\".")
                     .arg(LanguageOption, *given));
        return language;
    }

private:
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

tl::expected<CommandLine, QString> parseCommandLine(const QStringList &arguments)
{
    QCommandLineParser parser;
    addOptions(parser);
    if (!parser.parse(arguments))
        return tl::unexpected(parser.errorText());
    if (!parser.positionalArguments().isEmpty()) {
        return tl::unexpected(CommandLineText::tr("\"%1\" is not an option. Try --help.")
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

std::optional<QString> addressProblem(const CommandLine &line,
                                      const std::optional<accounts::Profile> &profile)
{
    if (!line.baseUrl || !profile || profile->fromEnvironment || *line.baseUrl == profile->baseUrl)
        return std::nullopt;
    return CommandLineText::tr("--base-url: the profile \"%1\" belongs to %2; its secret is sent "
                               "nowhere else. Add a profile for %3, or use credentials from the "
                               "environment.")
        .arg(profile->name, profile->baseUrl.toString(), line.baseUrl->toString());
}

QString commandLineHelp()
{
    QCommandLineParser parser;
    addOptions(parser);
    return parser.helpText();
}

} // namespace ui
