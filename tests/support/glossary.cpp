// SPDX-License-Identifier: Apache-2.0
#include "tests/support/glossary.h"

#include <QFile>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace testsupport {

namespace {

constexpr auto Terms = "Terms"_L1;
constexpr auto Exceptions = "What is allowed all the same"_L1;
constexpr auto Names = "What stays as it is"_L1;

QRegularExpression pattern(const QString &text)
{
    return QRegularExpression(text,
                              QRegularExpression::CaseInsensitiveOption
                                  | QRegularExpression::UseUnicodePropertiesOption);
}

/// What stands between the bars of a row.
QStringList cellsOf(const QString &row)
{
    static const QRegularExpression bar(uR"((?<!\\)\|)"_s);
    QStringList cells = row.split(bar);
    cells.removeFirst();
    cells.removeLast();
    for (QString &cell : cells)
        cell = cell.replace(u"\\|"_s, u"|"_s).trimmed();
    return cells;
}

/// Those in backticks.
QList<QRegularExpression> patternsIn(const QString &cell)
{
    static const QRegularExpression code(u"`([^`]+)`"_s);
    QList<QRegularExpression> patterns;
    auto matches = code.globalMatch(cell);
    while (matches.hasNext())
        patterns.append(pattern(matches.next().captured(1)));
    return patterns;
}

/// As a whole word, perhaps of many.
bool stands(const QString &term, const QString &text)
{
    // Few texts have it at all: a pattern takes long to be made.
    return text.contains(term, Qt::CaseInsensitive)
        && pattern(uR"(\b%1(s|es|\(s\))?\b)"_s.arg(QRegularExpression::escape(term)))
               .match(text)
               .hasMatch();
}

/// Without the marks of keyboard shortcuts: `&File`, `파일(&F)`.
QString withoutShortcut(const QString &text)
{
    static const QRegularExpression mark(u"\\(&.\\)|&"_s);
    return QString(text).remove(mark);
}

} // namespace

Glossary Glossary::read(const QString &path)
{
    Glossary glossary;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return glossary;
    QString section;
    int row = 0;
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n');
    for (const QString &line : lines) {
        if (line.startsWith("## "_L1)) {
            section = line.sliced(3);
            row = 0;
        } else if (line.startsWith(u'|') && ++row > 2) { // Below the head and its line.
            glossary.add(section, cellsOf(line));
        }
    }
    return glossary;
}

void Glossary::add(const QString &section, const QStringList &cells)
{
    if (section == Exceptions) {
        m_exceptions.append({patternsIn(cells.value(0)).value(0), cells.value(1)});
    } else if (section == Names) {
        for (const QString &name : cells.value(0).split(u", "_s))
            m_names.append(name);
    } else {
        m_terms.append({cells.value(0), cells.value(1), cells.value(2), patternsIn(cells.value(4)),
                        patternsIn(cells.value(5)), section == Terms});
    }
}

bool Glossary::isAllowed(const Term &term, const QString &place) const
{
    return std::any_of(m_exceptions.begin(), m_exceptions.end(), [&](const Exception &exception) {
        return exception.term == term.name && exception.place.match(place).hasMatch();
    });
}

QString Glossary::withoutNames(QString text) const
{
    for (const QString &name : m_names)
        text.remove(name);
    return text;
}

QString Glossary::objectionTo(const QString &text, Language language, const QString &place) const
{
    const QString said = withoutNames(text);
    for (const Term &term : m_terms) {
        const bool isEnglish = language == Language::English;
        for (const QRegularExpression &forbidden :
             isEnglish ? term.notInEnglish : term.notInKorean) {
            if (forbidden.match(said).hasMatch() && !isAllowed(term, place))
                return u"“%1”: %2"_s.arg(term.name, forbidden.pattern());
        }
    }
    return {};
}

QString Glossary::objectionToTranslation(const QString &english, const QString &korean) const
{
    const QString source = withoutShortcut(withoutNames(english));
    const QString translation = withoutShortcut(korean);
    for (const Term &term : m_terms) {
        if (term.isTranslatedAlike && stands(term.english, source)
            && !translation.contains(term.korean, Qt::CaseInsensitive))
            return u"“%1”: %2, %3"_s.arg(term.name, term.english, term.korean);
    }
    return {};
}

} // namespace testsupport
