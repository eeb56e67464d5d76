// SPDX-License-Identifier: Apache-2.0
#include "ui/noticebar.h"

#include "ui/announcer.h"
#include "ui/keptcolors.h"
#include "ui/lineicon.h"
#include "ui/stepbuttons.h"
#include "ui/theme.h"
#include "ui/widgets.h"

#include <QHBoxLayout>
#include <QPainter>

namespace ui {

namespace {

theme::BandColors bandColors(const QPalette &palette, NoticeBar::Kind kind)
{
    return kind == NoticeBar::Kind::Warning ? theme::warningBand(palette)
                                            : theme::infoBand(palette);
}

} // namespace

NoticeBar::NoticeBar(QWidget *parent)
    : QWidget(parent), m_icon(new QLabel(this)), m_headline(makePlainLabel(this)),
      m_text(makePlainLabel(this)), m_steps(new StepButtons(StepButtons::Look::Flat, this)),
      m_action(new QToolButton(this))
{
    m_headline->setFont(theme::bold(font()));
    m_text->setWordWrap(true);
    makeSelectable(m_text);
    m_action->setAutoRaise(true);
    m_action->setFocusPolicy(Qt::TabFocus);
    connect(m_action, &QToolButton::clicked, this, &NoticeBar::actionTriggered);
    connect(m_steps, &StepButtons::chosen, this, &NoticeBar::stepChosen);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(theme::Margin, 7, theme::Margin, 8);
    layout->setSpacing(theme::Gap);
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    layout->addWidget(m_headline, 0, Qt::AlignTop);
    layout->addWidget(m_text, 1, Qt::AlignTop);
    layout->addWidget(m_steps, 0, Qt::AlignTop);
    layout->addWidget(m_action, 0, Qt::AlignTop);
    hide();
    keepColored(*this, [this] { applyColors(); });
}

void NoticeBar::showNotice(Kind kind, const QString &headline, const QString &text,
                           const QString &actionText, const browse::NextSteps &next,
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
    m_icon->setPixmap(lineIcon(icon, text).pixmap(QSize(16, 16), devicePixelRatioF()));
}

} // namespace ui
