// SPDX-License-Identifier: Apache-2.0
#include "ui/parts/emptystate.h"

#include "ui/accessibility/announcer.h"
#include "ui/accessibility/selectablelabel.h"
#include "ui/accessibility/stepbuttons.h"
#include "ui/look/keptcolors.h"
#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/look/tooltiptext.h"
#include "ui/look/widgets.h"

#include <QHBoxLayout>
#include <QShowEvent>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace ui {

namespace {

constexpr int IconSize = 40;
constexpr int TextWidth = 460;
constexpr int LeastTextWidth = 260;
constexpr int LeastHeight = 80;

/// A line each.
QString numbered(const QStringList &points)
{
    QStringList lines;
    for (const QString &point : points)
        lines.append(u"%1. %2"_s.arg(QString::number(lines.size() + 1), point));
    return lines.join(u'\n');
}

} // namespace

EmptyState::EmptyState(QWidget *parent)
    : QScrollArea(parent), m_content(new QWidget(this)), m_icon(new QLabel(m_content)),
      m_title(makePlainLabel(m_content)), m_text(makePlainLabel(m_content)),
      m_points(makePlainLabel(m_content)),
      m_steps(new StepButtons(StepButtons::Look::Framed, m_content)),
      m_action(new QPushButton(m_content)), m_choices(new QVBoxLayout)
{
    setFrameShape(NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    m_content->setAutoFillBackground(true);
    m_content->setBackgroundRole(QPalette::Base);
    m_icon->setAlignment(Qt::AlignCenter);
    m_title->setFont(theme::heading(font()));
    m_title->setAlignment(Qt::AlignCenter);
    m_title->setWordWrap(true);
    m_text->setAlignment(Qt::AlignCenter);
    m_text->setWordWrap(true);
    makeSelectable(m_text);
    m_points->setWordWrap(true);
    makeSelectable(m_points);
    m_points->hide();
    m_title->hide();
    m_text->hide();
    m_action->hide();
    connect(m_action, &QPushButton::clicked, this, [this] { Q_EMIT actionTriggered(NoChoice); });
    connect(m_steps, &StepButtons::chosen, this, &EmptyState::stepChosen);
    layOut();
    setWidget(m_content);
    keepColored(*this, [this] { applyColors(); });
}

void EmptyState::layOut()
{
    auto *layout = new QVBoxLayout(m_content);
    layout->setSpacing(theme::Gap);
    layout->addStretch(2);
    layout->addWidget(m_icon, 0, Qt::AlignHCenter);
    layout->addWidget(m_title, 0, Qt::AlignHCenter);
    layout->addWidget(m_text, 0, Qt::AlignHCenter);
    layout->addWidget(m_points, 0, Qt::AlignHCenter);
    layout->addSpacing(theme::Gap);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(theme::Gap);
    buttons->addStretch();
    buttons->addWidget(m_steps);
    buttons->addWidget(m_action);
    buttons->addStretch();
    layout->addLayout(buttons);
    m_choices->setSpacing(theme::Gap);
    layout->addLayout(m_choices);
    layout->addStretch(3);
}

void EmptyState::setMessage(const Message &message)
{
    if (message == m_message)
        return;
    m_message = message;
    m_title->setText(message.title);
    m_text->setText(message.text);
    m_title->setVisible(!message.title.isEmpty());
    m_text->setVisible(!message.text.isEmpty());
    m_icon->setAccessibleName(iconName());
    m_points->setText(numbered(message.points));
    m_points->setVisible(!message.points.isEmpty());
    m_steps->showSteps(message.next);
    showChoices(message.choices);
    m_action->setText(message.actionText);
    m_action->setAccessibleName(message.actionText);
    m_action->setVisible(!message.actionText.isEmpty());
    fit();
    applyColors();
    tell();
}

void EmptyState::showChoices(const QList<Choice> &choices)
{
    for (QPushButton *button : std::as_const(m_choiceButtons)) {
        // It may be the one that is being pressed.
        button->hide();
        button->deleteLater();
    }
    m_choiceButtons.clear();
    for (int i = 0; i < choices.size(); ++i) {
        QString text = choices.at(i).text;
        auto *button = new QPushButton(m_content);
        button->setAccessibleName(text);
        button->setText(text.replace(u'&', "&&"_L1));
        button->setToolTip(toolTipFor(choices.at(i).toolTip));
        connect(button, &QPushButton::clicked, this, [this, i] { Q_EMIT actionTriggered(i); });
        m_choices->addWidget(button, 0, Qt::AlignHCenter);
        m_choiceButtons.append(button);
    }
}

/// A layout asks aligned labels for their size hint only, not for their height at a width.
void EmptyState::fit()
{
    const int room = std::max(LeastTextWidth, viewport()->width() - 2 * theme::Margin);
    const int textWidth = std::min(measures::widthFor(TextWidth, font()), room);
    for (QLabel *label : {m_title, m_text, m_points})
        label->setFixedSize(textWidth, std::max(0, label->heightForWidth(textWidth)));
    // Where there is little room, words come first.
    const int icon = m_icon->isHidden() ? IconSize + theme::Gap : 0;
    m_icon->setVisible(height() >= m_content->layout()->totalMinimumSize().height() + icon);
}

QSize EmptyState::minimumSizeHint() const
{
    int buttons = 0;
    for (const QWidget *part : std::initializer_list<const QWidget *>{m_steps, m_action})
        buttons += part->isHidden() ? 0 : part->minimumSizeHint().width() + theme::Gap;
    for (const QPushButton *choice : m_choiceButtons)
        buttons = std::max(buttons, choice->minimumSizeHint().width());
    return {std::max(LeastTextWidth, buttons) + 2 * theme::Margin, LeastHeight};
}

void EmptyState::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    fit();
}

void EmptyState::showEvent(QShowEvent *event)
{
    QScrollArea::showEvent(event);
    // Otherwise only the window comes back.
    if (!event->spontaneous())
        tell();
}

bool EmptyState::hasFailed() const
{
    return m_message.kind == Kind::Error || m_message.kind == Kind::Warning;
}

/// What the icon says that the title does not; empty if that is nothing.
QString EmptyState::iconName() const
{
    switch (m_message.kind) {
    case Kind::Error:
        return tr("Error");
    case Kind::Warning:
        return tr("Warning");
    case Kind::Plain:
    case Kind::News:
        return {};
    }
    Q_UNREACHABLE();
    return {};
}

/// It comes while the focus is elsewhere.
void EmptyState::tell()
{
    if (!isVisible() || m_message.kind == Kind::Plain)
        return;
    announce(this, m_message.title);
    announce(this, m_message.text);
}

void EmptyState::applyColors()
{
    if (m_message == Message())
        return;
    const QColor muted = theme::mutedText(palette());
    theme::setTextColor(*m_text, muted);
    theme::setTextColor(*m_points, muted);
    const QColor iconColor = hasFailed()      ? theme::failure(palette())
        : m_message.icon == LineIcon::Success ? theme::success(palette())
                                              : muted;
    m_icon->setPixmap(
        lineIcon(m_message.icon, iconColor).pixmap(QSize(IconSize, IconSize), devicePixelRatioF()));
}

} // namespace ui
