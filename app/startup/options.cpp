// SPDX-License-Identifier: Apache-2.0
#include "startup/options.h"

#include "accounts/profiles/certificatefile.h"
#include "accounts/settings/choices.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace startup {

namespace {

struct OptionText
{
    Q_DECLARE_TR_FUNCTIONS(startup::Options)
};

/// The words for the languages, as --language takes them, without that for the system's.
QStringList languageWords()
{
    QStringList words;
    for (const accounts::KnownLanguage &known : accounts::knownLanguages)
        words.append(known.code);
    return words;
}

/// Without dashes and value.
QString nameIn(const QString &argument)
{
    static const QRegularExpression dashes(u"^-+"_s);
    return argument.section(u'=', 0, 0).remove(dashes);
}

} // namespace

QList<QCommandLineOption> signInOptions()
{
    const OptionNames names;
    return {
        {names.profile, OptionText::tr("Sign in with the saved profile NAME."), u"NAME"_s},
        {names.baseUrl,
         OptionText::tr("Use this Atlas base URL with credentials from the environment."),
         u"URL"_s},
        {names.caFile, OptionText::tr("Also trust the CA certificates in this PEM file."),
         u"FILE"_s},
    };
}

QCommandLineOption languageOption()
{
    return {OptionNames().language,
            OptionText::tr("Set the language: %1 or system.").arg(languageWords().join(", "_L1)),
            languageWords().join(u'|') + "|system"_L1};
}

QCommandLineOption helpOption()
{
    return {{u"h"_s, OptionNames().help}, OptionText::tr("Print this help.")};
}

QString refusalOf(const QCommandLineParser &parser, const QStringList &arguments)
{
    const QStringList unknown = parser.unknownOptionNames();
    if (!unknown.isEmpty())
        return OptionText::tr("Unknown option \"%1\". See --help.").arg(unknown.constFirst());
    // Qt takes the next argument, whatever it is: a value can only be missing at the end.
    const QString &last = arguments.constLast();
    if (last.startsWith(u'-') && !last.contains(u'='))
        return OptionText::tr("--%1: enter a value. See --help.").arg(nameIn(last));
    const auto given =
        std::find_if(arguments.begin(), arguments.end(), [&parser](const QString &argument) {
            return argument.startsWith(u'-') && argument.contains(u'=')
                && parser.errorText().contains(argument.section(u'=', 0, 0));
        });
    return given != arguments.end()
        ? OptionText::tr("--%1 takes no value. See --help.").arg(nameIn(*given))
        : parser.errorText();
}

void OptionReader::fail(const QString &problem)
{
    if (m_problem.isEmpty())
        m_problem = problem;
}

std::optional<QString> OptionReader::text(const QString &option) const
{
    return m_parser.isSet(option) ? std::optional(m_parser.value(option)) : std::nullopt;
}

QStringList OptionReader::texts(const QString &option) const
{
    return m_parser.values(option);
}

bool OptionReader::isSet(const QString &option) const
{
    return m_parser.isSet(option);
}

std::optional<QString> OptionReader::fileName(const QString &option)
{
    auto given = text(option);
    if (given && given->isEmpty()) {
        fail(OptionText::tr("--%1: enter a file name.").arg(option));
        return std::nullopt;
    }
    return given;
}

std::optional<accounts::BaseUrl> OptionReader::baseUrl()
{
    const QString option = OptionNames().baseUrl;
    const auto given = text(option);
    if (!given)
        return std::nullopt;
    const auto url = accounts::BaseUrl::parse(*given);
    if (!url) {
        fail(u"--%1: %2"_s.arg(option, url.error()));
        return std::nullopt;
    }
    return *url;
}

QString OptionReader::caFile()
{
    const QString option = OptionNames().caFile;
    const auto given = fileName(option);
    if (!given)
        return {};
    if (const auto problem = accounts::problemWithCertificateFile(*given))
        fail(u"--%1 %2: %3"_s.arg(option, *given, *problem));
    return *given;
}

std::optional<accounts::Language> OptionReader::language()
{
    const QString option = OptionNames().language;
    const auto given = text(option);
    const auto language =
        given ? accounts::choiceFromStoredText<accounts::Language>(*given) : std::nullopt;
    if (given && !language)
        fail(OptionText::tr("--%1: use %2 or system (got \"%3\").")
                 .arg(option, languageWords().join(", "_L1), *given));
    return language;
}

QString OptionReader::noId(const QString &option, const QString &given)
{
    return OptionText::tr("--%1: \"%2\" is not a 24-digit hexadecimal ID.").arg(option, given);
}

QString OptionReader::outOfRange(const QString &option, const QString &given, int least, int most)
{
    if (most == std::numeric_limits<int>::max()) {
        return OptionText::tr("--%1: enter a whole number, %2 or more (got \"%3\").")
            .arg(option, QString::number(least), given);
    }
    return OptionText::tr("--%1: enter a whole number from %2 to %3 (got \"%4\").")
        .arg(option, QString::number(least), QString::number(most), given);
}

std::optional<accounts::Language> languageIn(const QCommandLineParser &parser)
{
    return accounts::choiceFromStoredText<accounts::Language>(parser.value(OptionNames().language));
}

} // namespace startup
