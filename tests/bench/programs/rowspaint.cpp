// SPDX-License-Identifier: Apache-2.0
// Linked into the program, it says "rows" on standard output when its table of export buckets has
// been painted with rows in it for the first time. The program's own sources know nothing of it.
#include <QAbstractItemModel>
#include <QCoreApplication>
#include <QEvent>
#include <QObject>
#include <QTableView>

#include <cstdio>

namespace {

/// They come after the window, and are handed to the platform at the end of an update request.
class RowsPaint : public QObject
{
public:
    using QObject::QObject;

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && hasRows(watched))
            m_arePainted = true;
        if (event->type() != QEvent::UpdateRequest || m_isDelivering)
            return false;
        m_isDelivering = true;
        watched->event(event);
        m_isDelivering = false;
        if (m_arePainted) {
            std::puts("rows");
            std::fflush(stdout);
            deleteLater();
        }
        return true;
    }

private:
    static bool hasRows(const QObject *viewport)
    {
        const auto *table = qobject_cast<const QTableView *>(viewport->parent());
        return table && table->viewport() == viewport && table->model()
            && table->accessibleName() == QLatin1String("Export buckets")
            && table->model()->rowCount() > 0;
    }

    bool m_arePainted = false;
    bool m_isDelivering = false;
};

void watchRows()
{
    qApp->installEventFilter(new RowsPaint(qApp));
}

Q_COREAPP_STARTUP_FUNCTION(watchRows)

} // namespace
