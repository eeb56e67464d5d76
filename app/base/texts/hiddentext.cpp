// SPDX-License-Identifier: Apache-2.0
#include "base/texts/hiddentext.h"

#include "base/texts/bytescan.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace base {

namespace {

struct CharacterRange
{
    char32_t first = 0;
    char32_t last = 0;
};

/// Letters, marks and signs that leave no ink, by themselves or at all; and the signs that stand
/// for a blank where one is marked, and for letters of several alphabets.
constexpr std::array Inkless{
    CharacterRange{0x034f, 0x034f}, // combining grapheme joiner
    CharacterRange{0x115f, 0x1160}, // Hangul fillers
    CharacterRange{0x17b4, 0x17b5}, // Khmer inherent vowels
    CharacterRange{0x180b, 0x180f}, // Mongolian variation selectors
    CharacterRange{0x2248, 0x2248}, // almost equal
    CharacterRange{0x2423, 0x2423}, // open box
    CharacterRange{0x2800, 0x2800}, // braille without dots
    CharacterRange{0x3164, 0x3164}, // Hangul filler
    CharacterRange{0xffa0, 0xffa0}, // half-width Hangul filler
    CharacterRange{0x1d159, 0x1d159}, // musical null notehead
};

bool isInkless(char32_t character)
{
    return std::any_of(Inkless.begin(), Inkless.end(), [character](const CharacterRange &range) {
        return character >= range.first && character <= range.last;
    });
}

/// Persian and the languages of India write with these two, and so do emoji.
bool isJoiner(char32_t character)
{
    return character == U'\u200C' || character == U'\u200D';
}

bool isVariationSelector(char32_t character)
{
    return (character >= 0xfe00 && character <= 0xfe0f)
        || (character >= 0xe0100 && character <= 0xe01ef);
}

/// The character that those from `at` on are marks of; 0 if there is none.
char32_t baseBefore(QStringView text, qsizetype at)
{
    constexpr qsizetype MostMarks = 16;
    for (qsizetype left = MostMarks; at > 0 && left > 0; --left) {
        --at;
        if (at > 0 && text[at].isLowSurrogate() && text[at - 1].isHighSurrogate())
            --at;
        const char32_t character = characterAt(text, at);
        if (!QChar::isMark(character))
            return character;
    }
    return 0;
}

/// In these, no letter changes with a joiner or a selector behind it.
bool isInPlainScript(char32_t letter)
{
    switch (QChar::script(letter)) {
    case QChar::Script_Latin:
    case QChar::Script_Greek:
    case QChar::Script_Cyrillic:
    case QChar::Script_Armenian:
    case QChar::Script_Georgian:
    case QChar::Script_Hebrew:
    case QChar::Script_Hangul:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Common:
        return true;
    default:
        return false;
    }
}

/// Whether a joiner or a selector at `at` changes how the character before it is drawn.
bool hasEffect(QStringView text, qsizetype at)
{
    const char32_t base = baseBefore(text, at);
    if (base < 0x80)
        return isVariationSelector(characterAt(text, at)) && base != 0
            && u"0123456789#*"_s.contains(QChar(base));
    if (QChar::isLetter(base))
        return !isInPlainScript(base);
    return QChar::isSymbol(base) || QChar::isPunct(base);
}

/// One at the end joins nothing.
bool isJoining(QStringView text, qsizetype at)
{
    return at + 1 < text.size() && !text[at + 1].isSpace() && hasEffect(text, at);
}

bool isHarmful(QStringView text, qsizetype at, char32_t character)
{
    switch (QChar::category(character)) {
    case QChar::Other_Control:
    case QChar::Other_Surrogate:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    case QChar::Other_Format:
        return !isJoiner(character) || !isJoining(text, at);
    default:
        return QChar::isNonCharacter(character);
    }
}

bool isUnseen(QStringView text, qsizetype at, char32_t character)
{
    return QChar::category(character) == QChar::Separator_Space || isInkless(character)
        || (isVariationSelector(character) && !hasEffect(text, at));
}

bool areHexDigits(QStringView text, qsizetype count)
{
    return text.size() >= count && std::all_of(text.begin(), text.begin() + count, [](QChar c) {
               return (c >= u'0' && c <= u'9') || (c >= u'A' && c <= u'F')
                   || (c >= u'a' && c <= u'f');
           });
}

/// Whether what comes behind a backslash makes an escape of it.
bool endsEscape(QStringView behind)
{
    if (behind.isEmpty())
        return false;
    switch (behind.front().unicode()) {
    case u'0':
    case u't':
    case u'n':
    case u'r':
        return true;
    case u'u':
        return areHexDigits(behind.sliced(1), 4);
    case u'U':
        return areHexDigits(behind.sliced(1), 8);
    default:
        return false;
    }
}

qsizetype unitsOf(char32_t character)
{
    return QChar::requiresSurrogates(character) ? 2 : 1;
}

bool isPrintableAscii(QChar c)
{
    return c >= u' ' && c <= u'~';
}

/// Whether a byte of UTF-8 may begin what hides. Those that are left out begin letters of Latin and
/// of CJK, and Hangul, or go on.
bool mayHide(char c)
{
    const auto byte = static_cast<uchar>(c);
    return byte < ' ' || byte == 0x7f || byte == 0xc2 || (byte >= 0xcd && byte <= 0xe3)
        || byte >= 0xee;
}

/// Whether `is` holds at the place of any character of the text.
template<class Predicate>
bool anyCharacter(QStringView text, const Predicate &is)
{
    for (qsizetype at = 0; at < text.size(); at += unitsOf(characterAt(text, at))) {
        if (is(at))
            return true;
    }
    return false;
}

/// Line breaks and indentation.
bool isJsonSpace(QChar c)
{
    return c == u'\n' || c == u'\r' || c == u'\t';
}

/// How many characters the tab or line break at the front of `text` has; 0 if there is none.
qsizetype breakLength(QStringView text)
{
    if (text.startsWith(u"\r\n"))
        return 2;
    switch (text.front().unicode()) {
    case u'\t':
    case u'\n':
    case u'\v':
    case u'\f':
    case u'\r':
    case 0x85: // next line
    case 0x2028: // line separator
    case 0x2029: // paragraph separator
        return 1;
    default:
        return 0;
    }
}

} // namespace

