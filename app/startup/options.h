// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accounts/profiles/baseurl.h"
#include "accounts/settings/preferencevalues.h"

#include <QCommandLineOption>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

class QCommandLineParser;

namespace startup {

// What the command lines of all our programs have in common. Texts are in the language of the
// moment.

/// Options by which one says who signs in, and where; by which name they are asked for.
struct OptionNames
{
    QString profile = QStringLiteral("profile");
    QString baseUrl = QStringLiteral("base-url");
    QString caFile = QStringLiteral("ca-certificates");
    QString language = QStringLiteral("language");
    QString version = QStringLiteral("version");
    QString help = QStringLiteral("help");
};

/// `--profile`, `--base-url`, `--ca-certificates`.
QList<QCommandLineOption> signInOptions();
/// `--language`, and the words that it takes.
QCommandLineOption languageOption();
/// `--help`.
QCommandLineOption helpOption();

/// The error of a `parser` that did not understand `arguments`: one line.
QString refusalOf(const QCommandLineParser &parser, const QStringList &arguments);

/// Reads one option after the other and keeps the first thing that is wrong.
class OptionReader
{
public:
    /// `parser` has parsed, and must outlive this.
    explicit OptionReader(const QCommandLineParser &parser) : m_parser(parser) { }

    /// The first thing that is wrong: one line. Empty if nothing is.
    const QString &problem() const { return m_problem; }
    /// Something is wrong with an option.
    void fail(const QString &problem);

    /// As it was given; nothing without the option.
    std::optional<QString> text(const QString &option) const;
    /// Each time that it was given.
    QStringList texts(const QString &option) const;
    bool isSet(const QString &option) const;

    /// An ID of 24 hexadecimal digits, of either case.
    template<class Id>
    std::optional<Id> id(const QString &option)
    {
        const auto given = text(option);
        return given ? idIn<Id>(option, *given) : std::nullopt;
    }
    /// As id(), each time that it was given.
    template<class Id>
    QList<Id> ids(const QString &option)
    {
        QList<Id> all;
        const QStringList given = texts(option);
        for (const QString &one : given) {
            const auto id = idIn<Id>(option, one);
            if (id && !all.contains(*id))
                all.append(*id);
        }
        return all;
    }

    /// A whole number within Number's bounds.
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

    /// As it was given, but not empty; nothing without the option.
    std::optional<QString> fileName(const QString &option);
    std::optional<accounts::BaseUrl> baseUrl();
    /// Readable, and holds a certificate; empty without the option.
    QString caFile();
    std::optional<accounts::Language> language();

private:
    template<class Id>
    std::optional<Id> idIn(const QString &option, const QString &given)
    {
        const auto id = Id::fromHex(given.toLower());
        if (!id)
            fail(noId(option, given));
        return id;
    }
    static QString noId(const QString &option, const QString &given);
    static QString outOfRange(const QString &option, const QString &given, int least, int most);

    const QCommandLineParser &m_parser;
    QString m_problem;
};

/// The language that `parser` found asked for, whatever else is wrong.
std::optional<accounts::Language> languageIn(const QCommandLineParser &parser);

} // namespace startup
