// SPDX-License-Identifier: Apache-2.0
#include "ui/parts/textview.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using ui::TextView;

/// What is found in a text.
class TextViewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsWords_data();
    void findsWords();
};

void TextViewTest::findsWords_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<int>("found");
    QTest::newRow("nothing") << QString() << 0;
    QTest::newRow("upper and lower case") << u"PREFIX"_s << 2;
    QTest::newRow("nowhere") << u"suffix"_s << 0;
    // macOS writes the names of files in parts, keyboards write letters whole.
    const QString korean = u"백업"_s;
    QTest::newRow("whole letters") << korean << 2;
    QTest::newRow("letters in parts") << korean.normalized(QString::NormalizationForm_D) << 2;
    QTest::newRow("a letter and its dots") << u"äB"_s << 1;
}

void TextViewTest::findsWords()
{
    QFETCH(const QString, words);
    TextView view(u"JSON"_s);
    const QString inParts = u"백업/äb"_s.normalized(QString::NormalizationForm_D);
    view.showText(u"prefix: 백업\nprefix: "_s + inParts);
    QTEST(view.mark(words), "found");
    QCOMPARE(view.extraSelections().size(), view.mark(words));
}

QTEST_MAIN(TextViewTest)
#include "tst_textview.moc"
