// SPDX-License-Identifier: Apache-2.0
#include "ui/findings/findingdetail.h"

#include "base/texts/showntext.h"
#include "insight/advice/findingtext.h"
#include "ui/accessibility/selectablelabel.h"
#include "ui/look/keptcolors.h"
#include "ui/look/theme.h"
#include "ui/look/widgets.h"

#include <QApplication>
#include <QEvent>
#include <QScrollBar>
#include <QVBoxLayout>

namespace ui {

namespace {

/// Two for each text: enough for most at the usual widths.
constexpr int LinesInView = 4;
constexpr int DistanceOfTexts = 2;

} // namespace

FindingDetail::FindingDetail(QWidget *parent)
    : QWidget(parent), m_message(makePlainLabel(this)), m_nextStep(makePlainLabel(this)),
      m_scroll(new QScrollArea(this))
{
    m_message->setFont(theme::bold(font()));
    m_message->setAccessibleDescription(tr("Selected finding"));
    m_nextStep->setAccessibleDescription(tr("Next step"));
    for (QLabel *text : {m_message, m_nextStep}) {
        text->setWordWrap(true);
        text->setMinimumWidth(1); // A long word widens no window.
        makeSelectable(text);
    }
    layOut();
    fit();
    keepColored(*this, [this] { theme::setTextColor(*m_nextStep, theme::mutedText(palette())); });
    // The keys may come from below.
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) {
        if (now == m_message || now == m_nextStep)
            m_scroll->ensureWidgetVisible(now);
    });
    showFinding(std::nullopt);
}

void FindingDetail::layOut()
{
    auto *content = new QWidget(m_scroll);
    auto *texts = new QVBoxLayout(content);
    texts->setContentsMargins(theme::Margin, theme::Gap, theme::Margin, theme::Gap);
    texts->setSpacing(DistanceOfTexts);
    texts->addWidget(m_message);
    texts->addWidget(m_nextStep);
    texts->addStretch();
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(content);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(new Line(Qt::Horizontal, this));
    layout->addWidget(m_scroll);
}

void FindingDetail::fit()
{
    const int lines = LinesInView * m_message->fontMetrics().lineSpacing();
    m_scroll->setFixedHeight(lines + DistanceOfTexts + 2 * theme::Gap);
}

void FindingDetail::showFinding(const std::optional<insight::Finding> &finding)
{
    if (!finding) {
        showTexts(tr("Select one finding to read it in full."),
                  tr("Press Enter to open its project or export bucket."));
        return;
    }
    showTexts(base::shownText(finding->message.toString()),
              base::shownText(finding->accepted ? insight::acceptanceText(*finding->accepted)
                                                : finding->nextStep.toString()));
}

/// The same text again would take what is selected of it.
void FindingDetail::showTexts(const QString &message, const QString &nextStep)
{
    if (message == m_message->text() && nextStep == m_nextStep->text())
        return;
    m_message->setText(message);
    m_nextStep->setText(nextStep);
    m_scroll->verticalScrollBar()->setValue(0);
}

void FindingDetail::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fit();
}

} // namespace ui
