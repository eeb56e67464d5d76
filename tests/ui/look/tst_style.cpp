// SPDX-License-Identifier: Apache-2.0
#include "ui/look/appliedtheme.h"
#include "ui/look/style.h"
#include "ui/look/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSpinBox>
#include <QStyleOptionSlider>
#include <QTest>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

class StyleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void turnsPagesBesideTheSlider_data();
    void turnsPagesBesideTheSlider();
    void movesWithTheSlider();
    void keepsTheSliderInTheBar_data();
    void keepsTheSliderInTheBar();
    void looksLikeWhatIsBesideIt();
    void drawsRimsThatAreSeen_data();
    void drawsRimsThatAreSeen();
    void drawsACrossThatIsSeen_data();
    void drawsACrossThatIsSeen();

private:
    QRect partOf(const QScrollBar &bar, QStyle::SubControl part) const;

    std::unique_ptr<QPlainTextEdit> m_text;
    ui::Style m_style;
};

void StyleTest::init()
{
    m_text = std::make_unique<QPlainTextEdit>();
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setPlainText(
        QString(u"a line that is longer than the window is wide\n"_s).repeated(500));
    m_text->resize(200, 200);
    for (QWidget *widget : std::initializer_list<QWidget *>{
             m_text.get(), m_text->verticalScrollBar(), m_text->horizontalScrollBar()})
        widget->setStyle(&m_style);
    m_text->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_text.get()));
}

void StyleTest::cleanup()
{
    m_text.reset();
}

QRect StyleTest::partOf(const QScrollBar &bar, QStyle::SubControl part) const
{
    QStyleOptionSlider option;
    option.initFrom(&bar);
    option.orientation = bar.orientation();
    option.minimum = bar.minimum();
    option.maximum = bar.maximum();
    option.pageStep = bar.pageStep();
    option.sliderPosition = bar.sliderPosition();
    option.upsideDown = bar.invertedAppearance();
    return m_style.subControlRect(QStyle::CC_ScrollBar, &option, part, &bar);
}

void StyleTest::turnsPagesBesideTheSlider_data()
{
    QTest::addColumn<Qt::Orientation>("orientation");
    QTest::newRow("vertical") << Qt::Vertical;
    QTest::newRow("horizontal") << Qt::Horizontal;
}

void StyleTest::turnsPagesBesideTheSlider()
{
    QFETCH(const Qt::Orientation, orientation);
    QScrollBar &bar =
        orientation == Qt::Vertical ? *m_text->verticalScrollBar() : *m_text->horizontalScrollBar();
    QVERIFY(bar.isVisible());
    const QPoint end = bar.rect().bottomRight() - QPoint(2, 2);
    QTest::mouseClick(&bar, Qt::LeftButton, {}, end);
    QCOMPARE(bar.value(), std::min(bar.pageStep(), bar.maximum()));
    QTest::mouseClick(&bar, Qt::LeftButton, {}, QPoint(2, 2));
    QCOMPARE(bar.value(), 0);
}

void StyleTest::movesWithTheSlider()
{
    QScrollBar &bar = *m_text->verticalScrollBar();
    const QPoint grip = partOf(bar, QStyle::SC_ScrollBarSlider).center();
    QTest::mousePress(&bar, Qt::LeftButton, {}, grip);
    QTest::mouseMove(&bar, grip + QPoint(0, bar.height() / 4));
    QVERIFY(bar.value() > bar.maximum() / 8);
    QVERIFY(bar.value() < bar.maximum());
    QTest::mouseMove(&bar, grip + QPoint(0, bar.height()));
    QCOMPARE(bar.value(), bar.maximum());
    QTest::mouseRelease(&bar, Qt::LeftButton, {}, grip + QPoint(0, bar.height()));
    QCOMPARE(bar.value(), bar.maximum());
}

void StyleTest::keepsTheSliderInTheBar_data()
{
    QTest::addColumn<int>("maximum");
    QTest::addColumn<int>("length");
    QTest::newRow("nothing to scroll") << 0 << 200;
    QTest::newRow("a little") << 1 << 200;
    QTest::newRow("all that an int holds") << std::numeric_limits<int>::max() << 200;
    QTest::newRow("no room") << 1'000 << 1;
}

