// SPDX-License-Identifier: Apache-2.0
#include "ui/accessibility/dialogend.h"
#include "ui/accessibility/selectionfollower.h"
#include "ui/buckets/bucketviews.h"
#include "ui/findings/acceptdialog.h"
#include "ui/findings/findingdetail.h"
#include "ui/inspector/detailstab.h"
#include "ui/inspector/jobstripview.h"
#include "ui/inspector/summary.h"
#include "ui/parts/busyline.h"
#include "ui/parts/emptystate.h"
#include "ui/parts/flattabwidget.h"
#include "ui/parts/formfield.h"
#include "ui/parts/noticebar.h"
#include "ui/parts/pagestack.h"
#include "ui/settings/importdialog.h"
#include "ui/tables/tableview.h"
#include "ui/window/accessibleparts.h"

#include <QAccessible>
#include <QLabel>
#include <QListView>
#include <QPointer>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTest>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace {

const QAccessibleInterface *interfaceOf(QObject *object)
{
    return QAccessible::queryAccessibleInterface(object);
}

QString nameOf(const QAccessibleInterface *interface)
{
    return interface->text(QAccessible::Name);
}

/// The label in `part` that `fits`; nullptr if there is none.
template<class Fits>
const QLabel *labelIn(const QWidget &part, const Fits &fits)
{
    const auto labels = part.findChildren<QLabel *>();
    const auto found = std::find_if(labels.begin(), labels.end(), fits);
    return found == labels.end() ? nullptr : *found;
}

} // namespace

/// What assistive technology meets where Qt's own interfaces tell too little.
class AccessiblePartsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { ui::installAccessibleParts(); }

    void namesComboBoxes();
    void opensComboBoxes();
    void knowsTheLabelOfAField();
    void tellsWhichTabIsSelected();
    void pressesTabs();
    void tellsTabsBeforeTheirPages();
    void groupsTheShownPage();
    void tellsThatAPageIsBusy();
    void seesTheJobStrip();
    void namesTheKindOfANotice();
    void namesTheKindOfAnEmptyState();
    void selectsMessagesByKeys();
    void selectsEveryMessageByKeys();
    void opensWhatIsSelected_data();
    void opensWhatIsSelected();
    void leavesTheCurrentRowToTheUser();
    void keepsClosedDialogsForQuestions_data();
    void keepsClosedDialogsForQuestions();
};

void AccessiblePartsTest::namesComboBoxes()
{
    QComboBox box;
    box.setAccessibleName(u"Format"_s);
    box.addItems({u"CSV"_s, u"JSON"_s});
    const auto *interface = interfaceOf(&box);
    QCOMPARE(interface->role(), QAccessible::ComboBox);
    QCOMPARE(nameOf(interface), u"Format"_s);
    QCOMPARE(interface->text(QAccessible::Value), u"CSV"_s);
    box.setCurrentIndex(1);
    QCOMPARE(interface->text(QAccessible::Value), u"JSON"_s);
    QCOMPARE(interface->childCount(), 1);
    QCOMPARE(nameOf(interface->child(0)), u"Format"_s);
    box.setEditable(true);
    QCOMPARE(interface->childCount(), 2);
    QVERIFY(interface->state().editable);
    for (int i = 0; i < 2; ++i)
        QCOMPARE(interface->indexOfChild(interface->child(i)), i);
}

void AccessiblePartsTest::opensComboBoxes()
{
    QComboBox box;
    box.addItem(u"CSV"_s);
    box.show();
    QVERIFY(QTest::qWaitForWindowExposed(&box));
    auto *action = QAccessible::queryAccessibleInterface(&box)->actionInterface();
    QVERIFY(action);
    QVERIFY(!interfaceOf(&box)->state().expanded);
    action->doAction(QAccessibleActionInterface::showMenuAction());
    QTRY_VERIFY(interfaceOf(&box)->state().expanded);
    action->doAction(QAccessibleActionInterface::showMenuAction());
    QTRY_VERIFY(!interfaceOf(&box)->state().expanded);
    box.setEnabled(false);
    QCOMPARE(action->actionNames(), QStringList());
}

