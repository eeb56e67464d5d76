// SPDX-License-Identifier: Apache-2.0
#include "base/texts/showntext.h"

#include "base/texts/hiddentext.h"
#include "base/texts/mixedletters.h"

#include <algorithm>

namespace base {

namespace {

constexpr QChar MarkedBlank = u'\u2423';

bool isBlank(QChar c)
{
    return c == u' ';
}

/// Most texts.
bool isShownAsItIs(QStringView text)
{
    return text.isEmpty()
        || (!isBlank(text.front()) && !isBlank(text.back())
            && std::all_of(text.begin(), text.end(),
                           [](QChar c) { return c >= u' ' && c <= u'~' && c != u'\\'; }));
}

/// Where the blanks at the end begin.
qsizetype trimmedEnd(QStringView text)
{
    qsizetype end = text.size();
    while (end > 0 && isBlank(text[end - 1]))
        --end;
    return end;
}

qsizetype unitsAt(QStringView text, qsizetype at)
{
    return QChar::requiresSurrogates(base::characterAt(text, at)) ? 2 : 1;
}

} // namespace

QString shownText(const QString &fromServer, qsizetype longest)
{
    // Each character is shown by one at least: what is behind these is never seen.
    const QStringView text =
        QStringView(fromServer).first(std::min(fromServer.size(), longest + 2));
    if (text.size() <= longest && isShownAsItIs(text))
        return fromServer;
    const bool isWhole = text.size() == fromServer.size();
    const qsizetype end = isWhole ? trimmedEnd(text) : text.size();
    const QList<qsizetype> mixed = mixedWords(text);
    auto nextMixed = mixed.begin();
    const bool doubles = base::needsDoubledBackslashes(text, base::Hiding::Unseen);
    QString shown;
    shown.reserve(text.size());
    qsizetype fitting = 0; // How much of `shown` stays when `…` is added.
    bool isBeginning = true;
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype units = unitsAt(text, at);
        isBeginning = isBeginning && isBlank(text[at]);
        if (nextMixed != mixed.end() && *nextMixed == at) {
            shown += MixedLettersMark;
            ++nextMixed;
        }
        if (isBeginning || at >= end)
            shown += MarkedBlank;
        else if (base::isHidden(text, at, base::Hiding::Unseen))
            shown += base::escapeOf(base::characterAt(text, at));
        else
            shown += text.sliced(at, units);
        if (doubles && text[at] == u'\\')
            shown += u'\\';
        at += units;
        if (shown.size() > longest)
            return shown.first(fitting) + u'…';
        if (shown.size() < longest)
            fitting = shown.size();
    }
    return shown;
}

} // namespace base
