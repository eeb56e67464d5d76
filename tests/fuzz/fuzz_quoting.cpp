// SPDX-License-Identifier: Apache-2.0
// Texts written as a word of a shell, and as a string of Go, read back as those read them. The
// first byte chooses which.
#include "fuzzing.h"
#include "share/snippets/goquote.h"
#include "share/snippets/shellquote.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using fuzzing::require;

namespace {

/// What means something to a POSIX shell outside of quotes, at the beginning of a word or in it.
bool isSpecial(QChar c)
{
    return c.unicode() <= u' ' || c.unicode() >= 0x7f || u"|&;<>()$`\\\"'*?[]#~!{}^"_s.contains(c);
}

/// What a shell makes of one word. Anything that would be another word, or be replaced, is refused.
QString readByShell(const QString &word)
{
    require(!word.isEmpty(), "a word is there");
    QString text;
    bool isQuoted = false;
    for (qsizetype i = 0; i < word.size(); ++i) {
        const QChar c = word[i];
        if (c == u'\'') {
            isQuoted = !isQuoted;
        } else if (!isQuoted && c == u'\\') {
            ++i;
            require(i < word.size() && word[i] == u'\'', "only a quote is escaped");
            text += word[i];
        } else {
            require(isQuoted || !isSpecial(c), "what is special is in quotes");
            text += c;
        }
    }
    require(!isQuoted, "quotes end");
    return text;
}

void checkShell(const QString &text)
{
    QString wanted = text;
    wanted.remove(QChar::Null);
    require(readByShell(share::shellQuoted(text)) == wanted, "a shell reads the text");
}

char32_t escapeIn(QStringView &literal)
{
    static const QString letters = u"\"\\nrt"_s;
    static const QString meanings = u"\"\\\n\r\t"_s;
    const QChar letter = literal.at(0);
    const qsizetype at = letters.indexOf(letter);
    require(at >= 0 || letter == u'u' || letter == u'U', "an escape of Go");
    const qsizetype digits = at >= 0 ? 0 : letter == u'u' ? 4 : 8;
    require(literal.size() > digits, "an escape is whole");
    bool isNumber = true;
    const uint code = at >= 0 ? meanings[at].unicode()
                              : literal.sliced(1, digits).toString().toUInt(&isNumber, 16);
    literal = literal.sliced(1 + digits);
    require(isNumber && code <= 0x10ffff && !QChar::isSurrogate(code), "a character of Go");
    return code;
}

QString readByGo(const QString &word)
{
    require(word.size() >= 2 && word.startsWith(u'"') && word.endsWith(u'"'), "a string of Go");
    QStringView literal = QStringView(word).sliced(1).chopped(1);
    QString text;
    while (!literal.isEmpty()) {
        const QChar c = literal.front();
        literal = literal.sliced(1);
        require(c != u'"' && c.unicode() >= u' ', "one line, without a quote");
        if (c == u'\\') {
            require(!literal.isEmpty(), "an escape is whole");
            text += QChar::fromUcs4(escapeIn(literal));
        } else {
            text += c;
        }
    }
    return text;
}

void checkGo(const QString &text)
{
    // Halves of surrogate pairs become U+FFFD.
    QString wanted;
    const auto codes = text.toUcs4();
    for (const uint code : codes)
        wanted += QChar::fromUcs4(code);
    require(readByGo(share::goQuoted(text)) == wanted, "Go reads the text");
}

} // namespace

int LLVMFuzzerTestOneInput(const uchar *data, std::size_t size)
{
    const fuzzing::Input input(data, size);
    const QByteArrayView bytes = input.view();
    switch (input.choice(3)) {
    case 0:
        checkShell(QString::fromUtf8(bytes));
        break;
    case 1:
        checkGo(QString::fromUtf8(bytes));
        break;
    default: {
        // Any UTF-16, halves of pairs too.
        QString text(bytes.size() / 2, Qt::Uninitialized);
        std::copy_n(bytes.data(), text.size() * 2, reinterpret_cast<char *>(text.data()));
        checkShell(text);
        checkGo(text);
    }
    }
    return 0;
}