/// A form puts the label and the input under different parents.
void AccessiblePartsTest::knowsTheLabelOfAField()
{
    QWidget form;
    auto *box = new QComboBox(&form);
    new ui::FormField(ui::makeForm(&form), u"&Theme"_s, box);
    QCOMPARE(nameOf(interfaceOf(box)), u"Theme"_s);
    const auto relations = interfaceOf(box)->relations(QAccessible::Label);
    QCOMPARE(relations.size(), 1);
    QCOMPARE(nameOf(relations.first().first), u"Theme"_s);
    QCOMPARE(interfaceOf(box)->relations(QAccessible::Controlled).size(), 0);
}

void AccessiblePartsTest::tellsWhichTabIsSelected()
{
    QWidget window;
    QVBoxLayout layout(&window);
    auto *other = new QComboBox(&window);
    auto *tabs = new ui::FlatTabBar(&window);
    layout.addWidget(other);
    layout.addWidget(tabs);
    tabs->setAccessibleName(u"Views"_s);
    const QStringList names{u"Buckets"_s, u"Duplicates"_s, u"Overview"_s};
    for (const QString &text : names)
        tabs->addTab(text);
    tabs->setTabVisible(2, false);
    tabs->setTabText(2, u"Overview (3)"_s);
    tabs->setAccessibleTabName(2, u"Overview"_s);
    tabs->setCurrentIndex(1);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    const auto *bar = interfaceOf(tabs);
    QCOMPARE(bar->role(), QAccessible::PageTabList);
    QCOMPARE(nameOf(bar), u"Views"_s);
    QCOMPARE(bar->childCount(), 3);
    for (int i = 0; i < 3; ++i) {
        const auto *tab = bar->child(i);
        QCOMPARE(tab->role(), QAccessible::PageTab);
        QCOMPARE(nameOf(tab), names[i]);
        QCOMPARE(bool(tab->state().selected), i == 1);
        QCOMPARE(bool(tab->state().invisible), i == 2);
        QCOMPARE(bar->indexOfChild(tab), i);
        QCOMPARE(tab->parent(), bar);
    }
    other->setFocus();
    QVERIFY(!bar->child(1)->state().focused);
    tabs->setFocus();
    QVERIFY(bar->child(1)->state().focused);
    QVERIFY(!bar->child(0)->state().focused);
    tabs->removeTab(2);
    QCOMPARE(bar->child(2), nullptr);
}

void AccessiblePartsTest::pressesTabs()
{
    ui::FlatTabBar tabs;
    tabs.addTab(u"Buckets"_s);
    tabs.addTab(u"Overview"_s);
    auto *action = interfaceOf(&tabs)->child(1)->actionInterface();
    QVERIFY(action);
    action->doAction(QAccessibleActionInterface::pressAction());
    QCOMPARE(tabs.currentIndex(), 1);
}

void AccessiblePartsTest::tellsTabsBeforeTheirPages()
{
    ui::FlatTabWidget tabs;
    tabs.addTab(new QWidget, u"Problems"_s);
    const auto *interface = interfaceOf(&tabs);
    int bar = -1;
    int pages = -1;
    for (int i = 0; i < interface->childCount(); ++i) {
        if (interface->child(i)->role() == QAccessible::PageTabList)
            bar = i;
        else if (interface->child(i)->role() == QAccessible::Grouping)
            pages = i;
    }
    QVERIFY(bar >= 0);
    QVERIFY(pages > bar);
}

