// SPDX-License-Identifier: Apache-2.0
#include "buckets/rows/bucketstore.h"
#include "tests/ui/support/widgetfinder.h"
#include "ui/buckets/filteredit.h"

#include <QAccessible>
#include <QApplication>
#include <QListView>
#include <QPushButton>
#include <QShortcut>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>
#include <QWindow>

using namespace Qt::Literals::StringLiterals;
using buckets::BucketStore;

namespace {

QList<atlas::ExportBucket> threeBuckets()
{
    QList<atlas::ExportBucket> buckets;
    for (const QString &provider : {u"GCP"_s, u"AWS"_s, u"AWS"_s}) {
        atlas::ExportBucket bucket;
        bucket.id = *atlas::BucketId::fromHex(
            u"65f1a2b3%1"_s.arg(int(buckets.size()), 16, 16, QChar(u'0')));
        bucket.text(atlas::BucketField::Name) = u"ledger"_s;
        bucket.text(atlas::BucketField::Provider) = provider;
        buckets.append(bucket);
    }
    return buckets;
}

} // namespace

/// The filter's completion, driven by keys as they come from the window system.
class FilterEditTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void offersFieldsAndValues();
    void takesTheFirstByTab();
    void leavesByTabWhenNothingIsOffered();
    void offersFieldsByDown();
    void closesOffersByEscapeFirst();
    void goesOnWhileTyping();
    void offersNothingInTheMidst();
    void offersNothingWhenTheTextIsSet();
    void leavesEnterAlone();
    void canBeUndone();
    void showsServerTextAsText();
    void survivesItsModel();
    void isAccessible();

private:
    void press(Qt::Key key);
    void type(const QString &text);
    QStringList offers() const;
    bool isOffering() const { return QApplication::activePopupWidget() != nullptr; }

    std::unique_ptr<BucketStore> m_buckets;
    std::unique_ptr<QWidget> m_window;
    ui::FilterEdit *m_edit = nullptr;
    QPushButton *m_next = nullptr;
    int m_stops = 0;
};

void FilterEditTest::init()
{
    m_stops = 0;
    m_buckets = std::make_unique<BucketStore>();
    m_buckets->nameProject({}, u"Payments – prod"_s);
    m_buckets->setBuckets({}, threeBuckets());
    m_window = std::make_unique<QWidget>();
    auto *layout = new QVBoxLayout(m_window.get());
    m_edit = new ui::FilterEdit(m_window.get());
    m_edit->setAccessibleName(u"Filter buckets"_s);
    m_edit->setBuckets(m_buckets.get());
    m_next = new QPushButton(u"Next"_s, m_window.get());
    layout->addWidget(m_edit);
    layout->addWidget(m_next);
    // As in the main window, where it stops what is loading.
    auto *stop = new QShortcut(m_window.get());
    stop->setKey(Qt::Key_Escape);
    connect(stop, &QShortcut::activated, this, [this] { ++m_stops; });
    m_window->resize(500, 200);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_edit->setFocus();
    QTRY_VERIFY(m_edit->hasFocus());
}

void FilterEditTest::cleanup()
{
    m_window.reset();
    m_buckets.reset();
}

/// By the window that has the keyboard.
void FilterEditTest::press(Qt::Key key)
{
    const QWidget *popup = QApplication::activePopupWidget();
    QTest::keyClick((popup ? popup : m_window.get())->windowHandle(), key);
}

void FilterEditTest::type(const QString &text)
{
    for (const QChar c : text)
        QTest::sendKeyEvent(QTest::Click,
                            QApplication::activePopupWidget() ? QApplication::activePopupWidget()
                                                              : static_cast<QWidget *>(m_edit),
                            Qt::Key_unknown, QString(c), Qt::NoModifier);
}

QStringList FilterEditTest::offers() const
{
    const auto *list = qobject_cast<QListView *>(QApplication::activePopupWidget());
    QStringList texts;
    for (int row = 0; list && row < list->model()->rowCount(); ++row)
        texts.append(list->model()->index(row, 0).data().toString());
    return texts;
}

void FilterEditTest::offersFieldsAndValues()
{
    type(u"ledger pro"_s);
    QTRY_COMPARE(offers(), (QStringList{u"provider:"_s, u"project:"_s}));
    press(Qt::Key_Down);
    press(Qt::Key_Return);
    QCOMPARE(m_edit->text(), u"ledger provider:"_s);
    QTRY_COMPARE(offers(), (QStringList{u"provider:AWS"_s, u"provider:\"Google Cloud\""_s}));
    press(Qt::Key_Down);
    press(Qt::Key_Down);
    press(Qt::Key_Return);
    QCOMPARE(m_edit->text(), u"ledger provider:\"Google Cloud\" "_s);
    QVERIFY(!isOffering());
    QVERIFY(m_edit->hasFocus());
}

