// SPDX-License-Identifier: Apache-2.0
#include "helppage.h"

#include "accounts/settings/choices.h"
#include "helpfacts.h"
#include "insight/health/rules.h"
#include "markup.h"

#include <QDir>
#include <QFile>
#include <QHash>
#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace packaging {

namespace {

tl::expected<QString, QString> textOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return tl::unexpected(QString(path + u": "_s + file.errorString()));
    return QString::fromUtf8(file.readAll());
}

/// Addresses outside, by what the prose calls them.
QHash<QString, QString> linksIn(const QString &text)
{
    QHash<QString, QString> links;
    const QStringList lines = text.split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        if (!line.startsWith(u'#'))
            links.insert(line.section(u' ', 0, 0), line.section(u' ', 1));
    }
    return links;
}

/// A link to each part of the page.
QString contentsOf(const QString &markdown)
{
    static const QRegularExpression part(u"^## (.*) \\{#(?!contents)(.*)\\}$"_s,
                                         QRegularExpression::MultilineOption);
    QString html = u"<nav>\n<ul>\n"_s;
    for (auto matches = part.globalMatch(markdown); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        html += u"<li><a href=\"#%1\">%2</a></li>\n"_s.arg(match.captured(2), match.captured(1));
    }
    return html + u"</ul>\n</nav>\n"_s;
}

QString linkTo(const accounts::Choice<accounts::Language> &language)
{
    return u"<a href=\"../%1/index.html\" lang=\"%1\" hreflang=\"%1\">%2</a>"_s.arg(
        language.word, accounts::nameOf(language));
}

QString languagesBut(const accounts::KnownLanguage &language)
{
    QStringList links;
    for (const auto &choice : accounts::languageChoices) {
        if (choice.value != accounts::Language::System && choice.value != language.language)
            links.append(linkTo(choice));
    }
    return links.join(u" · "_s);
}

QString page(const QString &content, const QString &title, const accounts::KnownLanguage &language)
{
    return uR"(<!DOCTYPE html>
<html lang="%1">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>%2</title>
<link rel="stylesheet" href="../style.css">
</head>
<body>
<header>%3</header>
<main>
%4</main>
</body>
</html>
)"_s.arg(language.code, title, languagesBut(language), content);
}

/// What becomes of the prose, and what of it could not be understood.
class Writer
{
public:
    Writer(const QString &markdown, const QHash<QString, QString> &links, const QString &version)
        : m_markdown(markdown), m_links(links), m_version(version)
    { }

    QString html()
    {
        const Insertions insertions{[this](const QString &words) { return textFor(words); },
                                    [this](const QString &words) { return rowsFor(words); },
                                    [this](const QString &words) { return blockFor(words); },
                                    [this](const QString &target) {
                                        return targetOf(target);
                                    }};
        const QString html = htmlOf(m_markdown, insertions);
        for (const insight::Rule &rule : insight::rules) {
            if (!m_codes.contains(rule.word))
                m_problems.append(u"nothing is said of "_s + rule.word);
        }
        return html;
    }

    const QStringList &problems() const { return m_problems; }

private:
    QString textFor(const QString &words)
    {
        if (words == u"version")
            return m_version.toHtmlEscaped();
        if (words.startsWith("finding "_L1))
            m_codes.append(words.section(u' ', 1));
        return orProblem(factText(words), words);
    }

    QString rowsFor(const QString &words) { return orProblem(factRows(words), words); }

    QString blockFor(const QString &words)
    {
        return orProblem(
            words == u"contents" ? std::optional(contentsOf(m_markdown)) : std::nullopt, words);
    }

    QString targetOf(const QString &target)
    {
        if (target.startsWith(u'#'))
            return target;
        const auto known = m_links.constFind(target);
        return orProblem(known == m_links.constEnd() ? std::nullopt : std::optional(*known), target)
            .toHtmlEscaped();
    }

    QString orProblem(const std::optional<QString> &html, const QString &words)
    {
        if (!html)
            m_problems.append(u"unknown: "_s + words);
        return html.value_or(QString());
    }

    const QString &m_markdown;
    const QHash<QString, QString> &m_links;
    const QString &m_version;
    QStringList m_codes;
    QStringList m_problems;
};

} // namespace

tl::expected<QString, QString> helpPage(const QString &folder,
                                        const accounts::KnownLanguage &language,
                                        const QString &version)
{
    const QDir help(folder);
    const QString path = help.filePath(language.code + u".md"_s);
    const auto markdown = textOf(path);
    const auto links = textOf(help.filePath(u"links.txt"_s));
    if (!markdown || !links)
        return tl::unexpected(markdown ? links.error() : markdown.error());
    const QHash<QString, QString> targets = linksIn(*links);
    Writer writer(*markdown, targets, version);
    const QString html = writer.html();
    if (!writer.problems().isEmpty())
        return tl::unexpected(QString(path + u": "_s + writer.problems().join(u"; "_s)));
    const QString title = markdown->section(u'\n', 0, 0).mid(2);
    return page(html, title, language);
}

} // namespace packaging
