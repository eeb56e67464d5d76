// SPDX-License-Identifier: Apache-2.0
// Linked into a program that has windows, it says "painted" on standard output when the first of
// them is on the screen. The program's own sources know nothing of it.
//
// A window is painted, and its content handed to the platform, within its first expose event. So
// the event is delivered here, and the word is said when it returns.
#include <QCoreApplication>
#include <QEvent>
#include <QExposeEvent>
#include <QObject>
#include <QWindow>

#include <cstdio>

namespace {

class FirstPaint : public QObject
{
public:
    using QObject::QObject;

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        auto *window = qobject_cast<QWindow *>(watched);
        if (m_isDelivering || !window || event->type() != QEvent::Expose || !window->isExposed())
            return false;
        m_isDelivering = true;
        watched->event(event);
        std::fputs("painted\n", stdout);
        std::fflush(stdout);
        deleteLater();
        return true;
    }

private:
    bool m_isDelivering = false;
};

void watchFirstPaint()
{
    qApp->installEventFilter(new FirstPaint(qApp));
}

Q_COREAPP_STARTUP_FUNCTION(watchFirstPaint)

} // namespace
