// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QRegularExpression>
#include <QStringList>

namespace testsupport {

/// The words that texts use, as the tables of translations/README.md have them.
class Glossary
{
public:
    enum class Language { English, Korean };

    struct Term
    {
        QString name;
        QString english;
        QString korean;
        QList<QRegularExpression> notInEnglish;
        QList<QRegularExpression> notInKorean;
        /// Whether its Korean stands wherever its English is translated.
        bool isTranslatedAlike = false;
    };

    /// Nothing is in it if there is no such file.
    static Glossary read(const QString &path);

    const QList<Term> &terms() const { return m_terms; }

    /// Why `text` is not to be said at `place`: `“Term”: pattern`. Empty if it may be.
    QString objectionTo(const QString &text, Language language, const QString &place) const;
    /// Why `korean` is not how `english` is translated. Empty if it is.
    QString objectionToTranslation(const QString &english, const QString &korean) const;

private:
    struct Exception
    {
        QRegularExpression place;
        QString term;
    };

    void add(const QString &section, const QStringList &cells);
    bool isAllowed(const Term &term, const QString &place) const;
    QString withoutNames(QString text) const;

    QList<Term> m_terms;
    QList<Exception> m_exceptions;
    QStringList m_names;
};

} // namespace testsupport
