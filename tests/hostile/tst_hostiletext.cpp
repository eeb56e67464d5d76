// SPDX-License-Identifier: Apache-2.0
#include "answers.h"
#include "hostiletest.h"
#include "tests/ui/support/widgetfinder.h"
#include "ui/window/mainwindow.h"

#include <QApplication>
#include <QClipboard>
#include <QHelpEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QTest>
#include <QToolTip>

using namespace Qt::Literals::StringLiterals;
using models::BucketTableModel;
using Column = BucketTableModel::Column;
using hostile::bucket;
using hostile::HostileWindow;
using hostile::ok;
using hostile::page;
using hostile::Script;
using End = hostile::Script::End;

namespace {

const auto Html = u"<b>bold</b><img src=\"http://127.0.0.1:9/x\"><script>x</script>&amp;"_s;

QByteArray quoted(QString text)
{
    return text.replace(u'"', u"\\\""_s).toUtf8();
}

/// Whether `text` holds a character that is not seen, but changes what is.
bool hidesSomething(const QString &text)
{
    for (const QChar c : text) {
        const auto category = c.category();
        if (category == QChar::Other_Control || category == QChar::Other_Format
            || category == QChar::Separator_Line || category == QChar::Separator_Paragraph)
            return true;
    }
    return false;
}

} // namespace

/// Text from the server is shown as text, and copied so that it does nothing elsewhere.
class HostileTextTest : public hostile::HostileTest
{
    Q_OBJECT

private Q_SLOTS:
    void showsNames_data();
    void showsNames() { runCase(); }
    void showsHtmlAsText();
    void showsAllFieldsAsText_data();
    void showsAllFieldsAsText();
    void showsProjectNamesAsText();
    void showsErrorsAsText_data();
    void showsErrorsAsText();
    void quotesTextInTooltips();
    void saysThatLettersMix();
    void copiesNothingThatActs();
    void standsALongName();

private:
    void checkWindow();
    QString cell(int row, Column column);
};

/// No label takes markup for markup, and none shows what hides.
void HostileTextTest::checkWindow()
{
    const auto labels = hostile().window()->findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        QVERIFY(label->textFormat() == Qt::PlainText || label->text().isEmpty());
        QVERIFY2(!hidesSomething(QString(label->text()).remove(u'\n')), qPrintable(label->text()));
        QVERIFY(label->text().size() <= 3000);
        // Nothing of the server's: only what may be cut on screen.
        QVERIFY(label->toolTip().isEmpty() || label->toolTip() == label->text());
    }
    QVERIFY(!hidesSomething(hostile().window()->windowTitle()));
    // Painting it all takes no longer than people notice.
    QElapsedTimer elapsed;
    elapsed.start();
    QVERIFY(!hostile().window()->grab().isNull());
    QVERIFY(elapsed.elapsed() < 2000);
}

QString HostileTextTest::cell(int row, Column column)
{
    return hostile().table()->model()->index(row, static_cast<int>(column)).data().toString();
}

void HostileTextTest::showsNames_data()
{
    addColumns();
    const auto name = [](const char *row, const QByteArray &json, const QString &shown) {
        shows(row, Script::of(ok(page({bucket(1, json)}))), {shown});
    };
    name("HTML", quoted(Html), Html);
    name("a line break", R"(a\nb)", u"a\\nb"_s);
    name("a carriage return and a tab", R"(a\r\tb)", u"a\\r\\tb"_s);
    name("a zero", R"(a\u0000b)", u"a\\0b"_s);
    name("an escape sequence", R"(\u001b[31mred)", u"\\u001B[31mred"_s);
    name("a backspace", R"(a\bb)", u"a\\u0008b"_s);
    name("a C1 control", R"(a\u0085b)", u"a\\u0085b"_s);
    name("right to left override", R"(gpj\u202egnp)", u"gpj\\u202Egnp"_s);
    name("an embedding", R"(\u202aa\u202bb\u202cc\u202d)", u"\\u202Aa\\u202Bb\\u202Cc\\u202D"_s);
    name("isolates", R"(\u2066a\u2067b\u2068c\u2069)", u"\\u2066a\\u2067b\\u2068c\\u2069"_s);
    name("marks", R"(\u200ea\u200fb\u061cc)", u"\\u200Ea\\u200Fb\\u061Cc"_s);
    name("widths of nothing", R"(a\u200bb\ufeffc\u2060d)", u"a\\u200Bb\\uFEFFc\\u2060d"_s);
    name("a line separator", R"(a\u2028b\u2029c)", u"a\\u2028b\\u2029c"_s);
    name("half a pair", R"(a\ud800b)", u"a\\uD800b"_s);
    name("tags", R"(a\udb40\udc41b)", u"a\\U000E0041b"_s);
    name("a whole pair", R"(\ud83e\udea3)", u"🪣"_s);
    name("Arabic and Hebrew", "\xd8\xb3\xd9\x84\xd8\xa9 \xd7\x93\xd7\x9c\xd7\x99", u"سلة דלי"_s);
    name("a backslash", R"(C:\\new)", u"C:\\\\new"_s);
    name("letters without ink", R"(a\u3164b\u00a0)", u"a\\u3164b\\u00A0"_s);
    name("letters of two alphabets", "\xd0\xb0ws-bucket", u"\u2248\u0430ws-bucket"_s);
    name("1 MiB", QByteArray(1 << 20, 'n'), QString(QString(1999, u'n') + u'…'));
    name("1 MiB of controls", QByteArray(R"(\u0007)").repeated(1 << 18),
         QString(u"\\u0007"_s.repeated(333) + u'…'));
    name("nothing", {}, QString());
}

