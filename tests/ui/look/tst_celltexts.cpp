// SPDX-License-Identifier: Apache-2.0
#include "ui/look/celltexts.h"

#include <QFontMetrics>
#include <QImage>
#include <QPainter>
#include <QTest>

#include <cstdlib>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int Height = 30;
constexpr int Left = 20;

QImage emptyPicture(int width)
{
    QImage picture(Left + width + 100, Height, QImage::Format_RGB32);
    picture.fill(Qt::white);
    return picture;
}

QImage drawn(ui::CellTexts &texts, const QString &text, Qt::TextElideMode elide, int width,
             int widest)
{
    QImage picture = emptyPicture(widest);
    QPainter painter(&picture);
    texts.draw(painter, QRect(Left, 0, width, Height), text, elide);
    return picture;
}

/// Where the text ends; -1 if there is none.
int endOf(const QImage &picture)
{
    for (int x = picture.width() - 1; x >= 0; --x) {
        for (int y = 0; y < picture.height(); ++y) {
            if (picture.pixel(x, y) != QColor(Qt::white).rgb())
                return x;
        }
    }
    return -1;
}

} // namespace

class CellTextsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void elidesAsQtDoes_data();
    void elidesAsQtDoes();
    void drawsNothingWhereThereIsNoRoom();
};

void CellTextsTest::elidesAsQtDoes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Qt::TextElideMode>("elide");
    const QList<std::pair<const char *, Qt::TextElideMode>> modes{{"right", Qt::ElideRight},
                                                                  {"middle", Qt::ElideMiddle},
                                                                  {"left", Qt::ElideLeft},
                                                                  {"none", Qt::ElideNone}};
    const QList<std::pair<const char *, QString>> texts{
        {"name", u"kestrel-payments-prod-snapshots-us-east-1-001"_s},
        {"ID", u"63d9ab80c5f3e9178c22182a"_s},
        {"letters that may be joined", u"office waffle flight AVATAR To. y,"_s},
        {"Korean", u"결제 – 운영 내보내기 버킷"_s}};
    for (const auto &[mode, elide] : modes) {
        for (const auto &[name, text] : texts)
            QTest::addRow("%s, %s", name, mode) << text << elide;
    }
}

/// At each width, the same letters. Qt moves some of them closer to the dots, by less than a pixel.
void CellTextsTest::elidesAsQtDoes()
{
    QFETCH(const QString, text);
    QFETCH(const Qt::TextElideMode, elide);
    ui::CellTexts texts;
    const QFontMetrics metrics{QFont()};
    const int whole = metrics.horizontalAdvance(text) + 2;
    for (int width = 0; width <= whole; ++width) {
        const int ours = endOf(drawn(texts, text, elide, width, whole));
        const QString cut = metrics.elidedText(text, elide, width);
        const int qts = endOf(drawn(texts, cut, Qt::ElideNone, whole, whole));
        QVERIFY2(std::abs(ours - qts) <= 1, qPrintable(QString::number(width)));
    }
}

void CellTextsTest::drawsNothingWhereThereIsNoRoom()
{
    for (const int width : {-20, -1, 0, 1}) {
        QImage picture = emptyPicture(100);
        const QImage before = picture;
        QPainter painter(&picture);
        ui::CellTexts().draw(painter, QRect(Left, 0, width, Height), u"ledger"_s, Qt::ElideMiddle);
        painter.end();
        QCOMPARE(picture, before);
    }
}

QTEST_MAIN(CellTextsTest)
#include "tst_celltexts.moc"
