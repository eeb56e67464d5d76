// SPDX-License-Identifier: Apache-2.0
// Texts from a server as they are put on screen. The first byte chooses between UTF-8 and any
// UTF-16.
#include "base/texts/showntext.h"
#include "fuzzing.h"

#include <algorithm>

using fuzzing::require;

namespace {

bool isHarmless(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) {
        return c.isLetterOrNumber() && c.script() == QChar::Script_Latin;
    });
}

void checkShown(const QString &text, qsizetype longest)
{
    const QString shown = base::shownText(text, longest);
    require(shown.size() <= std::max<qsizetype>(longest, 1), "no longer than it may be");
    const auto codes = shown.toUcs4();
    for (const uint code : codes) {
        switch (QChar::category(code)) {
        case QChar::Other_Control:
        case QChar::Other_Surrogate:
        case QChar::Separator_Line:
        case QChar::Separator_Paragraph:
            require(false, "nothing hides or breaks a line");
            break;
        default:
            require(code != 0x202e && code != 0x2066, "nothing turns the direction");
        }
    }
    require(text.isEmpty() || !shown.isEmpty(), "something shows");
    if (isHarmless(text) && text.size() <= longest)
        require(shown == text, "letters stay as they are");
}

} // namespace

int LLVMFuzzerTestOneInput(const uchar *data, std::size_t size)
{
    const fuzzing::Input input(data, size);
    const QByteArrayView bytes = input.view();
    QString text = QString::fromUtf8(bytes);
    if (input.choice(2) == 1) {
        text.resize(bytes.size() / 2);
        std::copy_n(bytes.data(), text.size() * 2, reinterpret_cast<char *>(text.data()));
    }
    for (const qsizetype longest : {base::LongestShownText, qsizetype(40), qsizetype(1)})
        checkShown(text, longest);
    return 0;
}
