// SPDX-License-Identifier: Apache-2.0
#include "ui/parts/noticebar.h"

#include "ui/accessibility/announcer.h"
#include "ui/accessibility/selectablelabel.h"
#include "ui/accessibility/stepbuttons.h"
#include "ui/look/keptcolors.h"
#include "ui/look/lineicon.h"
#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/look/widgets.h"

#include <QPainter>

#include <algorithm>
#include <utility>

namespace ui {

namespace {

constexpr int NoticeIconSize = 16;
/// What a text beside its headline has at least.
constexpr int LeastText = 240;
constexpr int LeastWords = 120;
/// The part of the width that buttons beside the words may take.
constexpr int MostForButtons = 3;

theme::BandColors bandColors(const QPalette &palette, NoticeBar::Kind kind)
{
    return kind == NoticeBar::Kind::Warning ? theme::warningBand(palette)
                                            : theme::infoBand(palette);
}

} // namespace

NoticeBar::NoticeBar(QWidget *parent)
    : QWidget(parent), m_icon(new QLabel(this)), m_headline(makePlainLabel(this)),
      m_text(makePlainLabel(this)), m_steps(new StepButtons(StepButtons::Look::Flat, this)),
      m_action(new QToolButton(this)), m_grid(new QGridLayout(this)),
      m_words(new QBoxLayout(QBoxLayout::LeftToRight)), m_buttons(new QHBoxLayout)
{
    m_headline->setFont(theme::bold(font()));
    m_text->setWordWrap(true);
    makeSelectable(m_text);
    m_action->setAutoRaise(true);
    m_action->setFocusPolicy(Qt::TabFocus);
    connect(m_action, &QToolButton::clicked, this, &NoticeBar::actionTriggered);
    connect(m_steps, &StepButtons::chosen, this, &NoticeBar::stepChosen);

    layOut();
    hide();
    keepColored(*this, [this] { applyColors(); });
}

void NoticeBar::layOut()
{
    m_words->setSpacing(theme::Gap);
    m_words->addWidget(m_headline, 0, Qt::AlignTop);
    m_words->addWidget(m_text, 1, Qt::AlignTop);
    m_buttons->setSpacing(theme::Gap);
    m_buttons->addWidget(m_steps, 0, Qt::AlignTop);
    m_buttons->addWidget(m_action, 0, Qt::AlignTop);
    m_grid->setContentsMargins(theme::Margin, 7, theme::Margin, 8);
    m_grid->setHorizontalSpacing(theme::Gap);
    m_grid->setVerticalSpacing(2);
    m_grid->setColumnStretch(1, 1);
    m_grid->addWidget(m_icon, 0, 0, Qt::AlignTop);
    m_grid->addLayout(m_words, 0, 1);
    m_grid->addLayout(m_buttons, 0, 2);
}

/// Where there is little room, the text goes below the headline, and wide buttons below both.
void NoticeBar::fit()
{
    const int buttons = m_buttons->sizeHint().width();
    const int room = width() - 2 * theme::Margin - NoticeIconSize - 2 * theme::Gap - buttons;
    const int headline = m_headline->fontMetrics().horizontalAdvance(m_headline->text());
    const int text = m_text->fontMetrics().horizontalAdvance(m_text->text());
    const int least = measures::widthFor(LeastText, font());
    const bool isNarrow = headline + theme::Gap + std::min(text, least) > room;
    const bool areBelow = isNarrow && buttons > width() / MostForButtons;
    m_headline->setWordWrap(isNarrow);
    m_words->setSpacing(isNarrow ? 2 : theme::Gap);
    m_words->setDirection(isNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    if (std::exchange(m_areButtonsBelow, areBelow) == areBelow)
        return;
    m_grid->removeItem(m_buttons);
    if (areBelow)
        m_grid->addLayout(m_buttons, 1, 1, Qt::AlignLeft);
    else
        m_grid->addLayout(m_buttons, 0, 2);
}

QSize NoticeBar::minimumSizeHint() const
{
    const int words = std::max(m_buttons->sizeHint().width(), LeastWords);
    return {words + 2 * theme::Margin + NoticeIconSize + theme::Gap,
            QWidget::minimumSizeHint().height()};
}

void NoticeBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

void NoticeBar::showNotice(Kind kind, const QString &headline, const QString &text,
                           const QString &actionText, const insight::NextSteps &next,
                           const QString &topic)
{
    const QString newTopic = topic.isEmpty() ? headline : topic;
    const bool isNews = isHidden() || newTopic != m_topic;
    m_topic = newTopic;
    m_kind = kind;
    m_headline->setText(headline);
    m_text->setText(text);
    m_steps->showSteps(next);
    m_action->setText(actionText);
    m_action->setAccessibleName(actionText);
    m_action->setVisible(!actionText.isEmpty());
    m_icon->setAccessibleName(kind == Kind::Warning ? tr("Warning") : tr("Information"));
    fit();
    show();
    applyColors();
    if (isNews) {
        announce(this, headline);
        announce(this, text);
    }
}

QString NoticeBar::text() const
{
    return isHidden() ? QString() : QString(m_headline->text() + u' ' + m_text->text());
}

void NoticeBar::paintEvent(QPaintEvent *)
{
    const theme::BandColors colors = bandColors(palette(), m_kind);
    QPainter painter(this);
    painter.fillRect(rect(), colors.background);
    painter.fillRect(0, height() - 1, width(), 1, colors.line);
    if (y() > 0)
        painter.fillRect(0, 0, width(), 1, colors.line);
}

void NoticeBar::applyColors()
{
    if (isHidden())
        return;
    const QColor text = bandColors(palette(), m_kind).text;
    theme::setTextColor(*m_headline, text);
    theme::setTextColor(*m_text, text);
    theme::setTextColor(*m_action, text);
    for (QAbstractButton *button : m_steps->buttons())
        theme::setTextColor(*button, text);
    const LineIcon icon = m_kind == Kind::Warning ? LineIcon::Warning : LineIcon::Information;
    m_icon->setPixmap(
        lineIcon(icon, text).pixmap(QSize(NoticeIconSize, NoticeIconSize), devicePixelRatioF()));
}

} // namespace ui