void StyleTest::keepsTheSliderInTheBar()
{
    QFETCH(const int, maximum);
    QFETCH(const int, length);
    for (const auto orientation : {Qt::Vertical, Qt::Horizontal}) {
        QScrollBar bar(orientation);
        bar.setStyle(&m_style);
        bar.setRange(0, maximum);
        bar.resize(orientation == Qt::Vertical ? QSize(14, length) : QSize(length, 14));
        for (const int value : {0, maximum / 2, maximum}) {
            bar.setValue(value);
            const QRect slider = partOf(bar, QStyle::SC_ScrollBarSlider);
            QVERIFY(bar.rect().contains(slider));
            QVERIFY(!slider.isEmpty());
            bar.grab();
        }
    }
}

void StyleTest::looksLikeWhatIsBesideIt()
{
    QPalette palette = m_text->palette();
    palette.setColor(QPalette::Base, Qt::yellow);
    m_text->setPalette(palette);
    const QImage picture = m_text->grab().toImage();
    const QPoint corner = m_text->rect().bottomRight() - QPoint(4, 4);
    QCOMPARE(picture.pixelColor(corner), QColor(Qt::yellow));
    const QPoint besideTheSlider =
        m_text->verticalScrollBar()->mapTo(m_text.get(), QPoint(1, m_text->height() / 2));
    QCOMPARE(picture.pixelColor(besideTheSlider), QColor(Qt::yellow));
}

void StyleTest::drawsRimsThatAreSeen_data()
{
    QTest::addColumn<ui::theme::Tone>("tone");
    for (const ui::theme::Tone tone : ui::theme::allTones)
        QTest::addRow("theme %d", static_cast<int>(tone)) << tone;
}

void StyleTest::drawsRimsThatAreSeen()
{
    QFETCH(const ui::theme::Tone, tone);
    QLineEdit edit;
    QSpinBox number;
    QComboBox choice;
    QPushButton button(u"Retry"_s);
    QCheckBox box;
    for (QWidget *widget :
         std::initializer_list<QWidget *>{&edit, &number, &choice, &button, &box}) {
        widget->setStyle(&m_style);
        widget->setPalette(ui::theme::palette(tone));
        widget->resize(widget->sizeHint());
        const QImage picture = widget->grab().toImage();
        QStyleOptionButton option;
        option.initFrom(widget);
        const QRect area = widget == &box
            ? m_style.subElementRect(QStyle::SE_CheckBoxIndicator, &option, widget)
            : widget->rect();
        const QColor rim = ui::theme::color(tone, ui::theme::Role::Outline);
        QCOMPARE(picture.pixelColor(area.left(), area.center().y()), rim);
        QCOMPARE(picture.pixelColor(area.right(), area.center().y()), rim);
        QCOMPARE(picture.pixelColor(area.center().x(), area.top()), rim);
        QCOMPARE(picture.pixelColor(area.center().x(), area.bottom()), rim);
    }
}

void StyleTest::drawsACrossThatIsSeen_data()
{
    drawsRimsThatAreSeen_data();
}

/// What clears a field has the colour of its text.
void StyleTest::drawsACrossThatIsSeen()
{
    QFETCH(const ui::theme::Tone, tone);
    ui::theme::apply(*qApp, tone);
    QCoreApplication::processEvents();
    QLineEdit edit;
    edit.setClearButtonEnabled(true);
    edit.setText(u"x"_s);
    const QToolButton *cross = edit.findChild<QToolButton *>();
    const QImage picture = cross->icon().pixmap(QSize(16, 16)).toImage();
    const QColor middle = picture.pixelColor(7, 7);
    QCOMPARE(middle.rgb(), ui::theme::color(tone, ui::theme::Role::Text).rgb());
}

QTEST_MAIN(StyleTest)
#include "tst_style.moc"