void AccessiblePartsTest::groupsTheShownPage()
{
    QStackedWidget stack;
    stack.addWidget(new QLabel(u"One"_s));
    stack.addWidget(new QLabel(u"Two"_s));
    stack.setCurrentIndex(1);
    const auto *interface = interfaceOf(&stack);
    QCOMPARE(interface->role(), QAccessible::Grouping);
    QCOMPARE(interface->childCount(), 1);
    QCOMPARE(nameOf(interface->child(0)), u"Two"_s);
    QCOMPARE(interface->indexOfChild(interfaceOf(stack.widget(0))), -1);
}

/// In place of the table on it.
void AccessiblePartsTest::tellsThatAPageIsBusy()
{
    ui::PageStack stack;
    stack.addWidget(new ui::TableView(u"Export buckets"_s));
    ui::BusyLine line;
    for (const bool isBusy : {true, false}) {
        stack.setBusy(isBusy);
        QCOMPARE(interfaceOf(&stack)->state().busy, isBusy ? 1U : 0U);
        line.setBusy(isBusy);
        QCOMPARE(interfaceOf(&line)->state().busy, isBusy ? 1U : 0U);
    }
    // Who walks through the window finds it while it runs, and not otherwise.
    line.show();
    QVERIFY(interfaceOf(&line)->state().invisible);
    line.setBusy(true);
    QVERIFY(!interfaceOf(&line)->state().invisible);
}

void AccessiblePartsTest::seesTheJobStrip()
{
    ui::JobStripView strip;
    QCOMPARE(interfaceOf(&strip)->role(), QAccessible::Graphic);
    QCOMPARE(nameOf(interfaceOf(&strip)), u"Latest export jobs"_s);
}

void AccessiblePartsTest::namesTheKindOfANotice()
{
    ui::NoticeBar notice;
    notice.showNotice(ui::NoticeBar::Kind::Warning, u"Stale"_s, u"Rows"_s);
    const QLabel *icon = notice.findChild<QLabel *>();
    QCOMPARE(icon->accessibleName(), u"Warning"_s);
    notice.showNotice(ui::NoticeBar::Kind::Information, u"Done"_s, u"Rows"_s);
    QCOMPARE(icon->accessibleName(), u"Information"_s);
}

void AccessiblePartsTest::namesTheKindOfAnEmptyState()
{
    ui::EmptyState state;
    const QLabel *icon = state.findChild<QLabel *>();
    using Kind = ui::EmptyState::Kind;
    ui::EmptyState::Message message{ui::LineIcon::Key, u"Not loaded"_s, u"403"_s, {}};
    const auto nameOfKind = [&](Kind kind) {
        message.kind = kind;
        state.setMessage(message);
        return icon->accessibleName();
    };
    QCOMPARE(nameOfKind(Kind::Error), u"Error"_s);
    QCOMPARE(nameOfKind(Kind::Warning), u"Warning"_s);
    QCOMPARE(nameOfKind(Kind::News), QString());
    QCOMPARE(nameOfKind(Kind::Plain), QString());
}

void AccessiblePartsTest::selectsMessagesByKeys()
{
    ui::NoticeBar notice;
    notice.showNotice(ui::NoticeBar::Kind::Warning, u"Stale"_s, u"Add 192.0.2.1."_s);
    int selectable = 0;
    const auto labels = notice.findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (!label->textInteractionFlags().testFlag(Qt::TextSelectableByMouse))
            continue;
        ++selectable;
        QVERIFY(label->textInteractionFlags().testFlag(Qt::TextSelectableByKeyboard));
        QVERIFY(label->focusPolicy() & Qt::TabFocus);
    }
    QCOMPARE(selectable, 1);
}