void HostileTextTest::showsHtmlAsText()
{
    hostile().answerBuckets(Script::of(ok(page({bucket(1, quoted(Html))}))));
    QVERIFY(hostile().pressAndWait(u"Refresh"_s));
    QCOMPARE(cell(0, Column::Name), Html);
    checkWindow();
}

void HostileTextTest::showsAllFieldsAsText_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<Column>("column");
    QTest::newRow("provider") << QByteArray("cloudProvider") << Column::Provider;
    QTest::newRow("role") << QByteArray("iamRoleId") << Column::RoleId;
    QTest::newRow("region") << QByteArray("region") << Column::Region;
    QTest::newRow("service URL") << QByteArray("serviceUrl") << Column::ServiceUrl;
    QTest::newRow("tenant") << QByteArray("tenantId") << Column::TenantId;
}

void HostileTextTest::showsAllFieldsAsText()
{
    QFETCH(const QByteArray, field);
    QFETCH(const Column, column);
    const QByteArray json = '"' + quoted(Html) + R"(\u202e\n)" + QByteArray(1 << 20, 'x') + '"';
    hostile().answerBuckets(Script::of(ok(hostile::pageWithField(field, json))));
    QVERIFY(hostile().pressAndWait(u"Refresh"_s));
    QCOMPARE(hostile().shownNames(), HostileWindow::goodNames());
    const QString shown = cell(0, column);
    QVERIFY2(shown.startsWith(Html + u"\\u202E\\nxxx"_s), qPrintable(shown));
    QCOMPARE(shown.size(), 2000);
    checkWindow();
}

void HostileTextTest::showsProjectNamesAsText()
{
    const QByteArray name = quoted(Html) + R"(\u202e\u0007)" + QByteArray(1 << 20, 'p');
    hostile().answerProjects(Script::of(
        ok(page({QByteArray(R"({"id":")") + hostile::ProjectId + R"(","name":")" + name + "\"}"})),
        End::KeepOpen));
    QVERIFY(hostile().pressAndWait(u"Refresh"_s));
    const QString title = hostile().window()->windowTitle();
    QVERIFY2(title.startsWith(Html + u"\\u202E\\u0007ppp"_s), qPrintable(title));
    QVERIFY2(title.endsWith(u"p… – Bucketscope"_s), qPrintable(title));
    QVERIFY(title.size() < 400);
    const auto *list = testsupport::findByName<QListView>(hostile().window(), u"Projects"_s);
    const QString shown = list->model()->index(1, 0).data().toString(); // Below all projects.
    QVERIFY2(shown.startsWith(Html + u"\\u202E\\u0007ppp"_s), qPrintable(shown));
    QVERIFY(shown.size() <= 2000);
    checkWindow();
}

void HostileTextTest::showsErrorsAsText_data()
{
    QTest::addColumn<QByteArray>("member");
    QTest::addColumn<models::ProblemLog::Column>("column");
    using Problem = models::ProblemLog::Column;
    QTest::newRow("code") << QByteArray("errorCode") << Problem::ErrorCode;
    QTest::newRow("reason") << QByteArray("reason") << Problem::Reason;
    QTest::newRow("detail") << QByteArray("detail") << Problem::Detail;
}

