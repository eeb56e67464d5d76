// SPDX-License-Identifier: Apache-2.0
#include "shownnumbers.h"

#include "atlas/values/bucketfield.h"
#include "ui/buckets/buckettable.h"

#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QTabWidget>

using namespace Qt::Literals::StringLiterals;

namespace testsupport {

QList<qint64> numbersIn(const QString &text)
{
    static const QRegularExpression number(u"[0-9][0-9,]*"_s);
    QList<qint64> numbers;
    auto matches = number.globalMatch(text);
    while (matches.hasNext())
        numbers.append(matches.next().captured().remove(u',').toLongLong());
    std::sort(numbers.begin(), numbers.end());
    return numbers;
}

QStringList bucketIdsOnScreen(const QWidget *window)
{
    const auto *table = firstVisible<ui::BucketTable>(window);
    QStringList ids;
    for (int row = 0; table && row < table->model()->rowCount(); ++row) {
        const auto column = static_cast<int>(atlas::BucketField::Id);
        ids.append(table->model()->index(row, column).data().toString());
    }
    return ids;
}

QString requestTextOnScreen(const QWidget *window)
{
    constexpr int DetailTabs = 5;
    const auto widgets = window->findChildren<QTabWidget *>();
    for (QTabWidget *tabs : widgets) {
        if (tabs->isVisible() && tabs->count() == DetailTabs)
            tabs->setCurrentIndex(DetailTabs - 1);
    }
    const auto *text = firstVisible<QPlainTextEdit>(window);
    return text ? text->toPlainText() : QString();
}

} // namespace testsupport
