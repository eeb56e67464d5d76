// SPDX-License-Identifier: Apache-2.0
#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/tables/tableview.h"

#include <QFontMetrics>
#include <QHeaderView>
#include <QStandardItemModel>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
namespace measures = ui::measures;

/// Heights and widths follow the letters.
class MeasuresTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areTheUsualOnes();
    void holdTheirText_data();
    void holdTheirText();
    void followTheFontOfATable();
};

void MeasuresTest::areTheUsualOnes()
{
    const QFont font;
    QCOMPARE(measures::rowHeight(font), 30);
    QCOMPARE(measures::headerHeight(font), 32);
    QCOMPARE(measures::twoLineHeight(font), 44);
    QCOMPARE(measures::tabHeight(font), 32);
    QCOMPARE(measures::pillHeight(font), 20);
    QCOMPARE(measures::widthFor(210, font), 210);
}

void MeasuresTest::holdTheirText_data()
{
    QTest::addColumn<double>("points");
    for (const double points : {7.0, 9.0, 11.0, 14.0, 20.0, 36.0})
        QTest::newRow(qPrintable(QString::number(points))) << points;
}

void MeasuresTest::holdTheirText()
{
    QFETCH(const double, points);
    QFont font;
    font.setPointSizeF(points);
    const int letters = QFontMetrics(font).height();
    for (const int height : {measures::rowHeight(font), measures::headerHeight(font),
                             measures::tabHeight(font), measures::pillHeight(font)})
        QVERIFY(height > letters);
    QVERIFY(measures::twoLineHeight(font) > QFontMetrics(ui::theme::bold(font)).height()
                + QFontMetrics(ui::theme::smaller(font)).height());
    QVERIFY(measures::widthFor(210, font) >= 210);
}

void MeasuresTest::followTheFontOfATable()
{
    QStandardItemModel model(3, 1);
    ui::TableView table(u"Rows"_s);
    table.setModel(&model);
    QCOMPARE(table.rowHeight(0), measures::rowHeight(table.font()));
    QFont large;
    large.setPointSizeF(20);
    table.setFont(large);
    QCOMPARE(table.rowHeight(0), measures::rowHeight(large));
    QVERIFY(table.horizontalHeader()->sizeHint().height() >= measures::headerHeight(large));
}

QTEST_MAIN(MeasuresTest)
#include "tst_measures.moc"
