// SPDX-License-Identifier: Apache-2.0
#include "ui/window/windowgeometry.h"

#include <QGuiApplication>
#include <QScreen>
#include <QStyle>
#include <QWidget>

#include <algorithm>

namespace ui {

namespace {

constexpr QSize LargestFirst(1440, 900);
/// From here on, projects have room beside the table.
constexpr int RoomForProjects = 1100;
/// From here on, all panes have.
constexpr int RoomForAll = 1500;
constexpr int LeastProjects = 150;
constexpr int LeastDetails = 300;
constexpr int MostProjects = 215;
constexpr int MostDetails = 430;
constexpr int LeastStatus = 96;
constexpr int MostStatus = 140;

/// How far apart they are; 0 if they touch.
int distance(const QRect &left, const QRect &right)
{
    const int across = std::max({0, left.left() - right.right(), right.left() - left.right()});
    const int down = std::max({0, left.top() - right.bottom(), right.top() - left.bottom()});
    return across + down;
}

qint64 areaOf(const QRect &rectangle)
{
    return rectangle.isEmpty() ? 0 : qint64(rectangle.width()) * rectangle.height();
}

QRect screenOf(const QRect &place, const QList<QRect> &screens)
{
    return *std::min_element(
        screens.begin(), screens.end(), [&place](const QRect &left, const QRect &right) {
            const qint64 onLeft = areaOf(left & place);
            const qint64 onRight = areaOf(right & place);
            return onLeft != onRight ? onLeft > onRight
                                     : distance(left, place) < distance(right, place);
        });
}

/// What a frame takes is not known before the window is shown: a title and thin rims.
QSize likelyFrame(const QWidget &window)
{
    if (window.isVisible())
        return window.frameGeometry().size() - window.size();
    const int rim = window.style()->pixelMetric(QStyle::PM_MdiSubWindowFrameWidth);
    return {2 * rim, window.style()->pixelMetric(QStyle::PM_TitleBarHeight) + rim};
}

} // namespace

QSize firstSize(const QSize &free, const QSize &frame)
{
    return LargestFirst.boundedTo(free - frame);
}

bool fillsScreen(const QSize &free)
{
    return free.width() <= LargestFirst.width() && free.height() <= LargestFirst.height();
}

QRect pulledOntoScreen(const QRect &place, const QSize &frame, const QList<QRect> &screens)
{
    if (screens.isEmpty())
        return place;
    const QRect screen = screenOf(place, screens);
    // The title, which all else can be moved by, is above.
    const QRect room = screen.adjusted(frame.width() / 2, frame.height() - frame.width() / 2,
                                       -frame.width() / 2, -frame.width() / 2);
    QRect pulled(place.topLeft(), place.size().boundedTo(room.size()));
    pulled.moveLeft(std::clamp(pulled.left(), room.left(), room.right() + 1 - pulled.width()));
    pulled.moveTop(std::clamp(pulled.top(), room.top(), room.bottom() + 1 - pulled.height()));
    return pulled;
}

OpenPanes firstOpenPanes(int screenWidth)
{
    const bool hasRoomForAll = screenWidth >= RoomForAll;
    return {screenWidth >= RoomForProjects, hasRoomForAll, hasRoomForAll};
}

PaneWidths firstPaneWidths(int width)
{
    PaneWidths widths;
    widths.projects = std::clamp(width * 15 / 100, LeastProjects, MostProjects);
    widths.details = std::clamp(width * 30 / 100, LeastDetails, MostDetails);
    widths.buckets = std::max(0, width - widths.projects - widths.details);
    return widths;
}

int firstStatusHeight(int height)
{
    return std::clamp(height * 16 / 100, LeastStatus, MostStatus);
}

void openWithinScreen(QWidget &window)
{
    const QSize free = window.screen()->availableSize();
    window.resize(firstSize(free, likelyFrame(window)));
    if (fillsScreen(free))
        window.setWindowState(window.windowState() | Qt::WindowMaximized);
}

void keepOnScreen(QWidget &window)
{
    if (window.windowState() & (Qt::WindowMaximized | Qt::WindowFullScreen))
        return;
    QList<QRect> screens;
    for (const QScreen *screen : QGuiApplication::screens())
        screens.append(screen->availableGeometry());
    const QRect place = pulledOntoScreen(window.geometry(), likelyFrame(window), screens);
    if (place != window.geometry())
        window.setGeometry(place);
}

} // namespace ui
