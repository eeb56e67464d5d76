// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/rows/typing.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QKeyEvent>
#include <QVBoxLayout>

#include <stdexcept>

namespace bench {

namespace {

double millisecondsOf(const QElapsedTimer &timer)
{
    return double(timer.nsecsElapsed()) / 1e6;
}

} // namespace

Typing::Typing(Buckets &buckets) : m_table(QStringLiteral("Export buckets")), m_delegate(&m_table)
{
    m_filtered.setSourceModel(&buckets.table);
    m_filter.setBuckets(&buckets.store);
    m_table.setModel(&m_filtered);
    m_table.setItemDelegate(&m_delegate);
    connect(&m_filter, &QLineEdit::textChanged, &m_filtered,
            &models::BucketSortFilterModel::setFilterText);
    auto *layout = new QVBoxLayout(&m_window);
    layout->addWidget(&m_filter);
    layout->addWidget(&m_table);
    m_window.resize(1400, 900);
    m_table.viewport()->installEventFilter(this);
    m_window.show();
    m_filter.setFocus();
    waitUntilPainted();
}

bool Typing::eventFilter(QObject *, QEvent *event)
{
    m_isPainted = m_isPainted || event->type() == QEvent::Paint;
    return false;
}

/// The window paints everything that is to be painted at once.
void Typing::waitUntilPainted()
{
    constexpr int MostRounds = 100;
    m_table.viewport()->update();
    m_isPainted = false;
    for (int round = 0; !m_isPainted; ++round) {
        if (round == MostRounds)
            throw std::runtime_error("the table is not painted");
        QCoreApplication::processEvents();
    }
}

double Typing::press(Qt::Key key, const QString &text)
{
    QElapsedTimer timer;
    timer.start();
    QKeyEvent down(QEvent::KeyPress, key, Qt::NoModifier, text);
    QCoreApplication::sendEvent(&m_filter, &down);
    QKeyEvent up(QEvent::KeyRelease, key, Qt::NoModifier, text);
    QCoreApplication::sendEvent(&m_filter, &up);
    waitUntilPainted();
    return millisecondsOf(timer);
}

QList<double> Typing::typeAndTakeBack(const QString &text)
{
    QList<double> times;
    for (const QChar c : text)
        times.append(press(Qt::Key_unknown, c));
    for (qsizetype i = 0; i < text.size(); ++i)
        times.append(press(Qt::Key_Backspace, {}));
    return times;
}

double Typing::sort(atlas::BucketField column, Qt::SortOrder order)
{
    QElapsedTimer timer;
    timer.start();
    m_table.sortByColumn(static_cast<int>(column), order);
    waitUntilPainted();
    return millisecondsOf(timer);
}

} // namespace bench