/// What says what went wrong, or what to do, is what one sends to somebody.
void AccessiblePartsTest::selectsEveryMessageByKeys()
{
    ui::Summary summary(u"Used by"_s);
    summary.show({u"Not loaded"_s, u"Add 192.0.2.1."_s, true});
    const ui::ImportDialog import(u"/nonexistent.toml"_s);
    const ui::DetailsTab details;
    const ui::FindingDetail finding;
    const ui::AcceptDialog accept{insight::Finding()};
    ui::EmptyState empty;
    empty.setMessage({ui::LineIcon::Key, u"Not loaded"_s, u"Add 192.0.2.1."_s, {}});
    struct Place
    {
        const QWidget &part;
        /// Of the label, or its text.
        QString description;
    };
    const std::array places{Place{summary, u"Add 192.0.2.1."_s},
                            Place{empty, u"Add 192.0.2.1."_s},
                            Place{import, u"Import message"_s},
                            Place{import, u"File"_s},
                            Place{details, u"Warning"_s},
                            Place{finding, u"Selected finding"_s},
                            Place{finding, u"Next step"_s},
                            Place{accept, u"Finding"_s},
                            Place{accept, u"Why it was not saved"_s}};
    for (const Place &place : places) {
        const auto *label = labelIn(place.part, [&place](const QLabel *one) {
            return one->accessibleDescription() == place.description
                || one->text() == place.description;
        });
        QVERIFY2(label, qPrintable(place.description));
        QVERIFY2(label->textInteractionFlags().testFlag(Qt::TextSelectableByKeyboard)
                     && (label->focusPolicy() & Qt::TabFocus),
                 qPrintable(place.description));
        // One line would be cut.
        QVERIFY2(label->wordWrap(), qPrintable(place.description));
    }
}

void AccessiblePartsTest::opensWhatIsSelected_data()
{
    QTest::addColumn<bool>("isTable");
    QTest::newRow("table") << true;
    QTest::newRow("list") << false;
}

/// Assistive technology selects a row and does no more.
void AccessiblePartsTest::opensWhatIsSelected()
{
    QFETCH(const bool, isTable);
    QStandardItemModel model(3, 2);
    std::unique_ptr<QAbstractItemView> view;
    if (isTable)
        view = std::make_unique<ui::TableView>(u"Export jobs"_s);
    else
        view = std::make_unique<QListView>();
    view->setModel(&model);
    if (!isTable)
        ui::followSelection(view.get());
    view->setCurrentIndex(model.index(0, 0));
    view->selectionModel()->select(model.index(2, 0),
                                   QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    QTRY_COMPARE(view->currentIndex().row(), 2);
    QCOMPARE(view->selectionModel()->selectedRows().size(), 1);
}

void AccessiblePartsTest::leavesTheCurrentRowToTheUser()
{
    QStandardItemModel model(5, 1);
    ui::TableView table(u"Export jobs"_s);
    table.setModel(&model);
    table.show();
    QVERIFY(QTest::qWaitForWindowActive(&table));
    table.setCurrentIndex(model.index(1, 0));
    QSignalSpy changes(table.selectionModel(), &QItemSelectionModel::currentChanged);
    QTest::keyClick(&table, Qt::Key_Down);
    QTest::keyClick(&table, Qt::Key_Down, Qt::ShiftModifier);
    QCoreApplication::processEvents();
    QCOMPARE(table.currentIndex().row(), 3);
    table.selectAll();
    QCoreApplication::processEvents();
    QCOMPARE(table.currentIndex().row(), 3);
    QCOMPARE(changes.count(), 2);
}

void AccessiblePartsTest::keepsClosedDialogsForQuestions_data()
{
    QTest::addColumn<bool>("isHeard");
    QTest::newRow("a screen reader listens") << true;
    QTest::newRow("nobody listens") << false;
}

void AccessiblePartsTest::keepsClosedDialogsForQuestions()
{
    QFETCH(const bool, isHeard);
    const QPointer dialog = new QDialog;
    ui::deleteAfterClose(dialog, isHeard);
    dialog->open();
    dialog->reject();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QCOMPARE(!dialog.isNull(), isHeard);
    QVERIFY(!dialog || dialog->isHidden());
    QTRY_VERIFY(!dialog);
}

QTEST_MAIN(AccessiblePartsTest)
#include "tst_accessibleparts.moc"
