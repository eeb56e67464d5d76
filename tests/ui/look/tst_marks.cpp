// SPDX-License-Identifier: Apache-2.0
#include "ui/buckets/bardelegate.h"
#include "ui/buckets/duplicatedelegate.h"
#include "ui/look/theme.h"
#include "ui/settings/settingsitemdelegate.h"
#include "ui/tables/tableview.h"
#include "ui/tables/twolinedelegate.h"
#include "ui/window/topbar.h"

#include <QComboBox>
#include <QHeaderView>
#include <QImage>
#include <QPainter>
#include <QStandardItemModel>
#include <QTest>

#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int RingWidth = 2;

/// An item as `delegate` paints it.
QImage imageOf(const QAbstractItemDelegate &delegate, const QModelIndex &item, bool hasFocus)
{
    QImage image(200, 44, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    QStyleOptionViewItem option;
    option.rect = image.rect();
    option.state = QStyle::State_Enabled | QStyle::State_Active;
    option.state.setFlag(QStyle::State_HasFocus, hasFocus);
    delegate.paint(&painter, option, item);
    return image;
}

/// Where two images of one size differ.
QRegion differenceOf(const QImage &one, const QImage &other)
{
    QRegion changed;
    for (int y = 0; y < one.height(); ++y) {
        for (int x = 0; x < one.width(); ++x) {
            if (one.pixel(x, y) != other.pixel(x, y))
                changed += QRect(x, y, 1, 1);
        }
    }
    return changed;
}

QRegion ringAround(const QRect &area)
{
    return QRegion(area) - area.adjusted(RingWidth, RingWidth, -RingWidth, -RingWidth);
}

/// Whatever rectangles they are made of.
bool areSame(const QRegion &one, const QRegion &other)
{
    return one.xored(other).isEmpty();
}

} // namespace

/// What marks tell: rings of the focus, dots of profiles, the pointer over what can be clicked.
class MarksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ringsTheItemWithTheFocus_data();
    void ringsTheItemWithTheFocus();
    void ringsRowsThatHaveNoCurrentOne();
    void linesUpProfiles();
    void pointsAtTitlesThatSort();
};

void MarksTest::ringsTheItemWithTheFocus_data()
{
    using Delegate = std::shared_ptr<QAbstractItemDelegate>;
    QTest::addColumn<Delegate>("delegate");
    QTest::newRow("projects") << Delegate(std::make_shared<ui::TwoLineDelegate>());
    QTest::newRow("bars") << Delegate(std::make_shared<ui::BarDelegate>());
    QTest::newRow("settings") << Delegate(std::make_shared<ui::SettingsItemDelegate>());
    QTest::newRow("rows") << Delegate(std::make_shared<ui::CellDelegate>());
    QTest::newRow("duplicates") << Delegate(std::make_shared<ui::DuplicateDelegate>());
}

/// Two pixels around, whole, and nothing else.
void MarksTest::ringsTheItemWithTheFocus()
{
    QFETCH(const std::shared_ptr<QAbstractItemDelegate>, delegate);
    QStandardItemModel model(1, 1);
    model.setItem(0, new QStandardItem(u"payments"_s));
    const QModelIndex item = model.index(0, 0);
    const QRegion ring =
        differenceOf(imageOf(*delegate, item, false), imageOf(*delegate, item, true));
    const QRect around = ring.boundingRect();
    QVERIFY(around.width() > 190 && around.height() > 35);
    QVERIFY(areSame(ring, ringAround(around)));
}

void MarksTest::ringsRowsThatHaveNoCurrentOne()
{
    QStandardItemModel model(3, 2);
    ui::TableView table(u"Export jobs"_s);
    table.setModel(&model);
    table.show();
    QVERIFY(QTest::qWaitForWindowActive(&table));
    table.clearFocus();
    const QImage without = table.viewport()->grab().toImage();
    table.setFocus(Qt::TabFocusReason);
    QTRY_VERIFY(table.hasFocus());
    QVERIFY(!table.currentIndex().isValid());
    QVERIFY(areSame(differenceOf(without, table.viewport()->grab().toImage()),
                    ringAround(table.viewport()->rect())));
}

/// With a dot or without one, as soon as one has one.
void MarksTest::linesUpProfiles()
{
    accounts::Profile plain;
    plain.name = u"Spare"_s;
    accounts::Profile colored = plain;
    colored.name = u"Live"_s;
    colored.chosenColor = accounts::ProfileColor::Red;
    ui::TopBar bar;
    const auto *profiles = bar.findChild<QComboBox *>();
    bar.setProfiles({plain, colored}, {});
    QCOMPARE(profiles->count(), 2);
    QVERIFY(!profiles->itemIcon(1).isNull());
    QCOMPARE(profiles->itemIcon(0).availableSizes(), profiles->itemIcon(1).availableSizes());
    bar.setProfiles({plain}, {});
    QVERIFY(profiles->itemIcon(0).isNull());
}

void MarksTest::pointsAtTitlesThatSort()
{
    QStandardItemModel model(3, 2);
    ui::TableView table(u"Export buckets"_s);
    table.setModel(&model);
    table.resize(400, 200);
    table.show();
    QVERIFY(QTest::qWaitForWindowExposed(&table));
    QWidget *header = table.horizontalHeader()->viewport();
    const QPoint title(20, header->height() / 2);
    const QPoint edge(table.columnWidth(0), title.y());
    const auto over = [header](const QPoint &place) {
        QTest::mouseMove(header, place + QPoint(1, 0));
        QTest::mouseMove(header, place);
        return header->cursor().shape();
    };
    QCOMPARE(over(title), Qt::ArrowCursor);
    table.setSortingEnabled(true);
    QCOMPARE(over(title), Qt::PointingHandCursor);
    QCOMPARE(over(edge), Qt::SplitHCursor);
    QCOMPARE(over(title), Qt::PointingHandCursor);
    QCOMPARE(over({header->width() - 5, title.y()}), Qt::ArrowCursor);
    table.horizontalHeader()->setSectionsClickable(false);
    QCOMPARE(over(title), Qt::ArrowCursor);
}

QTEST_MAIN(MarksTest)
#include "tst_marks.moc"
