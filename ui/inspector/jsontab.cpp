// SPDX-License-Identifier: Apache-2.0
#include "ui/inspector/jsontab.h"

#include "base/texts/hiddentext.h"
#include "base/texts/showntext.h"
#include "share/report/prettyjson.h"
#include "ui/accessibility/clipboardnews.h"
#include "ui/accessibility/enabling.h"
#include "ui/accessibility/focusheirs.h"
#include "ui/accessibility/matchnews.h"
#include "ui/look/theme.h"
#include "ui/look/widgets.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ui {

namespace {

/// More is no answer for one bucket, and would hold up the window.
constexpr qsizetype LongestShown = 200'000;

QString stateText(const buckets::BucketInspector &inspector)
{
    using State = buckets::BucketInspector::State;
    switch (inspector.state()) {
    case State::Unread:
        return inspector.wasStopped() ? JsonTab::tr("Not loaded") : JsonTab::tr("Loading…");
    case State::Reading:
        return JsonTab::tr("Loading…");
    case State::Failed:
        return JsonTab::tr("The bucket could not be loaded.");
    case State::Ready:
        return {};
    }
    Q_UNREACHABLE();
}

/// As JSON spells what hides: in other escapes its own backslashes would be doubled.
QString shownLine(const QString &line)
{
    const bool isLong = line.size() > base::LongestShownText;
    const QByteArray cut = line.left(base::LongestShownText).toUtf8();
    const QString shown = QString::fromUtf8(base::jsonWithEscapes(cut, base::Hiding::Unseen));
    return isLong ? QString(shown + u'…') : shown;
}

/// Line by line: line breaks are the indentation's, all else that hides is the server's.
QString shownLines(const QString &text)
{
    QStringList lines = text.left(LongestShown).split(u'\n');
    for (QString &line : lines)
        line = shownLine(line);
    if (text.size() > LongestShown)
        lines.append(JsonTab::tr("… (truncated; use Copy to get the full text)"));
    return lines.join(u'\n');
}

} // namespace

JsonTab::JsonTab(QWidget *parent)
    : QWidget(parent), m_search(new QLineEdit(this)),
      m_found(new ToneLabel(ToneLabel::Meaning::Muted, this)),
      m_copy(makeFlatButton(this, tr("Copy"), LineIcon::Copy, Qt::ToolButtonTextBesideIcon)),
      m_view(new TextView(tr("JSON"), this))
{
    m_view->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    m_view->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_search->setAccessibleName(tr("Search the JSON"));
    m_search->setPlaceholderText(tr("Search"));
    m_search->setClearButtonEnabled(true);
    layOut();
    setFocusHeirs(*this, {m_view});
    connect(m_search, &QLineEdit::textChanged, this, &JsonTab::search);
    announceAfterTyping(m_search, [this] { return m_found->text(); });
    connect(m_copy, &QToolButton::clicked, this, [this] { copyAndTell(this, m_text); });
}

void JsonTab::layOut()
{
    auto *top = new QHBoxLayout;
    top->setContentsMargins(theme::Margin, theme::Gap, theme::Margin, theme::Gap);
    top->setSpacing(theme::Gap);
    top->addWidget(m_search, 1);
    top->addWidget(m_found);
    top->addWidget(m_copy);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addWidget(new Line(Qt::Horizontal, this));
    layout->addWidget(m_view, 1);
}

void JsonTab::show(const buckets::BucketInspector &inspector)
{
    const QByteArray body = inspector.body();
    enableUnless(*m_copy, body.isEmpty() ? tr("No JSON to copy yet.") : QString());
    if (!body.isEmpty() && body == m_body)
        return;
    m_body = body;
    m_text = share::prettyJson(body);
    m_view->showText(body.isEmpty() ? stateText(inspector) : shownLines(m_text));
    search();
}

void JsonTab::search()
{
    const QString words = m_search->text();
    const int found = m_view->mark(m_body.isEmpty() ? QString() : words);
    m_found->setText(words.isEmpty() ? QString() : tr("%Ln match(es)", nullptr, found));
}

} // namespace ui
