// SPDX-License-Identifier: Apache-2.0
#include "insight/health/accepted.h"

#include "base/texts/timetext.h"
#include "insight/health/rules.h"

#include <QCoreApplication>
#include <QStringDecoder>

#include <algorithm>

#include <toml++/toml.h>

#include <string_view>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace insight {

namespace {

using Problem = tl::unexpected<atlas::Wording>;

/// U+FEFF at the beginning is a character like others; QString::fromUtf8() would leave it out.
QString fromUtf8(std::string_view text)
{
    QStringDecoder decode(QStringDecoder::Utf8, QStringDecoder::Flag::ConvertInitialBom);
    return decode(QByteArrayView(text));
}

atlas::Wording acceptedWords(const char *text, const std::vector<atlas::Wording> &values)
{
    return {"insight::AcceptedFindings", text, values};
}

/// `text` with %1 for the line and %2 for the key.
Problem problemAt(const toml::source_region &place, std::string_view key, const char *text)
{
    return Problem(acceptedWords(text, {QString::number(place.begin.line), fromUtf8(key)}));
}

Problem unknownKey(const toml::key &key)
{
    return problemAt(
        key.source(), key.str(),
        QT_TRANSLATE_NOOP("insight::AcceptedFindings", "Line %1: the key %2 is unknown."));
}

Problem wrongValue(const toml::key &key, const toml::node &value)
{
    return problemAt(
        value.source(), key.str(),
        QT_TRANSLATE_NOOP("insight::AcceptedFindings", "Line %1: the value of %2 is not valid."));
}

std::optional<QString> textIn(const toml::node &value)
{
    const auto text = value.value_exact<std::string_view>();
    return text ? std::optional(fromUtf8(*text)) : std::nullopt;
}

/// A date of TOML, or its text.
std::optional<QDate> dateIn(const toml::node &value)
{
    QDate date;
    if (const auto told = value.value_exact<toml::date>())
        date = QDate(told->year, told->month, told->day);
    else if (const auto text = textIn(value))
        date = QDate::fromString(*text, Qt::ISODate);
    return date.isValid() ? std::optional(date) : std::nullopt;
}

/// Sets `member` to what `read` makes of the text; whether it could.
template<class Member, class Read>
bool take(Member &member, const toml::node &value, const Read &read)
{
    const auto text = textIn(value);
    const auto made = text ? read(*text) : std::nullopt;
    if (made)
        member = *made;
    return made.has_value();
}

std::optional<QString> reasonIn(const QString &text)
{
    return text.trimmed().isEmpty() ? std::nullopt : std::optional(text);
}

/// What an entry has by this key; nothing if the key is not known.
std::optional<bool> takeValue(AcceptedEntry &entry, QStringView key, const toml::node &value)
{
    if (key == "code"_L1)
        return take(entry.code, value, [](const QString &text) { return findingCode(text); });
    if (key == "reason"_L1)
        return take(entry.reason, value, reasonIn);
    if (key == "project_id"_L1)
        return take(entry.project, value,
                    [](const QString &text) { return atlas::ProjectId::fromHex(text); });
    if (key == "bucket_id"_L1)
        return take(entry.bucket, value,
                    [](const QString &text) { return atlas::BucketId::fromHex(text); });
    if (key == "cluster"_L1)
        return take(entry.cluster, value,
                    [](const QString &text) { return atlas::ClusterName::fromString(text); });
    if (key == "until"_L1) {
        entry.until = dateIn(value);
        return entry.until.has_value();
    }
    return std::nullopt;
}

tl::expected<AcceptedEntry, atlas::Wording> entryIn(const toml::table &table)
{
    AcceptedEntry entry;
    for (const auto &[key, value] : table) {
        const auto isTaken = takeValue(entry, fromUtf8(key.str()), value);
        if (!isTaken)
            return unknownKey(key);
        if (!*isTaken)
            return wrongValue(key, value);
    }
    for (const std::string_view needed : {"code", "reason"}) {
        if (!table.contains(needed))
            return problemAt(
                table.source(), needed,
                QT_TRANSLATE_NOOP("insight::AcceptedFindings", "Line %1: the key %2 is missing."));
    }
    return entry;
}

tl::expected<QList<AcceptedEntry>, atlas::Wording> entriesIn(const toml::table &file)
{
    QList<AcceptedEntry> entries;
    for (const auto &[key, value] : file) {
        if (key.str() != "accepted")
            return unknownKey(key);
        const toml::array *tables = value.as_array();
        if (!tables)
            return wrongValue(key, value);
        for (const toml::node &node : *tables) {
            if (!node.is_table())
                return wrongValue(key, node);
            const auto entry = entryIn(*node.as_table());
            if (!entry)
                return Problem(entry.error());
            entries.append(*entry);
        }
    }
    return entries;
}

/// Whether all that it may fit is in these projects.
bool isAbout(const AcceptedEntry &entry, const QList<atlas::ProjectId> &projects)
{
    return entry.project && projects.contains(*entry.project) && !ruleOf(entry.code).findInAll;
}

/// Whether a character stands in a string of TOML as itself.
bool isPlainInToml(QChar character)
{
    switch (character.category()) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return false;
    default:
        return character != u'"' && character != u'\\';
    }
}

