// SPDX-License-Identifier: Apache-2.0
#include "ui/accessibility/announcer.h"

#include <chrono>
#include <utility>

using namespace std::chrono_literals;

namespace ui {

namespace {

constexpr auto JoiningTime = 500ms;
/// More than a refresh has to say; nobody may ever refresh.
constexpr qsizetype MostKnown = 1000;
/// Who walks through the window later finds no old news.
constexpr auto AnnouncementLife = 10s;

/// The window that all dialogs of it belong to.
QWidget *outermost(QWidget *widget)
{
    while (QWidget *parent = widget->parentWidget())
        widget = parent;
    return widget;
}

} // namespace

void announce(QWidget *widget, const QString &text)
{
    if (!text.isEmpty())
        Announcer::of(widget)->say(text);
}

/// Without a text: Qt would make the interface of a plain label for it, and keep that.
Announcer::Announcer(QWidget *parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    m_joining.setSingleShot(true);
    m_joining.setInterval(JoiningTime);
    m_forgetting.setSingleShot(true);
    m_forgetting.setInterval(AnnouncementLife);
    connect(&m_joining, &QTimer::timeout, this, &Announcer::sayAll);
    connect(&m_forgetting, &QTimer::timeout, this, &QLabel::clear);
}

Announcer *Announcer::of(QWidget *widget)
{
    QWidget *window = outermost(widget);
    if (auto *there = window->findChild<Announcer *>())
        return there;
    // A description of the label itself would be said after each text.
    auto *group = new QWidget(window);
    group->setAccessibleName(tr("Announcements"));
    group->setAttribute(Qt::WA_TransparentForMouseEvents);
    auto *announcer = new Announcer(group);
    for (QWidget *part : {group, static_cast<QWidget *>(announcer)}) {
        part->setGeometry(0, 0, 1, 1);
        part->lower();
        part->show();
    }
    return announcer;
}

void Announcer::say(const QString &text)
{
    if (isSilent())
        return;
    if (m_known.size() >= MostKnown)
        m_known.clear();
    m_known.insert(text);
    if (m_saysOnlyNews && m_knownBefore.contains(text))
        return;
    if (!m_waiting.contains(text))
        m_waiting.append(text);
    if (!m_joining.isActive())
        m_joining.start();
}

/// What has changed and changed back is news both times: older texts are forgotten.
void Announcer::setSaysOnlyNews(bool saysOnlyNews)
{
    if (!std::exchange(m_saysOnlyNews, saysOnlyNews) && saysOnlyNews)
        m_knownBefore = std::exchange(m_known, {});
}

void Announcer::paintEvent(QPaintEvent *) { }

/// Of several texts at once, a screen reader would say the last one alone.
void Announcer::sayAll()
{
    const QString text = m_waiting.join(u'\n');
    m_waiting.clear();
    setText(text);
    sendAnnouncement(this, text);
    m_forgetting.start();
}

Silence::Silence(QWidget *widget) : m_announcer(Announcer::of(widget))
{
    ++m_announcer->m_silences;
}

Silence::~Silence()
{
    if (m_announcer)
        --m_announcer->m_silences;
}

} // namespace ui