void HostileTextTest::showsErrorsAsText()
{
    QFETCH(const QByteArray, member);
    QFETCH(const models::ProblemLog::Column, column);
    const QByteArray text = quoted(Html) + R"(\u202e\n)" + QByteArray(1 << 20, 'e');
    const QByteArray body =
        R"({"error":403,")" + member + R"(":")" + text + R"(","parameters":[")" + text + "\"]}";
    hostile().answerBuckets(Script::of(hostile::answer("403 Forbidden", body)));
    QVERIFY(hostile().pressAndWait(u"Refresh"_s));
    QCOMPARE(hostile().problems()->model()->rowCount(), 1);
    const QString shown =
        hostile().problems()->model()->index(0, static_cast<int>(column)).data().toString();
    QVERIFY2(shown.startsWith(Html + u"\\u202E\\neee"_s), qPrintable(shown));
    QVERIFY(shown.size() <= 2000);
    checkWindow();

    // And where there are no rows to keep, in the middle of the window.
    hostile().session().pager().open(*hostile().session().pager().project());
    QTRY_VERIFY(!hostile().session().isBusy());
    checkWindow();
}

void HostileTextTest::quotesTextInTooltips()
{
    hostile().answerBuckets(
        Script::of(ok(page({bucket(1, quoted(Html) + R"(\u202e)" + QByteArray(1 << 20, 't'))}))));
    QVERIFY(hostile().pressAndWait(u"Refresh"_s));
    QTableView *table = hostile().table();
    const QPoint place = table->visualRect(table->model()->index(0, 0)).center();
    QHelpEvent event(QEvent::ToolTip, place, table->viewport()->mapToGlobal(place));
    QApplication::sendEvent(table->viewport(), &event);
    const QString shown = QToolTip::text();
    QVERIFY2(shown.contains(Html.toHtmlEscaped()), qPrintable(shown));
    QVERIFY(!hidesSomething(shown));
    QVERIFY(shown.size() < 4000);
    QToolTip::hideText();
}

/// By a sign, and in words wherever the name is.
void HostileTextTest::saysThatLettersMix()
{
    hostile().answerBuckets(Script::of(ok(page({bucket(1, "\xd0\xb0ws-bucket")}))));
    QVERIFY(hostile().pressAndWait(u"Refresh"_s));
    QTableView *table = hostile().table();
    const QString words = u"Mixes Latin and Cyrillic letters"_s;
    const QPoint place = table->visualRect(table->model()->index(0, 0)).center();
    QHelpEvent event(QEvent::ToolTip, place, table->viewport()->mapToGlobal(place));
    QApplication::sendEvent(table->viewport(), &event);
    QVERIFY2(QToolTip::text().contains(words), qPrintable(QToolTip::text()));
    QToolTip::hideText();
    table->selectRow(0);
    QTRY_VERIFY(testsupport::findByName<QPlainTextEdit>(hostile().window(), u"Name"_s));
    const auto *name = testsupport::findByName<QPlainTextEdit>(hostile().window(), u"Name"_s);
    QTRY_COMPARE(name->toPlainText(), u"≈\u0430ws-bucket"_s);
    QCOMPARE(name->accessibleDescription(), words);
    QVERIFY(name->toolTip().contains(words));
}

void HostileTextTest::copiesNothingThatActs()
{
    hostile().answerBuckets(Script::of(
        ok(page({bucket(1, R"(=a\u202eb\u001b[201~;  id\n\u000f)" + QByteArray(5000, 'c'))}))));
    QVERIFY(hostile().pressAndWait(u"Refresh"_s));
    hostile().window()->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(hostile().window()));
    hostile().table()->setFocus();
    hostile().table()->selectRow(0);
    const QString rest(5000, u'c');
    QTest::keyClick(hostile().window(), Qt::Key_C, Qt::ControlModifier);
    const QString cells = QGuiApplication::clipboard()->text();
    QVERIFY(cells.startsWith(
        QString(u"'=a\\u202Eb\\u001B[201~;  id \\u000F"_s + rest + u"\tAWS\tNot loaded\t")));
    QTest::keyClick(hostile().window(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    const QString json = QGuiApplication::clipboard()->text();
    QVERIFY(json.contains(QString(u"\"=a\\u202eb\\u001b[201~;  id\\n\\u000f"_s + rest + u'"')));
}

/// Filtering and fitting a column look at all there is, and must not take for ever.
void HostileTextTest::standsALongName()
{
    hostile().answerBuckets(Script::of(ok(page({bucket(1, QByteArray(1 << 20, 'l') + "needle")}))));
    QVERIFY(hostile().pressAndWait(u"Refresh"_s));
    QElapsedTimer elapsed;
    elapsed.start();
    hostile().table()->resizeColumnToContents(0);
    auto *filter = testsupport::findByName<QLineEdit>(hostile().window(), u"Filter buckets"_s);
    filter->setText(u"needle"_s);
    QCOMPARE(hostile().table() ? hostile().table()->model()->rowCount() : 0, 1);
    filter->setText(u"haystack"_s);
    QVERIFY(!hostile().table());
    filter->clear();
    QVERIFY(elapsed.elapsed() < 2000);
}

QTEST_MAIN(HostileTextTest)
#include "tst_hostiletext.moc"
