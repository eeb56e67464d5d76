// SPDX-License-Identifier: Apache-2.0
#include "ui/look/tooltiptext.h"

#include <QTextDocument>

using namespace Qt::Literals::StringLiterals;

namespace ui {

namespace {

constexpr int LongestLine = 80;
constexpr int LongestTooltip = 2000;

} // namespace

QString toolTipFor(const QString &text)
{
    if (text.size() <= LongestLine && !Qt::mightBeRichText(text))
        return text;
    return u"<div style=\"white-space: pre-wrap\">"_s + text.left(LongestTooltip).toHtmlEscaped()
        + u"</div>"_s;
}

} // namespace ui