QByteArray quotedForToml(const QString &text)
{
    QString quoted = u"\""_s;
    for (const QChar character : text) {
        if (isPlainInToml(character))
            quoted += character;
        else if (character == u'"' || character == u'\\')
            quoted += QString(u'\\') + character;
        else if (character == u'\n')
            quoted += u"\\n"_s;
        else
            quoted += u"\\u%1"_s.arg(character.unicode(), 4, 16, QChar(u'0'));
    }
    return (quoted + u'"').toUtf8();
}

void addLine(QByteArray &toml, QByteArrayView key, const QByteArray &value)
{
    toml += key.toByteArray() + " = " + value + '\n';
}

} // namespace

bool AcceptedEntry::fits(const Finding &finding) const
{
    return code == finding.code && (!project || project == finding.project)
        && (!cluster || cluster == finding.cluster) && (!bucket || bucket == finding.bucket);
}

AcceptedFindings::AcceptedFindings(const QList<AcceptedEntry> &entries) : m_entries(entries)
{
    for (qsizetype i = 0; i < m_entries.size(); ++i)
        m_byCode[m_entries[i].code].append(i);
}

tl::expected<AcceptedFindings, atlas::Wording> AcceptedFindings::fromToml(const QByteArray &toml)
{
    try {
        const toml::table file =
            toml::parse(std::string_view(toml.data(), static_cast<std::size_t>(toml.size())));
        return entriesIn(file).map(
            [](const QList<AcceptedEntry> &entries) { return AcceptedFindings(entries); });
    } catch (const toml::parse_error &error) {
        // The parser's words are English, and in one line.
        return Problem(acceptedWords(
            QT_TRANSLATE_NOOP("insight::AcceptedFindings", "Line %1 is not valid TOML: %2."),
            {QString::number(error.source().begin.line), fromUtf8(error.description())}));
    }
}

std::optional<Acceptance> AcceptedFindings::acceptanceOf(const Finding &finding, QDate today) const
{
    const auto entries = m_byCode.constFind(finding.code);
    if (entries == m_byCode.cend())
        return std::nullopt;
    for (const qsizetype index : *entries) {
        const AcceptedEntry &entry = m_entries[index];
        if (entry.fits(finding) && !entry.hasEnded(today))
            return Acceptance{entry.reason, entry.until};
    }
    return std::nullopt;
}

/// Of thousands, few are accepted: those that stay as they are stay shared.
void AcceptedFindings::mark(QList<Finding> &findings, QDate today) const
{
    for (qsizetype i = 0; i < findings.size(); ++i) {
        const Finding &finding = std::as_const(findings)[i];
        if (auto acceptance = acceptanceOf(finding, today); acceptance != finding.accepted)
            findings[i].accepted = std::move(acceptance);
    }
}

QList<atlas::Wording> AcceptedFindings::notesOn(
    const QList<Finding> &findings, QDate today,
    const std::optional<QList<atlas::ProjectId>> &only) const
{
    QHash<FindingCode, QList<const Finding *>> byCode;
    for (const Finding &finding : findings)
        byCode[finding.code].append(&finding);
    const QList<const Finding *> unread = byCode.value(FindingCode::NotRead);
    QList<atlas::Wording> notes;
    for (const AcceptedEntry &entry : m_entries) {
        const QList<const Finding *> candidates = byCode.value(entry.code);
        const bool mayBeUnread =
            std::any_of(unread.begin(), unread.end(), [&entry](const Finding *finding) {
                return !entry.project || *entry.project == finding->project;
            });
        const bool isOfUse =
            std::any_of(candidates.begin(), candidates.end(),
                        [&entry](const Finding *finding) { return entry.fits(*finding); });
        if (entry.hasEnded(today)) {
            notes.append(acceptedWords(
                QT_TRANSLATE_NOOP(
                    "insight::AcceptedFindings",
                    "%1 was accepted until %2. That date has passed. Reason given: %3"),
                {QString(codeWord(entry.code)), base::longDateText(*entry.until), entry.reason}));
        } else if (!isOfUse && !mayBeUnread && (!only || isAbout(entry, *only))) {
            notes.append(acceptedWords(
                QT_TRANSLATE_NOOP("insight::AcceptedFindings",
                                  "The accepted finding %1 no longer exists. Reason given: %2"),
                {QString(codeWord(entry.code)), entry.reason}));
        }
    }
    return notes;
}

QByteArray tomlOf(const AcceptedEntry &entry)
{
    QByteArray toml = "[[accepted]]\n";
    addLine(toml, "code", quotedForToml(codeWord(entry.code)));
    if (entry.project)
        addLine(toml, "project_id", quotedForToml(entry.project->toHex()));
    if (entry.cluster)
        addLine(toml, "cluster", quotedForToml(entry.cluster->toString()));
    if (entry.bucket)
        addLine(toml, "bucket_id", quotedForToml(entry.bucket->toHex()));
    addLine(toml, "reason", quotedForToml(entry.reason));
    if (entry.until)
        addLine(toml, "until", entry.until->toString(Qt::ISODate).toUtf8());
    return toml;
}

} // namespace insight
