// SPDX-License-Identifier: Apache-2.0
#include "ui/window/topbar.h"

#include "accounts/profiles/environmentprofile.h"
#include "ui/accessibility/enabling.h"
#include "ui/accessibility/selectablelabel.h"
#include "ui/look/elidedlabel.h"
#include "ui/look/keptcolors.h"
#include "ui/look/measures.h"
#include "ui/look/profilecolortext.h"
#include "ui/look/theme.h"
#include "ui/look/tooltiptext.h"
#include "ui/look/widgets.h"

#include <QHBoxLayout>
#include <QMouseEvent>
#include <QPainter>
#include <QSignalBlocker>

#include <algorithm>

namespace ui {

namespace {

constexpr int ProfileWidth = 210;
constexpr int ProfileLineHeight = 3;
constexpr int ProfileDotSize = 12;

/// Without a colour, the room for one: names stand below each other.
QIcon dot(const QColor &color, qreal scale)
{
    QPixmap pixmap(QSize(ProfileDotSize, ProfileDotSize) * scale);
    pixmap.setDevicePixelRatio(scale);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color.isValid() ? QBrush(color) : QBrush(Qt::NoBrush));
    painter.drawEllipse(QRectF(1, 1, ProfileDotSize - 2, ProfileDotSize - 2));
    return pixmap;
}

} // namespace

TopBar::TopBar(QWidget *parent)
    : QWidget(parent), m_profiles(new ProfileBox(this)), m_colorText(makePlainLabel(this)),
      m_title(new ElidedLabel(this)),
      m_others(makeFlatButton(this, tr("Select a project"), LineIcon::Down)),
      m_id(makePlainLabel(this)), m_refresh(makeFlatButton(this, tr("Refresh"), LineIcon::Refresh,
                                                           Qt::ToolButtonTextBesideIcon)),
      m_stop(makeFlatButton(this, tr("Stop"), LineIcon::Stop, Qt::ToolButtonTextBesideIcon)),
      m_settings(
          makeFlatButton(this, tr("Settings"), LineIcon::Settings, Qt::ToolButtonTextBesideIcon))
{
    m_profiles->setAccessibleName(tr("Profile"));
    measures::keepFitting(
        *this, [this] { m_profiles->setFixedWidth(measures::widthFor(ProfileWidth, font())); });
    m_colorText->setFont(theme::smaller(font()));
    m_colorText->hide();
    m_title->setFont(theme::heading(font()));
    m_title->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    m_id->setFont(theme::monospace(font()));
    makeSelectable(m_id);
    m_title->installEventFilter(this);
    m_title->hide();
    m_others->hide();
    m_id->hide();
    layOut();

    connect(m_profiles, &ProfileBox::chosen, this, [this](int index) {
        if (index >= 0 && index < m_offered.size())
            Q_EMIT profileChosen(m_offered[index].id);
    });
    connect(m_others, &QToolButton::clicked, this, &TopBar::projectsRequested);
    connect(m_refresh, &QToolButton::clicked, this, &TopBar::refreshRequested);
    connect(m_stop, &QToolButton::clicked, this, &TopBar::stopRequested);
    connect(m_settings, &QToolButton::clicked, this, &TopBar::settingsRequested);
    keepColored(*this, [this] { applyColors(); });
}

void TopBar::layOut()
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(theme::Margin, ProfileLineHeight + 6, theme::Margin, 7);
    layout->setSpacing(theme::Gap);
    layout->addWidget(m_profiles);
    layout->addWidget(m_colorText);
    layout->addSpacing(theme::Gap);
    layout->addWidget(m_title);
    layout->addWidget(m_others);
    layout->addWidget(m_id);
    layout->addStretch();
    layout->addWidget(m_refresh);
    layout->addWidget(m_stop);
    layout->addWidget(m_settings);
}

void TopBar::setProfiles(const QList<accounts::Profile> &profiles,
                         std::optional<accounts::ProfileId> current)
{
    m_offered = profiles;
    showProfiles();
    int index = -1;
    for (int i = 0; i < static_cast<int>(m_offered.size()); ++i) {
        if (current && m_offered[i].id == *current)
            index = i;
    }
    m_profiles->setOpenIndex(index);
    showColorText();
    update();
}