char32_t characterAt(QStringView text, qsizetype at)
{
    const QChar first = text[at];
    if (first.isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate())
        return QChar::surrogateToUcs4(first, text[at + 1]);
    return first.unicode();
}

bool isHidden(QStringView text, qsizetype at, Hiding hiding)
{
    if (isPrintableAscii(text[at]))
        return false;
    const char32_t character = characterAt(text, at);
    return isHarmful(text, at, character)
        || (hiding == Hiding::Unseen && isUnseen(text, at, character));
}

QString escapeOf(char32_t character)
{
    switch (character) {
    case U'\0':
        return u"\\0"_s;
    case U'\t':
        return u"\\t"_s;
    case U'\n':
        return u"\\n"_s;
    case U'\r':
        return u"\\r"_s;
    default:
        break;
    }
    const bool isShort = character <= 0xffff;
    const QString digits = QString::number(character, 16).toUpper();
    return (isShort ? u"\\u"_s : u"\\U"_s) + digits.rightJustified(isShort ? 4 : 8, u'0');
}

bool needsDoubledBackslashes(QStringView text, Hiding hiding)
{
    return text.contains(u'\\') && anyCharacter(text, [text, hiding](qsizetype at) {
               return isHidden(text, at, hiding)
                   || (text[at] == u'\\' && endsEscape(text.sliced(at + 1)));
           });
}

QString withEscapes(const QString &text, Hiding hiding)
{
    const bool doubles = needsDoubledBackslashes(text, hiding);
    const auto hides = [&text, hiding](qsizetype at) {
        return isHidden(text, at, hiding);
    };
    if (!doubles && !anyCharacter(text, hides))
        return text;
    QString escaped;
    escaped.reserve(text.size());
    for (qsizetype at = 0; at < text.size();) {
        const char32_t character = characterAt(text, at);
        const qsizetype units = unitsOf(character);
        if (hides(at))
            escaped += escapeOf(character);
        else
            escaped += QStringView(text).sliced(at, units);
        if (doubles && character == U'\\')
            escaped += u'\\';
        at += units;
    }
    return escaped;
}

QByteArray jsonWithEscapes(const QByteArray &json, Hiding hiding)
{
    if (std::none_of(json.begin(), json.end(),
                     [](char c) { return mayHide(c) && !isJsonSpace(QLatin1Char(c)); }))
        return json;
    const QString text = QString::fromUtf8(json);
    const auto hides = [&text, hiding](qsizetype at) {
        return !isJsonSpace(text[at]) && isHidden(text, at, hiding);
    };
    if (!anyCharacter(text, hides))
        return json;
    QString escaped;
    escaped.reserve(text.size());
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype units = unitsOf(characterAt(text, at));
        if (!hides(at)) {
            escaped += QStringView(text).sliced(at, units);
        } else {
            for (qsizetype unit = at; unit < at + units; ++unit)
                escaped +=
                    "\\u"_L1 + QString::number(text[unit].unicode(), 16).rightJustified(4, u'0');
        }
        at += units;
    }
    return escaped.toUtf8();
}

bool mayNeedEscapes(QByteArrayView text)
{
    if (isPlain<'\\', '\x7f'>(text))
        return false;
    return std::any_of(text.begin(), text.end(), [](char c) { return c == '\\' || mayHide(c); });
}

QString withSpacesForBreaks(const QString &text)
{
    QString spaced;
    spaced.reserve(text.size());
    for (QStringView rest = text; !rest.isEmpty();) {
        const qsizetype length = breakLength(rest);
        spaced += length > 0 ? u' ' : rest.front();
        rest = rest.sliced(std::max<qsizetype>(1, length));
    }
    return spaced;
}

} // namespace base