void FilterEditTest::takesTheFirstByTab()
{
    type(u"proj"_s);
    QTRY_VERIFY(isOffering());
    press(Qt::Key_Tab);
    QCOMPARE(m_edit->text(), u"project:"_s);
    QVERIFY(m_edit->hasFocus());
    QTRY_VERIFY(isOffering());
    press(Qt::Key_Tab);
    QCOMPARE(m_edit->text(), u"project:\"Payments – prod\" "_s);
}

void FilterEditTest::leavesByTabWhenNothingIsOffered()
{
    type(u"ledger"_s);
    press(Qt::Key_Tab);
    QTRY_VERIFY(m_next->hasFocus());
    QVERIFY(!isOffering());
}

void FilterEditTest::offersFieldsByDown()
{
    press(Qt::Key_Down);
    QTRY_COMPARE(offers().size(), 20);
    press(Qt::Key_Escape);
    QVERIFY(!isOffering());
    QCOMPARE(m_edit->text(), QString());
}

void FilterEditTest::closesOffersByEscapeFirst()
{
    type(u"prov"_s);
    QTRY_VERIFY(isOffering());
    press(Qt::Key_Escape);
    QTRY_VERIFY(!isOffering());
    QCOMPARE(m_stops, 0);
    QCOMPARE(m_edit->text(), u"prov"_s);
    press(Qt::Key_Escape);
    QTRY_COMPARE(m_stops, 1);
}

void FilterEditTest::goesOnWhileTyping()
{
    QSignalSpy changed(m_edit, &QLineEdit::textChanged);
    type(u"p"_s);
    QTRY_VERIFY(isOffering());
    type(u"riv"_s);
    QCOMPARE(m_edit->text(), u"priv"_s);
    QCOMPARE(changed.count(), 4); // Typing waits for no offer.
    QTRY_COMPARE(offers(), QStringList{u"private:"_s});
    type(u"x"_s);
    QTRY_VERIFY(!isOffering());
    press(Qt::Key_Backspace);
    QTRY_VERIFY(isOffering());
}

void FilterEditTest::offersNothingInTheMidst()
{
    m_edit->setText(u"pro ledger"_s);
    m_edit->setCursorPosition(3);
    press(Qt::Key_Down);
    QVERIFY(!isOffering());
}

void FilterEditTest::offersNothingWhenTheTextIsSet()
{
    m_edit->setText(u"provider:"_s);
    QTest::qWait(100);
    QVERIFY(!isOffering());
}

void FilterEditTest::leavesEnterAlone()
{
    type(u"pro"_s);
    QTRY_VERIFY(isOffering());
    press(Qt::Key_Return); // Nothing is chosen.
    QCOMPARE(m_edit->text(), u"pro"_s);
    QTRY_VERIFY(!isOffering());
}

void FilterEditTest::canBeUndone()
{
    type(u"prov"_s);
    QTRY_VERIFY(isOffering());
    press(Qt::Key_Tab);
    QCOMPARE(m_edit->text(), u"provider:"_s);
    m_edit->undo();
    QCOMPARE(m_edit->text(), u"prov"_s);
}

void FilterEditTest::showsServerTextAsText()
{
    const QString evil = u"<b>a</b>\u202Eb"_s;
    m_buckets->nameProject({}, evil);
    type(u"project:"_s);
    QTRY_COMPARE(offers(), QStringList{u"project:<b>a</b>\\u202Eb"_s});
    press(Qt::Key_Tab);
    QCOMPARE(m_edit->text(), QString(u"project:"_s + evil + u' '));
}

void FilterEditTest::survivesItsModel()
{
    m_buckets.reset();
    type(u"provider:"_s);
    QTest::qWait(100);
    QVERIFY(!isOffering());
}

void FilterEditTest::isAccessible()
{
    type(u"provider:"_s);
    QTRY_VERIFY(isOffering());
    QWidget *popup = QApplication::activePopupWidget();
    QCOMPARE(popup->accessibleName(), u"Filter suggestions"_s);
    const QAccessibleInterface *list = QAccessible::queryAccessibleInterface(popup);
    QCOMPARE(list->role(), QAccessible::List);
    QCOMPARE(list->child(0)->text(QAccessible::Name), u"provider:AWS"_s);
    QVERIFY(m_edit->toolTip().contains(u"provider:"_s));
    QVERIFY(!Qt::mightBeRichText(m_edit->toolTip()));
}

QTEST_MAIN(FilterEditTest)
#include "tst_filteredit.moc"