void TopBar::showProfiles()
{
    const QSignalBlocker quiet(m_profiles);
    const int open = m_profiles->openIndex();
    m_profiles->clear();
    enableUnless(*m_profiles,
                 m_offered.isEmpty() ? tr("Add a profile in Settings first.") : QString());
    m_profiles->setPlaceholderText(m_offered.isEmpty() ? tr("No profile") : tr("Select a profile"));
    const bool hasDots =
        std::any_of(m_offered.cbegin(), m_offered.cend(), [](const accounts::Profile &profile) {
            return profile.color() != accounts::ProfileColor::None;
        });
    if (hasDots)
        m_profiles->setIconSize({ProfileDotSize, ProfileDotSize});
    for (const accounts::Profile &profile : std::as_const(m_offered)) {
        const QString name =
            profile.fromEnvironment ? accounts::shownEnvironmentProfileName() : profile.name;
        const QColor color = theme::profileColor(palette(), profile.color());
        // This makes the list that pops up, which takes its time: only where there are dots.
        if (!hasDots) {
            m_profiles->addItem(name);
            continue;
        }
        // Names line up, with a dot or without one.
        m_profiles->addItem(dot(color, devicePixelRatioF()), name);
        const QString said = profileColorText(profile.chosenColor, profile.name);
        for (const auto role : {Qt::ToolTipRole, Qt::AccessibleDescriptionRole})
            m_profiles->setItemData(m_profiles->count() - 1, said, role);
    }
    m_profiles->setOpenIndex(open);
}

/// What the line along the top and the dot say, in words.
void TopBar::showColorText()
{
    const int open = m_profiles->openIndex();
    const bool isOpen = open >= 0 && open < m_offered.size();
    const QString said =
        isOpen ? profileColorText(m_offered[open].chosenColor, m_offered[open].name) : QString();
    m_profiles->setAccessibleDescription(said);
    m_colorText->setText(said);
    m_colorText->setVisible(!said.isEmpty());
}

void TopBar::setProject(std::optional<atlas::ProjectId> project, const QString &name)
{
    const QString id = project ? project->toHex() : QString();
    m_title->setText(name.isEmpty() && project ? tr("Project") : name);
    m_id->setText(id);
    m_title->setVisible(!m_title->text().isEmpty());
    fit();
}

int TopBar::widthOfId() const
{
    return m_id->minimumSizeHint().width() + theme::Gap;
}

/// Where there is little room, the tooltip of the name tells the ID.
void TopBar::fit()
{
    // What is empty takes no part in the layout: its font is not even loaded.
    if (m_id->text().isEmpty()) {
        m_id->hide();
        m_title->setToolTip({});
        return;
    }
    const bool hasRoom = width() >= minimumSizeHint().width() + widthOfId();
    m_id->setVisible(hasRoom);
    m_title->setToolTip(hasRoom ? QString()
                                : toolTipFor(QString(m_title->text() + u'\n' + m_id->text())));
}

QSize TopBar::minimumSizeHint() const
{
    QSize least = QWidget::minimumSizeHint();
    if (!m_id->isHidden())
        least.rwidth() -= widthOfId();
    return least;
}

void TopBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

void TopBar::setOffersProjects(bool offers)
{
    m_others->setVisible(offers);
    m_title->setCursor(offers ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

/// Where no project is open, the button stands alone.
const QWidget &TopBar::projectTitle() const
{
    return m_title->isHidden() ? static_cast<const QWidget &>(*m_others) : *m_title;
}

/// The name is as good as the button behind it.
bool TopBar::eventFilter(QObject *watched, QEvent *event)
{
    const bool isPress = event->type() == QEvent::MouseButtonPress
        && static_cast<QMouseEvent *>(event)->button() == Qt::LeftButton;
    if (!isPress || m_others->isHidden() || !m_others->isEnabled())
        return QWidget::eventFilter(watched, event);
    Q_EMIT projectsRequested();
    return true;
}

void TopBar::setBusy(bool busy, bool hasSession)
{
    for (QToolButton *button : {m_refresh, m_others})
        enableUnless(*button, hasSession ? QString() : tr("Sign in to a profile first."));
    enableUnless(*m_stop, busy ? QString() : tr("Nothing is being loaded."));
}

void TopBar::paintEvent(QPaintEvent *)
{
    const int open = m_profiles->openIndex();
    QPainter painter(this);
    if (open >= 0 && open < m_offered.size()) {
        const QColor color = theme::profileColor(palette(), m_offered[open].color());
        if (color.isValid())
            painter.fillRect(0, 0, width(), ProfileLineHeight, color);
    }
    painter.fillRect(0, height() - 1, width(), 1, theme::line(palette()));
}

void TopBar::applyColors()
{
    theme::setTextColor(*m_id, theme::mutedText(palette()));
    if (!m_offered.isEmpty())
        showProfiles();
}

} // namespace ui
