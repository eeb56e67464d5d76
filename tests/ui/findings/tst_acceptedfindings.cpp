// SPDX-License-Identifier: Apache-2.0
#include "base/texts/timetext.h"
#include "findingsfixture.h"
#include "ui/accessibility/announcer.h"

#include <QApplication>
#include <QCheckBox>
#include <QDate>
#include <QFile>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;
using atlassim::World;
using testsupport::click;
using testsupport::findByName;
using testsupport::findLabel;
using testsupport::typeInto;

/// Findings that somebody knows of and lives with, from the window and in the file.
class AcceptedFindingsTest : public QObject, private testsupport::FindingsFixture
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { tearDown(); }

    void acceptsAFinding();
    void asksForAReasonAndASoundEnd();
    void acceptsNothingByABrokenFile();
    void saysWhatFitsNothing();

private:
    QString acceptedPath() { return session().acceptedFile().path(); }
    void writeAccepted(const QByteArray &toml);
    void showAgain();
};

void AcceptedFindingsTest::writeAccepted(const QByteArray &toml)
{
    QFile file(acceptedPath());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(toml);
}

/// As who looks at something else, and comes back.
void AcceptedFindingsTest::showAgain()
{
    auto *views = findByName<QTabBar>(m_window, u"Views"_s);
    views->setCurrentIndex(0);
    views->setCurrentIndex(1);
}

void AcceptedFindingsTest::acceptsAFinding()
{
    serve(World::troubled());
    check();
    QTRY_VERIFY(table());
    const auto before = table()->model()->rowCount();
    table()->selectRow(rowOfFailure());
    QVERIFY(click(m_window, u"Accept…"_s));
    QWidget *dialog = QApplication::activeModalWidget();
    QVERIFY(dialog);
    QVERIFY(findLabel(dialog, u"Accepted for"_s)->text().contains(u"Export bucket: "_s));
    const QDate end = QDate::currentDate().addDays(30);
    QVERIFY(typeInto(dialog, u"Reason"_s, u"Being moved, OPS-17"_s));
    QVERIFY(typeInto(dialog, u"Until"_s, end.toString(Qt::ISODate)));
    QVERIFY(click(dialog, u"Accept"_s));
    QTRY_COMPARE(table()->model()->rowCount(), before - 1);
    QTRY_VERIFY(ui::Announcer::of(m_window)->text().contains(u"Finding accepted."_s));
    QVERIFY2(status().endsWith(u"1 accepted"_s), qPrintable(status()));
    QCOMPARE(tab(), u"Findings (%1)"_s.arg(before - 1));
    QVERIFY(table()->currentIndex().isValid());
    QFile file(acceptedPath());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray toml = file.readAll();
    QVERIFY2(toml.contains("EXPORT_FAILED") && toml.contains("OPS-17"), toml.constData());

    auto *showAccepted = findByName<QCheckBox>(m_window, u"Show accepted"_s);
    QVERIFY(showAccepted);
    QTest::mouseClick(showAccepted, Qt::LeftButton, {}, {8, showAccepted->height() / 2});
    QCOMPARE(table()->model()->rowCount(), before);
    QCOMPARE(text(before - 1, Column::Severity), u"Accepted"_s);
    QCOMPARE(text(before - 1, Column::NextStep),
             u"Accepted until %1: Being moved, OPS-17"_s.arg(base::longDateText(end)));
}

void AcceptedFindingsTest::asksForAReasonAndASoundEnd()
{
    serve(World::troubled());
    check();
    QTRY_VERIFY(table());
    table()->selectRow(0);
    QVERIFY(click(m_window, u"Accept…"_s));
    QWidget *dialog = QApplication::activeModalWidget();
    QVERIFY(dialog);
    auto *accept = findByName<QPushButton>(dialog, u"Accept"_s);
    QVERIFY(accept && !accept->isEnabled());
    QVERIFY(typeInto(dialog, u"Reason"_s, u"Known"_s));
    QVERIFY(accept->isEnabled());
    for (const auto &end : {u"tomorrow"_s, u"2026-02-31"_s, u"2020-01-01"_s}) {
        QVERIFY(typeInto(dialog, u"Until"_s, end));
        QVERIFY2(!accept->isEnabled(), qPrintable(end));
    }
    QVERIFY(typeInto(dialog, u"Until"_s, QDate::currentDate().toString(Qt::ISODate)));
    QVERIFY(accept->isEnabled());
    QTest::keyClick(dialog, Qt::Key_Escape);
    QVERIFY(!QFile::exists(acceptedPath()));
}

void AcceptedFindingsTest::acceptsNothingByABrokenFile()
{
    serve(World::troubled());
    check();
    QTRY_VERIFY(table());
    const auto before = table()->model()->rowCount();
    writeAccepted("[[accepted]]\ncode = \"NO_SUCH_CODE\"\nreason = \"x\"\n");
    showAgain();
    QVERIFY(says(u"No finding is accepted"_s));
    QCOMPARE(table()->model()->rowCount(), before);
    table()->selectRow(0);
    auto *accept = findByName<QToolButton>(m_window, u"Accept…"_s);
    QVERIFY(accept && !accept->isEnabled());
    writeAccepted("[[accepted]]\ncode = \"EXPORT_FAILED\"\nreason = \"x\"\n");
    QVERIFY(click(m_window, u"Retry"_s));
    QVERIFY(!says(u"No finding is accepted"_s));
    QVERIFY(table()->model()->rowCount() < before);
}

void AcceptedFindingsTest::saysWhatFitsNothing()
{
    serve(World::troubled());
    writeAccepted("[[accepted]]\ncode = \"EXPORT_FAILED\"\nreason = \"x\"\n"
                  "project_id = \"5f00000000000000000000ff\"\n");
    showAgain();
    check();
    QTRY_VERIFY(says(u"About this check"_s));
    QVERIFY(click(m_window, u"Close"_s));
    QVERIFY(!says(u"About this check"_s));
}

QTEST_MAIN(AcceptedFindingsTest)
#include "tst_acceptedfindings.moc"
