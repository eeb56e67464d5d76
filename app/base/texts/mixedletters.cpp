// SPDX-License-Identifier: Apache-2.0
#include "base/texts/mixedletters.h"

#include "base/texts/hiddentext.h"

#include <QCoreApplication>

#include <algorithm>
#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace base {

namespace {

struct MixedLettersText
{
    Q_DECLARE_TR_FUNCTIONS(base::MixedLetters)
};

/// Those before are Latin, or of no alphabet.
constexpr char16_t FirstGreek = 0x370;
/// Of a text: more is no name.
constexpr qsizetype MostCharacters = 20'000;

enum Writing : unsigned { Japanese = 1, Chinese = 2, Korean = 4 };

struct Word
{
    qsizetype begin = 0;
    QStringView text;
};

struct Mixture
{
    QChar::Script one = QChar::Script_Unknown;
    QChar::Script other = QChar::Script_Unknown;
};

/// In which of the writings of several alphabets an alphabet is at home.
unsigned writingsOf(QChar::Script script)
{
    switch (script) {
    case QChar::Script_Latin:
    case QChar::Script_Han:
        return Japanese | Chinese | Korean;
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
        return Japanese;
    case QChar::Script_Bopomofo:
        return Chinese;
    case QChar::Script_Hangul:
        return Korean;
    default:
        return 0;
    }
}

bool goTogether(QChar::Script one, QChar::Script other)
{
    return one == other || (writingsOf(one) & writingsOf(other)) != 0;
}

/// What hides is shown as an escape, and cannot look like something else.
bool isSeenLetter(QStringView text, qsizetype at)
{
    const char32_t character = base::characterAt(text, at);
    const QChar::Script script = QChar::script(character);
    return QChar::isLetter(character) && script != QChar::Script_Common
        && script != QChar::Script_Inherited && !base::isHidden(text, at, base::Hiding::Unseen);
}

bool endsWord(QChar c)
{
    return c.isSpace() || u":/\"“”,;=()"_s.contains(c);
}

bool mayMix(QStringView text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c >= FirstGreek; });
}

QList<Word> wordsOf(QStringView text)
{
    QList<Word> words;
    for (qsizetype at = 0; at < text.size();) {
        const auto *const rest = text.begin() + at;
        const qsizetype length = std::find_if(rest, text.end(), endsWord) - rest;
        if (length > 0)
            words.append({at, text.sliced(at, length)});
        at += length + 1;
    }
    return words;
}

/// The alphabets of a word, Latin first.
QList<QChar::Script> scriptsOf(QStringView word)
{
    QList<QChar::Script> scripts;
    for (qsizetype at = 0; at < word.size();) {
        const char32_t character = base::characterAt(word, at);
        const QChar::Script script = QChar::script(character);
        if (isSeenLetter(word, at) && !scripts.contains(script))
            scripts.insert(script == QChar::Script_Latin ? 0 : scripts.size(), script);
        at += QChar::requiresSurrogates(character) ? 2 : 1;
    }
    return scripts;
}

std::optional<Mixture> mixtureIn(QStringView word)
{
    if (!mayMix(word))
        return std::nullopt;
    const QList<QChar::Script> scripts = scriptsOf(word);
    for (const QChar::Script one : scripts) {
        for (const QChar::Script other : scripts) {
            if (!goTogether(one, other))
                return Mixture{one, other};
        }
    }
    return std::nullopt;
}

/// Of those that are met; nothing of the others.
QString nameOf(QChar::Script script)
{
    switch (script) {
    case QChar::Script_Latin:
        return MixedLettersText::tr("Latin", "alphabet");
    case QChar::Script_Cyrillic:
        return MixedLettersText::tr("Cyrillic", "alphabet");
    case QChar::Script_Greek:
        return MixedLettersText::tr("Greek", "alphabet");
    case QChar::Script_Armenian:
        return MixedLettersText::tr("Armenian", "alphabet");
    case QChar::Script_Georgian:
        return MixedLettersText::tr("Georgian", "alphabet");
    case QChar::Script_Cherokee:
        return MixedLettersText::tr("Cherokee", "alphabet");
    case QChar::Script_Coptic:
        return MixedLettersText::tr("Coptic", "alphabet");
    case QChar::Script_Hebrew:
        return MixedLettersText::tr("Hebrew", "alphabet");
    case QChar::Script_Arabic:
        return MixedLettersText::tr("Arabic", "alphabet");
    case QChar::Script_Devanagari:
        return MixedLettersText::tr("Devanagari", "alphabet");
    case QChar::Script_Thai:
        return MixedLettersText::tr("Thai", "alphabet");
    case QChar::Script_Han:
        return MixedLettersText::tr("Chinese", "alphabet");
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
        return MixedLettersText::tr("Japanese", "alphabet");
    case QChar::Script_Hangul:
        return MixedLettersText::tr("Korean", "alphabet");
    default:
        return {};
    }
}

QString textOf(const Mixture &mixture)
{
    const QString one = nameOf(mixture.one);
    const QString other = nameOf(mixture.other);
    if (one.isEmpty() && other.isEmpty())
        return MixedLettersText::tr("Mixes letters of different alphabets");
    if (one.isEmpty() || other.isEmpty())
        return MixedLettersText::tr("Mixes %1 letters with those of another alphabet")
            .arg(one.isEmpty() ? other : one);
    //: %1 and %2 are alphabets: Latin and Cyrillic
    return MixedLettersText::tr("Mixes %1 and %2 letters").arg(one, other);
}

} // namespace

QList<qsizetype> mixedWords(QStringView text)
{
    QList<qsizetype> begins;
    if (!mayMix(text))
        return begins;
    for (const Word &word : wordsOf(text)) {
        if (mixtureIn(word.text))
            begins.append(word.begin);
    }
    return begins;
}

QString mixedLettersText(QStringView text)
{
    const QStringView begin = text.first(std::min(text.size(), MostCharacters));
    if (!mayMix(begin))
        return {};
    for (const Word &word : wordsOf(begin)) {
        if (const auto mixture = mixtureIn(word.text))
            return textOf(*mixture);
    }
    return {};
}

} // namespace base
